import Bytes

extension DocumentNode {
  /// A text with at least one visible character. Throws 65 for any other value.
  public func words(_ what: Text) throws(Problem) -> String {
    let text = try string(what)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw problem(
        Text("« \(what.fr) » est vide", "\"\(what.en)\" is empty"), fix: Text("écrivez un texte", "write a text"))
    }
    return text
  }

  /// A text for readers: one text for every language, or a map of `fr` and `en`; the French stands for both
  /// when `en` is absent. Throws 65 for any other value.
  public func text(_ what: Text) throws(Problem) -> Text {
    guard case .map = content else { return Text(french: try words(what)) }
    try allow(["fr", "en"], in: what)
    let french = try required("fr", in: what).words(what)
    return try self["en"].map { english throws(Problem) in Text(french, try english.words(what)) }
      ?? Text(french: french)
  }

  /// The case of an enumeration whose raw value is written. Throws 65 listing the allowed values.
  public func choice<Value: RawRepresentable & CaseIterable>(_ what: Text) throws(Problem) -> Value
  where Value.RawValue == String {
    let written = try string(what)
    guard let value = Value(rawValue: written) else {
      let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem(Text.isNoValueOf(written, what), fix: Text("écrivez l’une de : \(known)", "write one of: \(known)"))
    }
    return value
  }

  /// An id that other parts of the file refer to: lower-case ASCII letters, digits and hyphens, a letter first,
  /// at most 64 bytes. Throws 65 for any other value.
  public func identifier(_ what: Text) throws(Problem) -> String {
    let written = try string(what)
    guard Self.isIdentifier(written) else {
      throw problem(
        Text("identifiant « \(written) » mal formé", "malformed id \"\(written)\""), fix: Text.lowerCaseLettersAndDigits
      )
    }
    if let flaw = Self.tooLong(written) { throw problem(flaw.what, fix: flaw.fix) }
    return written
  }

  /// What is wrong with an id of more than 64 bytes, and the remedy; `nil` for a shorter one. Files are named
  /// after ids, with words before and after them, and a file name has at most 255 bytes.
  public static func tooLong(_ identifier: String) -> (what: Text, fix: Text)? {
    let (length, most) = (identifier.utf8.count, 64)
    guard length > most else { return nil }
    return (
      Text("identifiant de \(length) signes", "an id of \(length) characters"), Text.lengthLimitedByFileNames(most)
    )
  }

  /// Whether a text has lower-case ASCII letters, digits and hyphens
  /// only, a letter first; length is not checked.
  public static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
      default: false
      }
    }
  }

  /// The code INSEE of a commune: five digits, or `2A` or `2B` and three digits. Throws 65 for any other value.
  public func insee(_ what: Text) throws(Problem) -> String {
    let written = try string(what)
    guard Self.isINSEE(written) else {
      throw problem(
        Text("code INSEE « \(written) » mal formé", "malformed code INSEE \"\(written)\""),
        fix: Text.fiveCharactersExpected)
    }
    return written
  }

  /// Whether a text is five digits, or `2A` or `2B` and three digits.
  public static func isINSEE(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 5 else { return false }
    return bytes.indices.allSatisfy { index in
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "A"), UInt8(ascii: "B"): index == 1 && bytes[0] == UInt8(ascii: "2")
      default: false
      }
    }
  }

  /// A number within limits, both included. Throws 65 for any other value.
  public func number(_ what: Text, in range: ClosedRange<Double>) throws(Problem) -> Double {
    let value = try number(what)
    guard range.contains(value) else {
      let low = Numerals(.en).short(range.lowerBound, 6)
      let high = Numerals(.en).short(range.upperBound, 6)
      throw problem(
        Text("« \(what.fr) » doit être entre \(low) et \(high)", "\"\(what.en)\" must be between \(low) and \(high)"))
    }
    return value
  }

  /// A number above zero. Throws 65 for any other value.
  public func positive(_ what: Text) throws(Problem) -> Double {
    let value = try number(what)
    guard value > 0 else { throw problem(Text.mustBeGreaterThanZero(what)) }
    return value
  }

  /// The same content with every line number set to 0, so that two files can be compared by content.
  public var withoutLines: DocumentNode {
    switch content {
    case .null, .scalar: DocumentNode(content, line: 0)
    case .list(let items): DocumentNode(.list(items.map(\.withoutLines)), line: 0)
    case .map(let entries):
      DocumentNode(.map(entries.map { Entry(key: $0.key, line: 0, value: $0.value.withoutLines) }), line: 0)
    }
  }
}
