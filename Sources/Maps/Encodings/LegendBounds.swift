import Bytes
import Geometry

/// Class bounds as a legend prints them: round where the values leave room, and never so far that a value would
/// seem to be in another class.
public struct LegendBounds: Sendable, Equatable {
  /// The minimum, the upper bound of each class but the last, and the maximum, as printed; the last bound itself where
  /// no value lies above the one before it.
  public let edges: [Double]
  /// Whether every value lies above the first class.
  private let isFirstEmpty: Bool

  /// Rounds each bound between classes to the fewest digits that separate the same values and move it by at most a
  /// tenth of the narrower class beside it. Minimum and maximum are rounded to the nearest, as titles print them, unless
  /// that would make them look like the bound next to them.
  ///
  /// - Parameters:
  ///   - values: finite, in any order.
  ///   - upperBounds: ascending, the last one at the maximum or above.
  ///   - isGiven: whether somebody chose the bounds, which are then printed as they are.
  ///
  /// Complexity: O(values · log values + bounds · log values).
  public init(_ values: [Double], upperBounds: [Double], isGiven: Bool = false) {
    let sorted = values.sorted()
    let top = upperBounds.last ?? sorted.last ?? 0
    let (low, high, inner) = (sorted.first ?? top, sorted.last ?? top, upperBounds.dropLast())
    let exact = [low] + inner + [high > inner.last ?? -.infinity ? high : top]
    var printed = exact
    for index in inner.indices {
      let (before, here, after) = (exact[index], exact[index + 1], exact[index + 2])
      let room = isGiven ? 0 : max(0, min(here - before, after - here)) / 10
      let next = Self.rank(sorted, here)
      let (least, below) = (next > 0 ? sorted[next - 1] : -.infinity, next < sorted.count ? sorted[next] : .infinity)
      printed[index + 1] =
        Self.roundest(here) { ($0 - here).magnitude <= room && $0 >= least && $0 < below } ?? here
    }
    isFirstEmpty = inner.first.map { low > $0 } ?? false
    let last = printed.count - 1
    printed[0] = Self.end(low, among: [low, high]) {
      // One value alone is printed with three digits, and a minimum above zero never as zero.
      let isNear = low < high || ($0 - low).magnitude <= 0.0005 * low.magnitude
      return isNear && (low <= 0 || $0 > 0) && (low >= exact[1] || $0 < printed[1])
    }
    printed[last] =
      low == high && inner.isEmpty
      ? printed[0]
      : Self.end(exact[last], among: [low, high]) { exact[last] <= exact[last - 1] || $0 > printed[last - 1] }
    edges = printed
  }

  /// The number with the fewest significant digits, at most 15, that `fits` accepts, next to a bound.
  private static func roundest(_ bound: Double, _ fits: (Double) -> Bool) -> Double? {
    let digits = bound == 0 ? 0 : -Int(log10(bound.magnitude).rounded(.down))
    for decimals in digits...max(digits, min(digits + 14, 12)) {
      for rule in [FloatingPointRoundingRule.toNearestOrAwayFromZero, .up, .down] {
        let number = rounded(bound, decimals, rule)
        if fits(number) { return number }
      }
    }
    return nil
  }

  /// An end of the values, to the nearest in the fewest decimals, from those of `PrintedBounds` to 12, that `fits`
  /// accepts.
  private static func end(_ value: Double, among ends: [Double], _ fits: (Double) -> Bool) -> Double {
    let least = PrintedBounds(ends).decimals ?? 12
    return (least..<max(least, 12) + 1).lazy.map { rounded(value, $0, .toNearestOrAwayFromZero) }.first(where: fits)
      ?? value
  }

  private static func rounded(_ value: Double, _ decimals: Int, _ rule: FloatingPointRoundingRule) -> Double {
    let power = (0..<decimals.magnitude).reduce(1.0) { product, _ in product * 10 }
    let number = decimals >= 0 ? (value * power).rounded(rule) / power : (value / power).rounded(rule) * power
    return number.isFinite ? number : value
  }

  /// The number of values that are at most `bound`.
  private static func rank(_ sorted: [Double], _ bound: Double) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// An edge in words.
  func edge(_ index: Int, _ numerals: Numerals) -> String { numerals.short(edges[index], 12) }

  /// The legend text of class k, with a unit after its numbers; classes are closed on the right, the first one on both
  /// sides.
  public func label(_ k: Int, _ language: Language, unit: String = "") -> String {
    let (low, high) = (edge(k, Numerals(language)), edge(k + 1, Numerals(language)) + unit)
    if edges[k] == edges[k + 1] { return high }
    if k == 0, isFirstEmpty { return Text("\(high) ou moins", "\(high) or less")[language] }
    if k == 0 { return Text("de \(low) à \(high)", "\(low) to \(high)")[language] }
    return Text("plus de \(low) à \(high)", "over \(low) to \(high)")[language]
  }
}
