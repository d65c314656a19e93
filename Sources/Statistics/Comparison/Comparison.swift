import Bytes
import Territory

/// Published areas and one's own territories side by side, with their indicators.
public struct Comparison: Sendable {
  /// The area and date everything is compared with.
  public struct Reference: Sendable, Equatable {
    public var area: String
    public var date: ReferenceDate?

    public init(area: String, date: ReferenceDate?) {
      self.area = area
      self.date = date
    }

    /// Île-de-France at the end of 2007: 31 000 establishments and 374 000 jobs.
    public static let ileDeFrance2007 = Reference(area: "11", date: ReferenceDate("2007-12-31"))
  }

  /// A territory nobody publishes figures for: it gets expected counts, never invented ones.
  public struct Territory: Sendable {
    public var code: String
    public var name: String
    /// Its inhabitants, at one date or several; none where a commune has no known population.
    public var populations: [PopulationPoint]
    /// What is known of the inhabitants of its communes.
    public var inhabitants: Inhabitants?
    public var areaKm2: Double?

    public init(
      code: String, name: String, populations: [PopulationPoint], inhabitants: Inhabitants? = nil,
      areaKm2: Double?
    ) {
      self.code = code
      self.name = name
      self.populations = populations
      self.inhabitants = inhabitants
      self.areaKm2 = areaKm2
    }
  }

  public struct Options: Sendable {
    /// Codes or names; empty for every area of the register and every territory.
    public var areas: [String] = []
    /// Ids of columns; empty for all.
    public var measures: [String] = []
    public var family: Family = .all
    public var reference: Reference = .ileDeFrance2007
    /// Compare figures whose perimeters differ, with a warning.
    public var acrossPerimeters = false

    public init() {}
  }

  /// An area at one date.
  public struct Row: Sendable {
    public let facts: AreaFacts
    public let isReference: Bool
    /// One of one's own territories: its counts are expected, marked `e`.
    public let isTerritory: Bool
    /// One value for each column of the comparison.
    public let values: [Evaluation]
    /// What a reader must know before using the row.
    public let warnings: [Text]

    /// Whether the establishments are so few that the 95 % interval of any rate made of them is wider than half of
    /// it on either side; `nil` without a count.
    public var restsOnLittle: Bool? {
      guard !isTerritory, let count = facts.establishments, count.line == 0 else { return nil }
      return Garwood(count.value).relativeHalfWidth > Self.widestHalf
    }

    private static let widestHalf = 0.5

    /// Who printed the row's figures, each source once.
    public var sources: [Text] {
      var seen: [Text] = []
      for figure in facts.figures where !seen.contains(figure.sourceLine) { seen.append(figure.sourceLine) }
      return seen
    }
  }

  public let columns: [Indicator]
  /// Areas in the order of the register and then by date, own territories last.
  public let rows: [Row]
  /// What every row is compared with.
  public let reference: AreaFacts
  /// The areas are added up from counts by commune, not published.
  public let isOfCounts: Bool

  /// Areas with more establishments than inhabitants, a line each for the first few: hardly anywhere is it so, and
  /// everywhere where inhabitants are given in thousands.
  public var crowded: [Text] {
    let found = rows.compactMap { row in row.facts.crowding.map { row.facts.label + Text(" : ", ": ") + $0 } }
    let shown = 3
    return found.prefix(shown)
      + (found.count > shown
        ? [
          Text(
            "\(found.count - shown) autres territoires ont plus d’établissements que d’habitants",
            "\(found.count - shown) more areas have more establishments than inhabitants")
        ] : [])
  }

  /// The value of a column in a row; `nil` when the comparison has no such column.
  public func value(_ id: String, in row: Row) -> Evaluation? {
    columns.firstIndex { $0.id == id }.map { row.values[$0] }
  }
}
