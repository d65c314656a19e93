import CZlib

/// A PDF of ours, read back: what its table of objects points to, streams inflated.
struct ReadPDF {
  private(set) var objects: [Int: (keys: String, stream: [UInt8]?)] = [:]
  let trailer: String

  /// `nil` when the table points to anything but its objects.
  init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    guard text.hasPrefix("%PDF-1.7\n"), text.hasSuffix("%%EOF\n"),
      let start = text.firstMatch(of: #/startxref\n(\d+)\n/#).flatMap({ Int($0.1) }), start < bytes.count
    else { return nil }
    let table = String(decoding: bytes[start...], as: UTF8.self).split(separator: "\n")
    guard table.first == "xref", let count = table[1].split(separator: " ").last.flatMap({ Int($0) }) else {
      return nil
    }
    trailer = table.dropFirst(2 + count).joined(separator: "\n")
    for number in 1..<count {
      let entry = table[2 + number]
      guard entry.count == 19, let offset = Int(entry.prefix(10)),
        let object = Self.object(number, Array(bytes[offset..<start]))
      else { return nil }
      objects[number] = object
    }
  }

  private static func object(_ number: Int, _ bytes: [UInt8]) -> (String, [UInt8]?)? {
    let head = Array("\(number) 0 obj\n".utf8)
    guard bytes.starts(with: head) else { return nil }
    let body = Array(bytes.dropFirst(head.count))
    guard let line = body.firstIndex(of: 0x0A) else { return nil }
    let keys = String(decoding: body[..<line], as: UTF8.self)
    guard keys.hasSuffix(">>stream") else { return (keys, nil) }
    guard let length = keys.firstMatch(of: #//Length (\d+)>>/#).flatMap({ Int($0.1) }),
      body[(line + 1 + length)...].starts(with: Array("\nendstream\nendobj\n".utf8)),
      let stream = inflated(Array(body[line + 1..<line + 1 + length]))
    else { return nil }
    return (keys, stream)
  }

  private static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    var room = uLong(1 << 22)
    var out = [UInt8](repeating: 0, count: Int(room))
    return uncompress(&out, &room, bytes, uLong(bytes.count)) == Z_OK ? Array(out.prefix(Int(room))) : nil
  }

  /// Numbers of the pages' objects, in their order.
  var pages: [Int] {
    guard let tree = objects.values.first(where: { $0.keys.hasPrefix("<</Type/Pages/") }) else { return [] }
    return tree.keys.matches(of: #/(\d+) 0 R/#).compactMap { Int($0.1) }
  }

  /// The number a key of an object refers to.
  func reference(_ key: String, of object: Int) -> Int? {
    guard let keys = objects[object]?.keys, let place = keys.firstRange(of: "/\(key) ") else { return nil }
    return Int(keys[place.upperBound...].prefix(while: \.isNumber))
  }

  func content(of page: Int) -> String {
    let stream = reference("Contents", of: page).flatMap { objects[$0]?.stream }
    return String(decoding: stream ?? [], as: UTF8.self)
  }

  /// What the page's texts say, one string a `BT`…`ET`, through the fonts' ToUnicode and ActualText.
  func texts(of page: Int) -> [String] {
    let fonts = fontMaps(page)
    var texts: [String] = []
    var font = 0
    for part in content(of: page).split(separator: "BT\n", omittingEmptySubsequences: false).dropFirst() {
      let text = part.prefix(upTo: part.firstRange(of: "ET\n")?.lowerBound ?? part.endIndex)
      if let chosen = text.firstMatch(of: #//F(\d+) /#) { font = Int(chosen.1) ?? 0 }
      var said = ""
      for hexadecimal in text.matches(of: #/<([0-9A-F]+)>/#) {
        for code in Self.units(hexadecimal.1) { said += fonts[font]?[code] ?? "" }
      }
      texts.append(said)
    }
    return texts
  }

  /// The texts that stand in for what the glyphs say.
  func actualTexts(of page: Int) -> [String] {
    content(of: page).matches(of: #/\/ActualText<FEFF([0-9A-F]*)>/#).map {
      String(decoding: Self.units($0.1), as: UTF16.self)
    }
  }

  private func fontMaps(_ page: Int) -> [Int: [UInt16: String]] {
    guard let list = reference("Font", of: page), let keys = objects[list]?.keys else { return [:] }
    var maps: [Int: [UInt16: String]] = [:]
    for font in keys.matches(of: #//F(\d+) (\d+) 0 R/#) {
      guard let number = Int(font.1), let object = Int(font.2), let map = reference("ToUnicode", of: object)
      else { continue }
      let lines = String(decoding: objects[map]?.stream ?? [], as: UTF8.self)
      for line in lines.matches(of: #/<([0-9A-F]{4})><([0-9A-F]+)>\n/#) {
        maps[number, default: [:]][Self.units(line.1)[0]] = String(decoding: Self.units(line.2), as: UTF16.self)
      }
    }
    return maps
  }

  private static func units(_ hexadecimal: Substring) -> [UInt16] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count - 3, by: 4).compactMap {
      UInt16(String(digits[$0..<$0 + 4]), radix: 16)
    }
  }
}
