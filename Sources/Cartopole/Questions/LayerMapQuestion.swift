import Bytes
import Cartography
import Geometry
import Interchange
import Maps
import Projections
import Territory

/// A map of any layer and table: `choropleth`, `symbols`, `typology`. Opens no project.
public struct LayerMapQuestion: Sendable {
  /// The layer's file.
  public var geodata: String
  /// Column of the layer that holds the keys; `nil`: the first column of commune codes it has, else its first column
  /// of text.
  public var key: String?
  /// A CSV with the values; `nil`: they are a column of the layer.
  public var data: String?
  /// Column of `data` that holds the keys; `nil`: the column with the layer's name for it, else the first.
  public var dataKey: String?
  /// The column to draw.
  public var value: String
  /// A second column of the same file, for the kinds that draw two.
  public var second: String?
  /// How the layer is read.
  public var reading = LayerReading()
  /// The CRS the map is drawn in; `nil`: Lambert-93.
  public var crs: String?
  /// Whether a join that is not clean is an error (65).
  public var strict = false
  /// What the column is said to be; only a count adds up where communes of the table have merged, or arrondissements
  /// make a commune.
  public var kind: ColumnKind?
  /// The changes of the list of communes; `nil`: the shipped table.
  public var events: String?

  public init(geodata: String, value: String) {
    self.geodata = geodata
    self.value = value
  }

  /// Draws a kind of map, and says what its reader should know. Throws 65 and 66 for the inputs.
  public func draw(
    _ kind: any LayerMapKind.Type, _ request: LayerMapRequest
  ) throws(Problem) -> (drawing: Drawing, warnings: [Warning]) {
    let counts = request.kind == .count || (request.kind == nil && ColumnKind.isCountName(value))
    let (table, warnings) = try table(
      width: request.base.width, request.base.simplification, drawsTexts: kind.drawsTexts,
      numbers: counts ? .countByName : .any)
    do {
      let (drawing, notes) = try kind.draw(table, request)
      return (drawing, warnings + notes.map { Warning(file: data ?? geodata, $0) })
    } catch {
      throw error.after(warnings)
    }
  }

  /// The layer with its column, projected. Complexity: O(points + rows).
  ///
  /// - Parameter width: of the drawing, px. Coordinates agree with PROJ to a hundredth of its printed step, which is a
  ///   tenth of a px; 0 asks for PROJ's own.
  /// - Parameter drawsTexts: whether a column of texts is wanted as it is; else its cells are numbers or an error.
  /// - Parameter numbers: what the numbers of the column are.
  public func table(
    width: Double = 0, _ simplification: Simplification? = nil, drawsTexts: Bool = true,
    numbers: NumberReader.Kind = .any
  ) throws(Problem) -> (table: LayerTable, warnings: [Warning]) {
    var features = try read(columns)
    if let key, features.column(key) == nil { features = try read(nil) }
    let noticed = features.warnings
    do {
      return try table(of: &features, width, simplification, drawsTexts, numbers)
    } catch {
      throw error.after(noticed)
    }
  }

  private func table(
    of features: inout Features, _ width: Double, _ simplification: Simplification?, _ drawsTexts: Bool,
    _ numbers: NumberReader.Kind
  ) throws(Problem) -> (table: LayerTable, warnings: [Warning]) {
    guard features.count > 0 else {
      throw Problem(.badData, file: geodata, Text("aucune entité", "no feature"))
    }
    let keys = try LayerKeys(features, key)
    let joined = try data.map { path throws(Problem) in try CSVTable(path: path) }
    func column(_ name: String, _ kind: ColumnKind?) throws(Problem) -> LayerColumn {
      let reading = LayerColumn.Reading(
        isTextDrawn: drawsTexts, numbers: name == value ? numbers : .any, declared: kind)
      guard let joined else { return try LayerColumn(of: features, named: name, reading) }
      return try LayerColumn(
        joining: joined, key: dataKey ?? keys.column, value: name, to: keys.values, strict: strict, reading
      ) { () throws(Problem) in try DataFolder.communeEventsIfAny(events) }
    }
    let first = try column(value, kind)
    let other = try second.map { name throws(Problem) in try column(name, nil) }

    features.columns = []
    let context = ProjectionContext()
    let source = try Georeference.crs(of: features, from: reading.from, context: context)
    let target = try crs.map { text throws(Problem) in try CRS(text, context: context) } ?? .lambert93
    var outlines = features.geometry
    // Projected in place: nobody else holds the points any more.
    features.geometry = Layer(outlines.kind)
    do {
      let tolerance = width > 0 ? try Self.step(outlines.bounds, source.crs, target, width, context) / 100 : 0
      try outlines.project(from: source.crs, to: target, context: context, tolerance: tolerance)
    } catch {
      throw error.naming(geodata)
    }
    let ground = try MapFrame(
      outlines.bounds, toDegrees: Projector(from: target, to: .wgs84, context: context))
    if let simplification {
      outlines =
        outlines.simplified(
          simplification, degrees: target.isGeographic, metresPerUnit: ground.metresPerUnit
        ).layer
    }
    var table = LayerTable(
      outlines: outlines, keys: keys.values, names: keys.names, column: value, numbers: first.numbers,
      gaps: first.gaps, texts: first.texts, weights: keys.weights, ground: ground,
      sources: sources(target))
    if let second, let other {
      guard other.texts.isEmpty else {
        throw Problem(
          .badData, file: data ?? geodata, Text("« \(second) » est du texte", "\"\(second)\" is text"),
          fix: Text("prenez une colonne de nombres", "take a column of numbers"))
      }
      table.second = LayerTable.Second(column: second, numbers: other.numbers, gaps: other.gaps)
    }
    return (
      table,
      features.warnings + source.warnings
        + (first.notes + (other?.notes ?? []).filter { !first.notes.contains($0) }).map {
          Warning(file: data ?? geodata, $0)
        }
    )
  }

