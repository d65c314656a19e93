import CZlib
import Cartopole

/// A PNG read by the standard, apart from the library that wrote it.
struct ReadPNG {
  let width: Int
  let height: Int
  /// The chunks with their names, in their order.
  private(set) var chunks: [(name: String, bytes: [UInt8])] = []
  /// Red, green and blue in turn.
  private let pixels: [UInt8]

  /// `nil` where the file breaks the standard, or is not 8 bits a channel, RGB, without filters.
  init?(_ file: [UInt8]) {
    guard file.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] else { return nil }
    var index = 8
    while index + 12 <= file.count {
      let length = Self.number(file, index)
      guard index + 12 + length <= file.count else { return nil }
      let named = Array(file[index + 4..<index + 8 + length])
      guard Int(crc32(0, named, UInt32(named.count))) == Self.number(file, index + 8 + length) else { return nil }
      chunks.append((String(decoding: named.prefix(4), as: UTF8.self), Array(named.dropFirst(4))))
      index += 12 + length
    }
    guard index == file.count, let header = chunks.first, header.name == "IHDR", chunks.last?.name == "IEND",
      header.bytes.suffix(5) == [8, 2, 0, 0, 0]
    else { return nil }
    width = Self.number(header.bytes, 0)
    height = Self.number(header.bytes, 4)
    let stride = 3 * width + 1
    let stream = chunks.filter { $0.name == "IDAT" }.flatMap(\.bytes)
    var rows = [UInt8](repeating: 0, count: height * stride)
    var count = UInt(rows.count)
    guard uncompress(&rows, &count, stream, UInt(stream.count)) == Z_OK, Int(count) == rows.count else { return nil }
    var pixels: [UInt8] = []
    for row in 0..<height {
      guard rows[row * stride] == 0 else { return nil }
      pixels += rows[row * stride + 1..<(row + 1) * stride]
    }
    self.pixels = pixels
  }

  static func number(_ bytes: [UInt8], _ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }

  func pixel(_ x: Int, _ y: Int) -> [Int] { (0..<3).map { Int(pixels[3 * (y * width + x) + $0]) } }

  /// Whether a rectangle has a pixel darker than mid grey.
  func hasInk(_ xs: Range<Int>, _ ys: Range<Int>) -> Bool {
    ys.contains { y in xs.contains { x in pixel(x, y).allSatisfy { $0 < 128 } } }
  }

  /// Key, language and text of every iTXt chunk, none of them compressed.
  var texts: [(key: String, language: String, text: String)] {
    chunks.filter { $0.name == "iTXt" }.map { chunk in
      let parts = chunk.bytes.split(separator: 0, omittingEmptySubsequences: false)
      // Keyword 0, compression flag 0, method 0, language 0, translated keyword 0, text.
      let words = parts.map { String(decoding: $0, as: UTF8.self) }
      return (words[0], words[3], words[5])
    }
  }
}
