import Bytes

/// The geometry of a layer in flat buffers: the GeoArrow multipolygon layout.
///
/// `coordinates` is x,y interleaved (x east, y north, in the units of the layer's CRS). Ring r holds the points
/// `ringOffsets[r] ..< ringOffsets[r+1]`; part p the rings `partOffsets[p] ..< partOffsets[p+1]`; feature f the
/// parts `featureOffsets[f] ..< featureOffsets[f+1]`. Polygon rings are closed (the first point is repeated),
/// outer rings clockwise and first in their part, holes counter-clockwise, as in a shapefile. A line is a part
/// of one open ring; a point a part of one ring of one point; several parts make it multi. A feature without
/// parts has no geometry.
public struct Layer: Sendable, Equatable {
  public enum Kind: String, Sendable { case point, line, polygon }

  public var kind: Kind
  public var coordinates: [Double]
  public private(set) var ringOffsets: [Int]
  public private(set) var partOffsets: [Int]
  public private(set) var featureOffsets: [Int]

  public init(_ kind: Kind) {
    self.kind = kind
    coordinates = []
    ringOffsets = [0]
    partOffsets = [0]
    featureOffsets = [0]
  }

  /// A layer of buffers made elsewhere, laid out as said above.
  init(
    _ kind: Kind, coordinates: [Double], ringOffsets: [Int], partOffsets: [Int], featureOffsets: [Int]
  ) {
    self.kind = kind
    self.coordinates = coordinates
    self.ringOffsets = ringOffsets
    self.partOffsets = partOffsets
    self.featureOffsets = featureOffsets
  }

  public var featureCount: Int { featureOffsets.count - 1 }
  public var partCount: Int { partOffsets.count - 1 }
  public var ringCount: Int { ringOffsets.count - 1 }
  public var pointCount: Int { coordinates.count / 2 }

  /// Part numbers of a feature.
  @inlinable public func parts(of feature: Int) -> Range<Int> {
    featureOffsets[feature]..<featureOffsets[feature + 1]
  }

  /// Ring numbers of a part.
  @inlinable public func rings(ofPart part: Int) -> Range<Int> {
    partOffsets[part]..<partOffsets[part + 1]
  }

  /// Ring numbers of a feature, all parts together.
  @inlinable public func rings(of feature: Int) -> Range<Int> {
    partOffsets[featureOffsets[feature]]..<partOffsets[featureOffsets[feature + 1]]
  }

  /// Point numbers of a ring.
  @inlinable public func points(ofRing ring: Int) -> Range<Int> {
    ringOffsets[ring]..<ringOffsets[ring + 1]
  }

  @inlinable public func x(_ point: Int) -> Double { coordinates[2 * point] }
  @inlinable public func y(_ point: Int) -> Double { coordinates[2 * point + 1] }

  // MARK: Building, in order: points, then the ring, the part and the feature they end

  public mutating func addPoint(_ x: Double, _ y: Double) {
    coordinates.append(x)
    coordinates.append(y)
  }

  /// Adds points given as two runs of numbers. O(count).
  public mutating func addPoints(_ count: Int, x: UnsafePointer<Double>, y: UnsafePointer<Double>) {
    let start = coordinates.count
    coordinates.append(contentsOf: repeatElement(0, count: 2 * count))
    coordinates.withUnsafeMutableBufferPointer { buffer in
      for point in 0..<count {
        buffer[start + 2 * point] = x[point]
        buffer[start + 2 * point + 1] = y[point]
      }
    }
  }

  public mutating func endRing() { ringOffsets.append(pointCount) }
  public mutating func endPart() { partOffsets.append(ringCount) }
  public mutating func endFeature() { featureOffsets.append(partCount) }

  public mutating func reserve(points: Int, features: Int) {
    coordinates.reserveLarge(2 * points)
    featureOffsets.reserveCapacity(features + 1)
    partOffsets.reserveCapacity(features + 1)
    ringOffsets.reserveCapacity(features + 1)
  }

  /// Appends one feature of another layer of the same kind.
  public mutating func append(_ feature: Int, of other: Layer) {
    for part in other.parts(of: feature) {
      for ring in other.rings(ofPart: part) {
        let points = other.points(ofRing: ring)
        coordinates.append(contentsOf: other.coordinates[2 * points.lowerBound..<2 * points.upperBound])
        endRing()
      }
      endPart()
    }
    endFeature()
  }

  /// Appends every feature of another layer of the same kind. O(points).
  public mutating func append(contentsOf other: Layer) {
    let (points, rings, parts) = (pointCount, ringCount, partCount)
    coordinates.append(contentsOf: other.coordinates)
    ringOffsets.append(contentsOf: other.ringOffsets.dropFirst().lazy.map { points + $0 })
    partOffsets.append(contentsOf: other.partOffsets.dropFirst().lazy.map { rings + $0 })
    featureOffsets.append(contentsOf: other.featureOffsets.dropFirst().lazy.map { parts + $0 })
  }

  /// The features with these numbers, in this order.
  public func selecting(_ features: some Sequence<Int>) -> Layer {
    var out = Layer(kind)
    for feature in features { out.append(feature, of: self) }
    return out
  }
}
