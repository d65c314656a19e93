import Bytes

extension Pole {
  /// The facts of the file in words, in the order of the fact sheet, so that everything the fact sheet
  /// says reaches the page. Complexity: O(n).
  public var statements: [Statement] {
    var told: [Statement] = keyFigures?.statements ?? []
    told += historyStatements
    told += structures.map { $0.statement(naming: { name(of: $0) }) }
    told += memberStatements
    told += territory.statements
    told += sites.flatMap(\.statements)
    told += premisesStatements
    told += meansStatements
    told += actionStatements(.realised) + actionStatements(.planned)
    told += sharingStatements
    told += assessmentStatements
    return told
  }

  /// The project as it may leave the house: without its internal history and the scores that were given to it.
  public var forPublic: Pole {
    var pole = self
    (pole.history, pole.scores) = (nil, nil)
    return pole
  }

  /// Whether the file carries over a document about the Pôle, beyond its territory, members, places and actions.
  public var hasFactSheet: Bool { keyFigures != nil || history != nil }

  /// Name of a structure; its id when the project does not define it.
  public func name(of structureID: String) -> String { structure(structureID)?.name ?? structureID }

  private func names(_ ids: [String]) -> String { ids.map { name(of: $0) }.joined(separator: ", ") }

  private var historyStatements: [Statement] {
    guard let history else { return [] }
    let section = Text("Histoire", "History")
    return [Statement(section, Text(same: String(history.year)), history.support)]
      + history.events.map { Statement(section, $0.text, history.support) }
  }

  private var memberStatements: [Statement] {
    var told: [Statement] = []
    if let members {
      let section = Text("Membres", "Members")
      let count = members.legalPersons
      told.append(
        Statement(
          section, Text.memberLegalPersonsRepresentedBy(count) + Text(same: name(of: members.of)), members.support))
      for group in members.groups {
        let who = group.structures.isEmpty ? "" : " (\(names(group.structures)))"
        told.append(
          Statement(
            section, Text(same: "\(group.count) ") + group.kind + Text(same: who), members.support,
            printed: group.printed))
      }
    }
    if let employees {
      told.append(
        Statement(
          Text("Salariés", "Employees"), Text("\(employees.count) salariés", "\(employees.count) employees"),
          employees.support))
    }
    if let domain {
      told.append(Statement(Text("Domaine d’activité", "Field of activity"), domain.text, domain.support))
    }
    return told
  }

  private var premisesStatements: [Statement] {
    var told: [Statement] = []
    if let premises {
      let section = Text("Locaux", "Premises")
      told.append(Statement(section, Text("propriétaire\u{202F}: ", "owner: ") + premises.owner, premises.support))
      let user = Text(same: name(of: premises.user) + ", ")
      var terms = Text("utilisateur\u{202F}: ", "user: ") + user + premises.terms
      if let inReturn = premises.inReturn { terms = terms + Text(", contre ", ", in return for ") + inReturn }
      told.append(Statement(section, terms, premises.support))
    }
    if let hosted {
      let section = Text("Structures hébergées", "Structures housed")
      told.append(
        Statement(
          section,
          Text("\(hosted.count) structures\u{202F}: ", "\(hosted.count) structures: ")
            + Text(same: names(hosted.structures)), hosted.support))
      if !hosted.founders.isEmpty {
        let count = hosted.founders.count
        told.append(
          Statement(
            section,
            Text("dont \(count) fondatrices\u{202F}: ", "of which \(count) founded the Pôle: ")
              + Text(same: names(hosted.founders)), hosted.support))
      }
    }
    return told
  }

