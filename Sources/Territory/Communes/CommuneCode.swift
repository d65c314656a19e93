import Bytes

/// The codes of communes as tables write them, as text and as small numbers: `01001` is
/// 1001, `2A004` is 100004, `2B033` is 101033.
public enum CommuneCode {
  /// One more than the largest number: the size of a table that has a row for each of them.
  public static let count = 102_000

  /// What `parse` found in a field.
  public enum Parsed {
    case code(Int)
    /// A code that a spreadsheet took for a number: `1001`, `1001.0`.
    case restored(Int)
    case none
  }

  /// A code as text.
  public struct Read: Equatable, Sendable {
    /// The five characters of the code.
    public let code: String
    /// Whether the field had lost its zero or gained decimals.
    public let isRestored: Bool
  }

  /// Reads the code in a field: five characters, the letter of Corsica in either case, or a code that a
  /// spreadsheet took for a number. Returns `nil` for any other text.
  public static func read(_ text: String) -> Read? {
    if CommuneLayer.isCode(text) { return Read(code: text, isRestored: false) }
    let bytes = Array(text.utf8)
    if bytes.count == 5, bytes[1] == UInt8(ascii: "a") || bytes[1] == UInt8(ascii: "b") {
      let upper = text.uppercased()
      return CommuneLayer.isCode(upper) ? Read(code: upper, isRestored: false) : nil
    }
    return restored(bytes).map { Read(code: String(decoding: $0, as: UTF8.self), isRestored: true) }
  }

  /// The five digits of a code that a spreadsheet took for a number: `1001` has lost its zero, `1001.0` and
  /// `91223.0` have gained decimals. Returns `nil` for any other bytes.
  public static func restored(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    guard (4...9).contains(bytes.count) else { return nil }
    var digits = Array(bytes)
    if let mark = digits.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) {
      let zeros = digits[(mark + 1)...]
      guard !zeros.isEmpty, zeros.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
      digits.removeSubrange(mark...)
    } else if digits.count > 4 {
      return nil
    }
    guard digits.count == 4 || digits.count == 5, digits.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    return digits.count == 5 ? digits : [UInt8(ascii: "0")] + digits
  }

  /// The note on restored codes: how many there are, and the lines of the first five. Give `count`
  /// when `lines` holds only the first of them.
  public static func restoredNote(lines: [Int], count: Int? = nil) -> Text {
    let count = count ?? lines.count
    let first = lines.prefix(5).map(String.init).joined(separator: ", ") + (count > 5 ? "…" : "")
    return Text.codesRestored(count, first)
  }

  /// The error (65) for a field that is no commune code.
  public static func problem(_ text: String, file: String, at place: Text) -> Problem {
    Problem(.badData, file: file, at: place, Text.isNotACommuneCode(text), fix: Text.fiveCharactersExpected)
  }

  /// The error (65) for a file that has no code in common with a layer. Without it
  /// the join would be empty and say nothing.
  public static func noneKnown(_ codes: [String], file: String, in layer: CommuneLayer) -> Problem {
    func some(_ codes: some Sequence<String>) -> String {
      let first = Array(codes.prefix(4))
      return first.prefix(3).joined(separator: ", ") + (first.count > 3 ? ", …" : "")
    }
    let (theirs, ours) = (some(codes), some(layer.communes.lazy.map(\.insee)))
    let name = Path.name(layer.path)
    return Problem(
      .badData, file: file, Text.noneOfItsCodesMatches(theirs, name, ours), fix: Text.giveLayerAndFileTogether)
  }

  /// Reads a code from bytes: a département that exists and three digits, or such a
  /// code that a spreadsheet took for a number.
  @inline(__always) public static func parse(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Parsed {
    guard length == 5 else { return length < 4 ? .none : parseRestored(bytes, length) }
    let first = Int(bytes[0] &- 48)
    var second = Int(bytes[1] &- 48)
    let a = Int(bytes[2] &- 48)
    let b = Int(bytes[3] &- 48)
    let c = Int(bytes[4] &- 48)
    guard first < 10, a < 10, b < 10, c < 10 else { return .none }
    let number = a &* 100 &+ b &* 10 &+ c
    if second > 9 {
      let letter = bytes[1] | 0x20
      guard first == 2, letter == UInt8(ascii: "a") || letter == UInt8(ascii: "b") else { return .none }
      second = letter == UInt8(ascii: "a") ? 100 : 101
      return .code(second &* 1000 &+ number)
    }
    let department = first &* 10 &+ second
    guard isDepartment[department] else { return .none }
    return number == 0 ? .none : .code(department &* 1000 &+ number)
  }

  /// The number of a code of five characters; `nil` for any other text.
  public static func number(_ code: String) -> Int? {
    let parsed = Array(code.utf8).withUnsafeBufferPointer { bytes in
      bytes.count == 5 ? parse(bytes.baseAddress!, 5) : Parsed.none
    }
    return if case .code(let number) = parsed { number } else { nil }
  }

  /// The five-character code that a number stands for.
  public static func text(_ code: Int) -> String {
    let number = String(1000 + code % 1000).dropFirst()
    let department = code / 1000
    if department >= 100 { return (department == 100 ? "2A" : "2B") + number }
    return (department < 10 ? "0" : "") + String(department) + number
  }

  /// The number of Paris, Lyon or Marseille for one of its arrondissements; any other number unchanged.
  @inline(__always) public static func city(_ code: Int) -> Int {
    switch code {
    case 75_101...75_120: 75_056
    case 69_381...69_389: 69_123
    case 13_201...13_216: 13_055
    default: code
    }
  }

  /// Metropolitan départements by number but the former Corse (20), then 97 and 98 overseas.
  private static let isDepartment: [Bool] = (0..<100).map { (1...95).contains($0) && $0 != 20 || $0 == 97 || $0 == 98 }

  @inline(never) private static func parseRestored(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Parsed {
    guard let digits = restored(UnsafeBufferPointer(start: bytes, count: length)) else { return .none }
    let parsed = digits.withUnsafeBufferPointer { parse($0.baseAddress!, $0.count) }
    if case .code(let code) = parsed { return .restored(code) }
    return .none
  }
}
