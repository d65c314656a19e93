import CZlib

/// A PNG read by other means than it is written with: zlib's inflate, and the filters after the standard.
struct DecodedPNG {
  let width: Int
  let height: Int
  /// Red, green and blue in turn.
  private(set) var bytes: [UInt8] = []

  /// `nil` where the file breaks the standard: signature, order and checksums of chunks, stream, lengths.
  init?(_ file: [UInt8]) {
    guard file.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] else { return nil }
    var index = 8
    var names: [String] = []
    var header: [UInt8] = []
    var stream: [UInt8] = []
    while index + 12 <= file.count {
      let length = Self.number(file[index...])
      guard index + 12 + length <= file.count else { return nil }
      let named = Array(file[index + 4..<index + 8 + length])
      guard Int(crc32(0, named, UInt32(named.count))) == Self.number(file[(index + 8 + length)...]) else {
        return nil
      }
      let name = String(decoding: named.prefix(4), as: UTF8.self)
      if name == "IHDR" { header = Array(named.dropFirst(4)) }
      if name == "IDAT" { stream += named.dropFirst(4) }
      names.append(name)
      index += 12 + length
    }
    guard index == file.count, names.first == "IHDR", names.last == "IEND", header.count == 13,
      names.dropFirst().dropLast().allSatisfy({ $0 == "IDAT" }), header.suffix(5) == [8, 2, 0, 0, 0]
    else { return nil }
    width = Self.number(header[0...])
    height = Self.number(header[4...])
    var rows = [UInt8](repeating: 0, count: height * (3 * width + 1))
    var count = UInt(rows.count)
    // Checks Adler-32 too.
    guard uncompress(&rows, &count, stream, UInt(stream.count)) == Z_OK, Int(count) == rows.count else {
      return nil
    }
    unfilter(rows)
  }

  private mutating func unfilter(_ rows: [UInt8]) {
    let stride = 3 * width
    bytes = [UInt8](repeating: 0, count: stride * height)
    for row in 0..<height {
      let type = rows[row * (stride + 1)]
      precondition(type <= 2, "only the filters None, Sub and Up are expected")
      for column in 0..<stride {
        let filtered = rows[row * (stride + 1) + 1 + column]
        let at = row * stride + column
        var base: UInt8 = 0
        if type == 1, column >= 3 { base = bytes[at - 3] }
        if type == 2, row > 0 { base = bytes[at - stride] }
        bytes[at] = filtered &+ base
      }
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }
}
