import Bytes
import Geometry

/// Reads well-known binary (OGC 06-103r4, ISO 13249-3) into a layer: points, lines and polygons, single or
/// multi. What is wrong (65) has neither file nor place: the caller knows in which feature it is.
struct WellKnownBinaryReader {
  private(set) var layer = Layer(.polygon)
  private(set) var hasZ = false
  private var kind: Layer.Kind?

  /// Adds a geometry to the current feature. O(points).
  mutating func read(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
    var cursor = Cursor(bytes: bytes)
    try geometry(&cursor, within: nil)
  }

  /// Ends the current feature, which has no geometry when none was read.
  mutating func endFeature() { layer.endFeature() }

  /// A position in the bytes, from which numbers are read.
  private struct Cursor {
    let bytes: UnsafeRawBufferPointer
    var position = 0
    var isLittle = true
    /// Numbers in a coordinate position: 2, 3 or 4.
    var dimensions = 2

    mutating func count() throws(Problem) -> Int { Int(try integer(UInt32.self)) }

    mutating func number() throws(Problem) -> Double { Double(bitPattern: try integer(UInt64.self)) }

    @inline(__always) mutating func integer<Value: FixedWidthInteger>(_: Value.Type) throws(Problem) -> Value {
      let size = MemoryLayout<Value>.size
      guard position + size <= bytes.count else { throw Self.short }
      defer { position += size }
      let raw = bytes.loadUnaligned(fromByteOffset: position, as: Value.self)
      return isLittle ? Value(littleEndian: raw) : Value(bigEndian: raw)
    }

    static let short = Problem(.badData, Text("géométrie tronquée", "a truncated geometry"))
  }

  private mutating func geometry(_ cursor: inout Cursor, within parent: Layer.Kind?) throws(Problem) {
    cursor.isLittle = try cursor.integer(UInt8.self) == 1
    let code = try cursor.count()
    // ISO adds 1000 for Z, 2000 for M; PostGIS sets the two highest bits.
    let (z, m) = (code & 0x8000_0000 != 0, code & 0x4000_0000 != 0)
    let plain = code & 0x1FFF_FFFF
    let extra = plain / 1000 % 4
    cursor.dimensions = 2 + (extra == 3 ? 2 : extra > 0 ? 1 : 0) + (z ? 1 : 0) + (m ? 1 : 0)
    if cursor.dimensions > 2 { hasZ = true }
    let type = plain % 1000
    guard let found = Self.kinds[type] else {
      let name = Self.others[type] ?? "\(type)"
      throw Problem(.badData, Text.geometryTypeNotSupported(name), fix: Text.keepPointsLinesOrPolygons)
    }
    if let kind = parent ?? kind, kind != found {
      throw Problem(
        .badData, Text.geometryAmongAnotherKind(found.rawValue, kind.rawValue), fix: Text.separateKindsIntoLayers)
    }
    kind = found
    layer.kind = found
    switch type {
    case 1: try point(&cursor)
    case 2: try line(&cursor)
    case 3: try polygon(&cursor)
    default:
      for _ in 0..<(try cursor.count()) {
        guard parent == nil else { throw Cursor.short }
        try geometry(&cursor, within: found)
      }
    }
  }

  private static let kinds: [Int: Layer.Kind] = [1: .point, 2: .line, 3: .polygon, 4: .point, 5: .line, 6: .polygon]
  private static let others = [
    7: "GeometryCollection", 8: "CircularString", 9: "CompoundCurve", 10: "CurvePolygon", 11: "MultiCurve",
    12: "MultiSurface", 15: "PolyhedralSurface", 16: "TIN", 17: "Triangle",
  ]

  private mutating func position(_ cursor: inout Cursor) throws(Problem) -> (x: Double, y: Double) {
    let at = (x: try cursor.number(), y: try cursor.number())
    for _ in 2..<cursor.dimensions { _ = try cursor.number() }
    return at
  }

  /// Reads a point; two NaN stand for an empty one.
  private mutating func point(_ cursor: inout Cursor) throws(Problem) {
    let at = try position(&cursor)
    if at.x.isNaN && at.y.isNaN { return }
    try add(at)
    layer.endRing()
    layer.endPart()
  }

  private mutating func line(_ cursor: inout Cursor) throws(Problem) {
    let count = try positions(&cursor)
    guard count > 0 else { return }
    guard count >= 2 else { throw Problem(.badData, Text("une ligne d’un seul point", "a line of a single point")) }
    layer.endRing()
    layer.endPart()
  }

  private mutating func polygon(_ cursor: inout Cursor) throws(Problem) {
    let rings = try cursor.count()
    guard rings > 0 else { return }
    for ring in 0..<rings {
      let count = try positions(&cursor)
      let last = layer.pointCount - 1
      let first = last - count + 1
      guard count >= 4, layer.x(first) == layer.x(last), layer.y(first) == layer.y(last) else {
        throw Problem(.badData, Text.ringOpenOrTooShort, fix: Text("réparez la géométrie", "repair the geometry"))
      }
      layer.endRing(clockwise: ring == 0)
    }
    layer.endPart()
  }

  private mutating func positions(_ cursor: inout Cursor) throws(Problem) -> Int {
    let count = try cursor.count()
    guard count <= (cursor.bytes.count - cursor.position) / (8 * cursor.dimensions) else { throw Cursor.short }
    for _ in 0..<count { try add(try position(&cursor)) }
    return count
  }

  private mutating func add(_ at: (x: Double, y: Double)) throws(Problem) {
    if let fault = Layer.fault(ofCoordinate: at.x) ?? Layer.fault(ofCoordinate: at.y) { throw Problem(.badData, fault) }
    layer.addPoint(at.x, at.y)
  }
}

/// Writes features of a layer as well-known binary, little-endian.
struct WellKnownBinaryWriter {
  let layer: Layer
  /// Whether all features are written as multi geometries, even those with one part.
  let isMulti: Bool

  /// A writer for the features of a layer. All are multi when any has several parts, because a GeoPackage layer
  /// has one type.
  init(_ layer: Layer) {
    self.layer = layer
    isMulti = (0..<layer.featureCount).contains { layer.parts(of: $0).count > 1 }
  }

  private var code: UInt32 {
    switch layer.kind {
    case .point: 1
    case .line: 2
    case .polygon: 3
    }
  }

  /// The name of the geometry type in `gpkg_geometry_columns`.
  var typeName: String {
    let name = ["POINT", "LINESTRING", "POLYGON"][Int(code) - 1]
    return isMulti ? "MULTI" + name : name
  }

  /// Appends the geometry of a feature, which must have one. O(points).
  func append(_ feature: Int, to bytes: inout [UInt8]) {
    let parts = layer.parts(of: feature)
    if isMulti {
      header(code + 3, &bytes)
      Self.integer(UInt32(parts.count), &bytes)
    }
    for part in parts {
      header(code, &bytes)
      let rings = layer.rings(ofPart: part)
      if layer.kind == .polygon { Self.integer(UInt32(rings.count), &bytes) }
      for ring in rings {
        let points = layer.points(ofRing: ring)
        if layer.kind != .point { Self.integer(UInt32(points.count), &bytes) }
        for point in points {
          Self.integer(layer.x(point).bitPattern, &bytes)
          Self.integer(layer.y(point).bitPattern, &bytes)
        }
      }
    }
  }

  private func header(_ type: UInt32, _ bytes: inout [UInt8]) {
    bytes.append(1)
    Self.integer(type, &bytes)
  }

  static func integer(_ value: some FixedWidthInteger, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
