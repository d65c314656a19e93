import Bytes
import Geometry

/// A shape type code of the format: what the records hold and whether they carry Z or M.
public struct ShapeType: Sendable, Equatable {
  public let code: Int32

  public static let null = ShapeType(code: 0)
  public static let point = ShapeType(code: 1)
  public static let polyLine = ShapeType(code: 3)
  public static let polygon = ShapeType(code: 5)
  public static let multiPoint = ShapeType(code: 8)

  /// Whether shapes of this type carry heights.
  public var hasZ: Bool { code > 10 && code < 20 }
  /// Whether shapes of this type carry measures and no heights.
  public var hasM: Bool { code > 20 && code < 30 }
  /// The type without Z and M.
  public var flat: ShapeType { ShapeType(code: code % 10) }

  /// The kind of layer its shapes make; `nil` for the null type.
  public var kind: Layer.Kind? {
    switch flat {
    case .point, .multiPoint: .point
    case .polyLine: .line
    case .polygon: .polygon
    default: nil
    }
  }

  /// The name the specification gives it.
  public var name: String {
    if self == .null { return "Null" }
    let base = [1: "Point", 3: "PolyLine", 5: "Polygon", 8: "MultiPoint"][flat.code] ?? "?"
    return base + (hasZ ? "Z" : hasM ? "M" : "")
  }

  static func isKnown(_ code: Int32) -> Bool {
    [0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28].contains(code)
  }

  var droppedNote: Text? {
    if hasZ {
      return Text(
        "les altitudes (Z) et les mesures (M) sont laissées de côté", "heights (Z) and measures (M) are dropped"
      )
    }
    return hasM ? Text("les mesures (M) sont laissées de côté", "measures (M) are dropped") : nil
  }
}
