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
  /// What the features are; a layer has features of one kind only.
  public enum Kind: String, Sendable { case point, line, polygon }

  /// The kind of every feature.
  public var kind: Kind
  /// x and y of every point in turn, x east and y north, in the units of the CRS.
  public var coordinates: [Double]
  /// Number of the first point of each ring, then the number of points.
  public private(set) var ringOffsets: [Int]
  /// Number of the first ring of each part, then the number of rings.
  public private(set) var partOffsets: [Int]
  /// Number of the first part of each feature, then the number of parts.
  public private(set) var featureOffsets: [Int]

  /// A layer without features.
  public init(_ kind: Kind) {
    self.kind = kind
    coordinates = []
    ringOffsets = [0]
    partOffsets = [0]
    featureOffsets = [0]
  }

  /// A layer of buffers made elsewhere, in the layout of this type; nothing is checked.
  init(_ kind: Kind, coordinates: [Double], ringOffsets: [Int], partOffsets: [Int], featureOffsets: [Int]) {
    self.kind = kind
    self.coordinates = coordinates
    self.ringOffsets = ringOffsets
    self.partOffsets = partOffsets
    self.featureOffsets = featureOffsets
  }

  /// Number of features, those without geometry included.
  public var featureCount: Int { featureOffsets.count - 1 }
  /// Number of parts of all features.
  public var partCount: Int { partOffsets.count - 1 }
  /// Number of rings of all features.
  public var ringCount: Int { ringOffsets.count - 1 }
  /// Number of points, with the points that close polygon rings.
  public var pointCount: Int { coordinates.count / 2 }

  /// Part numbers of a feature.
  @inlinable public func parts(of feature: Int) -> Range<Int> { featureOffsets[feature]..<featureOffsets[feature + 1] }

  /// Ring numbers of a part.
  @inlinable public func rings(ofPart part: Int) -> Range<Int> { partOffsets[part]..<partOffsets[part + 1] }

  /// Ring numbers of a feature, all parts together.
  @inlinable public func rings(of feature: Int) -> Range<Int> {
    partOffsets[featureOffsets[feature]]..<partOffsets[featureOffsets[feature + 1]]
  }

  /// Point numbers of a ring.
  @inlinable public func points(ofRing ring: Int) -> Range<Int> { ringOffsets[ring]..<ringOffsets[ring + 1] }

  /// East coordinate of a point.
  @inlinable public func x(_ point: Int) -> Double { coordinates[2 * point] }
  /// North coordinate of a point.
  @inlinable public func y(_ point: Int) -> Double { coordinates[2 * point + 1] }

  // MARK: Building: add points, then end their ring, its part and its feature

  /// Adds a point to the ring that is being built.
  public mutating func addPoint(_ x: Double, _ y: Double) {
    coordinates.append(x)
    coordinates.append(y)
  }

  /// Adds points to the ring that is being built, from separate arrays of their x and y. O(count).
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

  /// Ends the ring of the points added since the last one. The caller repeats the first point of a polygon
  /// ring.
  public mutating func endRing() { ringOffsets.append(pointCount) }
  /// Ends the part of the rings ended since the last part.
  public mutating func endPart() { partOffsets.append(ringCount) }
  /// Ends the feature of the parts ended since the last feature; without any, the feature has no geometry.
  public mutating func endFeature() { featureOffsets.append(partCount) }

  /// Makes room for `points` points and `features` features in all.
  public mutating func reserve(points: Int, features: Int) {
    coordinates.reserveCapacity(2 * points)
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
    coordinates.append(contentsOf: other.coordinates)
    appendOffsets(of: other)
  }

  private mutating func appendOffsets(of other: Layer) {
    let (points, rings, parts) = (ringOffsets[ringCount], ringCount, partCount)
    ringOffsets.append(contentsOf: other.ringOffsets.dropFirst().lazy.map { points + $0 })
    partOffsets.append(contentsOf: other.partOffsets.dropFirst().lazy.map { rings + $0 })
    featureOffsets.append(contentsOf: other.featureOffsets.dropFirst().lazy.map { parts + $0 })
  }

  /// The features of layers of one kind, one layer after the other; their points are copied on all processors, and the
  /// memory of each layer is freed as soon as it is copied. O(points).
  public static func joined(_ layers: consuming [Layer], of kind: Kind) -> Layer {
    var (out, rest) = (Layer(kind), layers)
    var starts: [Int] = []
    for layer in rest {
      starts.append(2 * out.ringOffsets[out.ringCount])
      out.appendOffsets(of: layer)
    }
    let count = 2 * out.ringOffsets[out.ringCount]
    out.coordinates = [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      rest.withUnsafeMutableBufferPointer { rest in
        // Each thread takes layers of its own.
        nonisolated(unsafe) let (buffer, rest) = (buffer, rest)
        let starts = starts
        _ = Parallel.each(rest.count) { number in
          let points = rest[number].coordinates
          rest[number].coordinates = []
          _ = UnsafeMutableBufferPointer(rebasing: buffer[starts[number]...]).initialize(fromContentsOf: points)
        }
      }
      filled = count
    }
    return out
  }

  /// The features with these numbers, in this order.
  public func selecting(_ features: some Sequence<Int>) -> Layer {
    var out = Layer(kind)
    for feature in features { out.append(feature, of: self) }
    return out
  }
}
