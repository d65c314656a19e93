import Bytes
import Pole
import Reach
import Siting
import Territory

/// A project as it would be if sites, channels or actions were added or changed.
public struct Scenario: Sendable {
  /// Title of the scenario, as readers see it.
  public var title: Text
  /// What the scenario tries out, in one sentence; `nil` when the file does not say it.
  public var note: Text?
  /// The changed project.
  public var project: Project
  /// Ids of the actions that the scenario adds or changes.
  public var actions: [String]
  /// Whether the scenario changes the visibility of the Pôle: it has channels, or moves a site.
  public var changesVisibility: Bool
  /// The question where an action could open; `nil` when the scenario does not ask it.
  public var siting: Siting?

  /// The question where to open: `siting: {action: …, objective: cover, count: 1, radius_km: 10}`.
  public struct Siting: Sendable {
    /// Id of the action that would open.
    public var action: String
    /// What the sites are to achieve.
    public var objective: SitingProblem.Objective
    /// Number of sites to find.
    public var count: Int
    /// Radius in kilometres; `nil` when the file gives none.
    public var radius: Double?
  }

  /// The words that every map of the scenario must show.
  public var credit: Text { Text.simulationIsNoDecision(title) }
}

extension Project {
  /// The project as a scenario would change it. The scenario's `sites`, `channels` and `actions` are added;
  /// where the id is known, they change the keys that they give.
  ///
  ///     schema: 1
  ///     title: Un relais à Angerville
  ///     sites:
  ///       - { id: relais, name: Le relais d’Angerville, insee: "91016", basis: assumption, reason: exemple }
  ///     channels:
  ///       - id: lieu
  ///         sources: [{ site: etampes }, { site: relais }]
  ///
  /// Throws 66 for a missing file, 65 for anything wrong in it.
  public func applying(scenario file: String) throws(Problem) -> Scenario {
    do throws(Problem) {
      let scenario = try YAMLDocument.read(file)
      let what = Text("le scénario", "the scenario")
      try scenario.allow(["schema", "title", "note", "sites", "channels", "actions", "siting"], in: what)
      if let schema = scenario["schema"], try schema.string(Text(same: "schema")) != "1" {
        throw schema.problem(Text.programReadsSchemaOne, fix: Text("écrivez « schema: 1 »", "write \"schema: 1\""))
      }
      let title = try scenario.required("title", in: what).text(Text(same: "title"))
      var root = try YAMLDocument.read(path)
      for key in ["sites", "actions"] {
        guard let changes = scenario[key] else { continue }
        root.set(key, try Self.merged(root[key], changes, key))
      }
      if let changes = scenario["channels"] {
        guard var visibility = root["visibility"] else { throw changes.problem(Text.projectLacksVisibilityKey) }
        visibility.set("channels", try Self.merged(visibility["channels"], changes, "channels"))
        root.set("visibility", visibility)
      }
      let changed = try self.changed(to: root)
      let actions = try Self.ids(scenario["actions"], "actions")
      // A rule that cannot be read is reported now, while the file of its line number is known.
      for item in try scenario["actions"]?.items(Text(same: "actions")) ?? [] where item["reach"] != nil {
        let id = try item.required("id", in: Text(same: "actions")).string(Text(same: "id"))
        if let action = changed.pole.action(id) { _ = try ActionReach(action, on: changed.studyArea) }
      }
      let movesSite = try Self.ids(scenario["sites"], "sites").contains { pole.site($0) != nil }
      return Scenario(
        title: title, note: try scenario["note"]?.text(Text(same: "note")), project: changed, actions: actions,
        changesVisibility: pole.visibility != nil && (scenario["channels"] != nil || movesSite),
        siting: try scenario["siting"].map(Self.siting))
    } catch { throw error.naming(file) }
  }

  private static func siting(_ node: DocumentNode) throws(Problem) -> Scenario.Siting {
    let what = Text(same: "siting")
    try node.allow(["action", "objective", "count", "radius_km"], in: what)
    let objective = try node.required("objective", in: what)
    let name = try objective.string(Text(same: "objective"))
    guard let known = SitingProblem.Objective(rawValue: name) else {
      let all = SitingProblem.Objective.allCases.map(\.rawValue).joined(separator: ", ")
      throw objective.problem(
        Text("objectif inconnu « \(name) »", "unknown objective \"\(name)\""),
        fix: Text("objectifs : \(all)", "objectives: \(all)"))
    }
    return Scenario.Siting(
      action: try node.required("action", in: what).string(Text(same: "action")), objective: known,
      count: try node["count"]?.integer(Text(same: "count")) ?? 1,
      radius: try node["radius_km"]?.number(Text(same: "radius_km")))
  }

  private static func ids(_ list: DocumentNode?, _ key: String) throws(Problem) -> [String] {
    var ids: [String] = []
    for item in try list?.items(Text(same: key)) ?? [] {
      ids.append(try item.required("id", in: Text(same: key)).string(Text(same: "id")))
    }
    return ids
  }

  /// A new value replaces the whole value of a key: a rule is not mixed with the one it
  /// replaces. An action that gains a reach loses its `no_rule`, and the reverse; a site that
  /// moves to another commune loses its coordinates.
  private static func merged(_ base: DocumentNode?, _ changes: DocumentNode, _ key: String) throws(Problem)
    -> DocumentNode
  {
    var items = try base?.items(Text(same: key)) ?? []
    for change in try changes.items(Text(same: key)) {
      let id = try change.required("id", in: Text(same: key)).string(Text(same: "id"))
      if let at = items.firstIndex(where: { (try? $0["id"]?.string(Text(same: "id"))) == id }) {
        if change["reach"] != nil { items[at].remove("no_rule") }
        if change["no_rule"] != nil { items[at].remove("reach") }
        if change["insee"] != nil { items[at].remove("position") }
        items[at].line = change.line
        for entry in try change.entries(Text(same: key)) { items[at].set(entry.key, entry.value) }
      } else {
        items.append(change)
      }
    }
    return DocumentNode(.list(items), line: changes.line)
  }
}

extension DocumentNode {
  mutating func remove(_ key: String) {
    guard case .map(let entries) = content else { return }
    content = .map(entries.filter { $0.key != key })
  }

  /// Sets the value of a key in a map, whether or not the map has the key.
  mutating func set(_ key: String, _ value: DocumentNode) {
    guard case .map(var entries) = content else { return }
    if let at = entries.firstIndex(where: { $0.key == key }) {
      entries[at].value = value
    } else {
      entries.append(Entry(key: key, line: value.line, value: value))
    }
    content = .map(entries)
  }
}
