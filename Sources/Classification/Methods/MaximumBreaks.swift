import Bytes

/// `maximum-breaks` — cut in the middle of the widest gaps between neighbouring values; of equal gaps the upper.
enum MaximumBreaks: ClassMethod {
  static let name = "maximum-breaks"
  static let summary = Text("coupe au milieu des plus grands vides", "cuts in the middle of the widest gaps")
  static let takesCount = true

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    let values = sample.ranked
    guard let maximum = values.last else { return [] }
    let gaps = values.indices.dropFirst().filter { values[$0] > values[$0 - 1] }
    let widest = gaps.sorted { a, b in
      let (left, right) = (values[a] - values[a - 1], values[b] - values[b - 1])
      return left == right ? a > b : left > right
    }.prefix(options.classes - 1)
    return widest.map { (values[$0 - 1] + values[$0]) / 2 }.sorted() + [maximum]
  }
}
