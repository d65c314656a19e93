import Bytes
import Geometry
import Interchange
import Maps
import Pole
import Projections
import Territory

/// What `init` is asked to make a project of: communes of a layer, and what is known of the Pôle.
public struct OwnProject: Sendable {
  /// The communes of the Pôle: codes, names, an EPCI, a département, or the path of a table of them; empty for all of
  /// the layer.
  public var communes: [String] = []
  /// The layer that has the communes, those around them and their région; `nil` for the one in the folder, else the
  /// shipped one.
  public var geo: String?
  /// How that layer is read.
  public var reading = LayerReading()
  /// Title of the project and name of its territory; `nil` for the name of the EPCI or département, or a placeholder.
  public var title: String?
  /// The commune the Pôle works from, by code or name; `nil` when it is not known.
  public var site: String?

  /// A project over the whole layer.
  public init() {}

  /// How far around the box of a territory communes are drawn, in metres.
  static let margin = 15_000.0
  /// A région of which the layer lacks more communes than this share of them is not drawn.
  private static let wholeRegion = 0.95

  /// The files of a project and its pole.yaml.
  struct Made {
    var files: [(name: String, bytes: [UInt8])] = []
    var yaml: [UInt8] = []
    var notes: [Text] = []
    var warnings: [Warning] = []

    /// Adds a layer as a GeoPackage, whose layer has the name of the file.
    mutating func add(_ layer: CommuneLayer, as name: String) throws(Problem) {
      files.append((name, try OwnProject.geoPackage(layer, name)))
    }
  }

  /// Reads the layer and cuts it to the territory, its surroundings and its région.
  ///
  /// Throws 65 for a commune that the layer does not have or that several have, naming the row; 66 for a missing file;
  /// 64 for a list of which nothing says what it is.
  func make(in folder: String) throws(Problem) -> Made {
    var made = Made()
    let found = geo == nil && FileBytes.isFolder(folder) ? try Self.layer(in: folder) : nil
    let given = geo ?? found
    let path = given == nil ? Path.join(try DataFolder.find(), "ile-de-france.shp") : given!
    var features = try Layers.features(path, reading)
    made.warnings = features.warnings
    try features.complete(from: reading.from)
    let names = try CommuneNames(features)
    let events = try DataFolder.communeEvents()
    let list = try CommuneListing(communes, among: names, areas: true)
    if !communes.isEmpty { try list.selection.requireAll(list.file) }
    made.warnings += list.warnings(isStrict: true)
    let rows = list.rows
    let vintages = events.vintages(of: names.communes.map(\.insee))
    let cog = vintages.map { max($0.lowerBound, min($0.upperBound, events.latest ?? $0.lowerBound)) } ?? events.latest
    let territory = try cut(features, rows, vintage: cog)
    made.warnings += territory.notes + territory.gaps
    let area = list.selection.area
    let usesLayer = found != nil && communes.isEmpty
    var template = ProjectTemplate(
      title: title ?? area?.name ?? "Mon Pôle", territory: title ?? area?.name ?? "Mon territoire",
      layer: usesLayer ? Path.name(path) : "territoire.gpkg", cog: cog ?? 2025)
    template.sources = Path.name(LayerPath.file(path)) + " (à compléter : producteur, millésime, licence)"
    if communes.isEmpty {
      template.reason = "Toutes les communes de \(Path.name(path)) ; à remplacer par la liste du Pôle."
    } else if let file = list.file, Self.isSame(file, Path.join(folder, Path.name(file))) {
      template.list = Path.name(file)
    } else {
      template.list = "communes.csv"
      made.files.append(("communes.csv", Self.csv(territory)))
    }
    if !usesLayer { try made.add(territory, as: template.layer) }
    made.notes.append(
      Text("territoire : ", "territory: ") + Phrases.communes(territory.count) + Text(same: ", ")
        + territory.population.words)
    let (wide, everything) = try surroundings(path, features, names)
    let around = Self.around(rows.map { names.communes[$0].insee }, everything.communes, wide.geometry, features, rows)
    if !around.isEmpty {
      let layer = try cut(wide, around, vintage: cog)
      template.context = "alentours.gpkg"
      try made.add(layer, as: "alentours.gpkg")
      made.notes.append(Text("alentours : ", "around it: ") + Phrases.communes(layer.count))
    }
    if let region = try Self.region(of: territory, everything.communes, cog: template.cog) {
      template.region = "region.gpkg"
      try made.add(cut(wide, region.rows, vintage: cog), as: "region.gpkg")
      let names = region.codes.compactMap(AreaNames.name(ofRegion:)).joined(separator: ", ")
      made.notes.append(Text("région : \(names)", "région: \(names)"))
    }
    if let site {
      let answer = CommuneNames(territory.communes).find(site)
      if case .row(let row) = answer {
        template.site = (territory.communes[row].insee, territory.communes[row].name, nil)
      } else {
        let all = try CommuneSelection([.init(site)], among: everything, events: { events })
        try all.requireAll(nil)
        let commune = try cut(wide, all.rows, vintage: cog).communes[0]
        template.site = (commune.insee, commune.name, (commune.latitude, commune.longitude))
      }
    }
    if geo == nil, found == nil {
      template.figures = "ess-figures.csv"
      made.files.append(("ess-figures.csv", try FileBytes.read(Path.join(DataFolder.find(), "ess-figures.csv"))))
      made.notes.append(Text.shippedCommunesAreUsed)
    }
    made.yaml = Array(template.yaml.utf8)
    return made
  }

