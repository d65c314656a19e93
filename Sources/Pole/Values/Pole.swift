import Bytes

/// A project: the Pôle as its file describes it, each fact with its support.
///
/// Only `schema`, `title` and `territory` are required, so that a project may begin with a layer of communes
/// and grow.
public struct Pole: Sendable, Equatable {
  /// Title of the project, as readers see it.
  public var title: String
  /// The communes the project is about, and its other files.
  public var territory: TerritoryFiles
  /// The coordinate reference system of the maps, as PROJ reads it; `nil` for the legal one of the territory.
  public var crs: String?
  /// Producers, vintages and licence of the layers, for the foot of maps; `nil` when the project does not say.
  public var sources: Text?
  /// A public body's declaration of accessibility, for the foot of the atlas's page; `nil` when it has none.
  public var accessibility: Text?
  /// Of which dates the inhabitants are, and which are printed.
  public var populations: Populations
  /// The places the Pôle works from.
  public var sites: [Site]
  /// Figures that the fact sheet prints; `nil` when the file gives none.
  public var keyFigures: KeyFigures?
  /// The bodies and places that the file refers to.
  public var structures: [Structure]
  /// The members of the association; `nil` when the file does not list them.
  public var members: Members?
  /// The structures housed in the premises; `nil` when the file does not list them.
  public var hosted: Hosted?
  /// The budget of a year, in euros; `nil` when the file gives none.
  public var budget: Budget?
  /// What the Pôle has done or plans, in the order of the file.
  public var actions: [Action]
  /// What is told of the Pôle and not computed with, by the key of its part of the file, such as `history` or `scores`.
  public var told: [String: [Statement]] = [:]
  /// The model of visibility; `nil` when the file has none.
  public var visibility: VisibilityModel?

  /// Keys of the file, in the order of the shipped project.
  static let keys = [
    "schema", "title", "territory", "positions", "background", "crs", "sources", "populations", "accessibility",
    "figures", "reference", "statistics", "travel_times", "simulations", "sites", "key_figures", "structures",
    "history", "members", "employees", "domain", "premises", "hosted", "budget", "functions", "scores", "objective",
    "actions", "sharing", "assessment", "meetings", "documents", "visibility",
  ]

  /// Reads a project from the root of its file.
  ///
  /// Throws 65 naming line and key: a schema other than 1, unknown keys, bad codes, repeated ids, references to
  /// ids that are not defined, a `basis` without the keys it requires.
  public init(_ root: DocumentNode) throws(Problem) {
    try Self.checkSchema(root)
    let file = Text("le projet", "the project")
    try root.allow(Self.keys, in: file)
    var names = try Names(root)
    title = try root.required("title", in: file).words(Text(same: "title"))
    territory = try TerritoryFiles(reading: root)
    if let node = root["crs"] { crs = try node.string(Text(same: "crs")) }
    if let node = root["sources"] { sources = try node.text(Text(same: "sources")) }
    if let node = root["accessibility"] { accessibility = try node.text(Text(same: "accessibility")) }
    populations = try root["populations"].map(Populations.init(reading:)) ?? Populations()
    sites = try root["sites"]?.list(Text(same: "sites"), Site.init(reading:)) ?? []
    structures =
      try root["structures"]?.list(Text(same: "structures")) { (item) throws(Problem) in
        try Structure(reading: item, names)
      } ?? []
    for structure in structures { names.titles[structure.id] = structure.name }
    let actionNodes = try root["actions"]?.items(Text(same: "actions")) ?? []
    actions = []
    for node in actionNodes { actions.append(try Action(reading: node, names)) }
    try Action.check(actions, actionNodes)
    if let node = root["key_figures"] { keyFigures = try KeyFigures(reading: node) }
    try tell([.history], root, names)
    if let node = root["members"] { members = try Members(reading: node, names) }
    try tell([.employees, .domain, .premises], root, names)
    if let node = root["hosted"] { hosted = try Hosted(reading: node, names) }
    if let node = root["budget"] { budget = try Budget(reading: node) }
    try tell([.functions, .scores, .objective, .sharing, .assessment, .meetings, .documents], root, names)
    if let node = root["visibility"] { visibility = try VisibilityModel(reading: node, names) }
  }

  private mutating func tell(_ parts: [FactSheetPart], _ root: DocumentNode, _ names: Names) throws(Problem) {
    for part in parts { told[part.key] = try part.statements(root, names) }
  }

  private static func checkSchema(_ root: DocumentNode) throws(Problem) {
    _ = try root.entries(Text("le projet", "the project"))
    guard let schema = root["schema"] else {
      throw root.problem(Text("clé « schema » absente", "no key \"schema\""), fix: Text.writeSchemaOneAtTop)
    }
    guard case .scalar("1", false) = schema.content else {
      throw schema.problem(Text.programReadsSchemaOne, fix: Text.writeSchemaOneOrUpdate)
    }
  }

  /// The action with an id; `nil` for none. Complexity: O(n).
  public func action(_ id: String) -> Action? { actions.first { $0.id == id } }
  /// The site with an id; `nil` for none. Complexity: O(n).
  public func site(_ id: String) -> Site? { sites.first { $0.id == id } }
  /// The structure with an id; `nil` for none. Complexity: O(n).
  public func structure(_ id: String) -> Structure? { structures.first { $0.id == id } }
  /// The direct parts of an action, in the order of the file. Complexity: O(n).
  public func parts(of id: String) -> [Action] { actions.filter { $0.parent == id } }
}
