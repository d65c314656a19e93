import Bytes
import CShapelib
import Geometry

/// Writes the shapes of a layer through shapelib.
enum ShapeWriter {
  static func write(_ layer: Layer, path: String) throws(Problem) {
    let type = type(of: layer)
    let handle = try ShapeHandle(creating: type.code, path)
    var rings = Rings()
    for feature in 0..<layer.featureCount {
      rings.take(feature, of: layer)
      guard rings.write(to: handle, type) else {
        throw Problem(.badData, file: path, at: ReadingLog.place(feature), Shapelib.message)
      }
    }
  }

  private static func type(of layer: Layer) -> ShapeType {
    switch layer.kind {
    case .line: return .polyLine
    case .polygon: return .polygon
    case .point:
      let several = (0..<layer.featureCount).contains { layer.parts(of: $0).count > 1 }
      return several ? .multiPoint : .point
    }
  }

  /// One feature in the form that shapelib takes; the buffers are reused for the next feature.
  private struct Rings {
    var starts: [Int32] = []
    var x: [Double] = []
    var y: [Double] = []

    mutating func take(_ feature: Int, of layer: Layer) {
      starts.removeAll(keepingCapacity: true)
      x.removeAll(keepingCapacity: true)
      y.removeAll(keepingCapacity: true)
      for part in layer.parts(of: feature) {
        let rings = layer.rings(ofPart: part)
        for ring in rings {
          starts.append(Int32(x.count))
          if layer.kind == .polygon {
            // Outer rings clockwise and holes counter-clockwise, whatever their winding in the layer.
            add(layer.points(ofRing: ring, clockwise: ring == rings.lowerBound), of: layer)
          } else {
            add(layer.points(ofRing: ring), of: layer)
          }
        }
      }
    }

    private mutating func add(_ points: some Sequence<Int>, of layer: Layer) {
      for point in points {
        x.append(layer.x(point))
        y.append(layer.y(point))
      }
    }

    func write(to handle: borrowing ShapeHandle, _ type: ShapeType) -> Bool {
      let code = x.isEmpty ? SHPT_NULL : type.code
      let parts = type.kind == .point || x.isEmpty ? 0 : starts.count
      guard let shape = SHPCreateObject(code, -1, Int32(parts), starts, nil, Int32(x.count), x, y, nil, nil) else {
        return false
      }
      defer { SHPDestroyObject(shape) }
      return SHPWriteObject(handle.pointer, -1, shape) >= 0
    }
  }
}
