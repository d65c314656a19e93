import Bytes

/// Numbers cut into classes by a method, with measures of how well the classes fit.
///
/// Class k is ]b(k−1), b(k)]; the first class also contains the minimum. `Classes(values, upperBounds:)` gives
/// the class of each value.
public struct ClassBreaks: Sendable, Equatable {
  /// Name of the method, as on the command line.
  public let method: String
  /// Upper bounds, strictly ascending and unrounded; empty when every value is missing.
  public private(set) var upperBounds: [Double]
  /// Number of values in each class.
  public private(set) var counts: [Int]
  /// Goodness of variance fit, 1 − ΣSS within classes / SS about the mean; `nil` without values and when all
  /// are equal.
  public private(set) var gvf: Double?
  /// Sum over the classes of the absolute deviations about the class median; `nil` without values.
  public private(set) var adcm: Double?
  /// How many values were missing.
  public let missing: Int
  /// What a reader of the map should know: fewer classes than asked, bounds merged, all values missing or
  /// equal.
  public let notes: [Text]

  /// Cuts `values` by a method; a value that is not finite is missing.
  ///
  /// When all values are equal there is one class, when all are missing there is none; both give a note. Throws
  /// 64 for wrong options, 65 for values that the method cannot cut: not above 0 for `geometric`, above the
  /// last bound for `manual`, or so large that a bound overflows. Complexity: O(n log n), and for `jenks`
  /// O(k·n·log n).
  public init(_ values: [Double], by method: any ClassMethod.Type, _ options: ClassOptions = ClassOptions())
    throws(Problem)
  { try self.init(Sample(values), by: method, options) }

  /// Cuts a sample, which is sorted once for several methods. Throws as `init` for values does.
  public init(_ sample: Sample, by method: any ClassMethod.Type, _ options: ClassOptions = ClassOptions())
    throws(Problem)
  {
    try options.check()
    var notes = Self.notes(sample, method, options)
    var bounds: [Double] = []
    if sample.distinct > 1 || method == Manual.self {
      let found = try method.bounds(sample, options)
      guard found.allSatisfy(\.isFinite) else {
        throw Problem(.badData, Text.boundTooLarge(method.name), fix: Text.divideValuesOrChangeMethod)
      }
      for bound in found where bounds.last.map({ bound > $0 }) ?? true { bounds.append(bound) }
      let merged = found.count - bounds.count
      if merged > 0 { notes.append(Text.repeatedBoundsMergeClasses(found.count, bounds.count)) }
    } else if let only = sample.minimum {
      bounds = [only]
    }
    let fit = Fit(sample, bounds)
    self.method = method.name
    upperBounds = bounds
    (counts, gvf, adcm) = (fit.counts, fit.gvf, fit.adcm)
    missing = sample.missing
    self.notes = notes
  }

  /// The classes with these bounds rounded to the fewest decimals, at most six, that move no bound by more than
  /// a tenth of the narrower class next to it and leave no class empty. The last bound stays; when no number of
  /// decimals qualifies, all bounds stay.
  ///
  /// - Parameter values: the values that were cut. Complexity: O(n log n).
  public func rounded(for values: [Double]) -> ClassBreaks {
    let sample = Sample(values)
    guard let minimum = sample.minimum, upperBounds.count > 1 else { return self }
    let edges = [minimum] + upperBounds
    for decimals in 0...6 {
      let power = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
      var round = upperBounds
      for index in upperBounds.indices.dropLast() {
        round[index] = (upperBounds[index] * power).rounded(.toNearestOrAwayFromZero) / power
      }
      let isNear = upperBounds.indices.dropLast().allSatisfy { index in
        let beside = min(edges[index + 1] - edges[index], edges[index + 2] - edges[index + 1])
        return (round[index] - upperBounds[index]).magnitude <= 0.1 * beside
      }
      guard isNear else { continue }
      let fit = Fit(sample, round)
      guard fit.counts.allSatisfy({ $0 > 0 }) else { continue }
      var copy = self
      copy.upperBounds = round
      (copy.counts, copy.gvf, copy.adcm) = (fit.counts, fit.gvf, fit.adcm)
      return copy
    }
    return self
  }

  private static func notes(_ sample: Sample, _ method: any ClassMethod.Type, _ options: ClassOptions) -> [Text] {
    if sample.count == 0 { return [Text("toutes les valeurs manquent", "every value is missing")] }
    if sample.distinct == 1 { return [Text.allValuesAreEqual] }
    guard method.takesCount, sample.distinct < options.classes else { return [] }
    return [Text.fewerValuesThanClasses(sample.distinct, options.classes)]
  }
}
