import Bytes
import Interchange
import Maps
import Pole
import Projections
import Reach
import Siting
import Statistics
import Territory

/// A Pôle with its territory: the content of `pole.yaml` and the layers it names, ready for questions.
///
///     let project = try Project.open()
///     let reaches = try project.coverage().reaches
///     let svg = try project.map(CoverageMap(["mobilite-solidaire"])).svg()
public struct Project: Sendable {
  /// Path of the project file.
  public let path: String
  /// Whether it is the shipped example rather than the user's own.
  public let isShipped: Bool
  /// The project as its file describes it.
  public private(set) var pole: Pole
  /// The territory's communes and the Pôle's sites.
  public private(set) var studyArea: StudyArea
  private let background: BackgroundLayers
  /// Warnings of the readers of the layers.
  public private(set) var warnings: [Warning]
  /// What the project's list of communes names in its layer; `nil` without a list.
  let listed: CommuneSelection?
  /// The inhabitants of the territory's layer and of the project's files.
  let populations: ProjectPopulations
  /// Sites whose position is not in their commune.
  private(set) var misplaced: [MisplacedSite]

  /// Opens a project: `path` (a file, or a folder that has a pole.yaml), or
  /// else `./pole.yaml`, or else the shipped one.
  ///
  /// - `population`: path of a table of inhabitants that counts instead of the project's own, at its latest date.
  ///
  /// Throws 66 for a missing file, 65 for any fault in the project or its
  /// territory layer, naming file and line or record.
  public static func open(_ path: String? = nil, population: String? = nil) throws(Problem) -> Project {
    let isOwn = path != nil || FileBytes.exists(DataFolder.projectName)
    let place = isOwn ? path ?? DataFolder.projectName : try DataFolder.find()
    let file = FileBytes.isFolder(place) ? Path.join(place, DataFolder.projectName) : place
    return try Project(file, isShipped: !isOwn, population)
  }

  private init(_ path: String, isShipped: Bool, _ population: String?) throws(Problem) {
    self.path = path
    self.isShipped = isShipped
    background = BackgroundLayers()
    var pole: Pole
    do { pole = try Pole(YAMLDocument.read(path)) } catch { throw error.naming(path) }
    if population != nil { (pole.populations.choice, pole.populations.date) = (.latest, nil) }
    let (folder, territory, asked) = (Path.folder(path), pole.territory, pole.populations)
    var (layer, files) = try Parallel.both { () throws(Problem) in
      try Layers.communes(
        Path.join(folder, territory.layer), vintage: territory.cog,
        positions: territory.positions.map { Path.join(folder, $0) })
    } and: {
      Result { () throws(Problem) in try ProjectPopulations.files(asked, in: folder, instead: population) }
    }
    if let name = pole.territory.list {
      let list = try CommuneListing(table: Path.join(folder, name), among: CommuneNames(layer.communes.communes))
      listed = list.selection
      layer.warnings += list.warnings()
      layer.communes = try layer.communes.selecting(list.rows)
    } else {
      listed = nil
    }
    let times = try pole.territory.travelTimes.map { name throws(Problem) in
      try TravelTimes(path: Path.join(folder, name))
    }
    do { populations = try ProjectPopulations(&pole, layer.communes, files.get()) } catch {
      throw error.naming(path)
    }
    self.pole = pole
    let studyArea = StudyArea(
      layer: populations.printed, sites: pole.sites, territoryCount: layer.communes.count, travelTimes: times)
    self.studyArea = studyArea
    try times?.requireKnown(in: layer.communes)
    misplaced = pole.sites.compactMap { MisplacedSite($0, in: studyArea.layer) }
    let near = Self.warnings(misplaced, studyArea.layer, path)
    warnings = layer.warnings + populations.warnings + populations.printed.gaps + (times?.warnings ?? []) + near
    do throws(Problem) { try checkReferences() } catch { throw error.naming(path).after(warnings) }
  }

  /// The same project with another document, over the same layers.
  func changed(to root: DocumentNode) throws(Problem) -> Project {
    var project = self
    project.pole = try Pole(root)
    project.pole.populations = pole.populations
    let (layer, sites) = (studyArea.layer, project.pole.sites)
    project.studyArea = StudyArea(
      layer: layer, sites: sites, territoryCount: layer.count, travelTimes: studyArea.travelTimes)
    project.misplaced = sites.compactMap { MisplacedSite($0, in: layer) }
    let known = Set(misplaced.map(\.site.id))
    project.warnings += Self.warnings(project.misplaced.filter { !known.contains($0.site.id) }, layer, path)
    try project.checkReferences()
    return project
  }

