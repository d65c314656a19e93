import Bytes
import Geometry

/// The `d` attribute of a path: points rounded to 0.1 px, without points that round to the same as the one
/// before.
public struct PathData: Sendable {
  private(set) var bytes = ByteWriter()
  /// Whether nothing has been added.
  public var isEmpty: Bool { bytes.bytes.isEmpty }

  /// An empty path.
  public init() {}

  /// The closed rings of a polygon feature, or the open lines of a line feature. O(points).
  public init(_ feature: Int, of layer: Layer, through view: Viewport) {
    self.init()
    add(feature, of: layer, through: view)
  }

  /// Adds the closed rings of a polygon feature, or the open lines of a line feature. O(points).
  public mutating func add(_ feature: Int, of layer: Layer, through view: Viewport) {
    Self.lend(feature, of: layer, through: view) { bytes.append(contentsOf: $0) }
  }

  /// Calls `use` with the `d` of a feature, in memory that is valid only during the call.
  static func lend(
    _ feature: Int, of layer: Layer, through view: Viewport, to use: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let rings = layer.rings(of: feature)
    let points = layer.ringOffsets[rings.upperBound] - layer.ringOffsets[rings.lowerBound]
    let closed = layer.kind == .polygon
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: StepWriter.mostBytes * (points + 1)) { room in
      guard let start = room.baseAddress else { return }
      var writer = StepWriter(start)
      layer.coordinates.withUnsafeBufferPointer { coordinates in
        for ring in rings {
          let points = layer.points(ofRing: ring)
          let run = 2 * points.lowerBound..<2 * points.upperBound
          writer.add(UnsafeBufferPointer(rebasing: coordinates[run]), closed: closed, through: view)
        }
      }
      use(UnsafeBufferPointer(start: start, count: writer.count))
    }
  }

  /// Adds one ring or line of x,y pairs in the units of the map.
  public mutating func add(_ points: UnsafeBufferPointer<Double>, closed: Bool, through view: Viewport) {
    let most = StepWriter.mostBytes * (points.count / 2 + 1)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { room in
      guard let start = room.baseAddress else { return }
      var writer = StepWriter(start)
      writer.add(points, closed: closed, through: view)
      bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: writer.count))
    }
  }

  /// Adds a closed shape of x,y pairs in px of the drawing.
  public mutating func add(_ shape: [Double]) {
    let box = Bounds(x: 0, y: 0, width: 1, height: 1)
    let identity = Viewport(Bounds(minX: 0, minY: -1, maxX: 1, maxY: 0), in: box)
    let flipped = shape.enumerated().map { $0.offset % 2 == 0 ? $0.element : -$0.element }
    flipped.withUnsafeBufferPointer { add($0, closed: true, through: identity) }
  }
}
