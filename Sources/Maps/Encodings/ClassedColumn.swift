import Bytes
import Classification

/// The numbers of a column in classes. A true zero among numbers that are not negative is a class of its own, before the
/// others, unless somebody chose the bounds.
struct ClassedColumn {
  let breaks: ClassBreaks
  let bounds: LegendBounds
  /// The class of each feature; `nil` for a zero apart and for a feature without a number.
  let members: [Int?]
  /// Whether zeros are apart.
  let zeroApart: Bool
  /// The smallest of the numbers in classes.
  let least: Double

  /// Throws 65 for a column without a number, and what methods throw.
  init(_ column: String, _ numbers: [Double], _ choice: ClassChoice) throws(Problem) {
    let present = numbers.filter(\.isFinite)
    guard !present.isEmpty else { throw Self.isEmpty(column) }
    let isManual = !choice.breaks.isEmpty
    zeroApart =
      !isManual && present.allSatisfy { $0 >= 0 } && present.contains(0) && present.contains { $0 > 0 }
    let classed = zeroApart ? numbers.map { $0 == 0 ? .nan : $0 } : numbers
    let known = classed.filter(\.isFinite).sorted()
    breaks = try choice.breaks(of: known)
    bounds = LegendBounds(known, upperBounds: breaks.upperBounds, isGiven: isManual)
    members = Classes(classed, upperBounds: breaks.upperBounds).members
    least = known.first ?? 0
  }

  /// The error (65) for a column without a number.
  static func isEmpty(_ column: String) -> Problem {
    Problem(
      .badData, Text("« \(column) » n’a aucune valeur", "\"\(column)\" has no value"), fix: Text.checkColumnAndJoin)
  }
}
