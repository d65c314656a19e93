import Bytes
import Geometry

/// A shape type code of the format: what the records hold and whether they carry Z or M.
public struct ShapeType: Sendable, Equatable {
  /// The number in the format: 1 to 8 flat, 11 to 18 with Z, 21 to 28 with M.
  public let code: Int32

  /// A record without geometry.
  public static let null = ShapeType(code: 0)
  /// One point.
  public static let point = ShapeType(code: 1)
  /// Lines of one or more parts.
  public static let polyLine = ShapeType(code: 3)
  /// Polygons of one or more rings.
  public static let polygon = ShapeType(code: 5)
  /// Several points.
  public static let multiPoint = ShapeType(code: 8)

  /// Whether shapes of this type have heights (and perhaps measures).
  public var hasZ: Bool { code > 10 && code < 20 }
  /// Whether shapes of this type have measures but no heights.
  public var hasM: Bool { code > 20 && code < 30 }
  /// The type without Z and M.
  public var flat: ShapeType { ShapeType(code: code % 10) }

  /// The kind of a layer of such shapes; `nil` for the null type.
  public var kind: Layer.Kind? {
    switch flat {
    case .point, .multiPoint: .point
    case .polyLine: .line
    case .polygon: .polygon
    default: nil
    }
  }

  /// The name in the specification, such as `PolygonZ`.
  public var name: String {
    if self == .null { return "Null" }
    let base = [1: "Point", 3: "PolyLine", 5: "Polygon", 8: "MultiPoint"][flat.code] ?? "?"
    return base + (hasZ ? "Z" : hasM ? "M" : "")
  }

  static func isKnown(_ code: Int32) -> Bool { [0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28].contains(code) }

  var droppedNote: Text? {
    if hasZ { return Text.heightsAndMeasuresAreDropped }
    return hasM ? Text.measuresAreDropped : nil
  }
}