  private static func isSame(_ file: String, _ other: String) -> Bool {
    FileStatus(other).map { $0.identity == FileStatus(file)?.identity } ?? false
  }

  /// Some communes of a layer in degrees WGS84.
  private func cut(_ features: Features, _ rows: [Int], vintage: Int?) throws(Problem) -> CommuneLayer {
    var some = features.selecting(rows)
    try Layers.toDegrees(&some, from: reading.from)
    return try CommuneLayer(some, vintage: vintage)
  }

  /// The layer in a folder whose rows are communes; `nil` without any. Throws 65 when there are several.
  private static func layer(in folder: String) throws(Problem) -> String? {
    let known = Geodata.formats.map { $0.extensions[0] }.filter { $0 != CSVFormat.extensions[0] }
    let layers = FileBytes.names(in: folder).filter { known.contains(Path.fileExtension($0)) }.sorted()
    guard layers.count > 1 else { return layers.first.map { Path.join(folder, $0) } }
    throw Problem(
      .badData, file: folder,
      Text(
        "plusieurs couches : \(layers.joined(separator: ", "))", "several layers: \(layers.joined(separator: ", "))"),
      fix: Text("dites laquelle avec ‹geo›", "say which with ‹geo›"))
  }

  /// The layer that has the communes around the territory: another of the same file when the territory is of
  /// arrondissements.
  private func surroundings(_ path: String, _ features: Features, _ names: CommuneNames) throws(Problem) -> (
    Features, CommuneNames
  ) {
    guard reading.layer != nil || LayerPath.split(path) != nil,
      names.communes.contains(where: { Arrondissements.commune(of: $0.insee) != nil }),
      var wide = try? Layers.features(
        LayerPath.file(path), LayerReading(encoding: reading.encoding, from: reading.from))
    else { return (features, names) }
    try wide.complete(from: reading.from)
    return (wide, try CommuneNames(wide))
  }

  /// Positions of the communes whose box meets that of the territory, grown by the margin.
  private static func around(
    _ codes: [String], _ all: [Commune], _ outlines: Layer, _ features: Features, _ rows: [Int]
  ) -> [Int] {
    let own = Set(codes + codes.compactMap { Arrondissements.commune(of: $0) })
    let parts = Set(codes.flatMap { Arrondissements.parts(of: $0) })
    var box = Bounds.empty
    for row in rows { box.include(features.geometry.bounds(of: row)) }
    guard !box.isEmpty else { return [] }
    var (x, y) = (margin, margin)
    if box.minX >= -180, box.maxX <= 180, box.minY >= -90, box.maxY <= 90 {
      x = margin / (1000 * Geodesic.grs80.distance(box.minX, box.midY, box.minX + 0.001, box.midY))
      y = margin / (1000 * Geodesic.grs80.distance(box.minX, box.midY, box.minX, box.midY + 0.001))
    }
    let wanted = Bounds(minX: box.minX - x, minY: box.minY - y, maxX: box.maxX + x, maxY: box.maxY + y)
    return all.indices.filter { row in
      !own.contains(all[row].insee) && !parts.contains(all[row].insee)
        && (own.isEmpty || !own.contains(Arrondissements.commune(of: all[row].insee) ?? ""))
        && outlines.bounds(of: row).overlaps(wanted)
    }
  }

  /// The communes of the régions that the territory lies in, when the layer has them all and more than the territory;
  /// else `nil`.
  private static func region(of territory: CommuneLayer, _ all: [Commune], cog: Int) throws(Problem) -> (
    codes: [String], rows: [Int]
  )? {
    let codes = Set(territory.communes.compactMap(\.region)).sorted()
    guard !codes.isEmpty else { return nil }
    let sizes = try DataFolder.areaSizes()
    var rows: [Int] = []
    for code in codes {
      let members = all.indices.filter { all[$0].region == code && Arrondissements.commune(of: all[$0].insee) == nil }
      let whole = AreaNames.departements(ofRegion: code).map { sizes.communes(.departement, $0, in: cog) ?? 0 }
      guard Double(members.count) >= wholeRegion * Double(whole.reduce(0, +)) else { return nil }
      rows += members
    }
    return rows.count > territory.count ? (codes, rows.sorted()) : nil
  }

  private static func csv(_ territory: CommuneLayer) -> [UInt8] {
    let rows = territory.communes.sorted { $0.insee < $1.insee }.map { $0.insee + "," + Escape.csv($0.name) + "\n" }
    return Array(("insee,nom\n" + rows.joined()).utf8)
  }

  /// The bytes of a GeoPackage, whose layer has the name of the file.
  private static func geoPackage(_ layer: CommuneLayer, _ name: String) throws(Problem) -> [UInt8] {
    let folder = try WorkFolder()
    let file = folder.expect(name)
    defer { folder.removeFiles() }
    let context = ProjectionContext()
    var features = layer.features
    features.crs = CRS.wgs84.epsg.map { "EPSG:\($0)" } ?? CRS.wgs84.definition
    try Geodata.write(
      features, to: file,
      options: GeodataWriteOptions(geographic: true, projection: try CRS.wgs84.esriWKT(context: context)))
    return try FileBytes.read(file, isInput: false)
  }
}

extension CommuneNames {
  /// The communes of a layer by its columns, without their positions and populations. Throws 65 without a column of
  /// codes.
  init(_ features: Features) throws(Problem) {
    guard let codes = features.column(CommuneLayer.codeColumns) else { throw CommuneLayer.noCodes(features) }
    let columns = CommuneColumns(features)
    self.init((0..<features.count).map { columns.commune(codes.text($0) ?? "", $0) })
  }
}
