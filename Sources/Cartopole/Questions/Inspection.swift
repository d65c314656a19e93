import Bytes
import Geometry
import Interchange
import Maps
import Projections
import Shapefiles
import Siting
import Territory

/// What a geodata file holds, and its faults.
public struct Inspection: Sendable {
  /// The features that could be read, in the CRS of the file.
  public let features: Features
  /// Records that could not be read, and a coordinate reference system that is not known.
  public let problems: [Problem]
  /// What the readers noticed.
  public let warnings: [Warning]
  private let scan: Shapefile.Scan?
  private let crs: CRS?
  private let path: String
  private let list: CommuneListing?

  /// Reads what can be read. Throws 66 for a missing file, 65 when nothing in it can be read, or `communes`, a list to
  /// hold against the layer as `CommuneListing` reads it, cannot.
  public init(_ path: String, _ reading: LayerReading = LayerReading(), communes: [String] = []) throws(Problem) {
    self.path = path
    var problems: [Problem] = []
    if Path.fileExtension(path) == "shp", reading.layer == nil {
      let scan = try Shapefile.scan(
        path, Shapefile.Options(encoding: reading.encoding, attributes: .optional, onBadRecord: .collect))
      self.scan = scan
      features = scan.features
      problems = scan.problems
    } else {
      scan = nil
      features = try Layers.features(path, reading, attributes: .optional)
    }
    list = communes.isEmpty ? nil : try CommuneListing(communes, among: CommuneNames(features), areas: true)
    do {
      let source = try Georeference.crs(of: features, from: reading.from, context: ProjectionContext(), misfit: .warn)
      crs = source.crs
      warnings = features.warnings + source.warnings
    } catch {
      crs = nil
      warnings = features.warnings
      problems.append(error)
    }
    self.problems = problems
  }

  /// A summary of the file, its columns and, for a layer that gives them, the replaced positions of communes.
  public var tables: [Table] { [summary, columns] + [positions, listed].compactMap { $0 } }

  private func listedCodes(_ list: CommuneListing) -> [String] {
    let codes = features.column(CommuneLayer.codeColumns)
    return list.rows.compactMap { codes?.text($0) }
  }

  private var bounds: Bounds { features.geometry.bounds }

  private func row(_ key: String, _ label: Text, _ value: Text) -> [Table.Value] {
    [.word(label, key: key), .word(value, key: value.en)]
  }

  private var summary: Table {
    let geometry = features.geometry
    let kind =
      switch geometry.kind {
      case .point: Text("points", "points")
      case .line: Text("lignes", "lines")
      case .polygon: Text("polygones", "polygons")
      }
    let corners = [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY].map { ByteWriter.fixed($0, decimals: 6) }
    let rows = [
      row("geometry", Text("géométrie", "geometry"), kind),
      row("features", Text("entités", "features"), count(features.count)),
      row("parts", Text("parties", "parts"), count(geometry.partCount)),
      row("points", Text("points", "points"), count(geometry.pointCount)),
      row("without_geometry", Text("sans géométrie", "without geometry"), count(withoutGeometry)),
      crs.map {
        let code = $0.epsg.map { " (EPSG:\($0))" } ?? ""
        return row("crs", Text("système de coordonnées", "coordinate reference system"), Text(same: $0.name + code))
      },
      bounds.isEmpty
        ? nil : row("bounds", Text.extentInFourDirections, Text(same: corners.joined(separator: " "))),
      scan?.encoding.map {
        row("encoding", Text("encodage", "encoding"), Text(same: $0.name + ", ") + $0.rule.label)
      },
      scan?.hasIndex == false
        ? row("index", Text("index .shx", ".shx index"), Text("reconstitué en mémoire", "rebuilt in memory")) : nil,
      row("unreadable", Text("enregistrements illisibles", "unreadable records"), count(scan?.problems.count ?? 0)),
    ].compactMap { $0 }
    return Table(
      name: "inspect", title: Text(same: path),
      columns: [
        Table.Column("property", Text("Propriété", "Property")), Table.Column("value", Text("Valeur", "Value")),
      ], rows: rows)
  }

  private func count(_ value: Int) -> Text { Text(Numerals(.fr).integer(value), Numerals(.en).integer(value)) }

  private var withoutGeometry: Int { (0..<features.count).count { features.geometry.parts(of: $0).isEmpty } }

  private func kind(_ column: Column) -> Text {
    switch column.values {
    case .text: Text("texte", "text")
    case .integer: Text("entier", "integer")
    case .number: Text("nombre", "number")
    }
  }

  private func missing(_ column: Column) -> Int { (0..<column.count).count { column.text($0) == nil } }

  private func distinct(_ column: Column) -> Int { Set((0..<column.count).compactMap { column.text($0) }).count }

