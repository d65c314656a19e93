import Bytes
import Cartography
import Geometry
import Interchange
import Maps
import Projections
import Siting
import Territory

/// The layer and the table of a map of any layer. It opens no project.
public struct LayerMapQuestion: Sendable {
  /// Path of the layer.
  public var geodata: String
  /// The table with the values.
  public var join = TableJoin()
  /// Name of the column to draw.
  public var value: String
  /// A second column of the same file, for the kinds of maps that draw two; `nil` for none.
  public var second: String?
  /// What titles and legends call the values, and their unit.
  public var words = ColumnWords()
  /// The same of the second column.
  public var secondWords = ColumnWords()
  /// Column of the same file that ranks the categories of a typology; `nil` for none.
  public var ranks: String?
  /// Column of the same file that colours them; `nil` for none.
  public var colours: String?
  /// Path of a layer of communes around the drawn one; `nil` for none.
  public var context: String?
  /// How the layer is read.
  public var reading = LayerReading()
  /// The CRS in which the map is drawn, as PROJ reads it; `nil` for the legal one, overseas départements in frames.
  public var crs: String?

  /// Makes a question about a column of a layer; set `join.data` for a column of a table.
  public init(geodata: String, value: String) {
    self.geodata = geodata
    self.value = value
  }

  /// Draws a kind of map, and returns warnings for the reader. Throws 65 and 66
  /// for the inputs, and what the kind throws.
  public func draw(_ map: any LayerMap, _ request: MapRequest) throws(Problem) -> (
    drawing: Drawing, warnings: [Warning]
  ) {
    let (table, warnings) = try table(
      width: request.width, request.simplification, drawsTexts: type(of: map).drawsTexts, declared: map.columnKind)
    do {
      let (drawing, notes) = try map.draw(table, request)
      return (drawing, warnings + notes.map { Warning(file: valuesFile, $0) })
    } catch { throw error.after(warnings) }
  }

  /// The layer with its column, projected. Throws 65 and 66 for the inputs. Complexity: O(points + rows).
  ///
  /// - `width`: width of the drawing in px. Coordinates agree with PROJ to a hundredth of its printed step,
  ///   which is a tenth of a px; 0 gives the coordinates of PROJ itself.
  /// - `drawsTexts`: whether a column of texts is read as it is; otherwise its cells must be numbers.
  /// - `declared`: what the column is declared to be; only a count adds up over communes of the table that have
  ///   merged, or arrondissements of a commune.
  public func table(
    width: Double = 0, _ simplification: Simplification? = nil, drawsTexts: Bool = true, declared: ColumnKind? = nil
  ) throws(Problem) -> (table: LayerTable, warnings: [Warning]) {
    let columns = join.key.flatMap { key in
      join.data == nil ? nil : Set([key] + LayerKeys.nameColumns + LayerKeys.weightColumns)
    }
    var features = try Layers.features(geodata, reading, columns: columns)
    if let key = join.key, features.column(key) == nil { features = try Layers.features(geodata, reading) }
    let noticed = features.warnings
    do { return try table(of: &features, width, simplification, drawsTexts, declared) } catch {
      throw error.after(noticed)
    }
  }

  private func table(
    of features: inout Features, _ width: Double, _ simplification: Simplification?, _ drawsTexts: Bool,
    _ declared: ColumnKind?
  ) throws(Problem) -> (table: LayerTable, warnings: [Warning]) {
    guard features.count > 0 else { throw Problem(.badData, file: geodata, Text("aucune entité", "no feature")) }
    let keys = try LayerKeys(features, join.key)
    var attributes = features
    attributes.geometry = Layer(features.geometry.kind)
    features.columns = []
    let (file, projection) = (attributes, ProjectionContext())
    // The values need no projection, and their problems are told first.
    let (projected, columns) = try Parallel.both {
      Result { () throws(Problem) in try project(&features, keys, width, simplification, projection) }
    } and: { () throws(Problem) in
      try self.columns(of: file, keys, drawsTexts, declared)
    }
    let ((source, drawn), first) = (try projected.get(), columns.first)
    let (values, outlines) = (Path.name(valuesFile), Path.name(geodata))
    var table = LayerTable(
      outlines: drawn.outlines, keys: keys.values, names: keys.names, column: value, numbers: first.numbers,
      gaps: first.gaps, texts: first.texts, weights: keys.weights, frame: drawn.frame,
      sources: [
        Text("Données : \(values) ; contours : \(outlines)", "Data: \(values); outlines: \(outlines)"), drawn.source,
      ])
    table.frame(drawn.insets)
    if let second, let other = columns.second {
      guard other.texts.isEmpty else { throw unfit(second, Self.isText, fix: Text.takeAColumnOfNumbers) }
      table.second = LayerTable.Second(column: second, numbers: other.numbers, gaps: other.gaps)
      table.second?.words = secondWords
    }
    if let context { try table.surround(by: context, in: drawn.crs, context: projection) }
    table.words = words
    table.ranks = columns.ranks?.numbers ?? []
    table.colours = columns.colours?.texts ?? []
    return (
      table,
      features.warnings + source.warnings
        + (first.notes + (columns.second?.notes ?? []).filter { !first.notes.contains($0) }).map {
          Warning(file: valuesFile, $0)
        }
    )
  }

