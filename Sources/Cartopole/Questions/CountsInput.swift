import Bytes
import Statistics
import Territory

/// The layers, lists and files that a question of counts brings together, each in its vintage.
struct CountsInput {
  let mesh: Mesh
  let tally: Tally
  let population: MeshPopulation
  let join: JoinReport
  /// The communes that the question is about: those of the territory, or
  /// else of the user's own areas, or else all.
  let home: [Int]
  let warnings: [Warning]
  /// Pieces of which the file has a row.
  let piecesWithRow: Set<Int>
  /// The plan of disclosure control for the file on these layers.
  let plan: CountsPlan
  let places: CountsPlaces

  init(_ question: CountsQuestion, _ project: Project?) throws(Problem) {
    let events = try DataFolder.communeEvents(question.events)
    let observations = try Observations(path: question.data)
    if let share = observations.measures.first(where: \.isShare) {
      throw Problem(.badData, file: question.data, Text.sharesDoNotAddUp(share.id), fix: Text.giveCountsOfTheShare)
    }
    try Self.requireSums(observations)
    let dataVintage = try observations.vintage(events)
    var sides = [(Text(same: Path.name(question.data)), dataVintage)]
    var layers: [CommuneLayer] = []
    var warnings: [Warning] = []
    if let geo = question.geo {
      let read = try Layers.communes(geo, vintage: nil, question.reading)
      layers = [read.communes]
      warnings += read.warnings + (question.population == nil ? read.communes.gaps : [])
    } else if let project {
      layers = [project.populations.layer]
      if let region = try project.regionLayer() { layers.append(region) }
    }
    let vintages = layers.map { $0.vintage(events) }
    for (layer, vintage) in zip(layers, vintages) { sides.append((Text(same: Path.name(layer.path)), vintage)) }

    var lists = [Mesh.List(observations.distinctCodes, cog: dataVintage.cog)]
    let areaList = try question.areas.map { path throws(Problem) in try AreaList(path: path) }
    let areaVintage = Vintage(of: areaList?.areas.flatMap(\.codes) ?? [], events: events)
    if let areaList { lists.append(.init(areaList.areas.flatMap(\.codes), cog: areaVintage.cog)) }
    let own = question.population == nil && question.geo == nil ? project?.populations : nil
    let people = try question.population.map { path throws(Problem) in try PopulationFile(path: path) }
    let peopleVintage = people.map { file in
      file.cog.map { Vintage(stated: $0) } ?? Vintage(of: file.codes, events: events)
    }
    if let people, let peopleVintage { lists.append(.init(people.codes, cog: peopleVintage.cog)) }
    let sizes = try DataFolder.areaSizes()
    let cogs = vintages.map(\.cog)
    let plain = Mesh(layers, vintages: cogs, lists: lists, events: events, sizes: sizes)
    var (mesh, ownFiles) = (plain, own?.files ?? [])
    let ownLists = ProjectPopulations.lists(ownFiles, events)
    if !ownFiles.isEmpty {
      mesh = Mesh(layers, vintages: cogs, lists: lists + ownLists, events: events, sizes: sizes)
      if mesh.piecesOfFirstLayer < plain.piecesOfFirstLayer {
        // The counts tell communes apart that have been merged since; nothing tells their inhabitants apart.
        warnings += ownFiles.map { file in
          Warning(file: file.path, Text.areaLayerMergesCommunes(Path.name(question.data)))
        }
        (mesh, ownFiles) = (plain, [])
      }
    }
    tally = Tally(observations, on: mesh, list: 0, cog: dataVintage.cog)
    if let people, let peopleVintage {
      population = MeshPopulation(people, on: mesh, list: lists.count - 1, cog: peopleVintage.cog)
    } else if let own {
      population = MeshPopulation(
        ownFiles, on: mesh, lists: ownLists, from: lists.count, layerDate: own.date, usual: own.usual)
    } else {
      population = MeshPopulation(
        mesh, date: nil, source: Text("couche ", "layer ") + Text(same: Path.name(layers[0].path)))
    }

    let laid = mesh
    func sayFolded(_ codes: [String], _ list: Int, _ file: String) {
      let pieces = laid.pieceOfCode[list]
      let folded = zip(codes, pieces).filter { code, piece in
        piece.map { laid.pieces[$0].code == Arrondissements.commune(of: code) } ?? false
      }
      warnings += Arrondissements.foldingNotes(folded.map(\.0)).map { Warning(file: file, $0) }
    }
    if let areaList { sayFolded(areaList.areas.flatMap(\.codes), 1, areaList.path) }
    if let people { sayFolded(people.codes, lists.count - 1, people.path) }
    self.mesh = mesh
    piecesWithRow = Set(tally.pieceOfRow.compactMap { $0 })
    let ownAreas = areaList.map { Self.areas($0, areaVintage, mesh, &warnings) } ?? []
    let territory: MeshArea?
    if question.geo == nil, let project {
      let cover = mesh.covers([layers[0].communes.map(\.insee)], cog: vintages[0].cog)[0]
      territory = MeshArea(
        code: "territory", name: project.pole.territory.name, level: .territory, pieces: cover.whole,
        partial: cover.partial)
    } else {
      territory = nil
    }
    let ofAreas = Set(ownAreas.flatMap { $0.pieces + $0.partial }).sorted()
    home = territory.map { $0.pieces + $0.partial } ?? (ofAreas.isEmpty ? Array(mesh.pieces.indices) : ofAreas)
    if let people {
      warnings += people.notes.map { Warning(file: people.path, $0) }
      warnings += Self.holes(population, people.path, mesh, home)
    }
    join = JoinReport(tally, sides: sides, pieces: home)
    do {
      try Self.require(join.matched > 0, join.unmatched, of: join.path, in: layers[0])
      if let people {
        let isKnown = population.counts.contains { $0.values.contains { $0 != nil } }
        try Self.require(isKnown, people.codes, of: people.path, in: layers[0])
      }
      if let areaList {
        let isKnown = ownAreas.contains { !$0.pieces.isEmpty || !$0.partial.isEmpty }
        try Self.require(isKnown, areaList.areas.flatMap(\.codes), of: areaList.path, in: layers[0])
      }
    } catch { throw error.after(warnings) }
    if question.isStrict {
      if let problem = join.problem { throw problem }
      if let areaList, let first = areaList.irregularities.first {
        throw Problem(.badData, file: areaList.path, first, fix: Text.correctFileOrDropStrict)
      }
    }
    let places = try CountsPlaces(tally, own: ownAreas, territory: territory)
    self.places = places
    plan = try CountsPlan(question, tally, areas: places.commonAndReferences, own: places.ownAndReferences)
    self.warnings = warnings + join.warnings.map { Warning(file: question.data, $0) }
  }

