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
    func add(_ key: String, _ label: Text, _ total: String, _ parts: [(label: Text, number: String)], isCount: Bool) {
      guard let total = PrintedNumber(total) else { return }
      let parts = parts.compactMap { part in
        PrintedNumber(part.number).map { (label: part.label, amount: $0) }
      }
      sums.append(AuditInput.PrintedSum(key: key, label: label, total: total, parts: parts, isCount: isCount))
    }
    if let budget = pole.budget {
      add(
        "budget", Text("Budget, en euros", "Budget, in euros"), plain(budget.total),
        budget.lines.map { ($0.purpose, plain($0.amount)) }, isCount: false)
    }
    if let members = pole.members {
      add(
        "members", Text("Membres du Collectif", "Members of the Collectif"), String(members.legalPersons),
        members.groups.map { ($0.kind, String($0.count)) }, isCount: true)
    }
    if let hosted = pole.hosted {
      let others = hosted.structures.count { !hosted.founders.contains($0) }
      add(
        "hosted", Text("Structures hébergées", "Hosted structures"), String(hosted.count),
        [
          (Text("fondatrices", "founding"), String(hosted.founders.count)), (Text("autres", "others"), String(others)),
        ], isCount: true)
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
          key: structure.id, name: structure.name, kind: form)
      }
      return AuditInput.NamedGroup(
        key: "members.groups[\(index)]", words: words, kind: kind, printed: group.count,
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
        counted: [(vintage, studyArea.layer.count)])
    ]
  }

  /// Sites outside their stated commune, and communes without a population.
  private func layerStatements() -> [Finding] {
    let layer = studyArea.layer
    var statements = misplaced.map { site in
      let cause = site.cause.map { Text(" ; ", "; ") + $0 } ?? Text(same: "")
      return said("sites.\(site.site.id)", site.words(layer) + cause, isWrong: site.isFar)
    }
    statements += layer.gaps.map { said("territory.layer", of: Path.name(layer.path), $0.what) }
    statements += listStatements() + backgroundStatements() + countStatements()
    if pole.sources?.fr.contains("à compléter") ?? true {
      statements.append(said("sources", Text.sourcesOfMapsAreIncomplete))
    }
    if layer.population.communesKnown > 0, pole.populations.printed == nil {
      statements.append(said("populations", Text.inhabitantsHaveNoDate))
    }
    if layer.communes.allSatisfy({ $0.position == .interior }) {
      statements.append(said("territory.layer.positions", Text.layerHasNoTownHall))
    }
    return statements
  }

  private func said(_ key: String, _ text: Text, isWrong: Bool = false) -> Finding {
    Finding("layer." + key, isWrong ? .mismatch : .note, isWrong ? .error : .warning, text, keys: [key])
  }

  /// What is said of a file, which is named first.
  private func said(_ key: String, of file: String, _ text: Text, isWrong: Bool = false) -> Finding {
    said(key, Text(same: file) + Text(" : ", ": ") + text, isWrong: isWrong)
  }

  /// What the project's list says that its layer does not bear out.
  private func listStatements() -> [Finding] {
    guard let listed, let name = pole.territory.list else { return [] }
    return listed.warnings(nil).enumerated().map { said("territory.list[\($0)]", of: name, $1.what) }
  }

  /// What the project's counts by commune leave out or cannot be read for.
  private func countStatements() -> [Finding] {
    guard let file = statisticsPath else { return [] }
    let (found, isWrong): ([Text], Bool)
    do { (found, isWrong) = (try CountsInput(CountsQuestion(data: file), self).warnings.map(\.what), false) } catch {
      (found, isWrong) = ([error.what], true)
    }
    return found.enumerated().map { said("statistics[\($0)]", of: Path.name(file), $1, isWrong: isWrong) }
  }

  /// Background layers that do not meet the territory, left over from another project.
  private func backgroundStatements() -> [Finding] {
    let box = studyArea.layer.outlines.bounds
    func away(_ key: String, _ layer: CommuneLayer?) -> Finding? {
      // A context may lie around a hole, but its box meets the territory's.
      guard let layer, !layer.outlines.bounds.overlaps(box) else { return nil }
      return said(key, Text.layerDoesNotTouchTerritory(Path.name(layer.path)), isWrong: true)
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
    [
      "schema": .integer(1),
      "findings": .array(findings) { finding in
        [
          "id": .string(finding.id), "kind": .string(finding.kind.rawValue),
          "severity": .string(finding.severity.rawValue), "text": .string(finding.text[language]),
          "lines": .array(finding.figures) { .integer($0.line) },
          "keys": .array(finding.keys, JSON.string),
        ]
      },
    ]
  }
}