  private func read(_ columns: Set<String>?) throws(Problem) -> Features {
    try Layers.features(geodata, reading, columns: columns)
  }

  /// The columns that are looked at, `nil` for all of them.
  private var columns: Set<String>? {
    guard let key, data != nil else { return nil }
    return Set([key] + LayerKeys.nameColumns + LayerKeys.weightColumns)
  }

  /// About a tenth of a px in units of the target: what the smallest side of the layer's box measures, on a drawing
  /// of this width. Smaller than the step of any map of the layer.
  private static func step(
    _ box: Bounds, _ source: CRS, _ target: CRS, _ width: Double, _ context: ProjectionContext
  ) throws(Problem) -> Double {
    guard !box.isEmpty else { return 0 }
    let projector = try Projector(from: source, to: target, context: context)
    var corners = [box.minX, box.minY, box.maxX, box.minY, box.minX, box.maxY, box.maxX, box.maxY]
    try projector.project(&corners)
    let wide = max((corners[2] - corners[0]).magnitude, (corners[6] - corners[4]).magnitude)
    let high = max((corners[5] - corners[1]).magnitude, (corners[7] - corners[3]).magnitude)
    return min(wide, high) / (10 * width)
  }

  private func sources(_ target: CRS) -> [Text] {
    let outlines = Path.name(geodata)
    let values = data.map { Path.name($0) } ?? outlines
    return [
      Text("Données : \(values) ; contours : \(outlines)", "Data: \(values); outlines: \(outlines)"),
      Text("Projection : \(target.name)", "Projection: \(target.name)"),
    ]
  }
}

/// Keys, names and weights of the features of a layer.
struct LayerKeys {
  /// Name of the column the keys stand in.
  let column: String
  let values: [String]
  let names: [String]
  /// What names are ordered by: population, else the share of the layer's box a feature takes.
  let weights: [Double]

  /// The `id` of features, where every one is the code of a commune.
  private static func idOfCommunes(_ features: Features) -> Column? {
    guard let ids = features.column("id"), features.count > 0 else { return nil }
    return (0..<features.count).allSatisfy { ids.text($0).map(CommuneLayer.isCode) ?? false } ? ids : nil
  }

  static let nameColumns = ["NOM", "NOM_COM", "NOM_COMM", "nom", "name", "LIBGEO"]
  static let weightColumns = ["POPULATION", "POP", "population"]

  init(_ features: Features, _ wanted: String?) throws(Problem) {
    let found: Column?
    if let wanted {
      found = try features.column(asked: wanted)
    } else {
      found =
        features.column(CommuneLayer.codeColumns) ?? Self.idOfCommunes(features)
        ?? features.columns.first { if case .text = $0.values { true } else { false } }
        ?? features.columns.first
    }
    guard let found else {
      throw Problem.missingColumn(wanted ?? "", among: features.columns.map(\.name), file: features.path)
    }
    column = found.name
    values = (0..<features.count).map { found.text($0) ?? "" }
    let named = features.column(Self.nameColumns)
    let keys = values
    names = (0..<features.count).map { named?.text($0) ?? keys[$0] }
    let people = features.column(Self.weightColumns)
    weights = (0..<features.count).map { row in
      if let count = people?.number(row), count.isFinite { return count }
      let box = features.geometry.bounds(of: row)
      return people == nil && !box.isEmpty ? box.width * box.height : 0
    }
  }
}
