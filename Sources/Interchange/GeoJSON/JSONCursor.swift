import Bytes

/// Walks through the bytes of a JSON text (RFC 8259) without building a tree.
struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  let path: String
  var position: Int
  /// Number, from 1, of the feature being read, for messages.
  var feature: Int?
  private static let deepest = 128

  init(_ bytes: UnsafeBufferPointer<UInt8>, path: String) {
    self.bytes = bytes
    self.path = path
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next byte that is not blank, without moving past it; 0 at the end.
  mutating func peek() -> UInt8 {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return 0
  }

  var atEnd: Bool {
    var copy = self
    _ = copy.peek()
    return copy.position == bytes.count
  }

  /// Enters an object or array by its opening byte; returns `false` when it is empty, and has then already left
  /// it.
  mutating func enter(_ opening: StaticString) throws(Problem) -> Bool {
    let byte = opening.utf8Start[0]
    guard peek() == byte else { throw expected(Text("« \(opening) » attendu", "\"\(opening)\" expected")) }
    position += 1
    // In ASCII the code of a closing bracket is two more than that of the opening one.
    if peek() == byte + 2 {
      position += 1
      return false
    }
    return true
  }

  /// Continues after a member or an element: returns `true` past a comma, `false` past the closing byte.
  mutating func goesOn(_ closing: UInt8) throws(Problem) -> Bool {
    let byte = peek()
    guard byte == UInt8(ascii: ",") || byte == closing else {
      throw expected(Text("« , » ou fermeture attendue", "\",\" or a closing bracket expected"))
    }
    position += 1
    return byte != closing
  }

  mutating func nextMember() throws(Problem) -> Bool { try goesOn(UInt8(ascii: "}")) }
  mutating func nextElement() throws(Problem) -> Bool { try goesOn(UInt8(ascii: "]")) }

  /// Reads the name of a member and the colon; the cursor is then before the value.
  mutating func key() throws(Problem) -> String {
    let name = try string()
    try colon()
    return name
  }

  mutating func colon() throws(Problem) {
    guard peek() == UInt8(ascii: ":") else { throw expected(Text("« : » attendu", "\":\" expected")) }
    position += 1
  }

  /// Moves past a literal such as `null` when it is next, and returns whether it was.
  mutating func passes(_ literal: StaticString) -> Bool {
    _ = peek()
    let length = literal.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    for index in 0..<length where bytes[position + index] != literal.utf8Start[index] { return false }
    position += length
    return true
  }

  /// Reads a number and returns its bytes; the caller has seen that the first is `-` or a digit.
  mutating func numberToken() throws(Problem) -> UnsafeBufferPointer<UInt8> {
    _ = peek()
    let start = position
    guard let value = DecimalReader.scan(bytes, &position) else {
      throw expected(Text("nombre attendu", "number expected"))
    }
    guard value.isFinite else { throw problem(Text("nombre trop grand", "number too large")) }
    let token = UnsafeBufferPointer(rebasing: bytes[start..<position])
    let digits = token.first == UInt8(ascii: "-") ? token.dropFirst() : token[...]
    if digits.count > 1, digits.first == UInt8(ascii: "0"), digits.dropFirst().first.map({ $0 &- 48 < 10 }) == true {
      position = start
      throw problem(Text.numberStartsWithZero, fix: Text.putCodesInQuotes)
    }
    return token
  }

  /// Moves past a value of any kind and checks it.
  mutating func skip(depth: Int = 0) throws(Problem) {
    guard depth < Self.deepest else { throw problem(Text.nestedTooDeeply(Self.deepest)) }
    switch peek() {
    case UInt8(ascii: "\""): _ = try stringRange()
    case UInt8(ascii: "{"):
      guard try enter("{") else { return }
      repeat {
        _ = try stringRange()
        try colon()
        try skip(depth: depth + 1)
      } while try nextMember()
    case UInt8(ascii: "["):
      guard try enter("[") else { return }
      repeat { try skip(depth: depth + 1) } while try nextElement()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try numberToken()
    default:
      guard passes("true") || passes("false") || passes("null") else {
        throw expected(Text("valeur attendue", "value expected"))
      }
    }
  }

  /// The error (65) for something expected at the cursor; at the end of the file it says that the file ends too
  /// soon.
  func expected(_ what: Text) -> Problem {
    guard position < bytes.count else { return problem(Text.fileEndsTooSoon, fix: Text.copyOrExportItAgain) }
    return problem(what)
  }

  /// A problem (65) at the cursor.
  func problem(_ what: Text, fix: Text? = nil, needs need: Need? = nil) -> Problem {
    let line = bytes[..<min(position, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let place = Text("ligne \(line), octet \(position + 1)", "line \(line), byte \(position + 1)")
    let whole = feature.map { Text("entité \($0), ", "feature \($0), ") + place } ?? place
    return Problem(.badData, file: path, at: whole, what, fix: fix, needs: need)
  }
}
