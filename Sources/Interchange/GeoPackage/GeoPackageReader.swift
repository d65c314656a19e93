import Bytes
import GRDB
import Geometry

import struct Foundation.Data

/// Reads one layer of features of an open GeoPackage.
struct GeoPackageReader {
  private let database: Database
  private let path: String
  private let options: GeodataReadOptions

  init(_ database: Database, path: String, _ options: GeodataReadOptions) {
    self.database = database
    self.path = path
    self.options = options
  }

  /// A column of the table with its values, typed at first as the column declares.
  private struct Field {
    var name: String
    var values: TableColumn
    /// Whether the column is the integer primary key.
    var isKey: Bool
  }

  func features() throws -> Features {
    guard try database.tableExists("gpkg_contents"), try database.tableExists("gpkg_geometry_columns") else {
      throw Problem(.badData, file: path, Text("pas un GeoPackage", "not a GeoPackage"))
    }
    let layers = try GeoPackageLayers(database, path: path)
    let layer = try layers.layer(options)
    let (table, geometry) = (layer.table, layer.geometry)
    var warnings: [Warning] = []
    if layers.all.count > 1, options.layer == nil {
      let others = layers.all.map(\.table).filter { $0 != table }.joined(separator: ", ")
      warnings.append(Warning(file: path, Text.layerOfCommunesIsRead(table, others)))
    }
    var fields = try fields(of: table, except: geometry, &warnings)
    let names = [geometry] + fields.map(\.name)
    let list = names.map(GeoPackageSQL.quoted).joined(separator: ", ")
    let rows = try Row.fetchCursor(database, sql: "SELECT \(list) FROM \(GeoPackageSQL.quoted(table))")
    var reader = WellKnownBinaryReader()
    var number = 0
    while let row = try rows.next() {
      number += 1
      do {
        try row.withUnsafeData(atIndex: 0) { data in
          guard let data else { return }
          try data.withUnsafeBytes { blob in
            if let bytes = try GeoPackageBinary.geometry(blob) { try reader.read(bytes) }
          }
        }
      } catch let flaw as WellKnownBinaryReader.Flaw {
        throw Problem(.badData, file: path, at: Text("entité \(number)", "feature \(number)"), flaw.what, fix: flaw.fix)
      }
      reader.endFeature()
      for index in fields.indices { fields[index].values.append(row[index + 1] as DatabaseValue) }
    }
    if reader.hasZ {
      warnings.append(Warning(file: path, Text("coordonnées Z ou M ignorées", "Z or M coordinates dropped")))
    }
    return Features(
      path: path, geometry: reader.layer,
      columns: fields.filter(isColumn).map { Geometry.Column($0.name, $0.values.values) }, crs: try crs(layer.srs),
      warnings: warnings)
  }

  /// Whether a field is an attribute; a key that only numbers the rows is one only when the options list
  /// columns.
  private func isColumn(_ field: Field) -> Bool {
    !field.isKey || options.columns != nil || !RowNumbers.are(field.name, field.values.values)
  }

  /// The wanted columns of the table without the geometry and without blobs.
  private func fields(of table: String, except geometry: String, _ warnings: inout [Warning]) throws -> [Field] {
    var fields: [Field] = []
    // A view has no key.
    let key = try database.viewExists(table) ? nil : database.primaryKey(table).rowIDColumn?.lowercased()
    for column in try database.columns(in: table) {
      let name = column.name.lowercased()
      if name == geometry.lowercased() { continue }
      if let wanted = options.columns, !wanted.contains(where: { $0.lowercased() == name }) { continue }
      if column.type.uppercased().hasPrefix("BLOB") {
        warnings.append(Warning(file: path, Text.columnOfBytesDropped(column.name)))
        continue
      }
      fields.append(Field(name: column.name, values: TableColumn(declared: column.type), isKey: name == key))
    }
    return fields
  }

  private func crs(_ id: Int?) throws -> String? {
    guard let id, id > 0 else { return nil }
    guard
      let row = try Row.fetchOne(
        database,
        sql: "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
        arguments: [id])
    else { return nil }
    let organization = text(row, 0)?.uppercased()
    if let organization, ["EPSG", "ESRI", "IGNF"].contains(organization), let code = Int.fromDatabaseValue(row[1]) {
      return "\(organization):\(code)"
    }
    return text(row, 2)
  }

  /// A text of a row; `nil` when the file has none although the standard requires it.
  private func text(_ row: Row, _ index: Int) -> String? { String.fromDatabaseValue(row[index]) }
}

/// The values of a column, which may change its type as they come, because SQLite lets every row have its own
/// type.
struct TableColumn {
  private enum Kind { case text, integer, number }
  private var kind: Kind
  // One buffer a kind: taken out of an enum for every row, the values would be copied for every row.
  private var texts: [String?] = []
  private var integers: [Int?] = []
  private var numbers: [Double?] = []

  init(declared type: String) {
    let type = type.uppercased()
    // A column that a view computes has no declared type: it starts as whole numbers, and the values may change
    // that.
    if type.isEmpty || type.contains("INT") || type == "BOOLEAN" {
      kind = .integer
    } else if ["REAL", "DOUBLE", "FLOAT", "NUMERIC", "DECIMAL"].contains(where: { type.hasPrefix($0) }) {
      kind = .number
    } else {
      kind = .text
    }
  }

  var values: Geometry.Column.Values {
    switch kind {
    case .text: .text(texts)
    case .integer: .integer(integers)
    case .number: .number(numbers)
    }
  }

  /// Appends a value. A decimal number turns a column of whole numbers into numbers; a text turns any column
  /// into text. Complexity: O(1), but for the value that turns the column.
  mutating func append(_ value: DatabaseValue) {
    switch (kind, value.storage) {
    case (.text, _): texts.append(Self.text(value))
    case (.integer, .null), (.integer, .int64): integers.append(Int.fromDatabaseValue(value))
    case (.number, .null), (.number, .int64), (.number, .double): numbers.append(Double.fromDatabaseValue(value))
    case (.integer, .double):
      numbers = integers.map { $0.map(Double.init) }
      kind = .number
      append(value)
    default:
      let column = Geometry.Column("", values)
      texts = (0..<column.count).map(column.text)
      kind = .text
      append(value)
    }
  }

  private static func text(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .null, .blob: nil
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): Geometry.Column("", .number([number])).text(0)
    }
  }
}

enum GeoPackageSQL {
  /// The name of a table or column, quoted for SQL.
  static func quoted(_ name: String) -> String {
    // Scalars are compared, not characters: a quote with a combining accent is one character that differs from
    // a quote.
    name.unicodeScalars.reduce(into: "\"") { out, scalar in
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    } + "\""
  }
}
