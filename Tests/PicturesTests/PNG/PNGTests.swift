import Testing

@testable import Pictures

/// Pictures come back from the file as they went in.
struct PNGTests {
  /// Rows of ready-made pixels.
  private final class Copier: BandPainter {
    let rows: UnsafeMutablePointer<UInt32>
    let stride: Int
    private let picture: Picture

    init(_ picture: Picture) {
      self.picture = picture
      stride = picture.width + 5
      rows = .allocate(capacity: stride * (Bands.rows + 1))
      rows.initialize(repeating: 0x00AB_CDEF, count: stride * (Bands.rows + 1))
    }

    deinit { rows.deallocate() }

    func paint(band: Int) {
      for (row, y) in Bands(height: picture.height)[band].enumerated() {
        for x in 0..<picture.width { rows[(row + 1) * stride + x] = picture.pixels[y * picture.width + x] }
      }
    }
  }

  struct Picture: Sendable, CustomTestStringConvertible {
    let name: String
    let width: Int
    let height: Int
    let pixels: [UInt32]

    init(_ name: String, _ width: Int, _ height: Int, _ pixel: (Int, Int) -> UInt32) {
      (self.name, self.width, self.height) = (name, width, height)
      pixels = (0..<width * height).map { pixel($0 % width, $0 / width) & 0x00FF_FFFF }
    }

    var testDescription: String { "\(name), \(width) × \(height)" }
  }

  private static func noise(_ x: Int, _ y: Int) -> UInt32 {
    var random = SplitMix(state: UInt64(x) << 32 | UInt64(y))
    return UInt32(truncatingIfNeeded: random.next())
  }

  /// Soft waves of three colours, as in a photograph.
  private static func waves(_ x: Int, _ y: Int) -> UInt32 {
    let red = (x * x / 50 + 3 * y) >> 2 & 255
    let green = (x * y / 40 + x) >> 1 & 255
    return UInt32(red | green << 8 | (x + y) >> 1 & 255 << 16)
  }

  static let pictures = [
    Picture("one pixel", 1, 1) { _, _ in 0x0012_3456 },
    Picture("black", 1, 1) { _, _ in 0 },
    Picture("white", 700, 300) { _, _ in 0x00FF_FFFF },
    Picture("noise", 257, 131, noise),
    Picture("noise", 31, 1, noise),
    Picture("one column", 1, 1000) { _, y in noise(0, y / 7) },
    Picture("one row", 9000, 1) { x, _ in noise(x / 90, 0) },
    Picture("wide", 5000, 3) { x, y in noise(x / 333, y) },
    Picture("waves", 400, 333, waves),
    Picture("blocks", 333, 222) { x, y in noise(x / 40, y / 30) },
    Picture("stairs", 300, 300) { x, y in x > y ? 0x0020_5E7D : 0x00F1_F1EE },
    Picture("a few dots", 640, 400) { x, y in noise(x, y) % 97 == 0 ? noise(y, x) : 0x00DF_D7C3 },
    Picture("bars that change together", 200, 100) { x, y in UInt32(y * 0x01_0203) &+ UInt32(x / 50) },
    // Every run of noughts up to past the longest match, and every run of equal differences.
    Picture("runs", 600, 280) { x, y in x < y || x == 599 ? UInt32(y % 2) * 0x00FF_FFFF : 0 },
  ]

  @Test("Every pixel comes back", arguments: pictures)
  func roundTrip(picture: Picture) throws {
    let file = PNGFile(width: picture.width, height: picture.height).bytes(threads: 1) { Copier(picture) }
    let decoded = try #require(DecodedPNG(file))
    #expect(decoded.width == picture.width)
    #expect(decoded.height == picture.height)
    let expected = picture.pixels.flatMap { pixel in
      [0, 8, 16].map { UInt8(truncatingIfNeeded: pixel >> $0) }
    }
    #expect(decoded.bytes == expected)
  }

  @Test("Threads change no byte", arguments: pictures)
  func threads(picture: Picture) {
    let file = PNGFile(width: picture.width, height: picture.height)
    #expect(file.bytes(threads: 1) { Copier(picture) } == file.bytes(threads: 3) { Copier(picture) })
  }

  @Test("What does not change costs next to nothing; noise hardly more than itself")
  func sizes() {
    let white = Self.pictures[2]
    #expect(PNGFile(width: 700, height: 300).bytes(threads: 1) { Copier(white) }.count < 2500)
    let noise = Self.pictures[3]
    #expect(
      PNGFile(width: 257, height: 131).bytes(threads: 1) { Copier(noise) }.count < 257 * 131 * 3 * 102 / 100)
  }

  @Test("A drawing's picture has its proportions, rounded up", arguments: [(3000, 2361), (777, 612), (1, 1)])
  func proportions(width: Int, height: Int) throws {
    var list = DisplayList(width: 1000, height: 787)
    list.fill(.circle(500, 400, 380), .colour(Colour8(0x20, 0x5E, 0x7D)))
    let file = PNGPicture.bytes(list, width: width)
    let decoded = try #require(DecodedPNG(file))
    #expect(decoded.width == width)
    #expect(decoded.height == height)
    #expect(file == PNGPicture.bytes(list, width: width, threads: 2))
    if width > 1 {
      #expect(decoded.bytes.prefix(3) == [0xFF, 0xFF, 0xFF])
      let middle = 3 * (height / 2 * width + width / 2)
      #expect(decoded.bytes[middle..<middle + 3] == [0x20, 0x5E, 0x7D])
    }
  }
}
