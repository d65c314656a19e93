import Bytes
import Geometry
import Imports
import Projections
import Territory

/// A file of places: a CSV or a layer of points, each with coordinates, the code or name of its commune, or a postal
/// address.
///
/// A place that SIRENE publishes only in part, or that is a natural person,
/// keeps its commune alone, without a name.
public struct PlacesFile: Sendable {
  /// Path of the file.
  public var path: String
  /// Column of the names of places; `nil` for none.
  public var label: String?
  /// Column of the categories of places; `nil` for none.
  public var category: String?
  /// How a layer is read, and the CRS of the columns `x` and `y` of a CSV.
  public var reading = LayerReading()

  /// Makes a question about a file, without names and categories.
  public init(_ path: String) { self.path = path }

  /// Whether it is a CSV rather than a layer.
  private var isTable: Bool { path == "-" || ["csv", "tsv", "txt"].contains(Path.fileExtension(path)) }

  /// The places with their communes, and warnings on them.
  ///
  /// Throws 66 for a missing file; 65 for malformed numbers and communes, coordinates whose CRS is not known,
  /// and a file with neither coordinates nor communes.
  public func places(in layer: CommuneLayer) throws(Problem) -> (places: [LocatedPlace], warnings: [Warning]) {
    let read = try isTable ? table() : features()
    let finder = CommuneFinder(layer)
    var places: [LocatedPlace] = []
    var outside: [Text] = []
    var elsewhere = 0
    for row in 0..<read.count {
      let point = read.points[row]
      var said = try read.communes?[row].flatMap { text throws(Problem) in try commune(text, finder, read.at(row)) }
      if said == nil, let town = read.towns?[row] {
        said = try commune(town, postcode: read.postcodes?[row] ?? "", finder, read.at(row))
      }
      let holds = point.flatMap { finder.commune(at: $0.x, $0.y) }
      if let said, let holds, said != holds { elsewhere += 1 }
      let isHidden = read.isHidden[row]
      let known = isHidden ? nil : point
      places.append(
        LocatedPlace(
          label: isHidden ? nil : read.labels?[row], category: read.categories?[row], longitude: known?.x,
          latitude: known?.y, commune: holds ?? said))
      if places[row].commune == nil {
        let written = isHidden ? nil : read.communes?[row] ?? read.towns?[row]
        outside.append(read.at(row) + Text(same: written.map { " " + $0 } ?? ""))
      }
    }
    return (places, read.warnings + notes(places.count, outside, elsewhere, read.isHidden.count { $0 }))
  }

  /// Longitude and latitude by code of commune, in degrees WGS84, of the first row of each. Throws 65 for a file without
  /// codes or coordinates.
  func positions() throws(Problem) -> (of: [String: (Double, Double)], warnings: [Warning]) {
    let read = try isTable ? table() : features()
    var places: [String: (Double, Double)] = [:]
    for row in 0..<read.count {
      guard let code = read.communes?[row].flatMap({ CommuneCode.read($0)?.code }), let point = read.points[row],
        places[code] == nil
      else { continue }
      places[code] = (point.x, point.y)
    }
    return (places, read.warnings)
  }

  private func notes(_ count: Int, _ outside: [Text], _ elsewhere: Int, _ hidden: Int) -> [Warning] {
    var notes: [Text] = []
    if !outside.isEmpty {
      let list = Text.joined(Array(outside.prefix(5)), separator: ", ") + Text(same: outside.count > 5 ? ", …" : "")
      notes.append(Text.placesOutsideTheTerritory(outside.count, count, list))
    }
    if elsewhere > 0 { notes.append(Text.placesInAnotherCommune(elsewhere)) }
    if hidden > 0 { notes.append(Text.placesWithoutNameOrAddress(hidden)) }
    return notes.map { Warning(file: path, $0) }
  }

  /// Row of the commune that a cell names; `nil` for one outside the layer, which is no error. A name that several
  /// communes have is one.
  private func commune(_ text: String, postcode: String = "", _ finder: CommuneFinder, _ at: Text) throws(Problem)
    -> Int?
  {
    switch finder.names.find(text, postcode: postcode) {
    case .row(let row): return row
    case .none:
      guard CommuneCode.read(text) == nil, text.allSatisfy(\.isNumber) else { return nil }
      throw Problem(
        .badData, file: path, at: at, Text("« \(text) » n’est pas une commune", "\"\(text)\" is no commune"),
        fix: Text.writeTheCommuneCode)
    case .several:
      var problem = finder.names.problem(text, postcode: postcode)
      (problem.file, problem.place) = (path, at)
      throw problem
    }
  }

  // MARK: Reading

  /// The content of a file of places, whatever its format.
  private struct Read {
    var points: [(x: Double, y: Double)?]
    var communes: [String?]?
    var postcodes: [String?]?
    var towns: [String?]?
    var labels: [String?]?
    var categories: [String?]?
    var isHidden: [Bool]
    var warnings: [Warning]
    /// Gives the place of a row in the file, for messages.
    var at: (Int) -> Text
    var count: Int { points.count }
  }