  /// Throws 65 for a list of which the layer knows no commune, because two lists without a common code are of two kinds.
  private static func require(_ isKnown: Bool, _ codes: [String], of file: String, in layer: CommuneLayer)
    throws(Problem)
  {
    if !isKnown, !codes.isEmpty { throw CommuneCode.noneKnown(codes, file: file, in: layer) }
  }

  /// Throws 65, naming the line of the total, for families that add up to more than their total.
  private static func requireSums(_ data: Observations) throws(Problem) {
    struct Key: Hashable {
      let series: Int
      let code: String
    }
    var totals: [Key: (value: Double, line: Int)] = [:]
    var parts: [Key: Double] = [:]
    for row in data.rows {
      guard let value = row.value.value else { continue }
      let key = Key(series: row.series, code: row.code)
      if row.family == .all {
        totals[key] = ((totals[key]?.value ?? 0) + value, totals[key]?.line ?? row.line)
      } else {
        parts[key, default: 0] += value
      }
    }
    var worst: (line: Int, code: String, sum: Double, total: Double)?
    for (key, total) in totals {
      guard let sum = parts[key], sum > total.value * (1 + 1e-9) + 1e-9 else { continue }
      if worst.map({ total.line < $0.line }) ?? true { worst = (total.line, key.code, sum, total.value) }
    }
    guard let worst else { return }
    func printed(_ value: Double) -> Text { Text(Numerals(.fr).short(value, 3), Numerals(.en).short(value, 3)) }
    throw Problem(
      .badData, file: data.path, at: Text("ligne \(worst.line)", "line \(worst.line)"),
      Text("\(worst.code) : les familles font ", "\(worst.code): the families make ") + printed(worst.sum)
        + Text(", plus que leur total ", ", more than their total ") + printed(worst.total),
      fix: Text.correctFileAtItsSource)
  }

  /// Dates at which a commune of the question has no inhabitants although it has some at another date.
  private static func holes(_ population: MeshPopulation, _ path: String, _ mesh: Mesh, _ home: [Int]) -> [Warning] {
    population.counts.compactMap { count in
      let empty = home.filter { piece in
        count.values[piece] == nil && population.counts.contains { $0.values[piece] != nil }
      }
      guard let first = empty.first else { return nil }
      let (date, number) = (count.date?.iso ?? "–", empty.count)
      let name = mesh.pieces[first].code
      return Warning(file: path, Text.communesWithoutAPopulation(date, number, name))
    }
  }

  private static func areas(_ list: AreaList, _ vintage: Vintage, _ mesh: Mesh, _ warnings: inout [Warning])
    -> [MeshArea]
  {
    warnings += list.irregularities.map { Warning(file: list.path, $0) }
    let covers = mesh.covers(list.areas.map(\.codes), cog: vintage.cog)
    return zip(list.areas, covers).map { area, cover in
      if !cover.unknown.isEmpty {
        let codes = cover.unknown.prefix(8).joined(separator: ", ")
        warnings.append(Warning(file: list.path, Text.communesInNoLayer(area.name, codes)))
      }
      return MeshArea(code: area.name, name: area.name, level: .area, pieces: cover.whole, partial: cover.partial)
    }
  }
}
