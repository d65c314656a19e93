import Bytes
import Cartography
import Maps
import Projections
import Reach
import Statistics
import Territory

/// A folder with every map, table and the report of a project.
public struct Atlas: Sendable {
  /// What an atlas has become on disk.
  public struct Report: Sendable {
    /// Number of files in the folder, without the manifest.
    public var fileCount: Int
    /// Path of the page to open, `index.html`.
    public var page: String
    /// Notes for the reader on the data.
    public var notes: [Text]
  }

  let project: Project
  let coverage: Coverage
  let subject: Subject
  let look: Look
  /// Whether the PDF has the simulations too.
  let printsSimulations: Bool
  /// Whether PNG and PDF files are made too.
  let hasPictures: Bool
  /// Whether it holds only what may leave the house, with a page to hand out and a picture to project.
  let isPublic: Bool

  var language: Language { look.language }

  /// Computes reach and prepares the maps. Throws what the project's rules and layers throw.
  public init(
    _ project: Project, language: Language, theme: Theme = .light, printsSimulations: Bool = false,
    pictures: Bool = true, isPublic: Bool = false
  ) throws(Problem) {
    self.isPublic = isPublic
    hasPictures = pictures
    self.printsSimulations = printsSimulations
    self.project = project
    coverage = try project.coverage()
    subject = try project.subject(coverage)
    look = try Look(language, theme, of: subject)
  }

  /// What an atlas shows.
  struct Contents: Sendable {
    var plates: [Plate] = []
    var simulations: [Simulation] = []
    var tables: [Table] = []
    var notes: [Text] = []
    /// Files that contain what the atlas withholds.
    var secretInputs: Set<String> = []

    /// The one list of tables behind the files, the page, the book and the workbook, those of simulations last.
    var everyTable: [Table] { tables + simulations.flatMap(\.tables) }

    /// Every map and chart, those of simulations last.
    var everyPlate: [Plate] { plates + simulations.flatMap(\.plates) }
  }

  /// Writes the atlas; the same input gives the same bytes.
  ///
  /// Everything is made before the folder is touched, and under temporary names before the first file gets its
  /// own, so that a failure leaves an earlier atlas as it was. `manifest.json` is written last: its presence
  /// means that the folder is complete. Only files of an earlier atlas are replaced or removed. Throws what the
  /// project's data throw, and 73 or 74 for the disk.
  public func write(to folder: String) throws(Problem) -> Report {
    let contents = try contents()
    var files = try FileSet(folder, seal: "manifest.json", inputs: project.inputs + project.shippedInputs)
    do { return try write(contents, &files) } catch {
      files.abandon()
      throw error
    }
  }

  private func write(_ contents: Contents, _ files: inout FileSet) throws(Problem) -> Report {
    try files.write(made(contents))
    if hasPictures { files.painter = Painter.version }
    try files.finish(Manifest(self, files, secretInputs: contents.secretInputs).json().bytes())
    return Report(
      fileCount: files.names.count, page: Path.join(files.folder, "index.html"), notes: contents.notes + files.notes)
  }

  /// The files of the folder in the order of the manifest, each with what makes it: pictures are 3,000 px wide.
  private func made(_ contents: Contents) throws(Problem) -> [FileSet.Made] {
    let tried = contents.simulations.flatMap(\.plates)
    var files = contents.plates.map { plate in FileSet.Made(plate.file(in: "maps")) { plate.drawing.svg() } }
    files += tried.map { plate in FileSet.Made(plate.file(in: "simulations")) { plate.drawing.svg() } }
    for table in contents.everyTable {
      let name = "tables/\(table.name)"
      files += [
        FileSet.Made(name + ".md") { table.written(.markdown, language: language) },
        FileSet.Made(name + ".csv") { table.csv() }, FileSet.Made(name + "-excel.csv") { table.csv(excel: true) },
      ]
    }
    files.append(FileSet.Made(Workbook.file) { () throws(Problem) in try workbook(contents).bytes() })
    if hasPictures, isPublic {
      let sheet = try publicSheet()
      files += [
        FileSet.Made(Self.publicFiles.handout) { () throws(Problem) in try Painter.pdf(Book(sheet.handout())) },
        FileSet.Made(Self.publicFiles.slide) { () throws(Problem) in try Painter.png(sheet.slide(), width: 2560) },
      ]
    }
    if hasPictures {
      let book = book(contents)
      files.append(FileSet.Made("atlas.pdf", isLong: true) { () throws(Problem) in try Painter.pdf(book) })
      files += contents.everyPlate.map { plate in
        FileSet.Made("png/\(plate.name).png", isLong: true) { () throws(Problem) in
          try Painter.png(plate.drawing, width: 3000)
        }
      }
    }
    files.append(FileSet.Made("index.html") { () throws(Problem) in Array(try HTMLReport(self, contents).html().utf8) })
    return files
  }

  /// Every map of every kind, every simulation and table. All processors share the work, and the longest pieces
  /// come first.
  private func contents() throws(Problem) -> Contents {
    let wanted = MapKinds.ofProjects.flatMap { $0.plates(subject) }
    let simulations = project.simulations
    let first = simulations.count + 3
    let pieces = try Parallel.map(first + wanted.count) { (piece) throws(Problem) -> Piece in
      if piece < simulations.count { return .simulation(try Simulation(simulations[piece], of: project, look)) }
      if piece == simulations.count { return .counts(try counts()) }
      if piece == simulations.count + 1 { return .tables(try tables()) }
      if piece == simulations.count + 2 { return .figures(try figures()) }
      let plate = wanted[piece - first]
      return .plate(try look.plate(plate.file, plate.map, subject, look.request))
    }
    var contents = Contents()
    var counted = Contents()
    var published: [Plate] = []
    for piece in pieces {
      switch piece {
      case .simulation(let simulation): contents.simulations.append(simulation)
      case .counts(let counts): counted = counts
      case .tables(let tables): contents.tables = tables
      case .figures(let plates): published = plates
      case .plate(let plate): contents.plates.append(plate)
      }
    }
    contents.plates += counted.plates + published
    contents.tables += counted.tables
    contents.notes = counted.notes
    contents.secretInputs = counted.secretInputs
    return contents
  }

  private enum Piece: Sendable {
    case simulation(Simulation)
    case counts(Contents)
    case tables([Table])
    case figures([Plate])
    case plate(Plate)
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
        VisibilityTables.sensitivity(Sensitivity(visibility)),
      ]
    }
    if project.pole.territory.figures != nil {
      tables += ComparisonTables.printed(try project.comparison(), Phrases.territorySource(project.pole))
      if !isPublic { tables.append(AuditTables.findings(try project.audit())) }
    }
    tables += [
      ProjectTables.identity(isPublic ? project.pole.forPublic : project.pole), ProjectTables.assumptions(project.pole),
    ]
    return tables.map { $0.said(of: subject.layer) }
  }
}