  /// The columns that the map draws.
  private struct Columns {
    var first: LayerColumn
    var second: LayerColumn?
    var ranks: LayerColumn?
    var colours: LayerColumn?
  }

  private static let isText = Text("est du texte", "is text")

  private func columns(of features: Features, _ keys: LayerKeys, _ drawsTexts: Bool, _ declared: ColumnKind?)
    throws(Problem) -> Columns
  {
    let numbers = NumberReader.Kind.ofColumn(value, declared)
    let joined = try join.data.map { path throws(Problem) in try CSVTable(path: path) }
    func column(_ name: String, _ reading: LayerColumn.Reading) throws(Problem) -> LayerColumn {
      guard let joined else { return try LayerColumn(of: features, named: name, reading) }
      return try LayerColumn(name, of: joined, by: join, to: keys, reading)
    }
    func further(_ name: String?) throws(Problem) -> LayerColumn? {
      guard let name else { return nil }
      return try column(name, LayerColumn.Reading(isTextDrawn: drawsTexts, numbers: name == value ? numbers : .any))
    }
    let columns = Columns(
      first: try column(value, LayerColumn.Reading(isTextDrawn: drawsTexts, numbers: numbers, declared: declared)),
      second: try further(second), ranks: try further(ranks), colours: try further(colours))
    if let ranks, columns.ranks?.texts.isEmpty == false {
      throw unfit(ranks, Self.isText, fix: Text.takeAColumnOfRanks)
    }
    if let colours, columns.colours?.texts.isEmpty == true {
      throw unfit(colours, Text("n’a que des nombres", "has numbers alone"), fix: Text.writeColoursInHexadecimal)
    }
    return columns
  }

  private func unfit(_ name: String, _ why: Text, fix: Text) -> Problem {
    Problem(.badData, file: valuesFile, Text("« \(name) » ", "\"\(name)\" ") + why, fix: fix)
  }

  /// Takes the geometry of the features and projects it.
  private func project(
    _ features: inout Features, _ keys: LayerKeys, _ width: Double, _ simplification: Simplification?,
    _ context: ProjectionContext
  ) throws(Problem) -> (source: (crs: CRS, warnings: [Warning]), drawn: DrawnLayer) {
    let source = try Georeference.crs(of: features, from: reading.from, context: context)
    var drawn = try DrawnLayer(
      taking: &features.geometry, from: source.crs, asked: crs, keys: keys.values, width: width,
      isNarrow: width > 0 && width < 600, file: geodata, context)
    if let simplification { drawn.simplify(simplification) }
    return (source, drawn)
  }

  /// Path of the file that has the values.
  private var valuesFile: String { join.data ?? geodata }
}

/// Keys, names and weights of the features of a layer.
struct LayerKeys: Sendable {
  /// Name of the column that has the keys.
  let column: String
  let values: [String]
  let names: [String]
  /// Weights by which names are ordered: population, or else the box of each feature.
  let weights: [Double]

  /// The column `id`, when every value in it is the code of a commune.
  private static func idOfCommunes(_ features: Features) -> Column? {
    guard let ids = features.column("id"), features.count > 0 else { return nil }
    return (0..<features.count).allSatisfy { ids.text($0).map(CommuneLayer.isCode) ?? false } ? ids : nil
  }

  static let nameColumns = CommuneColumns.names + ["name"]
  static let weightColumns = ["POPULATION", "POP", "population"]

  init(_ features: Features, _ wanted: String?) throws(Problem) {
    let found: Column?
    if let wanted {
      found = try features.column(asked: wanted)
    } else {
      found =
        features.column(CommuneLayer.codeColumns) ?? Self.idOfCommunes(features) ?? features.columns.first {
          if case .text = $0.values { true } else { false }
        } ?? features.columns.first
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
