import Bytes

/// `equal` — classes of equal width from the minimum to the maximum.
enum EqualIntervals: ClassMethod {
  static let name = "equal"
  static let summary = Text("amplitudes égales", "equal widths")
  static let takesCount = true

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    guard let low = sample.ranked.first, let high = sample.ranked.last, let maximum = sample.maximum else { return [] }
    let count = Double(options.classes)
    return (1..<options.classes).map { (low + (high - low) * Double($0) / count) * sample.unit } + [maximum]
  }
}
