import Bytes
import GRDB

extension GeoPackageReader {
  /// A layer of features: its table, its geometry column, and the type and CRS in `gpkg_geometry_columns`.
  struct FeatureTable {
    var table: String
    var geometry: String
    var kind: String
    var srs: Int?
  }

  /// The layers of the file. Throws 65 for a file without any.
  func layers() throws -> [FeatureTable] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT c.table_name, g.column_name, g.geometry_type_name, g.srs_id FROM gpkg_contents c
        JOIN gpkg_geometry_columns g ON g.table_name = c.table_name WHERE c.data_type = 'features' ORDER BY c.rowid
        """)
    let all = rows.compactMap { row -> FeatureTable? in
      // A file that violates the standard may have no names.
      guard let table = String.fromDatabaseValue(row[0]), let geometry = String.fromDatabaseValue(row[1]) else {
        return nil
      }
      return FeatureTable(
        table: table, geometry: geometry, kind: String.fromDatabaseValue(row[2]) ?? "",
        srs: Int.fromDatabaseValue(row[3]))
    }
    guard !all.isEmpty else {
      throw Problem(.badData, file: path, Text("aucune couche d’entités", "no layer of features"))
    }
    return all
  }

  /// The layer that the options name, else the only one, else the only one that `choice` accepts, or that has its name
  /// among these. Throws 65, listing the layers, when there is none or the choice is not clear.
  func layer(among all: [FeatureTable]) throws -> FeatureTable {
    let names = all.prefix(40).map(\.table).joined(separator: ", ") + (all.count > 40 ? ", …" : "")
    if let name = options.layer {
      let found = all.first { $0.table == name } ?? all.first { $0.table.lowercased() == name.lowercased() }
      if let found { return found }
      throw Problem(
        .badData, file: path, Text("aucune couche « \(name) »", "no layer \"\(name)\""),
        fix: Text("couches du fichier : \(names)", "layers of the file: \(names)"))
    }
    if all.count == 1 { return all[0] }
    if let choice = options.choice {
      let found = try all.filter { try fits($0, choice) }
      if found.count == 1 { return found[0] }
      let named = found.filter { $0.table.lowercased() == choice.name.lowercased() }
      if named.count == 1 { return named[0] }
    }
    throw Problem(.badData, file: path, Text.nothingSaysWhichLayer + Text(same: " (\(names))"), needs: .layer)
  }

  /// Whether a layer may hold polygons, and every row has a code that no other row has.
  private func fits(_ layer: FeatureTable, _ choice: LayerChoice) throws -> Bool {
    guard layer.kind.uppercased().hasSuffix("POLYGON") || layer.kind.uppercased() == "GEOMETRY" else { return false }
    let columns = try database.columns(in: layer.table).map(\.name)
    let wanted = choice.columns.map { $0.lowercased() }
    guard let column = wanted.lazy.compactMap({ name in columns.first { $0.lowercased() == name } }).first else {
      return false
    }
    let rows = try Row.fetchCursor(
      database, sql: "SELECT \(Escape.quoted(column)) FROM \(Escape.quoted(layer.table))")
    var seen: Set<String> = []
    while let row = try rows.next() {
      guard let code = String.fromDatabaseValue(row[0]), choice.isCode(code), seen.insert(code).inserted else {
        return false
      }
    }
    return !seen.isEmpty
  }
}