  private var columns: Table {
    let rows = features.columns.map { column -> [Table.Value] in
      let kind = kind(column)
      let example = (0..<column.count).lazy.compactMap { column.text($0) }.first ?? ""
      return [
        .text(column.name), .word(kind, key: kind.en), .integer(missing(column)), .integer(distinct(column)),
        .text(example),
      ]
    }
    return Table(
      name: "columns", title: Text("Colonnes", "Columns"),
      columns: [
        Table.Column("column", Text("Colonne", "Column")), Table.Column("type", Text("Type", "Type")),
        Table.Column("missing", Text("Manquants", "Missing")), Table.Column("distinct", Text("Distincts", "Distinct")),
        Table.Column("example", Text("Exemple", "Example")),
      ], rows: rows)
  }

  /// Communes whose position is not that of their town hall; `nil` when the layer does not say.
  private var positions: Table? {
    guard let position = features.column("POSITION"), let codes = features.column("INSEE_COM") else { return nil }
    let names = features.column(CommuneColumns.names)
    let interior = (0..<features.count).filter { position.text($0) == Commune.Position.interior.rawValue }
    let rows = interior.map { row -> [Table.Value] in
      [
        .text(codes.text(row) ?? ""), .text(names?.text(row) ?? ""),
        .word(Text("point intérieur ◦", "interior point ◦"), key: "interior"),
      ]
    }
    return Table(
      name: "positions",
      title: Text.replacedPositions(
        Numerals(.fr).integer(interior.count), Numerals(.fr).integer(features.count),
        Numerals(.en).integer(interior.count), Numerals(.en).integer(features.count)),
      columns: [
        Table.Column("insee", Text("Code", "Code")), Table.Column("name", Text("Commune", "Commune")),
        Table.Column("position", Text("Position", "Position")),
      ], rows: rows, notes: interior.isEmpty ? [] : [ReachTables.positionNote])
  }

  /// What the list names; `nil` without one.
  private var listed: Table? {
    guard let list else { return nil }
    let found = list.selection
    let codes = features.column(CommuneLayer.codeColumns)
    let isOfArrondissements = (0..<features.count).allSatisfy { row in
      codes?.text(row).flatMap(Arrondissements.commune(of:)) != nil
    }
    func said(_ text: Text) -> Text { isOfArrondissements ? Arrondissements.said(text) : text }
    let rows =
      [row("listed_found", said(Text("communes trouvées", "communes found")), count(found.rows.count))]
      + found.faults.map { fault in row("not_found", Text(same: fault.text), fault.problem.what) }
      + found.repeated.map { row("repeated", Text(same: $0), Text("écrite plusieurs fois", "written several times")) }
      + found.changes.map { row("changed", Text("changement", "change"), $0) }
    return Table(
      name: "listed",
      title: said(
        Text("Liste : ", "List: ")
          + Numerals.count(found.rows.count, fr: ("commune", "communes"), en: ("commune", "communes"))
          + Text(" sur \(features.count) de la couche", " of \(features.count) in the layer")),
      columns: [Table.Column("property", Text("Constat", "Finding")), Table.Column("value", Text("Détail", "Detail"))],
      rows: rows)
  }

  /// `{schema, file, geometry, features, …, columns, positions, listed, problems}`.
  public func json(_ language: Language) -> JSON {
    let box = bounds
    return [
      "schema": .integer(1), "file": .string(path), "geometry": .string(features.geometry.kind.rawValue),
      "features": .integer(features.count), "parts": .integer(features.geometry.partCount),
      "points": .integer(features.geometry.pointCount), "without_geometry": .integer(withoutGeometry),
      "crs": .optional(crs?.name), "epsg": .optional(crs?.epsg),
      "bounds": box.isEmpty ? .null : .array([box.minX, box.minY, box.maxX, box.maxY].map(JSON.number)),
      "encoding": .optional(scan?.encoding?.name), "encoding_rule": .optional(scan?.encoding?.rule.rawValue),
      "columns": .array(features.columns) { column in
        [
          "name": .string(column.name), "type": .string(kind(column).en),
          "missing": .integer(missing(column)), "distinct": .integer(distinct(column)),
        ]
      }, "replaced_positions": positions.map { .array($0.rows.map { .string($0[0].printed(.en)) }) } ?? .null,
      "listed": list.map { list in
        [
          "found": .array(listedCodes(list), JSON.string),
          "missing": .array(list.selection.missing, JSON.string),
          "unknown": .array(list.selection.faults.filter { !$0.isCode }) { .string($0.text) },
          "repeated": .array(list.selection.repeated, JSON.string),
          "changed": .array(list.selection.changes) { .string($0[language]) },
        ]
      } ?? .null, "problems": .array(problems) { .string($0.line(language)) },
      "warnings": .array(warnings) { .string($0.line(language)) },
    ]
  }
}
