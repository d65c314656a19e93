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
