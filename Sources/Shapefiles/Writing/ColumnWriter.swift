import Bytes
import Geometry

/// One column of a .dbf to be written: its type, its width, and its values as bytes of a row.
///
/// Texts are of type `C`, as wide as the longest; whole numbers are `N` without decimals; other numbers are `N`
/// in shortest form, which reads back as the same number, with the decimals of the longest, up to 15.
struct ColumnWriter {
  static let widest = 254
  let name: String
  let source: Column
  let type: UInt8
  let width: Int
  let decimals: Int
  /// Number of texts that are longer than a field can be.
  let cutTexts: Int

  init(_ source: Column, name: String) {
    self.name = name
    self.source = source
    var width = 1
    var cut = 0
    switch source.values {
    case .text(let values):
      type = UInt8(ascii: "C")
      decimals = 0
      for value in values {
        guard let value else { continue }
        let size = value.utf8.count
        if size > Self.widest { cut += 1 }
        width = max(width, min(size, Self.widest))
      }
    case .integer(let values):
      type = UInt8(ascii: "N")
      decimals = 0
      for value in values { if let value { width = max(width, String(value).utf8.count) } }
    case .number(let values):
      type = UInt8(ascii: "N")
      var longest = 1
      for value in values { if let value { longest = max(longest, min(Self.shortest(value, 0).decimals, 15)) } }
      for value in values { if let value { width = max(width, Self.shortest(value, longest).bytes.count) } }
      width = max(width, longest + 2)
      decimals = longest
    }
    self.width = width
    cutTexts = cut
  }

  /// Appends the value of a row in exactly `width` bytes; text is aligned to the left, numbers to the right.
  func append(_ row: Int, to record: inout [UInt8]) {
    let value: [UInt8]
    switch source.values {
    case .text(let values):
      let text = values[row].map { Self.cut($0, to: width) } ?? []
      record.append(contentsOf: text)
      record.append(contentsOf: repeatElement(UInt8(ascii: " "), count: width - text.count))
      return
    case .integer(let values): value = values[row].map { Array(String($0).utf8) } ?? []
    case .number(let values): value = values[row].map { Self.shortest($0, decimals).bytes } ?? []
    }
    record.append(contentsOf: repeatElement(UInt8(ascii: " "), count: width - value.count))
    record.append(contentsOf: value)
  }

  /// The longest beginning of a text that has at most `width` bytes and ends between characters.
  static func cut(_ text: String, to width: Int) -> [UInt8] {
    if text.utf8.count <= width { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let next = Array(String(scalar).utf8)
      if bytes.count + next.count > width { break }
      bytes += next
    }
    return bytes
  }

  /// The shortest text that reads back as the same number, with zeros added up to `decimals`; empty for a
  /// number that is not finite.
  private static func shortest(_ value: Double, _ decimals: Int) -> (bytes: [UInt8], decimals: Int) {
    guard value.isFinite else { return ([], 0) }
    var writer = ByteWriter()
    writer.shortest(value)
    var bytes = writer.bytes
    if bytes.contains(UInt8(ascii: "e")) { return (bytes, 1) }
    let point = bytes.firstIndex(of: UInt8(ascii: "."))
    let found = point.map { bytes.count - 1 - $0 } ?? 0
    if point == nil, decimals > 0 { bytes.append(UInt8(ascii: ".")) }
    if found < decimals { bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: decimals - found)) }
    return (bytes, found)
  }
}
