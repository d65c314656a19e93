import Bytes
import Geometry

/// The `d` of a path: points rounded to the printed step of 0.1 px, those that round to the last one dropped.
public struct PathData: Sendable {
  private(set) var bytes = ByteWriter()
  public var isEmpty: Bool { bytes.bytes.isEmpty }

  public init() {}

  /// Every ring of a polygon feature, closed, or every line, open. O(points).
  public init(_ feature: Int, of layer: Layer, through view: Viewport) {
    self.init()
    add(feature, of: layer, through: view)
  }

  public mutating func add(_ feature: Int, of layer: Layer, through view: Viewport) {
    layer.coordinates.withUnsafeBufferPointer { coordinates in
      for ring in layer.rings(of: feature) {
        let points = layer.points(ofRing: ring)
        let slice = UnsafeBufferPointer(rebasing: coordinates[2 * points.lowerBound..<2 * points.upperBound])
        add(slice, closed: layer.kind == .polygon, through: view)
      }
    }
  }

  /// One ring or line of x,y pairs in the units of the map.
  public mutating func add(_ points: UnsafeBufferPointer<Double>, closed: Bool, through view: Viewport) {
    var last = (Int.min, Int.min)
    var first = last
    var started = false
    for point in 0..<points.count / 2 {
      let here = view.step(points[2 * point], points[2 * point + 1])
      if here == last { continue }
      // A closed ring ends where it began: Z draws that edge.
      if closed, started, point == points.count / 2 - 1, here == first { break }
      if started { bytes.raw("L") } else { bytes.raw("M") }
      if !started { first = here }
      started = true
      last = here
      tenths(here.0)
      bytes.raw(",")
      tenths(here.1)
    }
    if closed && started { bytes.raw("Z") }
  }

  /// A closed shape given in px.
  public mutating func add(_ shape: [Double]) {
    let box = Box(x: 0, y: 0, width: 1, height: 1)
    let identity = Viewport(Bounds(minX: 0, minY: -1, maxX: 1, maxY: 0), in: box)
    let flipped = shape.enumerated().map { $0.offset % 2 == 0 ? $0.element : -$0.element }
    flipped.withUnsafeBufferPointer { add($0, closed: true, through: identity) }
  }

  private mutating func tenths(_ value: Int) {
    if value < 0 { bytes.raw("-") }
    let magnitude = value.magnitude
    bytes.integer(Int(magnitude / 10))
    let tenth = magnitude % 10
    if tenth > 0 {
      bytes.raw(".")
      bytes.byte(UInt8(ascii: "0") + UInt8(tenth))
    }
  }
}
