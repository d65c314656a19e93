/// How the codes of a dimension of Flores relate to its total: whether they overlap, and whether they make the
/// whole.
///
/// An absent row is not a zero, and a file may be an extract, so parts make the whole only when their codes
/// show it.
struct FloresParts: Equatable {
  /// Whether no two codes count the same establishment.
  var isDisjoint: Bool
  /// Number of parts that make the whole; 0 when it is unknown.
  var all: Int

  /// Codes of the aggregated nomenclature (NA, 2008) in 5 and in 17 activities; each level makes the whole.
  static let activities: [[String]] = [
    ["AZ", "BE", "FZ", "GU", "OQ"],
    ["AZ", "DE", "C1", "C2", "C3", "C4", "C5", "FZ", "GZ", "HZ", "IZ", "JZ", "KZ", "LZ", "MN", "OQ", "RU"],
  ]

  /// Parts by activity: codes of one level of the nomenclature, divisions of two digits, or anything else.
  init(activities codes: Set<String>) {
    let level = Self.activities.first { codes.isSubset(of: $0) }
    let areDivisions = codes.allSatisfy { $0.utf8.count == 2 && $0.utf8.allSatisfy { $0 &- 48 < 10 } }
    isDisjoint = codes.count < 2 || level != nil || areDivisions
    all = level.map { $0.count == codes.count ? $0.count : 0 } ?? 0
  }

  /// Parts by size class (`E0`, `E1T9`, `E500T`, `E_GE500`): they make the whole when they follow each other
  /// without gaps from `first` or below to an open class.
  init(sizes codes: Set<String>, first: Int) {
    let classes = codes.compactMap(Self.bounds)
    guard classes.count == codes.count else {
      (isDisjoint, all) = (codes.count < 2, 0)
      return
    }
    let sorted = classes.sorted { $0.lowerBound < $1.lowerBound }
    let pairs = zip(sorted, sorted.dropFirst())
    isDisjoint = pairs.allSatisfy { $0.upperBound < $1.lowerBound }
    let isWhole =
      sorted.first.map { $0.lowerBound <= first } ?? false && sorted.last?.upperBound == .max
      && pairs.allSatisfy { $0.upperBound != .max && $0.upperBound + 1 == $1.lowerBound }
    all = isWhole ? codes.count : 0
  }

  /// The least and the largest number of employees in a size class; `nil` for a code without them.
  private static func bounds(_ code: String) -> ClosedRange<Int>? {
    let numbers = code.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    let isOpen = code.contains("GE") || code.hasSuffix("T") || code.hasSuffix("P")
    switch numbers.count {
    case 1: return numbers[0]...(isOpen ? .max : numbers[0])
    case 2: return numbers[0] <= numbers[1] ? numbers[0]...numbers[1] : nil
    default: return nil
    }
  }
}
