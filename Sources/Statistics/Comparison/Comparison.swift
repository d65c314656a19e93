import Bytes
import Territory

/// Published areas and the user's own territories with their indicators.
public struct Comparison: Sendable {
  /// The area and date that rows are compared with.
  public struct Reference: Sendable, Equatable {
    /// Code or name of the area in the register, or its level and code, such as `departement:35`.
    public var area: String
    /// Date of the figures to take; `nil` for the earliest.
    public var date: ReferenceDate?

    /// Makes a reference of these values.
    public init(area: String, date: ReferenceDate?) {
      self.area = area
      self.date = date
    }
  }

  /// A territory without published figures: its counts are expected ones, marked as estimates.
  public struct Territory: Sendable {
    /// Code by which the user chooses the territory.
    public var code: String
    /// Name of the territory, as readers see it.
    public var name: String
    /// Its inhabitants, at one date or several; empty when a commune has no known population.
    public var populations: [PopulationPoint]
    /// The known inhabitants of its communes; `nil` when it is not made of communes.
    public var inhabitants: Inhabitants?
    /// Ellipsoidal area in square kilometres; `nil` when unknown.
    public var areaKm2: Double?
    /// The départements and régions of its communes, whose rates are landmarks for it.
    public var within: [AreaKey]

    /// Makes a territory of these values.
    public init(
      code: String, name: String, populations: [PopulationPoint], inhabitants: Inhabitants? = nil, areaKm2: Double?,
      within: [AreaKey] = []
    ) {
      self.code = code
      self.name = name
      self.populations = populations
      self.inhabitants = inhabitants
      self.areaKm2 = areaKm2
      self.within = within
    }
  }

  /// Which areas and columns are compared, and with what.
  public struct Options: Sendable {
    /// Codes or names; empty for every area of the register and every territory.
    public var areas: [String] = []
    /// Areas that are shown beside the register's own when none is chosen.
    public var around: Set<AreaKey> = []
    /// Ids of columns; empty for all.
    public var measures: [String] = []
    /// The family of establishments and jobs.
    public var family: Family = .all
    /// The area and date that rows are compared with; `nil` for the widest area of the register.
    public var reference: Reference?
    /// Whether figures with different perimeters are compared, with a warning.
    public var acrossPerimeters = false

    /// Every area and column, all families, compared with the widest area of the register.
    public init() {}
  }

  /// An area at one date.
  public struct Row: Sendable {
    /// The figures of the area at the date.
    public let facts: AreaFacts
    /// Whether the row is the reference.
    public let isReference: Bool
    /// Whether it is one of the user's own territories, whose counts are expected and marked `e`.
    public let isTerritory: Bool
    /// One value for each column of the comparison.
    public let values: [Evaluation]
    /// What a reader must know before using the row.
    public let warnings: [Text]

    /// Whether there are so few establishments that the 95% interval of a rate made of them is wider than half
    /// the rate on either side; `nil` for territories, for published figures and without a count.
    public var restsOnLittle: Bool? {
      guard !isTerritory, let count = facts.establishments, count.line == 0 else { return nil }
      return Garwood(count.value).relativeHalfWidth > Self.widestHalf
    }

    private static let widestHalf = 0.5

    /// The sources of the row's figures, each once.
    public var sources: [Text] { facts.figures.map(\.sourceLine).distinct }
  }

  /// The indicators, in the order of the values of a row.
  public let columns: [Indicator]
  /// The rows. Areas of a register follow its order and then the dates, and own territories come
  /// last; areas of a file come family by family.
  public let rows: [Row]
  /// What rows are compared with; for counts of a file, the reference of the first family.
  public let reference: AreaFacts
  /// The establishments that territories would have at the rates of the areas around them.
  public let landmarks: [Landmark]
  /// Whether the areas are added up from counts by commune instead of published.
  public let isOfCounts: Bool

  /// Warnings on areas with more establishments than inhabitants: one for each of the first three, and one for
  /// the others. Such areas are very rare, unless the population is given in thousands.
  public var crowded: [Text] {
    let found = rows.compactMap { row in row.facts.crowding.map { row.facts.label + Text(" : ", ": ") + $0 } }
    let shown = 3
    return found.prefix(shown)
      + (found.count > shown
        ? [
          Numerals.count(
            found.count - shown, fr: ("autre territoire a", "autres territoires ont"),
            en: ("more area has", "more areas have")) + Text.moreEstablishmentsThanInhabitants
        ] : [])
  }

  /// The value of a column in a row; `nil` when the comparison has no such column.
  public func value(_ id: String, in row: Row) -> Evaluation? {
    columns.firstIndex { $0.id == id }.map { row.values[$0] }
  }
}
