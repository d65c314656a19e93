import Bytes
import Geometry

/// Class bounds as a legend prints them: rounded, but never so far that a
/// value would seem to be in another class.
public struct LegendBounds: Sendable, Equatable {
  /// Decimals of every bound.
  public let decimals: Int
  /// The minimum, then the upper bound of each class, as printed.
  public let edges: [Double]
  /// Whether every value lies above the first class.
  private let isFirstEmpty: Bool
  /// Whether trailing zeros of the decimals are left out.
  private var isTrimmed = false

  /// Takes the fewest decimals with which every printed bound still separates the same values and no
  /// two bounds look alike. Bounds are rounded to the nearest where that is enough, otherwise up,
  /// because a bound is often one of the values.
  ///
  /// - Parameters:
  ///   - values: finite, in any order.
  ///   - upperBounds: ascending, the last one at the maximum or above.
  ///
  /// Complexity: O(values · log values + decimals · bounds · log values).
  public init(_ values: [Double], upperBounds: [Double]) {
    let sorted = values.sorted()
    let top = upperBounds.last ?? sorted.last ?? 0
    // The last class ends at the largest value, unless its bound is smaller.
    let last = sorted.last.map { upperBounds.count > 1 ? $0 : top } ?? top
    let edges = [sorted.first ?? top] + upperBounds.dropLast() + [max(last, sorted.last ?? last)]
    isFirstEmpty = edges[0] > edges[1]
    var decimals = 0
    var printed = Self.printed(edges, sorted, decimals)
    while decimals < 12, printed == nil {
      decimals += 1
      printed = Self.printed(edges, sorted, decimals)
    }
    self.decimals = decimals
    self.edges = printed ?? edges
  }

  /// Prints bounds that are round already as they are, between the ends of the values, which are rounded
  /// outwards to one decimal unless a bound has more.
  ///
  /// - Parameters: as above, for several classes none of which is empty.
  public init(_ values: [Double], roundBounds upperBounds: [Double]) {
    var decimals = 1
    let inner = upperBounds.dropLast()
    while decimals < 12, inner.contains(where: { Self.outwards($0, decimals, .down) != $0 }) { decimals += 1 }
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    // A minimum above zero is not printed as zero.
    while decimals < 12, low > 0, Self.outwards(low, decimals, .down) == 0 { decimals += 1 }
    self.decimals = decimals
    edges = [Self.outwards(low, decimals, .down)] + inner + [Self.outwards(high, decimals, .up)]
    isFirstEmpty = false
    isTrimmed = true
  }

  private static func outwards(_ value: Double, _ decimals: Int, _ rule: FloatingPointRoundingRule) -> Double {
    let power = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    // A decimal times a power of ten may come out slightly off the whole number it stands for.
    let scaled = value * power
    let near = scaled.rounded()
    return ((scaled - near).magnitude <= 1e-9 * near.magnitude ? near : scaled.rounded(rule)) / power
  }

  /// The edges with so many decimals; `nil` when that would move a value to
  /// another class or make two edges look alike.
  private static func printed(_ edges: [Double], _ sorted: [Double], _ decimals: Int) -> [Double]? {
    let power = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    var rounded = edges.map { ($0 * power).rounded(.toNearestOrAwayFromZero) / power }
    // A single value is printed with three digits.
    if let first = edges.first, edges.allSatisfy({ $0 == first }) {
      return (rounded[0] - first).magnitude <= 0.0005 * first.magnitude ? rounded : nil
    }
    for index in 1..<max(edges.count - 1, 1) {
      let below = rank(sorted, edges[index])
      if rank(sorted, rounded[index]) == below { continue }
      rounded[index] = (edges[index] * power).rounded(.up) / power
      guard rank(sorted, rounded[index]) == below else { return nil }
    }
    for index in 1..<rounded.count where edges[index] > edges[index - 1] {
      // Two bounds that print alike say nothing, and neither does a class printed as a point that is not one.
      if rounded[index] <= rounded[index - 1] { return nil }
    }
    return rounded
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

  /// The legend text of class k; classes are closed on the right, the first one on both sides.
  public func label(_ k: Int, _ language: Language) -> String {
    let numerals = Numerals(language)
    func number(_ edge: Double) -> String {
      isTrimmed ? numerals.short(edge, decimals) : numerals.decimal(edge, decimals)
    }
    let (low, high) = (number(edges[k]), number(edges[k + 1]))
    if edges.count == 2 && edges[0] == edges[1] { return high }
    if k == 0, isFirstEmpty { return Text("\(high) ou moins", "\(high) or less")[language] }
    if k == 0 { return Text("de \(low) à \(high)", "\(low) to \(high)")[language] }
    return Text("plus de \(low) à \(high)", "over \(low) to \(high)")[language]
  }
}
