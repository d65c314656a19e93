import Bytes
import Cartography
import Maps
import Projections
import Reach
import Statistics
import Territory

/// A folder with every map, table and the report of a project.
public struct Atlas: Sendable {
  public struct Report: Sendable {
    public var fileCount: Int
    /// The page to open.
    public var page: String
    /// What a reader should know: a program that was absent, and how to get it.
    public var notes: [Text]
  }

  /// A map of the atlas.
  struct Plate: Sendable {
    /// File name without extension.
    var name: String
    var drawing: Drawing
    /// The same for a phone, where the page has one.
    var phone: Drawing?
  }

  let project: Project
  let language: Language
  let coverage: Coverage
  let subject: Subject
  /// Whether simulations go into the PDF too.
  let printsSimulations: Bool

  /// Throws what the project's rules and layers throw.
  public init(_ project: Project, language: Language, printsSimulations: Bool = false) throws(Problem) {
    self.printsSimulations = printsSimulations
    self.project = project
    self.language = language
    coverage = try project.coverage()
    subject = try project.subject(coverage)
  }

  /// Writes the atlas; the same input gives the same bytes.
  ///
  /// `manifest.json` is written last: its presence means the folder is complete. Throws 73 or 74 for the disk.
  public func write(to folder: String) throws(Problem) -> Report {
    var files = FileSet(folder)
    try files.begin()
    let counts = try countsSection()
    var (plates, simulations, tables) = try made()
    plates += counts.plates
    tables += counts.tables
    let tried = simulations.flatMap(\.plates)
    let maps = plates.flatMap { plate in
      [("maps/\(plate.name).svg", plate.drawing)]
        + (plate.phone.map { [("maps/\(plate.name)-phone.svg", $0)] } ?? [])
    }
    try files.write(maps + tried.map { ("simulations/\($0.name).svg", $0.drawing) })
    for table in tables + simulations.flatMap(\.tables) {
      try files.write("tables/\(table.name).md", table.written(.markdown, language: language))
      try files.write("tables/\(table.name).csv", table.csv())
      try files.write("tables/\(table.name)-excel.csv", table.csv(excel: true))
    }
    var notes = counts.notes
    let rasterizer = Rasterizer()
    if let rasterizer {
      let shown = printsSimulations ? simulations : []
      try writePictures(plates, tried, pages(plates, tables, shown), with: rasterizer, &files)
    } else {
      files.removeStale(["atlas.pdf"])
      notes.append(Rasterizer.absent.what + Text(" ; ", "; ") + (Rasterizer.absent.remedy ?? Text(same: "")))
    }
    let report = HTMLReport(
      self, plates: plates, tables: tables, simulations: simulations, hasPictures: rasterizer != nil)
    try files.write("index.html", Array(report.html().utf8))
    try files.finish(Manifest(project, files).json().bytes())
    return Report(fileCount: files.names.count, page: Path.join(folder, "index.html"), notes: notes)
  }

  /// Every map of every kind, each at its own width and as a phone shows it, every simulation and table: all
  /// processors share the work, the longest pieces first.
  private func made() throws(Problem) -> (plates: [Plate], simulations: [Simulation], tables: [Table]) {
    let wanted = MapKinds.all.flatMap { kind in
      kind.plates(subject).map { (kind: kind, plate: $0, multiples: false) }
        + (kind.multiples(subject).map { [(kind: kind, plate: ($0, []), multiples: true)] } ?? [])
    }
    let simulated = project.simulations.count
    let first = simulated + 1
    let pieces = try Parallel.map(first + wanted.count * 2) { (piece) throws(Problem) -> Piece in
      if piece == simulated { return .tables(try self.tables()) }
      guard piece > simulated else {
        return .simulation(try Simulation(project.simulations[piece], of: project, language: language))
      }
      // The narrow map of a plate follows its wide one.
      let (kind, plate, multiples) = wanted[(piece - first) / 2]
      var request = MapRequest(actions: plate.actions, language: language)
      request.multiples = multiples
      if (piece - first) % 2 == 1 { request.width = 375 }
      return .drawing(try kind.draw(subject, request))
    }
    var drawings: [Drawing] = []
    var simulations: [Simulation] = []
    var tables: [Table] = []
    for piece in pieces {
      switch piece {
      case .drawing(let drawing): drawings.append(drawing)
      case .simulation(let simulation): simulations.append(simulation)
      case .tables(let made): tables = made
      }
    }
    let plates = wanted.enumerated().map { index, wanted in
      Plate(name: wanted.plate.file, drawing: drawings[index * 2], phone: drawings[index * 2 + 1])
    }
    return (plates, simulations, tables)
  }

  private enum Piece: Sendable {
    case drawing(Drawing)
    case simulation(Simulation)
    case tables([Table])
  }

  /// Every table, in the order of the report.
  func tables() throws(Problem) -> [Table] {
    var tables = [ReachTables.actions(coverage)]
    tables += coverage.reaches.map { ReachTables.communes($0, of: coverage) }
    tables += [
      ReachTables.blindSpots(coverage, .realised), ReachTables.overlaps(coverage, .realised),
      ProjectTables.communes(subject),
    ]
    if project.pole.visibility != nil {
      let visibility = try project.visibility()
      tables += [
        VisibilityTables.communes(visibility), VisibilityTables.channels(visibility),
        VisibilityTables.sensitivity(try Sensitivity(visibility)),
      ]
    }
    if project.pole.territory.figures != nil {
      tables.append(
        ComparisonTables.table(try project.comparison(), Phrases.territorySource(project.pole)))
      tables.append(AuditTables.findings(try project.audit()))
    }
    tables += [ProjectTables.identity(project.pole), ProjectTables.assumptions(project.pole)]
    return tables
  }
}
