import Bytes

/// A project: the Pôle as its file describes it, every fact with what it rests on.
///
/// Only `schema`, `title` and `territory` are required, so that a project may begin with a layer of communes
/// and grow.
public struct Pole: Sendable, Equatable {
  public var title: String
  public var territory: TerritoryFiles
  public var sites: [Site]
  public var keyFigures: KeyFigures?
  public var structures: [Structure]
  public var history: History?
  public var members: Members?
  public var employees: Counted?
  public var domain: Told?
  public var premises: Premises?
  public var hosted: Hosted?
  public var budget: Budget?
  public var functions: Functions?
  public var scores: Scores?
  public var objective: Told?
  public var sharing: Sharing?
  public var actions: [Action]
  public var assessment: Assessment?
  public var meetings: Meetings?
  public var documents: Documents?
  public var visibility: VisibilityModel?

  /// Keys of the file, in the order of the shipped project.
  static let keys = [
    "schema", "title", "territory", "background", "figures", "statistics", "travel_times", "simulations",
    "sites",
    "key_figures",
    "structures", "history",
    "members", "employees", "domain", "premises", "hosted", "budget", "functions", "scores", "objective",
    "actions", "sharing", "assessment", "meetings", "documents", "visibility",
  ]

  /// Gives a project file its meaning.
  ///
  /// Throws 65 naming line and key: a schema other than 1, unknown keys, bad codes, repeated ids, references
  /// to ids nobody defines, a `basis` without what it needs.
  public init(_ root: Node) throws(Problem) {
    try Self.checkSchema(root)
    let file = Text("le projet", "the project")
    try root.allow(Self.keys, in: file)
    let names = try Names(root)
    title = try root.required("title", in: file).words(Text(same: "title"))
    territory = try TerritoryFiles(reading: root)
    sites = try root["sites"]?.list(Text(same: "sites"), Site.init(reading:)) ?? []
    structures =
      try root["structures"]?.list(Text(same: "structures")) { (item) throws(Problem) in
        try Structure(reading: item, names)
      } ?? []
    let actionNodes = try root["actions"]?.items(Text(same: "actions")) ?? []
    actions = []
    for node in actionNodes { actions.append(try Action(reading: node, names)) }
    try Action.check(actions, actionNodes)
    if let node = root["key_figures"] { keyFigures = try KeyFigures(reading: node) }
    if let node = root["history"] { history = try History(reading: node, names) }
    if let node = root["members"] { members = try Members(reading: node, names) }
    if let node = root["employees"] { employees = try Counted(reading: node, in: Text(same: "employees")) }
    if let node = root["domain"] { domain = try Told(reading: node, in: Text(same: "domain")) }
    if let node = root["premises"] { premises = try Premises(reading: node, names) }
    if let node = root["hosted"] { hosted = try Hosted(reading: node, names) }
    if let node = root["budget"] { budget = try Budget(reading: node) }
    if let node = root["functions"] { functions = try Functions(reading: node, names) }
    if let node = root["scores"] { scores = try Scores(reading: node) }
    if let node = root["objective"] { objective = try Told(reading: node, in: Text(same: "objective")) }
    if let node = root["sharing"] { sharing = try Sharing(reading: node, names) }
    if let node = root["assessment"] { assessment = try Assessment(reading: node) }
    if let node = root["meetings"] { meetings = try Meetings(reading: node) }
    if let node = root["documents"] { documents = try Documents(reading: node) }
    if let node = root["visibility"] { visibility = try VisibilityModel(reading: node, names) }
  }

  private static func checkSchema(_ root: Node) throws(Problem) {
    _ = try root.entries(Text("le projet", "the project"))
    guard let schema = root["schema"] else {
      throw root.problem(
        Text("clé « schema » absente", "no key \"schema\""),
        fix: Text("écrivez « schema: 1 » en tête du fichier", "write \"schema: 1\" at the top of the file"))
    }
    guard case .scalar("1", false) = schema.content else {
      throw schema.problem(
        Text("ce programme lit « schema: 1 »", "this program reads \"schema: 1\""),
        fix: Text(
          "écrivez « schema: 1 », ou prenez une version plus récente de cartopole",
          "write \"schema: 1\", or take a newer cartopole"))
    }
  }

  public func action(_ id: String) -> Action? { actions.first { $0.id == id } }
  public func site(_ id: String) -> Site? { sites.first { $0.id == id } }
  public func structure(_ id: String) -> Structure? { structures.first { $0.id == id } }
  public func parts(of id: String) -> [Action] { actions.filter { $0.parent == id } }
}
