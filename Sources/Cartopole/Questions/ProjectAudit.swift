import Bytes
import Maps
import Statistics
import Territory

extension Project {
  /// Checks the project's figures against each other: those of its document, of its layers and, when it names
  /// one, of its register. Throws 65 and 66 for the register.
  public func audit() throws(Problem) -> [Finding] {
    let register = pole.territory.figures == nil ? FiguresRegister(path: "", figures: []) : try register()
    return Audit.findings(register, auditInput())
  }

  /// The statements of the project's document that arithmetic can check.
  func auditInput() -> AuditInput {
    var input = AuditInput()
    input.shares = printedShares()
    input.sums = printedSums()
    input.groups = namedGroups()
    input.mentions = mentions()
    input.counts = printedCounts()
    input.statements = layerStatements()
    return input
  }

  /// The printed shares, each with the count of the same family.
  private func printedShares() -> [AuditInput.PrintedShare] {
    guard let key = pole.keyFigures else { return [] }
    var shares: [AuditInput.PrintedShare] = []
    for (index, figure) in key.figures.enumerated() {
      guard figure.measure == Measure.shareOfEstablishmentsByFamily.id, let family = Family(rawValue: figure.family),
        let share = PrintedNumber(percent: plain(figure.value)),
        let count = key.figures.first(where: { $0.family == figure.family && $0.measure == "establishments" }),
        let part = PrintedNumber(plain(count.value))
      else { continue }
      let whole = key.figures.first { $0.family == "all" && $0.measure == "establishments" }
      let words = figure.printed ?? "\(plain(figure.value)) %"
      shares.append(
        AuditInput.PrintedShare(
          key: "key_figures.figures[\(index)]", words: words, family: family, measure: .establishments, part: part,
          share: share, whole: whole.flatMap { PrintedNumber(plain($0.value)) },
          claimedArea: figure.ofArea.map(areaCode) ?? key.areaCode))
    }
    return shares
  }

  private func areaCode(_ name: String) -> String { name.folded == "france" ? "FR" : name }

  private func printedSums() -> [AuditInput.PrintedSum] {
    var sums: [AuditInput.PrintedSum] = []
    if let budget = pole.budget, let total = PrintedNumber(plain(budget.total)) {
      let parts = budget.lines.compactMap { line in
        PrintedNumber(plain(line.amount)).map { AuditInput.PrintedSum.Part(line.purpose, $0) }
      }
      sums.append(
        AuditInput.PrintedSum(
          key: "budget", label: Text("Budget, en euros", "Budget, in euros"), total: total, parts: parts, isCount: false
        ))
    }
    if let members = pole.members, let total = PrintedNumber(String(members.legalPersons)) {
      let parts = members.groups.compactMap { group in
        PrintedNumber(String(group.count)).map { AuditInput.PrintedSum.Part(group.kind, $0) }
      }
      sums.append(
        AuditInput.PrintedSum(
          key: "members", label: Text("Membres du Collectif", "Members of the Collectif"), total: total, parts: parts,
          isCount: true))
    }
    if let hosted = pole.hosted, let total = PrintedNumber(String(hosted.count)),
      let founders = PrintedNumber(String(hosted.founders.count)),
      let others = PrintedNumber(String(hosted.structures.filter { !hosted.founders.contains($0) }.count))
    {
      sums.append(
        AuditInput.PrintedSum(
          key: "hosted", label: Text("Structures hébergées", "Hosted structures"), total: total,
          parts: [
            AuditInput.PrintedSum.Part(Text("fondatrices", "founding"), founders),
            AuditInput.PrintedSum.Part(Text("autres", "others"), others),
          ], isCount: true))
    }
    return sums
  }

  /// Groups of members that call their structures by a kind of legal person. A structure for which the document
  /// gives a legal form has that form; the others have the kind of the group.
  private func namedGroups() -> [AuditInput.NamedGroup] {
    guard let members = pole.members else { return [] }
    return members.groups.enumerated().compactMap { index, group in
      guard !group.structures.isEmpty, let words = group.printed else { return nil }
      let kind = Text("association", "an association")
      guard words.folded.contains(kind.fr) else { return nil }
      let named = group.structures.compactMap { pole.structure($0) }.map { structure in
        let form = structure.legalForm ?? kind
        return AuditInput.NamedGroup.Member(
          key: structure.id, name: structure.name, kind: form.fr.folded, kindLabel: form)
      }
      return AuditInput.NamedGroup(
        key: "members.groups[\(index)]", words: words, kind: kind.fr.folded, kindLabel: kind, printed: group.count,
        members: named)
    }
  }

  /// The passages in which the document uses the word for territory, each with the area it means.
  private func mentions() -> [AuditInput.AreaMention] {
    var mentions: [AuditInput.AreaMention] = []
    if let key = pole.keyFigures, let words = key.printed, words.folded.contains("territoire") {
      mentions.append(
        AuditInput.AreaMention(
          key: "key_figures", term: "territoire", words: words, areaCode: key.areaCode, areaName: key.area))
    }
    let name = pole.territory.name
    let count = pole.territory.communesPrinted.map { ", \($0) communes" } ?? ""
    mentions.append(
      AuditInput.AreaMention(
        key: "territory", term: "territoire", words: "territoire d’action : \(name)\(count)", areaCode: "territory",
        areaName: name))
    return mentions
  }