  /// The warnings about sites just outside their commune.
  private static func warnings(_ misplaced: [MisplacedSite], _ layer: CommuneLayer, _ path: String) -> [Warning] {
    misplaced.filter { !$0.isFar }.map { Warning(file: path, $0.words(layer)) }
  }

  /// Throws 65 for a site so far from its stated commune that nothing should be measured from it.
  func requirePositions() throws(Problem) {
    guard let wrong = misplaced.first(where: \.isFar) else { return }
    throw Problem(
      .badData, file: path, at: Text("ligne \(wrong.site.line)", "line \(wrong.site.line)"),
      wrong.words(studyArea.layer),
      fix: wrong.cause ?? Text.correctPositionOrCommune)
  }

  /// Throws 65 for codes of sites and channels that are not in the layer. The
  /// error names a line; the caller adds the file.
  private func checkReferences() throws(Problem) {
    // A head office may lie outside the territory: then only its position says where.
    for site in pole.sites where studyArea.layer.row(site.insee) == nil && site.longitude == nil {
      throw Problem(
        .badData, at: Text("ligne \(site.line)", "line \(site.line)"),
        Text.siteIsOutsideTheLayer(site.id, site.insee, studyArea.layer.path), fix: Text.correctCommuneOrGivePosition)
    }
    let members = (pole.members?.groups ?? []).flatMap { $0.list.compactMap(\.location) }
    let names = CommuneNames(studyArea.layer.communes)
    for place in pole.structures.compactMap(\.location) + members {
      guard let commune = place.commune, case .several = names.find(commune) else { continue }
      var problem = names.problem(commune)
      problem.place = Text("ligne \(place.line)", "line \(place.line)")
      throw problem
    }
    for channel in pole.visibility?.channels ?? [] {
      let sources = channel.sources.compactMap { source -> String? in
        if case .commune(let text) = source { text } else { nil }
      }
      for text in sources + (channel.communes ?? []) {
        do { _ = try studyArea.layer.find(text) } catch {
          throw Problem(
            .badData, at: Text("ligne \(channel.line)", "line \(channel.line)"),
            Text("canal « \(channel.id) » : ", "channel \"\(channel.id)\": ") + error.what
              + Text(" dans la couche \(studyArea.layer.path)", " in the layer \(studyArea.layer.path)"),
            fix: error.remedy)
        }
      }
    }
  }

  /// Path of the territory's layer.
  public var layerPath: String { Path.join(Path.folder(path), pole.territory.layer) }

  /// Paths of the scenarios that the project names.
  var simulations: [String] { pole.territory.simulations.compactMap { beside($0) } }

  /// Path of the counts by commune that the project names; `nil` when it names none.
  public var statisticsPath: String? { beside(pole.territory.statistics) }

  /// Path of a file that the project names; `nil` when it names none.
  private func beside(_ name: String?) -> String? { name.map { Path.join(Path.folder(path), $0) } }

  /// The reach of the actions with these ids, or of all actions when there are no ids.
  ///
  /// With `beyond`, communes outside the territory count too. Throws 64 for an unknown id, 65 for a
  /// rule that cannot be read, naming its line.
  public func coverage(_ ids: [String] = [], beyond: Bool = false) throws(Problem) -> Coverage {
    var actions = pole.actions
    if !ids.isEmpty {
      actions = []
      for id in ids where !actions.contains(where: { $0.id == id }) { actions.append(try action(id)) }
    }
    try requirePositions()
    let studyArea = beyond ? try studyAreaBeyond() : studyArea
    do { return try Coverage(actions, of: pole.actions, on: studyArea) } catch { throw error.naming(path) }
  }

  /// The action with an id. Throws 64 listing the known ids.
  public func action(_ id: String) throws(Problem) -> Action {
    if let action = pole.action(id) { return action }
    let known = pole.actions.map(\.id).joined(separator: ", ")
    throw Problem(
      .usage, file: path, Text("aucune action « \(id) »", "no action \"\(id)\""),
      fix: Text("actions : \(known)", "actions: \(known)"))
  }

  /// The territory followed by the communes around it and those of its region, without the communes that it has
  /// under a code of another vintage. Throws what the layers throw.
  public func studyAreaBeyond() throws(Problem) -> StudyArea {
    var layer = studyArea.layer
    for name in [pole.territory.context, pole.territory.region] {
      guard let file = beside(name) else { continue }
      layer = try layer.adding(try background.layer(file))
    }
    return StudyArea(
      layer: layer, sites: pole.sites, territoryCount: studyArea.layer.count, travelTimes: studyArea.travelTimes)
  }