  private var meansStatements: [Statement] {
    var told: [Statement] = []
    if let budget {
      let section = Text(same: "Budget")
      told.append(Statement(section, Text("total\u{202F}: ", "total: ") + Self.euros(budget.total), budget.support))
      for line in budget.lines {
        told.append(
          Statement(
            section, Self.euros(line.amount) + .colon + line.purpose + Text.fundedBy + line.funder, budget.support))
      }
    }
    for function in functions?.list ?? [] {
      told.append(
        Statement(
          Text("Fonctions", "Functions"), function.name + .colon + Text(same: name(of: function.holder)),
          functions?.support ?? Support(.source)))
    }
    if let scores {
      let section = Text("Notes de la fiche", "Scores of the fact sheet")
      for (label, score) in [
        (Text("taille du Pôle", "size of the Pôle"), scores.size),
        (Text("niveau de structuration", "degree of structuring"), scores.structuring),
      ] {
        told.append(Statement(section, label + .colon + Text(same: "\(score.score)/\(score.outOf)"), scores.support))
      }
    }
    if let objective { told.append(Statement(Text("Objectif", "Objective"), objective.text, objective.support)) }
    return told
  }

  /// Actions of one status, each followed by its parts.
  private func actionStatements(_ status: Action.Status) -> [Statement] {
    let section = status == .realised ? Text("Réalisations", "Realised") : Text("En projet", "Planned")
    var told: [Statement] = []
    func tell(_ action: Action, _ prefix: String) {
      if action.status == status {
        told.append(Statement(section, describe(action, prefix), action.support, printed: action.printed))
      }
      for part in parts(of: action.id) { tell(part, prefix + "– ") }
    }
    for action in actions where action.parent == nil { tell(action, "") }
    return told
  }

  private func describe(_ action: Action, _ prefix: String) -> Text {
    var parts: [Text] = []
    if let year = action.year { parts.append(Text(same: String(year))) }
    if let carrier = action.carrier {
      parts.append(Text("porté par \(name(of: carrier))", "carried by \(name(of: carrier))"))
    }
    if let place = action.place { parts.append(place) }
    parts += action.details
    let title = Text(same: prefix) + action.title
    return parts.isEmpty ? title : title + .colon + Text.semicolons(parts)
  }

  private var sharingStatements: [Statement] {
    guard let sharing else { return [] }
    let section = Text("Mutualisation", "Sharing")
    return sharing.shared.map { Statement(section, $0, sharing.support) } + [
      Statement(
        section, Text("répartition des charges ", "split of the charges ") + sharing.charges + .colon + sharing.splitBy,
        sharing.support)
    ]
  }

  private var assessmentStatements: [Statement] {
    var told: [Statement] = []
    if let assessment {
      for (section, points) in [
        (Text("Points forts", "Strengths"), assessment.strengths),
        (Text("Faiblesses", "Weaknesses"), assessment.weaknesses),
      ] {
        for point in points {
          let who = Text.joined(point.supporters, separator: ", ")
          let text = point.supporters.isEmpty ? point.text : point.text + .colon + who
          told.append(Statement(section, text, assessment.support, printed: point.printed))
        }
      }
    }
    if let meetings {
      for rhythm in meetings.rhythms {
        let often =
          rhythm.everyMonths == 1
          ? Text("tous les mois", "every month")
          : Text("tous les \(rhythm.everyMonths) mois", "every \(rhythm.everyMonths) months")
        told.append(Statement(meetings.practice, rhythm.who + .colon + often, meetings.support))
      }
    }
    for document in documents?.joined ?? [] {
      var text = Text(same: document.title)
      if let about = document.about { text = text + .colon + about }
      if let year = document.year { text = text + Text(same: " \(year)") }
      told.append(Statement(Text("Documents joints", "Joined documents"), text, documents?.support ?? Support(.source)))
    }
    return told
  }

  private static func euros(_ amount: Double) -> Text {
    Text(Numerals(.fr).short(amount, 2) + "\u{202F}€", "€" + Numerals(.en).short(amount, 2))
  }
}

extension Text {
  /// A colon between two texts, with the space French puts before it.
  static let colon = Text("\u{202F}: ", ": ")

  /// Texts with semicolons between them.
  static func semicolons(_ texts: [Text]) -> Text {
    Text(texts.map(\.fr).joined(separator: "\u{202F}; "), texts.map(\.en).joined(separator: "; "))
  }
}
