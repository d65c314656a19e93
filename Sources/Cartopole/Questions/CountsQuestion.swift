import Bytes
import Disclosure
import Statistics
import Territory

/// A question about a file of counts by commune.
public struct CountsQuestion: Sendable {
  /// Path of the tidy file that `import` writes.
  public var data: String
  /// Path of a table `insee,area` of the user's own areas; `nil` for none.
  public var areas: String?
  /// Path of a table `insee,population[,date]` of inhabitants; `nil` for those of the layer.
  public var population: String?
  /// Levels of the rows; empty for own areas, territory, EPCI, départements, région and France.
  public var levels: [AreaLevel] = []
  /// Families counted; empty for all families together.
  public var families: [Family] = []
  /// Ids of the columns; empty for all.
  public var measures: [String] = []
  /// Codes or names of the areas to keep; empty for all.
  public var names: [String] = []
  /// Path of a commune layer to use instead of the project's; `nil` for the project's.
  public var geo: String?
  /// How that layer is read.
  public var reading = LayerReading()
  /// Path of a table of the changes of the list of communes; `nil` for the shipped one.
  public var events: String?
  /// Whether the answer is only checked and never shown; cells that nothing can protect are then no error.
  public var checksDisclosure = false
  /// Code or name of the area to compare with; `nil` for the project's, or else the widest, that the file covers.
  public var reference: String?
  /// Whether a join that leaves anything over is refused (65).
  public var isStrict = false
  /// Whether figures with different perimeters are compared, with a warning.
  public var acrossPerimeters = false

  /// How the resemblance of neighbouring communes is computed; `nil` when it is not asked for.
  public var pattern: CommunePattern.Options?
  /// Which counts are secret, and how wide the doubt around them must be.
  public var rule = DisclosureRule()
  /// Whether counts of establishments are protected too.
  public var protectsCounts = false
  /// Publisher of the values that the file gives without legal units; `nil` when it is not known.
  public var publishedBy: String?
  /// Path of the file that keeps the plan of disclosure control: it is
  /// read when it exists, and written otherwise.
  public var plan: String?
  /// Whether a terminal shows the progress of the plan.
  public var showsProgress = false

  /// Makes a question about a file, at the usual levels and about every measure.
  public init(data: String) { self.data = data }

  /// A table of counts, protected as the question says.
  func table(_ tally: Tally, _ areas: [MeshArea], _ families: [Family]) throws(Problem) -> AreaTable {
    var table = try AreaTable(tally, areas: areas, families: families)
    table.protectsCounts = protectsCounts
    table.publisher = publishedBy
    return table
  }

  /// The levels asked for, in the order of the rows.
  var rowLevels: [AreaLevel] {
    let order: [AreaLevel] = [.area, .territory, .commune, .canton, .epci, .departement, .region, .country]
    let wanted = levels.isEmpty ? [.area, .territory, .epci, .departement, .region, .country] : levels
    return order.filter(wanted.contains)
  }
}
