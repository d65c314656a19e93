import Cartopole
import Foundation
import Synchronization
import Testing

/// The pictures of docs/gallery.md: every kind of map, in light and dark, some in print.
enum Gallery {
  struct Plate: Sendable, CustomTestStringConvertible {
    /// File in Snapshots.
    var file: String
    var kind: String
    var theme = Theme.light
    var source: Source
    var testDescription: String { file }

    /// Whether it shows several maps side by side.
    var isOfPanels: Bool {
      if case .figures = source { return true }
      if case .figuresChart = source { return true }
      if case .project(let map) = source { return (map as? CoverageMap)?.multiples == true }
      return false
    }

    enum Source: Sendable {
      case project(any ProjectMap)
      case siting
      /// Twelve invented places.
      case points
      /// Published shares of jobs by département.
      case figures
      /// Synthetic counts by commune, those of the oracles of `compare`.
      case density
      /// The same over a layer, opening no project.
      case densityOfLayer(AreaLevel, ClassChoice)
      /// Who departs from the reference more than chance, by the same counts.
      case funnel
      /// Published densities and shares of jobs by area and date.
      case figuresChart
      /// Columns of the table `communes` of the atlas, by the communes of the territory.
      case layer(String, second: String? = nil, method: String = "quantile")
    }
  }

  static let plates: [Plate] =
    themed("territory", "territory", .project(TerritoryMap())) + themed("coverage", "coverage", .project(CoverageMap()))
    + [
      Plate(
        file: "coverage-mobilite-solidaire.svg", kind: "coverage", source: .project(CoverageMap(["mobilite-solidaire"]))
      )
    ] + themed("coverage-multiples", "coverage", .project(CoverageMap(multiples: true)))
    + themed("visibility", "visibility", .project(VisibilityMap()), [.light, .dark, .print])
    + themed("density", "density", .density)
    + themed("density-layer", "density", .densityOfLayer(.commune, ClassChoice(method: "jenks", classes: 4)))
    + themed("siting", "siting", .siting) + themed("figures", "figures", .figures) + themed("points", "points", .points)
    + themed("funnel", "funnel", .funnel)
    + themed("figures-chart", "figures-chart", .figuresChart, [.light, .dark, .print])
    + themed("choropleth", "choropleth", .layer("population_per_km2"), [.light, .dark, .print])
    + themed("choropleth-signed", "choropleth", .layer("km_beyond_15"), [.light, .dark, .print])
    + themed("symbols", "symbols", .layer("population"))
    + themed("symbols-over-shades", "symbols", .layer("population", second: "distance_km"), [.light, .dark, .print])
    + themed("typology", "typology", .layer("canton"), [.light, .dark, .print])
    + themed("bivariate", "bivariate", .layer("population_per_km2", second: "distance_km"), [.light, .dark, .print])

  private static func themed(
    _ file: String, _ kind: String, _ source: Plate.Source, _ themes: [Theme] = [.light, .dark]
  ) -> [Plate] {
    themes.map { theme in
      let name = theme == .light ? file : "\(file)-\(theme.name)"
      return Plate(file: name + ".svg", kind: kind, theme: theme, source: source)
    }
  }

  private static let places = [
    ("Ressourcerie A", "association", "Étampes"), ("Épicerie B", "association", "Étampes"),
    ("Atelier C", "coopérative", "Étampes"), ("Jardin D", "association", "Étampes"),
    ("Crèche E", "coopérative", "Dourdan"), ("Garage F", "association", "Dourdan"),
    ("Mutuelle G", "mutuelle", "Arpajon"), ("Café H", "association", "Milly-la-Forêt"),
    ("Ferme I", "coopérative", "Angerville"), ("Théâtre J", "association", "La Ferté-Alais"),
    ("Menuiserie K", "coopérative", "Étréchy"), ("Fondation L", "fondation", "Méréville"),
  ]

