import Bytes

/// `boxplot` — bounds at the quartiles and at the fences, 1.5 interquartile ranges beyond the first and the
/// third (Tukey 1977).
///
/// The first class holds the low outliers and may be empty; the class above the upper fence exists only when
/// there are values in it.
enum BoxPlot: ClassMethod {
  static let name = "boxplot"
  static let summary = Text.quartilesWithOutliersApart
  static let takesCount = false

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    guard let maximum = sample.maximum else { return [] }
    let quartiles = (1...3).compactMap { sample.quantile($0, of: 4) }
    let reach = 1.5 * (quartiles[2] - quartiles[0])
    let fence = quartiles[2] + reach
    return [quartiles[0] - reach] + quartiles + (fence < maximum ? [fence, maximum] : [fence])
  }
}