  /// Everything that maps are drawn from, with the actions of `coverage`; `nil` for none. Throws 65 for a site far
  /// from its commune, and what the layers throw.
  public func subject(_ coverage: Coverage? = nil) throws(Problem) -> Subject {
    try requirePositions()
    let none = try Coverage([], of: Coverage([], on: studyArea))
    return Subject(
      pole: pole, studyArea: studyArea, coverage: coverage ?? none, surroundings: try surroundings(), region: region,
      drawn: background.drawn(pole.territory.context, pole.territory.region, pole.crs), crs: try crs(),
      extents: { [layer = studyArea.layer] in try? Self.extents(of: layer) })
  }

  /// The CRS that the project names for its maps; `nil` for the legal one. Throws 65 for one that PROJ cannot read.
  func crs() throws(Problem) -> CRS? {
    try pole.crs.map { text throws(Problem) in try CRS(text, context: ProjectionContext(), file: path) }
  }

  /// The project with its maps in another CRS, such as `EPSG:3035`. Throws 65 for one that PROJ cannot read.
  public func drawn(in crs: String) throws(Problem) -> Project {
    _ = try CRS(crs, context: ProjectionContext())
    var project = self
    project.pole.crs = crs
    return project
  }

  /// The outline of the region; `nil` when the project names none.
  var region: BackgroundOutline? {
    beside(pole.territory.region).map { BackgroundOutline(path: $0, layers: background) }
  }

  /// The layer of the communes around the territory; `nil` when the project names none.
  func surroundings() throws(Problem) -> CommuneLayer? {
    try beside(pole.territory.context).map(background.layer)
  }

  /// The layer of the region; `nil` when the project names none.
  func regionLayer() throws(Problem) -> CommuneLayer? {
    try beside(pole.territory.region).map(background.layer)
  }

  /// The communes in which the rows of a list are placed: those of the region, else the territory's; codes of one vintage.
  /// Throws what the layers throw.
  public func communesOfLists() throws(Problem) -> CommuneLayer { try regionLayer() ?? studyArea.layer }

  /// A map of the project, such as `project.map(CoverageMap(multiples: true))`. Throws what the kind throws.
  public func map(_ map: any ProjectMap, _ request: MapRequest = MapRequest()) throws(Problem) -> Drawing {
    try draw(map, request).drawing
  }

  /// The same map, with notes for the reader.
  public func draw(_ map: any ProjectMap, _ request: MapRequest) throws(Problem) -> (drawing: Drawing, notes: [Text]) {
    // The communes around are read while the reach is found; the subject has them then.
    let (reached, _) = try Parallel.both { () throws(Problem) in
      try self.coverage(map.actions)
    } and: { () throws(Problem) in
      try surroundings()
    }
    return try map.draw(subject(reached), request)
  }

  /// The register of published figures that the project names, with the shipped shares of jobs of the départements
  /// and régions of France. Throws 65 when it names none.
  public func register() throws(Problem) -> FiguresRegister {
    guard let file = beside(pole.territory.figures) else {
      throw Problem(.badData, file: path, Text.projectNamesNoRegister, fix: Text.nameYourRegister)
    }
    let register = try background.register(file)
    return try shares.map { path throws(Problem) in register.adding(try background.register(path)) } ?? register
  }

  /// Path of the shares of jobs of the départements and régions: beside the project, else shipped; `nil` in neither place.
  private var shares: String? {
    [beside(DataFolder.sharesName), (try? DataFolder.find()).map { Path.join($0, DataFolder.sharesName) }].compactMap {
      $0
    }.first(where: FileBytes.exists)
  }

  /// Paths of the files that the project was read from, for manifests.
  public var inputs: [String] {
    let territory = pole.territory
    let layers = [territory.layer, territory.context, territory.region].compactMap { $0 }
    let files = [territory.figures, territory.statistics, territory.list, territory.positions, territory.travelTimes]
      .compactMap { $0 }
    let parts = layers.map(LayerPath.file).compactMap { beside($0) }.flatMap(Geodata.files)
    let people = populations.paths
    let named = (files + pole.territory.simulations).compactMap { beside($0) }
    let shares = [pole.territory.figures == nil ? nil : self.shares].compactMap { $0 }
    return [path]
      + (parts + named + people + shares.filter { !DataFolder.tables.contains($0) }).filter(FileBytes.exists)
  }

  /// Paths of the program's own tables that the project's figures and counts are answered with.
  var shippedInputs: [String] {
    pole.territory.figures == nil && pole.territory.statistics == nil ? [] : DataFolder.tables
  }
}
