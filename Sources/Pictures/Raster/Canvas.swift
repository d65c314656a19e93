/// Paints a scene band by band into the same few rows of memory. One thread's own.
final class Canvas {
  /// Pixels of a row in memory, at least the scene's width.
  let stride: Int
  /// The rows of the band painted last, from the second on; the first one is left for who needs the row above.
  let rows: UnsafeMutablePointer<UInt32>
  private let scene: Scene
  private let bands: BandEdges
  private let coverage: Coverage

  init(_ scene: Scene, _ bands: BandEdges) {
    self.scene = scene
    self.bands = bands
    coverage = Coverage(width: scene.width, rows: BandEdges.rows)
    stride = coverage.stride
    rows = .allocate(capacity: stride * (BandEdges.rows + 1))
    rows.initialize(repeating: 0, count: stride * (BandEdges.rows + 1))
  }

  deinit {
    rows.deallocate()
    coverage.release()
  }

  /// The first pixel of the band.
  var pixels: UnsafeMutablePointer<UInt32> { rows + stride }

  /// Rows of a band: fewer at the bottom of the picture.
  func height(of band: Int) -> Int { min(BandEdges.rows, scene.height - band * BandEdges.rows) }

  func paint(band: Int, ground: UInt32) {
    pixels.update(repeating: ground, count: stride * height(of: band))
    let (top, bottom) = (band * BandEdges.rows << 8, (band * BandEdges.rows + height(of: band)) << 8)
    var coverage = coverage
    scene.edges.withUnsafeBufferPointer { edges in
      bands[band].withUnsafeBufferPointer { numbers in
        var layer = 0
        var next = 0
        while next < numbers.count {
          while Int(numbers[next]) >= scene.layers[layer].edges.upperBound { layer += 1 }
          let end = scene.layers[layer].edges.upperBound
          coverage.forget()
          while next < numbers.count, Int(numbers[next]) < end {
            coverage.add(edges[Int(numbers[next])], top: top, bottom: bottom)
            next += 1
          }
          cover(scene.layers[layer], coverage, firstRow: band * BandEdges.rows)
        }
      }
    }
  }

  private func cover(_ layer: Scene.Layer, _ coverage: Coverage, firstRow: Int) {
    switch layer.paint {
    case .colour(let colour):
      coverage.sweep(ColourBrush(colour), layer.opacity, pixels, stride, firstRow: firstRow)
    case .pattern(let number):
      coverage.sweep(TileBrush(tile: scene.tiles[number]), layer.opacity, pixels, stride, firstRow: firstRow)
    }
  }

  /// A small scene whole, row after row without gaps.
  static func pixels(of scene: Scene, ground: UInt32) -> [UInt32] {
    let canvas = Canvas(scene, BandEdges(scene.edges, height: scene.height))
    var pixels: [UInt32] = []
    pixels.reserveCapacity(scene.width * scene.height)
    for band in 0..<(scene.height + BandEdges.rows - 1) / BandEdges.rows {
      canvas.paint(band: band, ground: ground)
      for row in 0..<canvas.height(of: band) {
        pixels += UnsafeBufferPointer(start: canvas.pixels + row * canvas.stride, count: scene.width)
      }
    }
    return pixels
  }
}
