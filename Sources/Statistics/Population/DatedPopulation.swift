import Bytes

/// A count of inhabitants at a date.
public struct PopulationPoint: Sendable, Equatable {
  public let date: ReferenceDate
  public let value: Double
  public let source: Text
  /// The register's row, when it comes from there.
  public let figure: Figure?
  /// Whether the source gives the date; a count without one stands at the date it is asked for, and says so.
  public let isDated: Bool

  public init(
    _ date: ReferenceDate, _ value: Double, source: Text, figure: Figure? = nil, isDated: Bool = true
  ) {
    self.isDated = isDated
    self.date = date
    self.value = value
    self.source = source
    self.figure = figure
  }
}

/// The inhabitants a rate divides by, at the date of its numerator or as near as is known.
public struct DatedPopulation: Sendable, Equatable {
  /// Rates over a population further than this from their date carry a warning.
  public static let staleAfterYears = 3.0

  /// Inhabitants, not rounded.
  public let value: Double
  /// The date asked for.
  public let wanted: ReferenceDate
  /// The one known count used, or the two it was interpolated between.
  public let points: [PopulationPoint]

  public var isInterpolated: Bool { points.count == 2 }

  /// Years between the date wanted and the nearest count used; 0 when interpolated.
  public var yearsAway: Double { isInterpolated ? 0 : points[0].date.years(to: wanted) }

  public var isStale: Bool { yearsAway > Self.staleAfterYears }

  public var cell: Cell { isInterpolated ? .estimate(value) : .number(value) }

  /// The dates behind the number, for a source line.
  public var label: Text {
    let first = points[0].date.label
    if isInterpolated {
      return
        (Text("population interpolée (", "interpolated population (") + wanted.label
        + Text(" ; dénombrements : ", "; counts: ") + first + Text(" et ", " and ") + points[1].date.label
        + Text(same: ")"))
    }
    guard points[0].isDated else {
      return Text("population sans date : ", "undated population: ") + points[0].source
    }
    let known = Text(same: "population (") + first + Text(same: ")")
    if yearsAway == 0 { return known }
    return (known + Text(" pour un chiffre daté : ", " for a figure dated ") + wanted.label)
  }

  /// What a reader must be told when the counts are too far from the date.
  public var warning: Text? {
    guard points.allSatisfy(\.isDated) else { return label }
    guard isStale else { return nil }
    let years = Words.number(yearsAway, 1)
    return label + Text(", ", ", ") + years + Text(" ans d’écart", " years apart")
  }
}

extension DatedPopulation {
  /// The population at a date: interpolated linearly in days between the counts around it, else the nearest.
  ///
  /// A count dated by its year stands at the middle of the year, by its month at the middle of the month.
  /// `nil` without any count. O(n).
  public init?(at wanted: ReferenceDate, from known: [PopulationPoint]) {
    let days = wanted.days
    let before = known.filter { $0.date.days <= days }.max { $0.date.days < $1.date.days }
    let after = known.filter { $0.date.days >= days }.min { $0.date.days < $1.date.days }
    self.wanted = wanted
    switch (before, after) {
    case (let before?, let after?) where before.date.days < after.date.days:
      let share = (days - before.date.days) / (after.date.days - before.date.days)
      value = before.value + share * (after.value - before.value)
      points = [before, after]
    case (let only?, _), (nil, let only?):
      value = only.value
      points = [only]
    case (nil, nil):
      return nil
    }
  }
}
