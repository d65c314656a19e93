import Bytes
import Disclosure
import Maps
import Statistics
import Territory

/// Areas compared by the counts of a file, with everything that was done to obtain them.
public struct CountsAnswer: Sendable {
  /// The rows with their indicators.
  public let comparison: Comparison
  /// The counts by area behind the rows, after disclosure control.
  public let counted: Comparison.Counted
  /// What the join of the file to the layers matched and left over.
  public let join: JoinReport
  /// Warnings for stderr.
  public let warnings: [Warning]
  /// The communes that the question is about, as positions of pieces of the mesh.
  public let home: [Int]
  /// Moran's I of the communes; `nil` when the question does not ask for it.
  public let pattern: CommunePattern?
  /// The plan of disclosure control.
  let plan: CountsPlan
  let rule: DisclosureRule

  /// The pieces on which the file and the layers are expressed.
  public var mesh: Mesh { counted.table.tally.mesh }

  /// Answers a question. Throws 64 for an unknown measure, family or area, 65 for
  /// any fault in a file, 66 for a missing one.
  public init(_ question: CountsQuestion, project: Project?) throws(Problem) {
    try self.init(question, on: CountsInput(question, project), project: project)
  }

  /// Answers with the input of another question that differs only in levels, families, measures or names.
  init(_ question: CountsQuestion, on input: CountsInput, project: Project?) throws(Problem) {
    let families = try Self.families(question, input.tally.observations)
    var areas = Self.rows(question, input)
    if !question.names.isEmpty { areas = try Self.named(question, input, areas) }
    let reference = try Self.reference(question, input, usual: project?.pole.territory.reference?.area)
    let absent = try Self.absentLevels(question, input)
    if question.names.isEmpty { areas = areas.filter { Self.hasRow($0, input) } }
    let shown = Array(areas.indices)
    var place = areas.firstIndex {
      $0.level == reference.level && $0.code == reference.code && $0.pieces == reference.pieces
    }
    if place == nil {
      place = areas.count
      areas.append(reference)
    }
    if question.pattern != nil {
      // What Moran's I prints of a commune is published too, so that disclosure control must know it.
      areas += input.mesh.areas(.commune, touching: input.home).filter { !areas.contains($0) }
    }
    var table = try question.table(input.tally, areas, families)
    rule = question.rule
    plan = input.plan
    try plan.withhold(in: &table)
    var published: [AreaFacts] = []
    let hasCountry = areas.contains { $0.level == .country }
    if let project, question.geo == nil, question.names.isEmpty, !hasCountry, question.rowLevels.contains(.country),
      project.pole.territory.figures != nil
    {
      let register = try project.register()
      published = families.compactMap { register.latest(of: AreaKey("country", "FR"), family: $0) }
    }
    counted = Comparison.Counted(
      table: table, population: input.population, shown: shown, reference: place ?? 0, published: published)
    comparison = try Comparison(counted, measures: question.measures, acrossPerimeters: question.acrossPerimeters)
    let counted = counted
    pattern = question.pattern.map { CommunePattern(counted, family: 0, options: $0) }
    join = input.join
    home = input.home
    warnings =
      input.warnings + absent + plan.warnings(question) + comparison.crowded.map { Warning(file: question.data, $0) }
  }

  /// Warnings on the levels asked for of which the layers have no area;
  /// throws 65 when no other level can be shown.
  private static func absentLevels(_ question: CountsQuestion, _ input: CountsInput) throws(Problem) -> [Warning] {
    guard !question.levels.isEmpty, question.names.isEmpty else { return [] }
    let empty = question.rowLevels.filter { rows(at: $0, input).isEmpty }
    guard let first = empty.first else { return [] }
    let layer = input.mesh.layers[0].path
    guard empty.count < question.rowLevels.count else {
      let (what, remedy) = absence(of: first)
      throw Problem(.badData, file: layer, what, fix: remedy).after(input.warnings)
    }
    return empty.map { Warning(file: layer, absence(of: $0).what) }
  }

  /// Why a level has no area, and what to do.
  private static func absence(of level: AreaLevel) -> (what: Text, remedy: Text) {
    let what = Text("aucun territoire de niveau ", "no area of the level ") + level.label
    func column(_ names: String) -> (what: Text, remedy: Text) {
      (what + Text.layerHasNoColumn(names), Text.takeLayerWithColumn)
    }
    switch level {
    case .epci: return column("SIREN_EPCI")
    case .canton: return column("INSEE_CAN")
    case .area: return (what, Text.giveYourAreas)
    case .territory: return (what, Text("ouvrez un projet", "open a project"))
    case .country: return (what + Text.layerDoesNotHoldFrance, Text.takeANationalLayer)
    case .commune, .departement, .region: return (what, Text("prenez un autre niveau", "take another level"))
    }
  }

