import Bytes
import Geometry

/// Reads a GeoJSON text in one pass into flat buffers and typed columns.
struct GeoJSONReader {
  private var cursor: JSONCursor
  private var geometry = GeoJSONGeometry()
  private var properties: PropertyColumns
  private var crs: String?
  private var rows = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, columns: Set<String>?) {
    cursor = JSONCursor(bytes, path: path)
    properties = PropertyColumns(columns, bytes: bytes.count)
    geometry.layer.reserve(points: bytes.count / 32, features: bytes.count / 1024)
  }

  mutating func read() throws(Problem) -> Features {
    guard !cursor.atEnd else { throw cursor.problem(Text("fichier vide", "empty file")) }
    try readDocument()
    guard cursor.atEnd else {
      _ = cursor.peek()
      throw cursor.problem(Text.textFollowsTheEnd)
    }
    var warnings: [Warning] = []
    if geometry.hasZ { warnings.append(Warning(file: cursor.path, Text.heightsAreDropped)) }
    let (columns, renamed) = properties.columns(rows: rows, file: cursor.path)
    return Features(
      path: cursor.path, geometry: geometry.layer, columns: columns, crs: crs, warnings: warnings + renamed)
  }

  private mutating func readDocument() throws(Problem) {
    _ = cursor.peek()
    let start = cursor.position
    var type: String?
    var hasFeatures = false
    if try cursor.enter("{") {
      repeat {
        switch try cursor.key() {
        case "type": type = try cursor.string()
        case "crs": try readCRS()
        case "features":
          hasFeatures = true
          try readFeatures()
        default: try cursor.skip()
        }
      } while try cursor.nextMember()
    }
    if hasFeatures, type == "FeatureCollection" { return }
    let end = cursor.position
    cursor.position = start
    if hasFeatures || type == nil || type == "FeatureCollection" || type == "Topology" { throw notGeoJSON(type) }
    if type == "Feature" {
      try readFeature()
    } else {
      guard try geometry.read(&cursor) else { throw notGeoJSON(type) }
      endFeature()
    }
    cursor.position = end
  }

  private func notGeoJSON(_ type: String?) -> Problem {
    if type == "Topology" {
      return cursor.problem(Text("c’est du TopoJSON", "this is TopoJSON"), fix: Text.exportItAsGeoJSON)
    }
    let found = type.map { Text(" (type « \($0) »)", " (type \"\($0)\")") } ?? Text(same: "")
    return cursor.problem(
      Text("ce n’est pas du GeoJSON", "this is not GeoJSON") + found, fix: Text.featuresOrGeometryExpected)
  }

  private mutating func readFeatures() throws(Problem) {
    if try cursor.enter("[") {
      repeat {
        cursor.feature = rows + 1
        try readFeature()
      } while try cursor.nextElement()
    }
    cursor.feature = nil
  }

  private mutating func readFeature() throws(Problem) {
    var hasGeometry = false
    if try cursor.enter("{") {
      repeat {
        switch try cursor.key() {
        case "type":
          let type = try cursor.string()
          guard type == "Feature" else {
            throw cursor.problem(Text("« \(type) » au lieu de « Feature »", "\"\(type)\" instead of \"Feature\""))
          }
        case "geometry":
          guard !hasGeometry else { throw cursor.problem(Text("deux géométries", "two geometries")) }
          hasGeometry = true
          if !cursor.passes("null") {
            guard try geometry.read(&cursor) else {
              throw cursor.problem(Text("géométrie sans type", "a geometry without type"))
            }
          }
        case "properties": if !cursor.passes("null") { try properties.read(&cursor, row: rows) }
        case "id": try properties.readID(&cursor, row: rows)
        default: try cursor.skip()
        }
      } while try cursor.nextMember()
    }
    endFeature()
  }

  private mutating func endFeature() {
    geometry.layer.endFeature()
    rows += 1
  }

  /// Reads the `crs` member of the 2008 specification: `{"type":"name","properties":{"name":…}}`, or null for
  /// an unknown CRS.
  private mutating func readCRS() throws(Problem) {
    if cursor.passes("null") {
      crs = nil
      return
    }
    var name: String?
    if try cursor.enter("{") {
      repeat {
        guard try cursor.key() == "properties", cursor.peek() == UInt8(ascii: "{") else {
          try cursor.skip()
          continue
        }
        guard try cursor.enter("{") else { continue }
        repeat {
          if try cursor.key() == "name" { name = try cursor.string() } else { try cursor.skip() }
        } while try cursor.nextMember()
      } while try cursor.nextMember()
    }
    guard let name else {
      throw cursor.problem(Text("membre « crs » sans nom", "a \"crs\" member without name"), needs: .crs)
    }
    crs = CRSName.code(name)
  }
}
