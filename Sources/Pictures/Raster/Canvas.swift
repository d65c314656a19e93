/// Paints a scene band by band into the same few rows of memory. One thread's own.
final class Canvas: BandPainter {
  let stride: Int
  let rows: UnsafeMutablePointer<UInt32>
  private let scene: Scene
  private let bands: BandEdges
  private let ground: UInt32
  private let coverage: Coverage

  init(_ scene: Scene, _ bands: BandEdges, ground: UInt32) {
    self.scene = scene
    self.bands = bands
    self.ground = ground
    coverage = Coverage(width: scene.width, rows: Bands.rows)
    stride = coverage.stride
    rows = .allocate(capacity: stride * (Bands.rows + 1))
    rows.initialize(repeating: 0, count: stride * (Bands.rows + 1))
  }

  deinit {
    rows.deallocate()
    coverage.release()
  }

  private var pixels: UnsafeMutablePointer<UInt32> { rows + stride }

  func paint(band: Int) {
    let within = Bands(height: scene.height)[band]
    pixels.update(repeating: ground, count: stride * within.count)
    let (top, bottom) = (Int32(within.lowerBound << 8), Int32(within.upperBound << 8))
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
          cover(scene.layers[layer], coverage, firstRow: within.lowerBound)
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
    let canvas = Canvas(scene, BandEdges(scene.edges, height: scene.height), ground: ground)
    let bands = Bands(height: scene.height)
    var pixels: [UInt32] = []
    pixels.reserveCapacity(scene.width * scene.height)
    for band in 0..<bands.count {
      canvas.paint(band: band)
      for row in 0..<bands[band].count {
        pixels += UnsafeBufferPointer(start: canvas.pixels + row * canvas.stride, count: scene.width)
      }
    }
    return pixels
  }
}
