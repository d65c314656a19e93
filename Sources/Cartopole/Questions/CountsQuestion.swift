import Bytes
import Statistics
import Territory

/// What is asked of a file of counts by commune.
public struct CountsQuestion: Sendable {
  /// The tidy file `import` writes.
  public var data: String
  /// One's own areas, `insee,area`.
  public var areas: String?
  /// Inhabitants, `insee,population[,date]`; the layer's otherwise.
  public var population: String?
  /// Levels of the rows; empty for own areas, territory, EPCI, départements, région and France.
  public var levels: [AreaLevel] = []
  /// Empty for all families together.
  public var families: [Family] = []
  /// Ids of columns; empty for all.
  public var measures: [String] = []
  /// Codes or names of the areas to keep; empty for all.
  public var names: [String] = []
  /// A commune layer to use instead of the project's.
  public var geo: String?
  /// How it is read.
  public var reading = LayerReading()
  /// The changes of the list of communes; `nil`: the shipped table.
  public var events: String?
  /// The answer is only checked, never shown: cells nothing could protect are then no error.
  public var checksDisclosure = false
  /// Code or name of the area to compare with; the widest that the file covers otherwise.
  public var reference: String?
  /// Refuse (65) a join that leaves anything over.
  public var isStrict = false
  /// Compare across perimeters, with a warning.
  public var acrossPerimeters = false

  /// How neighbouring communes resemble one another, when that is asked too.
  public var pattern: CommunePattern.Options?
  public var rule = DisclosureRule()
  /// Put counts of establishments under disclosure control too.
  public var protectsCounts = false
  /// Who published what the file gives without legal units; `nil` where that is not said.
  public var publishedBy: String?
  /// Where the plan of disclosure control is kept: read where there is one, else written.
  public var plan: String?
  /// Whether to show on a terminal how far the plan is.
  public var showsProgress = false

  public init(data: String) { self.data = data }

  /// The levels asked for, in the order of the rows.
  var rowLevels: [AreaLevel] {
    let order: [AreaLevel] = [.area, .territory, .commune, .canton, .epci, .departement, .region, .country]
    let wanted = levels.isEmpty ? [.area, .territory, .epci, .departement, .region, .country] : levels
    return order.filter(wanted.contains)
  }
}
