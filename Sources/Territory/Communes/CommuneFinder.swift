import Bytes
import Geometry

/// Finds the communes of a layer by what tables say of a place: a code, a name, a postcode and a name, or a position.
public struct CommuneFinder: Sendable {
  /// The layer; answers are its rows.
  public let layer: CommuneLayer
  /// The communes of the layer by code and name.
  public let names: CommuneNames
  private let grid: HierarchicalGrid
  private let extent: Bounds

  /// Indexes the names and the boxes of a layer. Complexity: O(communes).
  public init(_ layer: CommuneLayer) {
    self.layer = layer
    names = CommuneNames(layer.communes)
    grid = HierarchicalGrid(layer.communes.indices.map { layer.outlines.bounds(of: $0) })
    extent = layer.outlines.bounds
  }

  /// Row of the commune that holds a point in degrees WGS84; `nil` outside the layer. Complexity: that of
  /// `HierarchicalGrid`, and the points of the communes whose box holds the point.
  public func commune(at longitude: Double, _ latitude: Double) -> Int? {
    guard extent.contains(longitude, latitude) else { return nil }
    let point = Bounds(minX: longitude, minY: latitude, maxX: longitude, maxY: latitude)
    return grid.first(around: point, after: -1) { layer.outlines.contains($0, x: longitude, y: latitude) }
  }
}