  private func printedCounts() -> [AuditInput.PrintedCount] {
    guard let printed = pole.territory.communesPrinted else { return [] }
    let vintage = Text("couche du projet, COG \(pole.territory.cog)", "the project's layer, COG \(pole.territory.cog)")
    return [
      AuditInput.PrintedCount(
        key: "territory", label: Text("Communes du territoire", "Communes of the territory"), printed: printed,
        counted: [AuditInput.PrintedCount.Counted(vintage, ground.layer.count)])
    ]
  }

  /// Sites outside their stated commune, and communes without a population.
  private func layerStatements() -> [AuditInput.LayerStatement] {
    var statements = misplaced.map { site in
      AuditInput.LayerStatement(
        key: "sites.\(site.site.id)",
        text: site.words(ground.layer) + (site.cause.map { Text(" ; ", "; ") + $0 } ?? Text(same: "")),
        isWrong: site.isFar)
    }
    statements += ground.layer.gaps.map {
      AuditInput.LayerStatement(
        key: "territory.layer", text: Text(same: Path.name(ground.layer.path)) + Text(" : ", ": ") + $0.what,
        isWrong: false)
    }
    statements += listStatements() + backgroundStatements() + countStatements()
    if pole.sources?.fr.contains("à compléter") ?? true {
      statements.append(
        AuditInput.LayerStatement(key: "sources", text: Text.sourcesOfMapsAreIncomplete, isWrong: false))
    }
    if ground.layer.population.communesKnown > 0, pole.populations.printed == nil {
      statements.append(AuditInput.LayerStatement(key: "populations", text: Text.inhabitantsHaveNoDate, isWrong: false))
    }
    if ground.layer.communes.allSatisfy({ $0.position == .interior }) {
      statements.append(
        AuditInput.LayerStatement(key: "territory.layer.positions", text: Text.layerHasNoTownHall, isWrong: false))
    }
    return statements
  }

  /// What the project's list says that its layer does not bear out.
  private func listStatements() -> [AuditInput.LayerStatement] {
    guard let listed, let name = pole.territory.list else { return [] }
    return listed.warnings(nil).enumerated().map { index, warning in
      AuditInput.LayerStatement(
        key: "territory.list[\(index)]", text: Text(same: name) + Text(" : ", ": ") + warning.what, isWrong: false)
    }
  }

  /// What the project's counts by commune leave out or cannot be read for.
  private func countStatements() -> [AuditInput.LayerStatement] {
    guard let file = statisticsPath else { return [] }
    let (found, isWrong): ([Text], Bool)
    do { (found, isWrong) = (try CountsGround(CountsQuestion(data: file), self).warnings.map(\.what), false) } catch {
      (found, isWrong) = ([error.what], true)
    }
    return found.enumerated().map { index, text in
      AuditInput.LayerStatement(
        key: "statistics[\(index)]", text: Text(same: Path.name(file)) + Text(" : ", ": ") + text, isWrong: isWrong)
    }
  }

  /// Background layers that do not meet the territory, left over from another project.
  private func backgroundStatements() -> [AuditInput.LayerStatement] {
    let box = ground.layer.outlines.bounds
    func away(_ key: String, _ layer: CommuneLayer?) -> AuditInput.LayerStatement? {
      // A context may lie around a hole, but its box meets the territory's.
      guard let layer, !layer.outlines.bounds.overlaps(box) else { return nil }
      return AuditInput.LayerStatement(
        key: key, text: Text.layerDoesNotTouchTerritory(Path.name(layer.path)), isWrong: true)
    }
    return [away("background.context", try? surroundings()), away("background.region", try? regionLayer())].compactMap {
      $0
    }
  }

  private func plain(_ value: Double) -> String { ByteWriter.fixed(value, decimals: 6) }
}

/// Findings as a table and as JSON.
public enum AuditTables {
  /// The findings as a table, one row for each.
  public static func findings(_ findings: [Finding]) -> Table {
    let problems = findings.count { $0.severity.isProblem }
    let confirmed = findings.count { $0.severity == .confirmed }
    return Table(
      name: "audit",
      title: Text.figuresHaveBeenChecked(
        problems, problems < 2 ? "point" : "points", confirmed, confirmed < 2 ? "vérifié" : "vérifiés"),
      columns: [
        Table.Column("id", Text("Identifiant", "Id"), isDetail: true),
        Table.Column("severity", Text("Verdict", "Verdict")), Table.Column("kind", Text("Nature", "Kind")),
        Table.Column("finding", Text("Constat", "Finding")),
      ],
      rows: findings.map { finding in
        [
          .text(finding.id), .word(finding.severity.label, key: finding.severity.rawValue),
          .word(finding.kind.label, key: finding.kind.rawValue), .word(finding.text, key: finding.text.en),
        ]
      })
  }

  /// `{schema, findings: [{id, kind, severity, text, lines, keys}]}`; `lines` are those of the register.
  public static func json(_ findings: [Finding], _ language: Language) -> JSON {
    .object([
      ("schema", .integer(1)),
      (
        "findings",
        .array(
          findings.map { finding in
            .object([
              ("id", .string(finding.id)), ("kind", .string(finding.kind.rawValue)),
              ("severity", .string(finding.severity.rawValue)), ("text", .string(finding.text[language])),
              ("lines", .array(finding.figures.map { .integer($0.line) })),
              ("keys", .array(finding.keys.map(JSON.string))),
            ])
          })
      ),
    ])
  }
}
