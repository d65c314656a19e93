import Bytes

/// `quantile` — classes with about equally many values: type 7 of Hyndman & Fan (1996).
enum Quantiles: ClassMethod {
  static let name = "quantile"
  static let summary = Text.equalCountsByQuantiles
  static let takesCount = true

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    (1...options.classes).compactMap { sample.quantile($0, of: options.classes) }
  }
}
