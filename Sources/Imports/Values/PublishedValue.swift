import Bytes
import Statistics

/// A number as tables print it, or the sign that stands for one.
enum PublishedValue: Equatable {
  case number(Double)
  /// `s`, `n` or `z`.
  case sign(String)
  /// A number with its thousands set apart, or one that may be that: `1 234`, `1.234.567`, `1,234`.
  case grouped
  case unreadable

  /// Reads a field. Decimal point or comma; an empty field is `n`.
  ///
  /// `isCount` says that the measure has no decimals: then `1.234` is a thousand too, and nothing is below zero.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isCount: Bool) {
    if let value = DecimalReader.number(bytes), !(isCount && Self.isGroupedByPoint(bytes)) {
      self = isCount && value < 0 ? .unreadable : .number(value)
      return
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmingSpaces
    self = Self.standIn(text) ?? Self.written(text)
  }

  /// The sign that stands for a number, as tables write it.
  private static func standIn(_ text: String) -> PublishedValue? {
    switch text.lowercased() {
    case "s", "c", "secret", "ss": PublishedValue.sign("s")
    case "", "n", "nd", "n/d", "na", "n/a", "nan", "null", "…", "...": PublishedValue.sign("n")
    case "///", "z": PublishedValue.sign("z")
    default: nil
    }
  }

  /// A number no machine wrote: with spaces, apostrophes, points or commas.
  private static func written(_ text: String) -> PublishedValue {
    var digits = ""
    var marks: [Character] = []
    var groups: [Int] = [0]
    for character in text.drop(while: { $0 == "-" || $0 == "+" || $0 == "−" }) {
      if character.isASCII && character.isNumber {
        digits.append(character)
        groups[groups.count - 1] += 1
      } else if [",", ".", "'", "’"].contains(character) || character.isWhitespace {
        marks.append(character)
        groups.append(0)
      } else {
        return .unreadable
      }
    }
    guard !digits.isEmpty, !marks.isEmpty else { return .unreadable }
    if marks == [","] {
      // 12,5 is a decimal; 1,234 may be a thousand, and nobody but its author knows.
      if groups[1] == 3 && (1...3).contains(groups[0]) && !digits.hasPrefix("0") { return .grouped }
      let plain = text.map { $0 == "," ? "." : $0 }
      return Double(String(plain)).map(PublishedValue.number) ?? .unreadable
    }
    // 1.234 of a count, which the caller would not take for a decimal, comes here with one point.
    let inner = groups.dropFirst()
    let isLastDecimal = marks.count > 1 && marks.last != marks.first && [",", "."].contains(marks.last)
    let thousands = isLastDecimal ? inner.dropLast() : inner
    return groups[0] <= 3 && thousands.allSatisfy({ $0 == 3 }) ? .grouped : .unreadable
  }

  /// One to three digits, a point, three digits, not after a leading zero.
  private static func isGroupedByPoint(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")), (1...3).contains(point), bytes.count - point == 4
    else { return false }
    return bytes[0] != UInt8(ascii: "0")
  }
}

extension Measure {
  /// All establishments of an area, ESS or not.
  static let allEstablishments = Measure("all_establishments")

  /// Whether its values are whole and never below zero.
  var isWhole: Bool { [.establishments, .jobs, .allEstablishments, .allJobs].contains(self) }
}
