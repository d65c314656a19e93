import CZlib

/// Compresses bands of pixels, one part after the other; keeps its memory from part to part. One thread's own.
struct PNGEncoder: ~Copyable {
  private let width: Int
  private var tokens: RowTokens
  private var bits = BitWriter()
  private var length = 0
  private var isFirst = true

  init(width: Int) {
    self.width = width
    tokens = RowTokens(width: width, rows: Bands.rows)
  }

  /// Starts a part, a chunk of its own.
  mutating func start() {
    bits.start(with: [0, 0, 0, 0] + Array("IDAT".utf8))
    tokens.start()
    length = 0
    isFirst = true
  }

  /// Compresses a band; its rows start at the second of `rows`. The last row is kept in the first one's place: the
  /// row above the next band.
  mutating func encode(_ rows: UnsafeMutablePointer<UInt32>, stride: Int, height: Int) {
    tokens.removeAll()
    for row in 1...height {
      let pixels = rows + row * stride
      if isFirst {
        tokens.addFirst(pixels)
        isFirst = false
      } else {
        tokens.add(pixels, below: pixels - stride)
      }
    }
    tokens.write(to: &bits)
    length += height * (3 * width + 1)
    rows.update(from: rows + height * stride, count: width)
  }

  mutating func finish() -> PNGPart {
    // An empty stored block ends on a whole byte (RFC 1951, 3.2.4).
    bits.write(0, count: 3)
    bits.align()
    var chunk = bits.take() + [0x00, 0x00, 0xFF, 0xFF]
    PNGPart.close(&chunk)
    return PNGPart(chunk: chunk, adler: tokens.adler, length: length)
  }
}
