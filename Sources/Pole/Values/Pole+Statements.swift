import Bytes

extension Pole {
  /// The facts of the file in words, in the order of the fact sheet, so that everything the fact sheet
  /// says reaches the page. Complexity: O(n).
  public var statements: [Statement] {
    let groups: [[Statement]] = [
      keyFigures?.statements ?? [], told(.history), structures.map { $0.statement(naming: { name(of: $0) }) },
      memberStatements, told(.employees), told(.domain), territory.statements, sites.flatMap(\.statements),
      told(.premises), hostedStatements, budgetStatements, told(.functions), told(.scores), told(.objective),
      actionStatements(.realised), actionStatements(.planned), told(.sharing), told(.assessment), told(.meetings),
      told(.documents),
    ]
    return groups.flatMap { $0 }
  }

  private func told(_ part: FactSheetPart) -> [Statement] { told[part.key] ?? [] }

  /// The project as it may leave the house: without its internal history and the scores that were given to it.
  public var forPublic: Pole {
    var pole = self
    for part in [FactSheetPart.history, .scores] { pole.told[part.key] = nil }
    return pole
  }

  /// Whether the file carries over a document about the Pôle, beyond its territory, members, places and actions.
  public var hasFactSheet: Bool { keyFigures != nil || told[FactSheetPart.history.key] != nil }

  /// Name of a structure; its id when the project does not define it.
  public func name(of structureID: String) -> String { structure(structureID)?.name ?? structureID }

  private func names(_ ids: [String]) -> String { ids.map { name(of: $0) }.joined(separator: ", ") }

  private var memberStatements: [Statement] {
    guard let members else { return [] }
    let section = Text("Membres", "Members")
    let count = Text.memberLegalPersonsRepresentedBy(members.legalPersons) + Text(same: name(of: members.of))
    return [Statement(section, count, members.support)]
      + members.groups.map { group in
        let who = group.structures.isEmpty ? "" : " (\(names(group.structures)))"
        return Statement(
          section, Text(same: "\(group.count) ") + group.kind + Text(same: who), members.support, printed: group.printed
        )
      }
  }

  private var hostedStatements: [Statement] {
    guard let hosted else { return [] }
    let section = Text("Structures hébergées", "Structures housed")
    let all = Text("\(hosted.count) structures\u{202F}: ", "\(hosted.count) structures: ")
    let count = hosted.founders.count
    let founders = Text("dont \(count) fondatrices\u{202F}: ", "of which \(count) founded the Pôle: ")
    let told = [all + Text(same: names(hosted.structures)), founders + Text(same: names(hosted.founders))]
    return told.prefix(count > 0 ? 2 : 1).map { Statement(section, $0, hosted.support) }
  }

  private var budgetStatements: [Statement] {
    guard let budget else { return [] }
    let total = Text("total\u{202F}: ", "total: ") + Self.euros(budget.total)
    let lines = budget.lines.map { Self.euros($0.amount) + .colon + $0.purpose + Text.fundedBy + $0.funder }
    return ([total] + lines).map { Statement(Text(same: "Budget"), $0, budget.support) }
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
