import Bytes

/// Commune codes as small numbers: `01001` is 1001, `2A004` is 100004, `2B033` is 101033.
enum CommuneCode {
  /// One more than the largest number.
  static let count = 102_000

  enum Parsed {
    case code(Int)
    case lostZero
    case none
  }

  /// Reads five characters: a département that exists and three digits.
  ///
  /// Four digits, or the three or four of a code read as a number, are a code that lost its zero.
  @inline(__always)
  static func parse(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Parsed {
    guard length == 5 else { return length == 4 && isNumber(bytes, 4) ? .lostZero : .none }
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

  /// The five characters of a number.
  static func text(_ code: Int) -> String {
    let number = String(1000 + code % 1000).dropFirst()
    let department = code / 1000
    if department >= 100 { return (department == 100 ? "2A" : "2B") + number }
    return (department < 10 ? "0" : "") + String(department) + number
  }

  /// Paris, Lyon or Marseille for one of its arrondissements; any other commune itself.
  @inline(__always)
  static func city(_ code: Int) -> Int {
    switch code {
    case 75_101...75_120: 75_056
    case 69_381...69_389: 69_123
    case 13_201...13_216: 13_055
    default: code
    }
  }

  /// Metropolitan départements by number but the former Corse (20), then 97 and 98 overseas.
  private static let isDepartment: [Bool] = (0..<100).map {
    (1...95).contains($0) && $0 != 20 || $0 == 97 || $0 == 98
  }

  private static func isNumber(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    (0..<length).allSatisfy { bytes[$0] &- 48 < 10 }
  }
}
