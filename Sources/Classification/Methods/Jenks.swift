import Bytes

/// `jenks` — the classes with the smallest sum of squared deviations about their means, found exactly
/// (Fisher 1958); among equal optima the lexicographically smallest bounds.
///
/// Values with at most nine decimals are treated as the decimals that were written, so that 0.1, 0.2 and 0.3
/// are equally far apart. Complexity: O(k·n·log n).
enum Jenks: ClassMethod {
  static let name = "jenks"
  static let summary = Text.smallestVarianceWithinClasses
  static let takesCount = true

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    var values: [Double] = []
    var weights: [Double] = []
    // The largest value of each rank: several numbers some 600 orders of magnitude below the others may share a
    // rank.
    var largest: [Double] = []
    for (value, ranked) in zip(sample.values, sample.ranked) {
      if ranked == values.last {
        weights[weights.count - 1] += 1
        largest[largest.count - 1] = value
      } else {
        values.append(ranked)
        weights.append(1)
        largest.append(value)
      }
    }
    let count = min(options.classes, values.count)
    let ends = FisherPartition.ends(wholeNumbers(values), weights, classes: count)
    return ends.map { largest[$0 - 1] }
  }

  /// The values times the power of ten that makes them all whole; unchanged when none up to 10⁹ does.
  private static func wholeNumbers(_ values: [Double]) -> [Double] {
    var scale = 1.0
    for _ in 0...9 {
      let scaled = values.map { ($0 * scale).rounded() }
      let isExact = zip(values, scaled).allSatisfy { $1.magnitude < 0x1p53 && $1 / scale == $0 }
      if isExact { return scaled }
      scale *= 10
    }
    return values
  }
}
