/// The style sheets of a drawing, those of nested drawings too: one rule a class, the later one wins.
struct SVGStyleSheet {
  private var rules: [(style: SVGBytes, declarations: Declarations)] = []
  private var rulesOf: [SVGBytes: [Int]] = [:]
  private var known: [SVGBytes: Declarations] = [:]

  /// Reads `.name{property:value;…}` one after the other; anything else is outside.
  mutating func read(_ css: SVGBytes) throws(OutsideSubset) {
    let bytes = css.bytes
    var at = 0
    func next(_ byte: UInt8) throws(OutsideSubset) -> Int {
      var end = at
      while end < bytes.count, bytes[end] != byte { end += 1 }
      guard end < bytes.count else { throw OutsideSubset("style sheet", bytes[min(at, bytes.count)...]) }
      return end
    }
    while true {
      while at < bytes.count, bytes[at].isSpace { at += 1 }
      if at == bytes.count { return }
      let brace = try next(UInt8(ascii: "{"))
      let selector = SVGBytes(bytes, at..<brace).trimmed
      at = brace + 1
      let end = try next(UInt8(ascii: "}"))
      let body = SVGBytes(bytes, at..<end)
      at = end + 1
      guard selector.bytes.first == UInt8(ascii: "."), selector.bytes.dropFirst().allSatisfy(\.isNameByte)
      else { throw OutsideSubset("selector", selector.bytes) }
      rulesOf[selector.dropFirst(1), default: []].append(rules.count)
      rules.append((selector, try declarations(body)))
    }
  }

  private func declarations(_ body: SVGBytes) throws(OutsideSubset) -> Declarations {
    var read = Declarations()
    for part in body.bytes.split(separator: UInt8(ascii: ";")) {
      let text = SVGBytes(UnsafeBufferPointer(rebasing: part)).trimmed
      if text.bytes.isEmpty { continue }
      guard let colon = text.bytes.firstIndex(of: UInt8(ascii: ":")) else {
        throw OutsideSubset("declaration", text.bytes)
      }
      let name = SVGBytes(text.bytes, 0..<colon).trimmed
      guard try read.set(name, text.dropFirst(colon + 1).trimmed) else {
        throw OutsideSubset("property", name.bytes)
      }
    }
    return read
  }

  /// What the sheet says of a `class` attribute: the rules of its classes in the sheet's order.
  mutating func declarations(forClass names: SVGBytes) -> Declarations {
    if let before = known[names] { return before }
    var all = Declarations()
    for rule in names.words.flatMap({ rulesOf[$0] ?? [] }).sorted() { all.add(rules[rule].declarations) }
    known[names] = all
    return all
  }
}

extension UInt8 {
  var isNameByte: Bool {
    (self | 0x20) &- 97 < 26 || self &- 48 < 10 || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
