import Bytes
import Pole
import Statistics
import Territory

/// The populations of a project's layers and files, each with its date.
struct ProjectPopulations: Sendable {
  /// The files, in the order of the project.
  let files: [PopulationFile]
  /// Paths of the files.
  var paths: [String] { files.map(\.path) }
  /// The territory with the populations of its own layer.
  let layer: CommuneLayer
  /// The territory with the populations that the project prints.
  let printed: CommuneLayer
  /// Date of the layer's populations; `nil` when nobody says it.
  let date: ReferenceDate?
  /// Date of the printed populations; `nil` when it is not known.
  let usual: ReferenceDate?
  /// Notes of the readers.
  let warnings: [Warning]

  /// Reads the files of a project in a folder, or the one that counts instead of them. Throws what the files throw.
  static func files(_ asked: Populations, in folder: String, instead path: String?) throws(Problem) -> [PopulationFile]
  {
    if let path { return [try PopulationFile(path: path)] }
    return try named(asked, in: folder).map { named throws(Problem) in
      var file = try PopulationFile(path: Path.join(folder, named.name))
      if let source = named.source { file.source = source }
      return file
    }
  }

  /// Chooses what is printed of these files. Throws 65 for a date that no file has. Notes in `pole` of which date the
  /// printed populations are.
  init(_ pole: inout Pole, _ layer: CommuneLayer, _ files: [PopulationFile]) throws(Problem) {
    let asked = pole.populations
    self.files = files
    self.layer = layer
    date = asked.date.flatMap { ReferenceDate($0) }
    let known = Set(files.flatMap(\.dates) + [date]).compactMap { $0 }.sorted { $0.days < $1.days }
    let wanted: ReferenceDate?
    switch asked.choice {
    case .layer: wanted = date
    case .latest: wanted = known.last
    case .date(let text): wanted = known.last { $0.iso.hasPrefix(text) || text.hasPrefix($0.iso) }
    }
    // One undated file is what its owner means by the latest.
    guard asked.choice == .layer || wanted != nil || (asked.choice == .latest && !files.isEmpty) else {
      let dates = known.map(\.iso).joined(separator: ", ")
      throw Problem(
        .badData, at: Text("ligne \(asked.line)", "line \(asked.line)"), Text.noPopulationOfThisDate,
        fix: known.isEmpty ? Text.nameAPopulationFile : Text("dates connues : \(dates)", "known dates: \(dates)"))
    }
    usual = wanted
    var notes = files.flatMap { file in file.notes.map { Warning(file: file.path, $0) } }
    if asked.choice == .layer || wanted != nil && wanted == date {
      printed = layer
    } else {
      let (inhabited, warnings) = try layer.inhabited(by: files, at: wanted)
      printed = inhabited
      notes += warnings
      pole.populations.printed = wanted?.iso
    }
    warnings = notes
  }

  /// The files that the project names, else those beside it when one of their dates is asked for.
  private static func named(_ asked: Populations, in folder: String) -> [Populations.File] {
    if let files = asked.files { return files }
    guard asked.choice != .layer else { return [] }
    return FileBytes.names(in: folder).filter { $0.hasPrefix("populations-") && $0.hasSuffix(".csv") }.sorted().map {
      Populations.File(name: $0)
    }
  }

  /// The codes of the files, each list in its vintage.
  static func lists(_ files: [PopulationFile], _ events: CommuneEvents) -> [Mesh.List] {
    files.map { file in Mesh.List(file.codes, cog: file.cog ?? Vintage(of: file.codes, events: events).cog) }
  }

  /// What is known of the inhabitants of groups of rows of a layer, at every date. A group that shares a merged commune
  /// with another has no count of the merged vintage.
  ///
  /// Complexity: that of `Mesh`.
  func points(of groups: [[Int]], in layer: CommuneLayer) throws(Problem) -> [[PopulationPoint]] {
    guard !files.isEmpty else {
      return groups.map { rows in
        layer.population(rows).total.map { [PopulationPoint.ofLayer(Double($0), date, layer)] } ?? []
      }
    }
    let (mesh, population) = MeshPopulation.laid(files, over: layer, date, try DataFolder.communeEventsIfAny(nil))
    return groups.map { rows in
      let own = Set(rows)
      let touched = mesh.pieces.indices.filter { mesh.pieces[$0].rows[0].contains(where: own.contains) }
      let whole = touched.filter { mesh.pieces[$0].rows[0].allSatisfy(own.contains) }
      guard whole.count == touched.count else { return [] }
      return population.points(of: MeshArea(code: "", name: "", level: .area, pieces: whole), undatedAt: nil)
    }
  }
}

extension PopulationPoint {
  /// A count of a layer's own populations; undated when nobody says of which date they are.
  static func ofLayer(_ value: Double, _ date: ReferenceDate?, _ layer: CommuneLayer) -> PopulationPoint {
    PopulationPoint(
      date ?? ReferenceDate("2000")!, value, source: MeshPopulation.source(of: layer.path, date), isDated: date != nil)
  }
}

extension MeshPopulation {
  /// Files laid over a layer, whose own populations count at `date`; without a date they count only without files.
  fileprivate static func laid(
    _ files: [PopulationFile], over layer: CommuneLayer, _ date: ReferenceDate?, _ events: CommuneEvents
  ) -> (mesh: Mesh, population: MeshPopulation) {
    let lists = ProjectPopulations.lists(files, events)
    let mesh = Mesh([layer], vintages: [layer.vintage(events).cog], lists: lists, events: events)
    return (mesh, MeshPopulation(files, on: mesh, lists: lists, from: 0, layerDate: date))
  }
}

extension CommuneLayer {
  /// The same communes with the populations of a file at its latest date. Throws what the file throws, and 65 when it has
  /// none of the communes.
  public func inhabited(byFile path: String) throws(Problem) -> (layer: CommuneLayer, warnings: [Warning]) {
    let file = try PopulationFile(path: path)
    let latest = file.dates.compactMap { $0 }.max { $0.days < $1.days }
    let (layer, warnings) = try inhabited(by: [file], at: latest)
    return (layer, file.notes.map { Warning(file: path, $0) } + warnings + layer.gaps)
  }

  /// The same communes with the populations of files at a date; `nil` for the last count. Communes that have been merged
  /// since have no population of their own.
  fileprivate func inhabited(by files: [PopulationFile], at date: ReferenceDate?) throws(Problem) -> (
    layer: CommuneLayer, warnings: [Warning]
  ) {
    let (mesh, population) = MeshPopulation.laid(files, over: self, nil, try DataFolder.communeEventsIfAny(nil))
    let count = population.counts.last { date == nil || $0.date == date }
    var changed = communes
    for row in changed.indices { changed[row].population = nil }
    var merged: [String] = []
    for (piece, value) in zip(mesh.pieces, count?.values ?? []) {
      let rows = piece.rows[0]
      if rows.count == 1 { changed[rows[0]].population = value.map { Int($0.rounded()) } }
      if rows.count > 1 { merged += rows.map { communes[$0].name } }
    }
    let path = files.last?.path ?? ""
    guard !merged.isEmpty || changed.contains(where: { $0.population != nil }) else {
      throw CommuneCode.noneKnown(files.flatMap(\.codes), file: path, in: self)
    }
    let list = merged.joined(separator: ", ")
    let note = Warning(file: path, Text.communesMergedSince(list))
    return (
      try CommuneLayer(path: self.path, communes: changed, outlines: outlines, vintage: vintage),
      merged.isEmpty ? [] : [note]
    )
  }
}
