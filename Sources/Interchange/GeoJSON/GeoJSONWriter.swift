import Bytes
import Geometry

/// Writes features as a GeoJSON FeatureCollection.
struct GeoJSONWriter {
  private let features: Features
  private let layer: Layer
  /// Decimals of coordinates; `nil` for the shortest form.
  private let decimals: Int?
  private let crs: String?
  /// `"name":` for each column, as JSON bytes.
  private let keys: [[UInt8]]
  private var out: ByteWriter

  init(_ features: Features, _ options: GeodataWriteOptions) throws(Problem) {
    self.features = features
    layer = features.geometry
    let isWGS84 = features.crs.map(CRSName.isWGS84) ?? true
    switch options.precision {
    case .full: decimals = nil
    case .rounded: decimals = options.geographic ?? isWGS84 ? 7 : 4
    }
    crs = isWGS84 ? nil : features.crs.flatMap(CRSName.urn)
    if !isWGS84, crs == nil {
      throw Problem(.badData, file: features.path, Text.geoJSONCannotNameSystem, fix: Text.reprojectOrNameKnownSystem)
    }
    keys = features.columns.map { Array((Escape.json($0.name) + ":").utf8) }
    out = ByteWriter(capacity: layer.pointCount * 24 + features.count * (60 + 20 * features.columns.count))
  }

  consuming func bytes() -> [UInt8] {
    out.raw("{\"type\":\"FeatureCollection\",")
    if let crs {
      out.raw("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":")
      out.json(crs)
      out.raw("}},")
    }
    out.raw("\"features\":[")
    for feature in 0..<features.count {
      if feature > 0 { out.raw(",") }
      out.raw("\n{\"type\":\"Feature\",\"properties\":{")
      for column in features.columns.indices {
        if column > 0 { out.raw(",") }
        out.append(contentsOf: keys[column])
        value(features.columns[column], feature)
      }
      out.raw("},\"geometry\":")
      geometry(feature)
      out.raw("}")
    }
    out.raw("\n]}\n")
    return out.bytes
  }

  private mutating func value(_ column: Column, _ row: Int) {
    switch column.values {
    case .text(let values): if let value = values[row] { out.json(value) } else { out.raw("null") }
    case .integer(let values): if let value = values[row] { out.integer(value) } else { out.raw("null") }
    case .number(let values): out.shortest(values[row] ?? .nan)
    }
  }

  private mutating func geometry(_ feature: Int) {
    let parts = layer.parts(of: feature)
    guard !parts.isEmpty else { return out.raw("null") }
    let multiple = parts.count > 1
    out.raw("{\"type\":\"")
    if multiple { out.raw("Multi") }
    switch layer.kind {
    case .point: out.raw("Point")
    case .line: out.raw("LineString")
    case .polygon: out.raw("Polygon")
    }
    out.raw("\",\"coordinates\":")
    if multiple { out.raw("[") }
    for part in parts {
      if part > parts.lowerBound { out.raw(",") }
      write(part)
    }
    if multiple { out.raw("]") }
    out.raw("}")
  }

  private mutating func write(_ part: Int) {
    let rings = layer.rings(ofPart: part)
    switch layer.kind {
    case .point: for ring in rings { position(layer.ringOffsets[ring]) }
    case .line: for ring in rings { positions(layer.points(ofRing: ring)) }
    case .polygon:
      out.raw("[")
      for ring in rings {
        if ring > rings.lowerBound { out.raw(",") }
        // RFC 7946, 3.1.6: outer rings counter-clockwise, holes clockwise.
        positions(layer.points(ofRing: ring, clockwise: ring > rings.lowerBound))
      }
      out.raw("]")
    }
  }

  private mutating func positions(_ points: some Sequence<Int>) {
    out.raw("[")
    var isFirst = true
    for point in points {
      if !isFirst { out.raw(",") }
      isFirst = false
      position(point)
    }
    out.raw("]")
  }

  private mutating func position(_ point: Int) {
    out.raw("[")
    coordinate(layer.x(point))
    out.raw(",")
    coordinate(layer.y(point))
    out.raw("]")
  }

  private mutating func coordinate(_ value: Double) {
    if let decimals { out.fixed(value, decimals: decimals) } else { out.shortest(value) }
  }
}