  private func table() throws(Problem) -> Read {
    let table = try CSVTable(path: path)
    func texts(_ column: Int?) -> [String?]? {
      column.map { column in
        table.rows.map { row in
          let text = row.fields[column].trimmingSpaces
          return text.isEmpty || text == Diffusion.withheld ? nil : text
        }
      }
    }
    func asked(_ name: String?) throws(Problem) -> [String?]? {
      texts(try name.map { name throws(Problem) in try table.column(name) })
    }
    let columns = try PlaceColumns(table.columns)
    let (points, warnings) = try points(of: table, columns)
    guard points != nil || columns.commune != nil || columns.town != nil else {
      throw PlaceColumns.missing(table.columns)
    }
    return Read(
      points: points ?? table.rows.map { _ in nil }, communes: texts(columns.commune),
      postcodes: texts(columns.postcode), towns: texts(columns.town), labels: try asked(label),
      categories: try asked(category),
      isHidden: try hidden(table.rows.count) { name throws(Problem) in texts(try table.position(of: name)) },
      warnings: warnings, at: { Text("ligne \(table.rows[$0].line)", "line \(table.rows[$0].line)") })
  }

  /// Coordinates of the rows of a table in degrees WGS84; `nil` when it has none.
  private func points(of table: CSVTable, _ columns: PlaceColumns) throws(Problem) -> (
    [(x: Double, y: Double)?]?, [Warning]
  ) {
    guard let x = columns.x, let y = columns.y else { return (nil, []) }
    var points = zip(try table.numbers(x), try table.numbers(y)).map { x, y -> (x: Double, y: Double)? in
      x.number.flatMap { x in y.number.map { (x, $0) } }
    }
    var known = points.compactMap { $0 }
    let warnings = try toDegrees(&known, areDegrees: columns.areDegrees)
    var next = known.makeIterator()
    for row in points.indices where points[row] != nil { points[row] = next.next() }
    return (points, warnings)
  }

  /// Projects coordinates of the file to degrees WGS84, from the CRS of `reading`, and returns warnings.
  ///
  /// Throws 65 for coordinates that are not degrees when no CRS is said, and for a CRS that cannot hold them.
  ///
  /// - `areDegrees`: whether they are longitudes and latitudes unless `reading` has a CRS.
  public func toDegrees(_ points: inout [(x: Double, y: Double)], areDegrees: Bool) throws(Problem) -> [Warning] {
    if areDegrees, reading.from == nil { return [] }
    var layer = Layer(.point)
    for point in points {
      layer.addPoint(point.x, point.y)
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    var features = Features(path: path, geometry: layer, columns: [], crs: nil)
    try Layers.toDegrees(&features, from: reading.from)
    for row in points.indices { points[row] = (features.geometry.x(row), features.geometry.y(row)) }
    return features.warnings
  }

  private func features() throws(Problem) -> Read {
    var features = try Layers.features(path, reading)
    guard features.geometry.kind == .point else {
      throw Problem(.badData, file: path, Text.notALayerOfPoints, fix: Text.givePointsOrACSV)
    }
    try Layers.toDegrees(&features, from: reading.from)
    func texts(_ column: Column?) -> [String?]? { column.map { c in (0..<features.count).map(c.text) } }
    func asked(_ name: String?) throws(Problem) -> [String?]? {
      guard let name else { return nil }
      return texts(try features.column(asked: name))
    }
    let points = (0..<features.count).map { feature -> (x: Double, y: Double)? in
      guard let ring = features.geometry.rings(of: feature).first else { return nil }
      let point = features.geometry.points(ofRing: ring).lowerBound
      return (features.geometry.x(point), features.geometry.y(point))
    }
    return Read(
      points: points,
      communes: texts(features.column(["code_insee_de_la_commune"] + PlaceColumns.codes + PlaceColumns.towns)),
      labels: try asked(label), categories: try asked(category),
      isHidden: try hidden(features.count) { texts(features.column($0)) }, warnings: features.warnings,
      at: { Text("entité \($0 + 1)", "feature \($0 + 1)") })
  }

  /// The rows that are natural persons (legal category 1000) or published in part (P, or the former N).
  private func hidden(_ count: Int, _ texts: (String) throws(Problem) -> [String?]?) throws(Problem) -> [Bool] {
    var hidden = [Bool](repeating: false, count: count)
    for name in ["statutDiffusionEtablissement", "statutDiffusionUniteLegale", "statut_diffusion"] {
      guard let said = try texts(name) else { continue }
      for row in hidden.indices where said[row] != nil && said[row] != "O" { hidden[row] = true }
    }
    for name in ["categorieJuridiqueUniteLegale", "categorie_juridique"] {
      guard let said = try texts(name) else { continue }
      for row in hidden.indices where said[row]?.hasPrefix("1") == true { hidden[row] = true }
    }
    return hidden
  }
}
