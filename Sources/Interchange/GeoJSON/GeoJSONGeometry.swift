import Bytes
import Geometry

/// Reads GeoJSON geometries into a layer.
struct GeoJSONGeometry {
  var layer = Layer(.polygon)
  private(set) var hasZ = false
  private var kind: Layer.Kind?

  /// Reads the geometry at the cursor and adds its parts to the current feature; returns `false` when it has no
  /// type. Members may come in any order.
  mutating func read(_ cursor: inout JSONCursor) throws(Problem) -> Bool {
    var type: String?
    var coordinates: Int?
    var isRead = false
    guard try cursor.enter("{") else { return false }
    repeat {
      switch try cursor.key() {
      case "type": type = try cursor.string()
      case "coordinates":
        if let type, !isRead {
          try read(type, &cursor)
          isRead = true
        } else {
          _ = cursor.peek()
          coordinates = cursor.position
          try cursor.skip()
        }
      default: try cursor.skip()
      }
    } while try cursor.nextMember()
    guard let type else { return false }
    if isRead { return true }
    let end = cursor.position
    if let coordinates { cursor.position = coordinates }
    if coordinates == nil, Self.kind(type) != nil {
      throw cursor.problem(Text("géométrie sans coordonnées", "a geometry without coordinates"))
    }
    try read(type, &cursor)
    cursor.position = end
    return true
  }

  private static func kind(_ type: String) -> Layer.Kind? {
    switch type {
    case "Point", "MultiPoint": .point
    case "LineString", "MultiLineString": .line
    case "Polygon", "MultiPolygon": .polygon
    default: nil
    }
  }

  private mutating func read(_ type: String, _ cursor: inout JSONCursor) throws(Problem) {
    guard let found = Self.kind(type) else {
      throw cursor.problem(Text.quotedGeometryTypeNotSupported(type), fix: Text.keepPointsLinesOrPolygons)
    }
    if let kind, kind != found {
      throw cursor.problem(Text.geometryAmongAnotherKind(type, kind.rawValue), fix: Text.separateKindsIntoFiles)
    }
    kind = found
    layer.kind = found
    switch type {
    case "Point": try point(&cursor)
    case "LineString": try line(&cursor)
    case "Polygon": try polygon(&cursor)
    default:
      guard try cursor.enter("[") else { return }
      repeat {
        switch found {
        case .point: try point(&cursor)
        case .line: try line(&cursor)
        case .polygon: try polygon(&cursor)
        }
      } while try cursor.nextElement()
    }
  }

  private mutating func point(_ cursor: inout JSONCursor) throws(Problem) {
    guard try position(&cursor) else { return }
    layer.endRing()
    layer.endPart()
  }

  private mutating func line(_ cursor: inout JSONCursor) throws(Problem) {
    let count = try positions(&cursor)
    guard count > 0 else { return }
    guard count >= 2 else { throw cursor.problem(Text("une ligne d’un seul point", "a line of a single point")) }
    layer.endRing()
    layer.endPart()
  }

  private mutating func polygon(_ cursor: inout JSONCursor) throws(Problem) {
    guard try cursor.enter("[") else { return }
    var isOuter = true
    repeat {
      let count = try positions(&cursor)
      guard count >= 4 else {
        throw cursor.problem(Text.ringNeedsFourPoints(count), fix: Text("réparez la géométrie", "repair the geometry"))
      }
      let last = layer.pointCount - 1
      let first = last - count + 1
      guard layer.x(first) == layer.x(last), layer.y(first) == layer.y(last) else {
        throw cursor.problem(Text("un anneau n’est pas fermé", "a ring is not closed"), fix: Text.repeatItsFirstPoint)
      }
      layer.endRing(clockwise: isOuter)
      isOuter = false
    } while try cursor.nextElement()
    layer.endPart()
  }

  /// Reads an array of positions and returns how many there are.
  private mutating func positions(_ cursor: inout JSONCursor) throws(Problem) -> Int {
    guard try cursor.enter("[") else { return 0 }
    let before = layer.pointCount
    repeat {
      guard try position(&cursor) else { throw cursor.problem(Text("une position vide", "an empty position")) }
    } while try cursor.nextElement()
    return layer.pointCount - before
  }

  /// Reads one position; returns `false` when it is empty.
  private mutating func position(_ cursor: inout JSONCursor) throws(Problem) -> Bool {
    guard try cursor.enter("[") else { return false }
    let x = try number(&cursor)
    guard try cursor.nextElement() else { throw cursor.problem(Text.positionHasOneCoordinate) }
    let y = try number(&cursor)
    layer.addPoint(x, y)
    while try cursor.nextElement() {
      _ = try number(&cursor)
      hasZ = true
    }
    return true
  }

  private func number(_ cursor: inout JSONCursor) throws(Problem) -> Double {
    _ = cursor.peek()
    guard let value = DecimalReader.scan(cursor.bytes, &cursor.position) else {
      throw cursor.expected(Text.coordinateIsNotANumber)
    }
    if let fault = Layer.fault(ofCoordinate: value) { throw cursor.problem(fault) }
    return value
  }
}
