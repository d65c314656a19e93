import Bytes

/// A part of the fact sheet that is told in words and not computed with: its facts become statements as they are read.
struct FactSheetPart: Sendable {
  /// Key of the part in the project file.
  let key: String
  /// Its keys, without those of its support.
  let keys: [String]
  /// Puts the part in words.
  let tell: @Sendable (FactReader, Support) throws(Problem) -> [Statement]

  /// The statements of the part; `nil` when the project has no such part. Throws 65 naming line and key.
  func statements(_ root: DocumentNode, _ names: Names) throws(Problem) -> [Statement]? {
    guard let node = root[key] else { return nil }
    let what = Text(same: key)
    let reader = try FactReader(node, what, keys + Support.keys, names)
    return try tell(reader, Support(reading: node, in: what))
  }
}

extension FactSheetPart {
  /// The origin of the Pôle: a year and the events, in order.
  static let history = FactSheetPart(key: "history", keys: ["year", "events"]) { part, support throws(Problem) in
    let year = Text(same: String(try part.integer("year")))
    let events = try part.maps("events", Text("un événement", "an event"), ["text", "structures"]) {
      (event) throws(Problem) in
      let text = try event.text("text")
      try event.checkReferences(structures: "structures")
      return text
    }
    return ([year] + events).map { Statement(Text("Histoire", "History"), $0, support) }
  }

  /// Number of employees.
  static let employees = FactSheetPart(key: "employees", keys: ["count"]) { part, support throws(Problem) in
    let count = try part.integer("count")
    return [
      Statement(Text("Salariés", "Employees"), Text("\(count) salariés", "\(count) employees"), support)
    ]
  }

  /// Field of activity.
  static let domain = FactSheetPart(key: "domain", keys: ["text"]) { part, support throws(Problem) in
    [Statement(Text("Domaine d’activité", "Field of activity"), try part.text("text"), support)]
  }

  /// Objective of the Pôle.
  static let objective = FactSheetPart(key: "objective", keys: ["text"]) { part, support throws(Problem) in
    [Statement(Text("Objectif", "Objective"), try part.text("text"), support)]
  }

  /// The premises in which the structures work: the owner, the user, the terms, and what the user gives in return.
  static let premises = FactSheetPart(key: "premises", keys: ["owner", "user", "terms", "in_return"]) {
    part, support throws(Problem) in
    let section = Text("Locaux", "Premises")
    let owner = Text("propriétaire\u{202F}: ", "owner: ") + (try part.text("owner"))
    let user = Text(same: try part.structure("user") + ", ")
    var terms = Text("utilisateur\u{202F}: ", "user: ") + user + (try part.text("terms"))
    if let given = try part["in_return"]?.text(Text(same: "in_return")) {
      terms = terms + Text(", contre ", ", in return for ") + given
    }
    return [Statement(section, owner, support), Statement(section, terms, support)]
  }

  /// The functions of the Pôle and the structures that hold them.
  static let functions = FactSheetPart(key: "functions", keys: ["list"]) { part, support throws(Problem) in
    try part.maps("list", Text("une fonction", "a function"), ["name", "holder"]) { (function) throws(Problem) in
      let name = try function.text("name")
      return Statement(
        Text("Fonctions", "Functions"), name + .colon + Text(same: try function.structure("holder")), support)
    }
  }

  /// The scores that the source gives the Pôle, each on a scale that starts at 0.
  static let scores = FactSheetPart(key: "scores", keys: ["size", "structuring"]) { part, support throws(Problem) in
    func statement(_ key: String, _ label: Text) throws(Problem) -> Statement {
      let map = try part.map(key, Text("une note", "a score"), ["score", "out_of"])
      let (score, best) = (try map.integer("score"), try map.integer("out_of"))
      guard best > 0, (0...best).contains(score) else {
        throw map.problem(
          Text("note \(score) sur \(best) impossible", "a score of \(score) out of \(best) is impossible"))
      }
      return Statement(
        Text("Notes de la fiche", "Scores of the fact sheet"), label + .colon + Text(same: "\(score)/\(best)"), support)
    }
    return [
      try statement("size", Text("taille du Pôle", "size of the Pôle")),
      try statement("structuring", Text("niveau de structuration", "degree of structuring")),
    ]
  }

  /// What the structures share, and how they split the charges.
  static let sharing = FactSheetPart(key: "sharing", keys: ["action", "shared", "charges", "split_by"]) {
    part, support throws(Problem) in
    try part.checkReferences(action: "action")
    let shared = try part.texts("shared")
    let charges = Text("répartition des charges ", "split of the charges ") + (try part.text("charges"))
    let split = charges + .colon + (try part.text("split_by"))
    return (shared + [split]).map { Statement(Text("Mutualisation", "Sharing"), $0, support) }
  }

  /// The strengths and weaknesses of the Pôle, each with the public bodies that it names.
  static let assessment = FactSheetPart(key: "assessment", keys: ["strengths", "weaknesses"]) {
    part, support throws(Problem) in
    func points(_ key: String, _ section: Text) throws(Problem) -> [Statement] {
      let what = Text("un point du bilan", "a point of the assessment")
      return try part.maps(key, isRequired: false, what, ["text", "supporters", "printed"]) { (point) throws(Problem) in
        let text = try point.text("text")
        let supporters = try point["supporters"]?.texts(Text(same: "supporters")) ?? []
        return Statement(
          section, supporters.isEmpty ? text : text + .colon + Text.joined(supporters, separator: ", "), support,
          printed: try point["printed"]?.words(Text(same: "printed")))
      }
    }
    return try points("strengths", Text("Points forts", "Strengths"))
      + points("weaknesses", Text("Faiblesses", "Weaknesses"))
  }

  /// The meetings of the Pôle: the people who meet, and how often.
  static let meetings = FactSheetPart(key: "meetings", keys: ["practice", "rhythms"]) { part, support throws(Problem) in
    let practice = try part.text("practice")
    let what = Text("un rythme de réunion", "a meeting rhythm")
    return try part.maps("rhythms", what, ["who", "every_months"]) { (rhythm) throws(Problem) in
      let who = try rhythm.text("who")
      let months = try rhythm.integer("every_months")
      let often =
        months == 1
        ? Text("tous les mois", "every month") : Text("tous les \(months) mois", "every \(months) months")
      return Statement(practice, who + .colon + often, support)
    }
  }

  /// Documents that are attached to the fact sheet.
  static let documents = FactSheetPart(key: "documents", keys: ["joined"]) { part, support throws(Problem) in
    try part.maps("joined", Text("un document", "a document"), ["title", "about", "year"]) {
      (document) throws(Problem) in
      var text = Text(same: try document.words("title"))
      if let about = try document["about"]?.text(Text(same: "about")) { text = text + .colon + about }
      if let year = try document["year"]?.integer(Text(same: "year")) { text = text + Text(same: " \(year)") }
      return Statement(Text("Documents joints", "Joined documents"), text, support)
    }
  }
}
