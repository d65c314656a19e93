import Bytes
import GRDB
import Geometry

import struct Foundation.Data

/// Writes features as the only layer of a GeoPackage (OGC 12-128r19, clauses 1.1 and 2.1).
struct GeoPackageWriter {
  private let features: Features
  private let table: String
  private let srs: SpatialReference
  private let names: [String]
  private let key: String
  private let geometry: String
  private let style: GeodataWriteOptions.StoredStyle?
  /// A warning for each column that had to be renamed.
  let warnings: [Warning]

  init(_ features: Features, table: String, _ options: GeodataWriteOptions) {
    self.features = features
    let isTaken = table.lowercased().hasPrefix("gpkg_") || table.lowercased() == "layer_styles"
    self.table = table.isEmpty || isTaken ? "layer" : table
    srs = SpatialReference.of(features.crs, options)
    style = options.style
    let free = Self.free(features.columns.map(\.name) + ["fid", "geom"])
    names = Array(free.dropLast(2))
    key = free[free.count - 2]
    geometry = free[free.count - 1]
    warnings = zip(features.columns, names).filter { $0.name != $1 }.map { column, name in
      Warning(Text("colonne « \(column.name) » écrite « \(name) »", "column \"\(column.name)\" written as \"\(name)\""))
    }
  }

  /// The names as columns of one table: SQLite does not distinguish letter case in names.
  static func free(_ names: [String]) -> [String] {
    var taken = Set<String>()
    return names.map { name in
      var free = name
      var number = 2
      while !taken.insert(free.lowercased()).inserted {
        free = "\(name)_\(number)"
        number += 1
      }
      return free
    }
  }

  /// The CRS as a row of `gpkg_spatial_ref_sys`.
  private struct SpatialReference {
    /// The number, also that of the organization.
    var id: Int32
    var name: String
    var organization = "NONE"
    var definition = "undefined"

    /// The rows that every GeoPackage has.
    static let required = [
      SpatialReference(id: -1, name: "Undefined Cartesian SRS"),
      SpatialReference(id: 0, name: "Undefined geographic SRS"),
      SpatialReference(
        id: 4326, name: "WGS 84 geodetic", organization: "EPSG",
        definition:
          "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]"
      ),
    ]

    static func of(_ crs: String?, _ options: GeodataWriteOptions) -> SpatialReference {
      let pieces = (crs ?? "").split(separator: ":")
      if pieces.count == 2, let number = Int32(pieces[1]), number > 0 {
        return SpatialReference(
          id: number, name: "\(pieces[0]):\(number)", organization: String(pieces[0]),
          definition: options.projection ?? "undefined")
      }
      if let crs { return SpatialReference(id: 100_000, name: "NONE:100000", definition: options.projection ?? crs) }
      return required[options.geographic == true ? 1 : 0]
    }
  }

  func write(to database: Database) throws {
    // "GPKG" and version 1.3, since nothing that 1.4 adds is used and older readers would warn of 1.4.
    try database.execute(sql: "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300")
    try database.inTransaction {
      try database.execute(sql: Self.schema)
      let required = SpatialReference.required
      for system in required.contains(where: { $0.id == srs.id }) ? required : required + [srs] {
        try database.execute(
          sql:
            "INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition) VALUES (?, ?, ?, ?, ?)",
          arguments: [system.name, system.id, system.organization, system.id, system.definition])
      }
      try writeLayer(to: database)
      if let style { try write(style, to: database) }
      return .commit
    }
  }

  private func writeLayer(to database: Database) throws {
    let shapes = WellKnownBinaryWriter(features.geometry)
    let box = features.geometry.bounds
    let extent: [Double?] = box.isEmpty ? [nil, nil, nil, nil] : [box.minX, box.minY, box.maxX, box.maxY]
    let columns = zip(names, features.columns).map { name, column -> String in
      let type =
        switch column.values {
        case .text: "TEXT"
        case .integer: "INTEGER"
        case .number: "REAL"
        }
      return ", \(Escape.quoted(name)) \(type)"
    }
    let target = Escape.quoted(table)
    try database.execute(
      sql:
        "CREATE TABLE \(target) (\(Escape.quoted(key)) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, \(Escape.quoted(geometry)) \(shapes.typeName)\(columns.joined()))"
    )
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents
          (table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y, srs_id)
          VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?)
        """, arguments: [table, table, Self.lastChange, extent[0], extent[1], extent[2], extent[3], srs.id])
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
      arguments: [table, geometry, shapes.typeName, srs.id])
    let list = ([geometry] + names).map(Escape.quoted).joined(separator: ", ")
    let marks = Array(repeating: "?", count: names.count + 1).joined(separator: ", ")
    let statement = try database.makeStatement(sql: "INSERT INTO \(target) (\(list)) VALUES (\(marks))")
    for row in 0..<features.count {
      let blob = shapes.blob(row, srs: srs.id)
      var arguments: [(any DatabaseValueConvertible)?] = [blob.map { Data($0) }]
      for column in features.columns {
        switch column.values {
        case .text(let values): arguments.append(values[row])
        case .integer(let values): arguments.append(values[row])
        case .number(let values): arguments.append(values[row])
        }
      }
      try statement.execute(arguments: StatementArguments(arguments))
    }
  }

  /// The style in the table in which QGIS keeps the styles of a GeoPackage, as the one that it opens the layer with.
  private func write(_ style: GeodataWriteOptions.StoredStyle, to database: Database) throws {
    try database.execute(sql: Self.styles)
    try database.execute(
      sql: "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES (?, 'attributes', ?, ?)",
      arguments: ["layer_styles", "layer_styles", Self.lastChange])
    try database.execute(
      sql: """
        INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
          styleSLD, useAsDefault, description, owner, update_time) VALUES ('', '', ?, ?, ?, ?, ?, 1, '', '', ?)
        """, arguments: [table, geometry, style.name, style.qml, style.sld, Self.lastChange])
  }

  /// A fixed date instead of the clock, so that the same input gives the same bytes.
  private static let lastChange = "1970-01-01T00:00:00.000Z"

  /// The table of styles, its columns as QGIS makes them.
  private static let styles = """
    CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
      f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
      styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
      update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
    """

  /// The tables that the standard requires, with its definitions of their columns word for word.
  private static let schema = """
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));

    """
}
