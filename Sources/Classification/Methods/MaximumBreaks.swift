import Bytes

/// `maximum-breaks` — cuts in the middle of the widest gaps between neighbouring values; of equal gaps the
/// upper one comes first.
enum MaximumBreaks: ClassMethod {
  static let name = "maximum-breaks"
  static let summary = Text.cutsInTheWidestGaps
  static let takesCount = true

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    let values = sample.values
    guard let maximum = values.last else { return [] }
    // At most one gap overflows to infinity, and it is the widest.
    let gaps = values.indices.dropFirst().filter { values[$0] > values[$0 - 1] }
    let widest = gaps.sorted { a, b in
      let (left, right) = (values[a] - values[a - 1], values[b] - values[b - 1])
      return left == right ? a > b : left > right
    }.prefix(options.classes - 1)
    return widest.map { Self.middle(values[$0 - 1], values[$0]) }.sorted() + [maximum]
  }

  private static func middle(_ low: Double, _ high: Double) -> Double {
    let sum = low + high
    return sum.isFinite ? sum / 2 : low / 2 + high / 2
  }
}
