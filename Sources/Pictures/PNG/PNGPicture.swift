import Bytes
import CZlib

/// Pictures of drawings: PNG (third edition, W3C 2025), 8 bits of red, green and blue, opaque.
public enum PNGPicture {
  /// A drawing `width` px wide, white below, its height in proportion and rounded; at least 1 px each way.
  ///
  /// The same bytes whatever the number of threads. Complexity: pixels + edges × the rows they cross.
  public static func bytes(_ list: DisplayList, width: Int, threads: Int = 1) -> [UInt8] {
    let width = min(max(width, 1), 30_000)
    let scale = Double(width) / list.width
    let height = min(max(Int((list.height * scale).rounded()), 1), 30_000)
    let scene = Scene(list, width: width, height: height, scale: scale)
    let bands = BandEdges(scene.edges, height: height)
    let parts = PNGParts(width: width, height: height)
    let slots = Slots(count: parts.count)
    let workers = min(max(threads, 1), parts.count)
    Parallel.run(workers: workers) { worker in
      let canvas = Canvas(scene, bands)
      var encoder = PNGEncoder(width: width)
      for part in stride(from: worker, to: parts.count, by: workers) {
        encoder.start(part: part)
        for band in parts.bands(of: part) {
          canvas.paint(band: band, ground: 0x00FF_FFFF)
          encoder.encode(canvas.rows, stride: canvas.stride, height: canvas.height(of: band))
        }
        slots[part] = encoder.finish()
      }
    }
    return parts.file(slots.parts)
  }
}

/// One place for each part, filled by the one thread that makes it.
private final class Slots: @unchecked Sendable {
  private let places: UnsafeMutableBufferPointer<PNGPart>

  init(count: Int) {
    places = .allocate(capacity: count)
    places.initialize(repeating: PNGPart())
  }

  deinit {
    places.deinitialize()
    places.deallocate()
  }

  subscript(index: Int) -> PNGPart {
    get { places[index] }
    set { places[index] = newValue }
  }

  var parts: [PNGPart] { Array(places) }
}