  private static func families(_ question: CountsQuestion, _ data: Observations) throws(Problem) -> [Family] {
    let present = data.familiesPresent
    guard !question.families.isEmpty else { return [.all] }
    for family in question.families where family != .all && !present.contains(family) {
      let known = present.map(\.rawValue).joined(separator: ", ")
      throw Problem(
        .usage, file: data.path, Text("pas de famille « \(family.rawValue) »", "no family \"\(family.rawValue)\""),
        fix: Text("familles du fichier : \(known)", "families of the file: \(known)"))
    }
    return question.families
  }

  private static func rows(_ question: CountsQuestion, _ input: CountsInput) -> [MeshArea] {
    question.rowLevels.flatMap { rows(at: $0, input) }
  }

  private static func rows(at level: AreaLevel, _ input: CountsInput) -> [MeshArea] {
    switch level {
    case .area: input.places.own
    case .territory: [input.places.territory].compactMap { $0 }
    default: input.mesh.areas(level, touching: input.home)
    }
  }

  /// The areas with the names asked for, at every level unless levels are given.
  private static func named(_ question: CountsQuestion, _ input: CountsInput, _ rows: [MeshArea]) throws(Problem)
    -> [MeshArea]
  {
    let all = question.levels.isEmpty ? input.places.named : rows
    var found: [MeshArea] = []
    for name in question.names {
      let wanted = name.folded
      let matches = all.filter { $0.code.folded == wanted || $0.name.folded == wanted }
      guard !matches.isEmpty else {
        let known = rows.prefix(12).map { $0.code == $0.name ? $0.name : "\($0.code) \($0.name)" }
        let list = known.joined(separator: ", ") + (rows.count > 12 ? ", …" : "")
        throw Problem(
          .usage, Text("territoire inconnu : \(name)", "unknown area: \(name)"),
          fix: Text("par exemple : \(list)", "such as: \(list)"))
      }
      for match in matches where !found.contains(match) { found.append(match) }
    }
    return found
  }

  /// Share of the communes of an area that must have a count before rows can be compared with the area.
  private static let enough = 0.9

  /// The area that rows are compared with: the one asked for, or else the project's or the widest of which nine communes
  /// in ten have a count. Its communes without a count are left out, with their inhabitants.
  ///
  /// - `usual`: code or name of the project's reference, which the file need not cover.
  private static func reference(_ question: CountsQuestion, _ input: CountsInput, usual: String?) throws(Problem)
    -> MeshArea
  {
    func area(_ name: String) throws(Problem) -> MeshArea {
      var asked = question
      asked.names = [name]
      asked.levels = []
      return try named(asked, input, input.places.named)[0]
    }
    if let name = question.reference { return input.places.counted(try area(name)) }
    let all = Array(input.mesh.pieces.indices)
    let wide = [AreaLevel.country, .region, .departement].flatMap { level -> [MeshArea] in
      let areas = input.mesh.areas(level, touching: all)
      return areas.count == 1 ? areas : []
    }
    // Of several départements, the one that the question lies in, when there is only one.
    let home = input.mesh.areas(.departement, touching: input.home)
    // A part that is the territory itself says nothing of a wider area.
    let territory = input.places.territory
    func isWider(_ area: MeshArea) -> Bool { territory.map { Set($0.pieces) != Set(area.pieces) } ?? true }
    let own = [usual.flatMap { try? area($0) }].compactMap { $0 }
    let candidates =
      own + (wide + (home.count == 1 ? home : [])).filter(isWider) + [territory].compactMap { $0 } + [
        input.places.whole
      ]
    for candidate in candidates {
      let known = input.places.counted(candidate)
      if Double(known.pieces.count) >= enough * Double(candidate.pieces.count) { return known }
    }
    return input.places.counted(candidates[candidates.count - 1])
  }

  /// Whether any commune of an area has a row; an area without one is not a row of an answer.
  private static func hasRow(_ area: MeshArea, _ input: CountsInput) -> Bool {
    if [.area, .territory, .commune].contains(area.level) { return true }
    return area.pieces.contains(where: input.piecesWithRow.contains)
  }
}

extension CountsAnswer {
  /// Number of communes left out of the reference because they have no count.
  public var referenceLeftOut: Int {
    let reference = counted.table.areas[counted.reference]
    guard
      let whole = mesh.areas(reference.level, touching: Array(mesh.pieces.indices)).first(where: {
        $0.code == reference.code
      })
    else { return 0 }
    return whole.pieces.count - reference.pieces.count
  }
}
