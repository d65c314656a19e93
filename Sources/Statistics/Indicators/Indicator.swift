import Bytes

/// A statistic computed from published figures: what it is called, how it is computed, how it is printed.
///
/// A new indicator is one file and one line in `all`.
public struct Indicator: Sendable {
  /// English snake_case: the key of machine formats.
  public let id: String
  /// Name of the indicator, as readers see it.
  public let label: Text
  /// Unit, as readers see it.
  public let unit: Text
  /// One sentence for help and legends.
  public let definition: Text
  /// The formula in words; `Evaluation.working` has the numbers.
  public let formula: Text
  /// Decimals in print, of the percentage when `isPercent`.
  public let decimals: Int
  /// Whether the value is a share from 0 to 1, printed as a percentage.
  public private(set) var isPercent = false
  /// Measures of the area that it is computed from; it is withheld when one of them is.
  public private(set) var uses: [Measure] = []
  /// Measures of the reference that it is computed from; it is withheld when one of them is.
  public private(set) var usesOfReference: [Measure] = []
  /// Gives the value; it is not called when a measure that the indicator uses is withheld.
  let evaluate: @Sendable (IndicatorInput) -> Evaluation

  /// The value for an area and its reference; `s` when it would give a withheld measure away.
  public func value(_ input: IndicatorInput) -> Evaluation {
    if uses.contains(where: input.area.withheld.contains)
      || usesOfReference.contains(where: input.reference.withheld.contains)
    {
      return Evaluation(.secret)
    }
    let value = evaluate(input)
    let holes = uses.compactMap { input.area.partial[$0] }
    guard value.cell == .notAvailable, let hole = holes.first, !value.warnings.contains(hole) else { return value }
    var copy = value
    copy.warnings.append(hole)
    return copy
  }

  /// The indicators that `compare` computes, in the order of its columns.
  public static let all: [Indicator] = [
    .establishmentsPerThousand, .establishmentsPerTenThousand, .establishmentsPerSquareKilometre, .jobsPerEstablishment,
    .shareOfJobs, .relativeDensity, .locationQuotient, .expectedEstablishments, .expectedJobs,
  ]

  /// The published counts and denominators, then the indicators: the columns of a comparison.
  public static let columns: [Indicator] = published + all + [.locationQuotientLower, .locationQuotientUpper]

  /// The indicators that need counts rather than printed figures, which `compare --data` adds.
  public static let ofCounts: [Indicator] = [
    .observedOverExpected, .observedOverExpectedLower, .observedOverExpectedUpper, .smoothedDensity,
  ]
}

/// The value of an indicator with everything it rests on, for `--explain`.
public struct Evaluation: Sendable, Equatable {
  /// The value, or why there is none.
  public var cell: Cell
  /// The figures that it used.
  public var figures: [Figure]
  /// The populations that it used.
  public var populations: [DatedPopulation]
  /// The formula with its numbers, such as `31 000 ÷ 11 662 663 × 1 000`; `nil` when nothing was computed.
  public var working: Text?
  /// What a reader must know of the value.
  public var warnings: [Text]

  /// Makes an evaluation; `working` is dropped when there is no value.
  public init(
    _ cell: Cell, figures: [Figure] = [], populations: [DatedPopulation] = [], working: Text? = nil,
    warnings: [Text] = []
  ) {
    self.cell = cell
    self.figures = figures
    self.populations = populations
    self.working = cell.value == nil ? nil : working
    self.warnings = warnings
  }

  /// The date of the value: that of its first figure, or else of its population.
  public var date: ReferenceDate? {
    figures.first?.date ?? populations.first.map { $0.isInterpolated ? $0.wanted : $0.points[0].date }
  }

  /// The bound of the numerator, which is the bound of the value too.
  public var bound: PrintedNumber.Bound { figures.first?.printed.bound ?? .none }

  /// The evaluation without a value, because a figure it needs is not published.
  public static let notAvailable = Evaluation(.notAvailable)
}
