import Bytes

/// Numbers cut into classes by a method, and how well the classes fit them.
///
/// Class k is ]b(k−1), b(k)], the first one holding the minimum too. `Classes(values, upperBounds:)` tells the class
/// of each value.
public struct ClassBreaks: Sendable, Equatable {
  /// Name of the method.
  public let method: String
  /// Upper bounds, strictly ascending, unrounded; none when every value is missing.
  public let upperBounds: [Double]
  /// Number of values in each class.
  public let counts: [Int]
  /// Goodness of variance fit, 1 − ΣSS within classes / SS about the mean; `nil` when all values are equal.
  public let gvf: Double?
  /// Sum over the classes of the absolute deviations about the class median; `nil` without values.
  public let adcm: Double?
  /// How many values were missing.
  public let missing: Int
  /// What a reader of the map should know: fewer classes than asked, bounds merged, values missing.
  public let notes: [Text]

  /// Cuts `values` by a method; what is not finite is missing.
  ///
  /// All equal: one class; all missing: none; both with a note. Throws 64 for wrong options, 65 for values the method
  /// cannot cut: not above 0 for `geometric`, above the last bound for `manual`.
  /// Complexity: O(n log n), and for `jenks` O(k·n·log n).
  public init(
    _ values: [Double], by method: any ClassMethod.Type, _ options: ClassOptions = ClassOptions()
  ) throws(Problem) {
    try self.init(Sample(values), by: method, options)
  }

  /// Cuts a sample, sorted once for several methods.
  public init(
    _ sample: Sample, by method: any ClassMethod.Type, _ options: ClassOptions = ClassOptions()
  ) throws(Problem) {
    try options.check()
    var notes = Self.notes(sample, method, options)
    var bounds: [Double] = []
    if sample.distinct > 1 || method == Manual.self {
      let found = try method.bounds(sample, options)
      for bound in found where bounds.last.map({ bound > $0 }) ?? true { bounds.append(bound) }
      let merged = found.count - bounds.count
      if merged > 0 {
        notes.append(
          Text(
            "bornes répétées : \(found.count) classes ramenées à \(bounds.count)",
            "repeated bounds: \(found.count) classes became \(bounds.count)"))
      }
    } else if let only = sample.ranked.first {
      bounds = [only]
    }
    let fit = Fit(sample.ranked, bounds)
    self.method = method.name
    upperBounds = sample.unit == 1 ? bounds : bounds.map { $0 * sample.unit }
    counts = fit.counts
    gvf = fit.gvf
    adcm = fit.adcm.map { $0 * sample.unit }
    missing = sample.missing
    self.notes = notes
  }

  private static func notes(
    _ sample: Sample, _ method: any ClassMethod.Type, _ options: ClassOptions
  ) -> [Text] {
    if sample.count == 0 { return [Text("toutes les valeurs manquent", "every value is missing")] }
    if sample.distinct == 1 { return [Text("toutes les valeurs sont égales", "all values are equal")] }
    guard method.takesCount, sample.distinct < options.classes else { return [] }
    return [
      Text(
        "\(sample.distinct) valeurs distinctes pour \(options.classes) classes demandées",
        "\(sample.distinct) different values for the \(options.classes) classes asked")
    ]
  }
}
