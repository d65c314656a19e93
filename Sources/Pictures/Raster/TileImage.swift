/// A pattern painted once: pixels repeated in both directions from an origin.
///
/// As many tiles side by side as it takes for their sides to come close to whole px: what is left makes the pattern a
/// little wider or narrower, by a px or so over a whole picture.
struct TileImage {
  /// px.
  private(set) var width = 1
  private(set) var height = 1
  /// Where the origin lies, px of the picture, 0 ..< width and 0 ..< height.
  private(set) var x = 0
  private(set) var y = 0
  /// Red, green and blue times alpha, then alpha, 8 bits each from the lowest.
  private(set) var pixels: [UInt32] = [0]

  /// Nothing: for patterns that no item uses.
  init() {}

  /// `reach`: the longer side of the picture, px. Only the scale and the origin of the tile's plane count.
  init(_ tile: Tile, of list: DisplayList, scale: Double, reach: Int) {
    let unit = scale * (tile.place.a * tile.place.a + tile.place.b * tile.place.b).squareRoot()
    let across = Self.repeats(tile.width * unit, reach)
    let down = Self.repeats(tile.height * unit, reach)
    (width, height) = (across.side, down.side)
    let (originX, originY) = (tile.place.e * scale, tile.place.f * scale)
    (x, y) = (Self.whole(originX, width), Self.whole(originY, height))
    let (stepX, stepY) = (Double(width) / Double(across.count), Double(height) / Double(down.count))
    var places: [Placing] = []
    // One tile more on each side, for the part of a px the origin is off.
    for row in -1...down.count {
      for column in -1...across.count {
        places.append(
          Placing(
            scale: unit, x: Double(column) * stepX + originX - originX.rounded(.down),
            y: Double(row) * stepY + originY - originY.rounded(.down)))
      }
    }
    let scene = Scene(list, width: width, height: height, tile: tile, places: places)
    let onBlack = Canvas.pixels(of: scene, ground: 0)
    let onWhite = Canvas.pixels(of: scene, ground: 0x00FF_FFFF)
    pixels = zip(onBlack, onWhite).map { black, white in
      // What the ground gives is the same share in the three channels.
      let ground = (white >> 8 & 0xFF) - (black >> 8 & 0xFF)
      return black & 0x00FF_FFFF | (255 - ground) << 24
    }
  }

  /// The fewest tiles whose length is off a whole number of px by so little that it never shows.
  private static func repeats(_ length: Double, _ reach: Int) -> (count: Int, side: Int) {
    guard length >= 1 else { return (1, 1) }
    var best = (count: 1, side: Int(length.rounded()), error: Double.infinity)
    var count = 1
    while Double(count) * length <= 1024 || count == 1 {
      let exact = Double(count) * length
      let error = abs(exact - exact.rounded()) * Double(reach) / exact
      if error < best.error { best = (count, Int(exact.rounded()), error) }
      if error < 0.1 { break }
      count += 1
    }
    return (best.count, best.side)
  }

  private static func whole(_ position: Double, _ side: Int) -> Int {
    let rest = Int(position.rounded(.down)) % side
    return rest < 0 ? rest + side : rest
  }
}
