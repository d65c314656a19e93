/// A display list at the size of a picture, as layers of edges painted one over the other.
struct Scene {
  /// px.
  let width: Int
  let height: Int
  let layers: [Layer]
  /// What the layers are painted with, by the numbers of the display list's patterns; empty where none is.
  let tiles: [TileImage]
  let edges: [Edge]

  /// What one item of the list covers.
  struct Layer {
    var paint: Paint
    /// 0 … 256, as shares of 256.
    var opacity: UInt32
    /// Of the scene's edges.
    var edges: Range<Int>
  }

  /// The list at `scale` px of the picture for one of its own, cut to the picture.
  init(_ list: DisplayList, width: Int, height: Int, scale: Double) {
    self.width = width
    self.height = height
    var used: Set<Int> = []
    for item in list.items {
      if case .fill(_, .pattern(let number), _) = item { used.insert(number) }
    }
    tiles = list.patterns.indices.map { number in
      guard used.contains(number) else { return TileImage() }
      return TileImage(list.patterns[number], of: list, scale: scale, reach: max(width, height))
    }
    var layers = LayerBuilder(list, width: width, height: height)
    layers.add(list.items, Placing(scale: scale, x: 0, y: 0))
    (self.layers, edges) = (layers.layers, layers.list.edges)
  }

  /// Tiles side by side: the same items once at every place, each within its own clip.
  init(_ list: DisplayList, width: Int, height: Int, tile: Tile, places: [Placing]) {
    self.width = width
    self.height = height
    tiles = []
    var layers = LayerBuilder(list, width: width, height: height)
    for place in places {
      layers.push(Frame(minX: 0, minY: 0, maxX: tile.width, maxY: tile.height), place)
      layers.add(tile.items, place)
      layers.pop()
    }
    (self.layers, edges) = (layers.layers, layers.list.edges)
  }
}

/// From a drawing, or a tile's plane, to the picture.
struct Placing {
  /// px of the picture for one of the drawing.
  var scale: Double
  /// Where the drawing's origin lies, px of the picture.
  var x: Double
  var y: Double

  var affine: Affine { Affine(a: scale, b: 0, c: 0, d: scale, e: x, f: y) }

  func point(_ x: Double, _ y: Double) -> FixedPoint { FixedPoint(x * scale + self.x, y * scale + self.y) }
}
