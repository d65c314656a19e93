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

    /// Adds what another piece of the atlas shows.
    mutating func add(_ other: Contents) {
      plates += other.plates
      simulations += other.simulations
      tables += other.tables
      notes += other.notes
      secretInputs.formUnion(other.secretInputs)
    }

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
    try files.finish(Manifest(atlas: self, files: files, secretInputs: contents.secretInputs).json().bytes())
    return Report(
      fileCount: files.names.count, page: Path.join(files.folder, "index.html"), notes: contents.notes + files.notes)
  }

  /// The files of the folder in the order of the manifest, each with what makes it: pictures are 3,000 px wide.
  private func made(_ contents: Contents) throws(Problem) -> [FileSet.Made] {
    let tried = contents.simulations.flatMap(\.plates)
    var files = contents.plates.map { plate in FileSet.Made(plate.file(in: "maps"), plate.drawing.svg()) }
    files += tried.map { plate in FileSet.Made(plate.file(in: "simulations"), plate.drawing.svg()) }
    for table in contents.everyTable {
      let name = "tables/\(table.name)"
      files += [
        FileSet.Made(name + ".md", table.written(.markdown, language: language)),
        FileSet.Made(name + ".csv", table.csv()), FileSet.Made(name + "-excel.csv", table.csv(excel: true)),
      ]
    }
    files.append(FileSet.Made(Workbook.file, try workbook(contents).bytes()))
    if hasPictures, isPublic {
      let sheet = try publicSheet()
      files += [
        FileSet.Made(Self.publicFiles.handout, try Painter.pdf(Book(sheet.handout()))),
        FileSet.Made(Self.publicFiles.slide, try Painter.png(sheet.slide(), width: 2560)),
      ]
    }
    if hasPictures {
      let book = book(contents)
      files.append(FileSet.Made("atlas.pdf", isLong: true, try Painter.pdf(book)))
      for plate in contents.everyPlate {
        files.append(
          FileSet.Made("png/\(plate.name).png", isLong: true, try Painter.png(plate.drawing, width: 3000)))
      }
    }
    let page = AtlasPage(atlas: self, contents: contents, views: views(contents))
    files.append(FileSet.Made("index.html", Array(try page.html().utf8)))
    return files
  }

  /// Every map of every kind, every simulation and table. All processors share the work, and the longest pieces
  /// come first.
  private func contents() throws(Problem) -> Contents {
    let (plates, simulations) = (MapKinds.ofProjects.flatMap { $0.plates(subject) }, project.simulations)
    let first = simulations.count + 3
    let made = try Parallel.map(first + plates.count) { (piece) throws(Problem) -> Contents in
      guard piece >= simulations.count else {
        return Contents(simulations: [try Simulation(simulations[piece], of: project, look)])
      }
      switch piece - simulations.count {
      case 0: return Contents(tables: try tables())
      case 1: return try counts()
      case 2: return Contents(plates: try figures())
      default:
        let plate = plates[piece - first]
        return Contents(plates: [try look.plate(plate.file, plate.map, subject, look.request)])
      }
    }
    // The maps of the kinds stand before those of counts and published figures.
    return (made[first...] + made[..<first]).reduce(into: Contents()) { $0.add($1) }
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
