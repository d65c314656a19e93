import Bytes
import Geometry

/// A member, a structure or a site, placed in a layer of communes.
public struct LocatedPlace: Sendable, Equatable {
  /// Its name; `nil` when it has none or must not be named.
  public var label: String?
  /// What kind of place it is.
  public var category: String?
  /// Degrees east, WGS84; `nil` when only the commune is known, or when the address must not be shown.
  public var longitude: Double?
  /// Degrees north, WGS84; `nil` when `longitude` is.
  public var latitude: Double?
  /// Row of its commune; `nil` outside the layer.
  public var commune: Int?

  /// Makes a place of these values; nothing is checked.
  public init(label: String?, category: String? = nil, longitude: Double? = nil, latitude: Double? = nil, commune: Int?)
  {
    self.label = label
    self.category = category
    self.longitude = longitude
    self.latitude = latitude
    self.commune = commune
  }

  /// The same place without its coordinates, so that only its commune is shown.
  public var atItsCommune: LocatedPlace {
    var copy = self
    (copy.longitude, copy.latitude) = (nil, nil)
    return copy
  }
}

extension CommuneLayer {
  /// Row of the commune that holds a point in degrees WGS84; `nil` outside the layer. Complexity: O(communes),
  /// and the points of those whose box holds the point.
  public func commune(at longitude: Double, _ latitude: Double) -> Int? {
    communes.indices.first { row in
      outlines.bounds(of: row).contains(longitude, latitude) && outlines.contains(row, x: longitude, y: latitude)
    }
  }
}
