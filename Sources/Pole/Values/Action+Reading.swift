import Bytes

extension Action {
  static let keys =
    ["id", "title", "status", "parent", "year", "carrier", "place", "details", "printed"] + Support.keys + [
      "reach", "no_rule",
    ]

  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
    let what = Text("une action", "an action")
    try node.allow(Self.keys, in: what)
    self.init(
      id: try node.required("id", in: what).identifier(Text(same: "id")),
      title: try node.required("title", in: what).text(Text(same: "title")),
      status: try node.required("status", in: what).choice(Text(same: "status")),
      parent: try node["parent"]?.reference(Text(same: "parent"), to: .actions, names),
      year: try node["year"]?.integer(Text(same: "year")),
      carrier: try node["carrier"]?.reference(Text(same: "carrier"), to: .structures, names),
      place: try node["place"]?.text(Text(same: "place")),
      details: try node["details"]?.texts(Text(same: "details")) ?? [],
      printed: try node["printed"]?.words(Text(same: "printed")), support: try Support(reading: node, in: what),
      noRule: try node["no_rule"]?.choice(Text(same: "no_rule")), line: node.line)
    if let reach = node["reach"] {
      guard noRule == nil else {
        throw reach.problem(Text.bothReachAndNoRule, fix: Text("gardez l’un des deux", "keep one of them"))
      }
      let place = Text("la portée d’une action", "the reach of an action")
      try reach.allow(["rules"] + Support.keys, in: place)
      rules = try Self.rules(try reach.required("rules", in: place), names)
      ruleSupport = try Support(reading: reach, in: place)
    }
  }

  /// Checks that each rule is a map of one key and that the sites it names
  /// exist; the Reach target checks the rest.
  private static func rules(_ node: DocumentNode, _ names: Names) throws(Problem) -> [DocumentNode] {
    let rules = try node.items(Text(same: "rules"))
    guard !rules.isEmpty else {
      throw node.problem(Text("« rules » est vide", "\"rules\" is empty"), fix: Text.writeOneRuleOrNone)
    }
    for rule in rules {
      let entries = try rule.entries(Text("une règle de portée", "a reach rule"))
      guard entries.count == 1 else { throw rule.problem(Text.reachRuleHasOneKey, fix: Text.writeRulesAfterDashes) }
      if let site = entries[0].value["site"] { _ = try site.reference(Text(same: "site"), to: .sites, names) }
    }
    return rules
  }

  /// Checks what only the whole list shows: no action is a part of itself, and an action
  /// that has neither rules nor parts says why.
  static func check(_ actions: [Action], _ nodes: [DocumentNode]) throws(Problem) {
    let parents = Dictionary(uniqueKeysWithValues: actions.map { ($0.id, $0.parent) })
    for (action, node) in zip(actions, nodes) {
      var above = action.parent
      var steps = 0
      while let id = above, steps <= actions.count {
        above = parents[id] ?? nil
        steps += 1
      }
      if above != nil {
        throw (node["parent"] ?? node).problem(
          Text.isAPartOfItself(action.id), fix: Text("corrigez « parent »", "correct \"parent\""))
      }
    }
    for (action, node) in zip(actions, nodes) {
      let hasParts = actions.contains { $0.parent == action.id }
      if action.rules.isEmpty, action.noRule == nil, !hasParts {
        throw node.problem(Text.actionLacksReachAndReason(action.id), fix: Text.addReachOrNoRule)
      }
    }
  }
}

extension DocumentNode {
  /// A list of texts for readers.
  func texts(_ what: Text) throws(Problem) -> [Text] {
    try list(what) { (item) throws(Problem) in try item.text(what) }
  }
}
