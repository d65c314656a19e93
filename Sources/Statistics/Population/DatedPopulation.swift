import Bytes

/// A count of inhabitants at a date.
public struct PopulationPoint: Sendable, Equatable {
  /// Date of the count; without one in the source, the date that was asked for.
  public let date: ReferenceDate
  /// Number of inhabitants.
  public let value: Double
  /// Where the count comes from, for readers.
  public let source: Text
  /// The row of the register; `nil` when it comes from elsewhere.
  public let figure: Figure?
  /// Whether the source gives the date; labels say when it does not.
  public let isDated: Bool

  /// Makes a count of these values.
  public init(_ date: ReferenceDate, _ value: Double, source: Text, figure: Figure? = nil, isDated: Bool = true) {
    self.isDated = isDated
    self.date = date
    self.value = value
    self.source = source
    self.figure = figure
  }
}

/// The inhabitants by which a rate divides, at the date of its numerator or as near as is known.
public struct DatedPopulation: Sendable, Equatable {
  /// A population further than this from the date wanted carries a warning.
  public static let staleAfterYears = 3.0

  /// Inhabitants, not rounded.
  public let value: Double
  /// The date asked for.
  public let wanted: ReferenceDate
  /// The only count used, or the two between which it is interpolated.
  public let points: [PopulationPoint]

  /// Whether the value is interpolated between two counts.
  public var isInterpolated: Bool { points.count == 2 }

  /// Years between the date wanted and the nearest count used; 0 when interpolated, or when the count has no date.
  public var yearsAway: Double { isInterpolated || !points[0].isDated ? 0 : points[0].date.years(to: wanted) }

  /// Whether the count used is too far from the date wanted.
  public var isStale: Bool { yearsAway > Self.staleAfterYears }

  /// The value as a cell; an interpolated one is an estimate.
  public var cell: Cell { isInterpolated ? .estimate(value) : .number(value) }

  /// The dates behind the number in words, for a source line.
  public var label: Text {
    let first = points[0].date.label
    if isInterpolated {
      return
        (Text("population interpolée (", "interpolated population (") + wanted.label
        + Text(" ; dénombrements : ", "; counts: ") + first + Text(" et ", " and ") + points[1].date.label
        + Text(same: ")"))
    }
    guard points[0].isDated else { return Text("population sans date : ", "undated population: ") + points[0].source }
    let known = Text(same: "population (") + first + Text(same: ")")
    if yearsAway == 0 { return known }
    return (known + Text(" pour un chiffre daté : ", " for a figure dated ") + wanted.label)
  }

  /// The warning that the count is undated or too far from the date wanted; `nil` when it is neither.
  public var warning: Text? {
    guard points.allSatisfy(\.isDated) else { return label }
    guard isStale else { return nil }
    let years = Words.number(yearsAway, 1)
    return label + Text(", ", ", ") + years + Text(" ans d’écart", " years apart")
  }
}

extension DatedPopulation {
  /// Takes the population at a date, interpolated linearly in days between the counts on
  /// either side of it, or else the nearest count.
  ///
  /// A count dated by its year stands at the middle of the year, by its month at the middle of the month.
  /// Returns `nil` without any count. Complexity: O(n).
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
    case (nil, nil): return nil
    }
  }
}
