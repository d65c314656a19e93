import Bytes
import GRDB
import Geometry

import struct Foundation.Data

/// Reads one layer of features of an open GeoPackage.
struct GeoPackageReader {
  let database: Database
  let path: String
  let options: GeodataReadOptions

  /// A column of the table with its values, typed at first as the column declares.
  private struct Field {
    var name: String
    var values: ColumnBuilder
    /// Whether the column is the integer primary key.
    var isKey: Bool
  }

  func features() throws -> Features {
    guard try database.tableExists("gpkg_contents"), try database.tableExists("gpkg_geometry_columns") else {
      throw Problem(.badData, file: path, Text("pas un GeoPackage", "not a GeoPackage"))
    }
    let layers = try layers()
    let layer = try layer(among: layers)
    let (table, geometry) = (layer.table, layer.geometry)
    var warnings: [Warning] = []
    if layers.count > 1, options.layer == nil {
      let others = layers.map(\.table).filter { $0 != table }.joined(separator: ", ")
      warnings.append(Warning(file: path, Text.layerOfCommunesIsRead(table, others)))
    }
    var fields = try fields(of: table, except: geometry, &warnings)
    let names = [geometry] + fields.map(\.name)
    let list = names.map(Escape.quoted).joined(separator: ", ")
    let rows = try Row.fetchCursor(database, sql: "SELECT \(list) FROM \(Escape.quoted(table))")
    var reader = WellKnownBinaryReader()
    var number = 0
    while let row = try rows.next() {
      number += 1
      do {
        try row.withUnsafeData(atIndex: 0) { data in
          try data?.withUnsafeBytes { blob in try reader.read(blob: blob) }
        }
      } catch var problem as Problem {
        problem.place = Text("entité \(number)", "feature \(number)")
        throw problem.naming(path)
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
      fields.append(Field(name: column.name, values: ColumnBuilder(declared: column.type), isKey: name == key))
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
    let organization = String.fromDatabaseValue(row[0])?.uppercased()
    if let organization, ["EPSG", "ESRI", "IGNF"].contains(organization), let code = Int.fromDatabaseValue(row[1]) {
      return "\(organization):\(code)"
    }
    return String.fromDatabaseValue(row[2])
  }
}

extension ColumnBuilder {
  /// An empty column of the type that a table declares. One that a view computes has no declared type: it starts as whole
  /// numbers, and the values may change that, as in any column, because SQLite lets every row have its own type.
  init(declared type: String) {
    let type = type.uppercased()
    if type.isEmpty || type.contains("INT") || type == "BOOLEAN" {
      self.init(.integer)
    } else {
      let isNumber = ["REAL", "DOUBLE", "FLOAT", "NUMERIC", "DECIMAL"].contains { type.hasPrefix($0) }
      self.init(isNumber ? .number : .text)
    }
  }

  /// Appends a value; bytes are missing texts.
  mutating func append(_ value: DatabaseValue) {
    switch value.storage {
    case .null: resize(to: count + 1)
    case .int64(let number): append(Int(number))
    case .double(let number): append(number)
    case .string(let text): append(text)
    case .blob: append(String?.none)
    }
  }
}