  private static let counts = Path.join(Path.folder(Path.folder(#filePath)), "Oracles/compare/synthetic-counts.csv")

  private static let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "cartopole-gallery-\(UUID().uuidString)")

  /// The table `communes` of the atlas with a column more, in a folder of its own that goes with the process.
  private static let communes = Result {
    let project = try Shipped.open()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: Gallery.folder) }
    let path = folder.appendingPathComponent("communes.csv").path
    var table = try ProjectTables.communes(project.subject(project.coverage()))
    // A number with two sides: kilometres beyond 15 of the Pôle.
    guard let distance = table.columns.firstIndex(where: { $0.key == "distance_km" }) else { return path }
    table.columns.append(Table.Column("km_beyond_15", Text("Écart à 15 km", "Beyond 15 km")))
    for row in table.rows.indices {
      guard case .distance(let km?, limit: _) = table.rows[row][distance] else { continue }
      table.rows[row].append(.number(km - 15, decimals: 1))
    }
    try OutputFile.write(table.csv(), to: path)
    return path
  }

  private static func map(of kind: String, _ classes: ClassChoice) -> any LayerMap {
    switch kind {
    case ChoroplethMap.name: ChoroplethMap(classes: classes)
    case SymbolsMap.name: SymbolsMap(shades: classes)
    case TypologyMap.name: TypologyMap()
    default: BivariateMap()
    }
  }

  /// What has been drawn: a dozen tests look at the same maps.
  private static let drawn = Mutex<[String: Drawing]>([:])

  /// A plate as the program draws it.
  static func draw(_ plate: Plate, width: Double = 1000, labels: MapRequest.Labels = .auto, language: Language = .fr)
    throws -> Drawing
  {
    let name = "\(plate.file) \(width) \(labels) \(language)"
    if let drawing = drawn.withLock({ $0[name] }) { return drawing }
    let drawing = try drawAnew(plate, width: width, labels: labels, language: language)
    drawn.withLock { $0[name] = drawing }
    return drawing
  }

  private static func drawAnew(_ plate: Plate, width: Double, labels: MapRequest.Labels, language: Language) throws
    -> Drawing
  {
    let project = try Shipped.open()
    var request = MapRequest(language: language, width: width, theme: plate.theme, labels: labels)
    switch plate.source {
    case .project(let map): return try project.map(map, request)
    case .siting:
      var question = SitingQuestion(project.studyArea.layer)
      question.count = 2
      return try project.map(SitingMap(question.answer(.median)), request)
    case .figures: return try project.figures(.departement, request).drawing
    case .points:
      let places = Self.places.map { label, category, name in
        LocatedPlace(label: label, category: category, commune: try? project.studyArea.layer.find(name))
      }
      return try project.map(PointsMap(places, source: Text("Lieux inventés", "Invented places")), request)
    case .density:
      request.credit = "Effectifs inventés, pour montrer la carte"
      return try CountsQuestion(data: Self.counts).density(on: project, request).drawing
    case .densityOfLayer(let level, let choice):
      var question = CountsQuestion(data: Self.counts)
      question.geo = Path.join(Shipped.folder, "sud-essonne.shp")
      question.levels = [level]
      request.credit = "Effectifs inventés, pour montrer la carte"
      return try question.density(classes: choice, request).drawing
    case .funnel:
      var question = CountsQuestion(data: Self.counts)
      question.levels = [.commune]
      return try CountsAnswer(question, project: project).funnel(language, width: width, theme: plate.theme)
    case .figuresChart: return try project.figuresChart().draw(language: language, width: width, theme: plate.theme)
    case .layer(let value, let second, let method):
      var question = LayerMapQuestion(geodata: Path.join(Shipped.folder, "sud-essonne.shp"), value: value)
      question.join.data = try communes.get()
      question.second = second
      return try question.draw(map(of: plate.kind, ClassChoice(method: method)), request).drawing
    }
  }
}
