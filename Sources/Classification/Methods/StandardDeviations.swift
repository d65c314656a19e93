import Bytes

/// `stddev` — bounds at the mean ± 1 and 2 standard deviations (divisor n − 1), then the maximum when it is
/// above them.
enum StandardDeviations: ClassMethod {
  static let name = "stddev"
  static let summary = Text.meanAndStandardDeviations
  static let takesCount = false

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    guard let maximum = sample.maximum, let mean = sample.mean else { return [] }
    let deviation = sample.standardDeviation ?? .infinity
    let bounds = [-2.0, -1, 1, 2].map { mean + deviation * $0 }
    return bounds[3] < maximum ? bounds + [maximum] : bounds
  }
}
