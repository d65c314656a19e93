import Bytes

/// What is known of one commune besides its outline.
public struct Commune: Sendable, Equatable {
  /// How the position of a commune was obtained.
  public enum Position: String, Sendable {
    /// The town hall, or the town's centre.
    case chefLieu = "chef-lieu"
    /// A point inside the outline, because the published town hall lies elsewhere.
    case interior
  }

  /// Code INSEE, five characters, kept as text.
  public var insee: String
  public var name: String
  /// Inhabitants (population municipale); `nil` when the layer has none.
  public var population: Int?
  public var departement: String?
  public var departementName: String?
  public var region: String?
  /// SIREN of the EPCI, today's membership.
  public var epci: String?
  public var epciName: String?
  /// Canton code and name of the layer's COG vintage, where the layer carries them.
  public var canton: String?
  public var cantonName: String?
  /// Degrees east and north, WGS84.
  public var longitude: Double
  public var latitude: Double
  public var position: Position

  public init(
    insee: String, name: String, population: Int?, departement: String? = nil,
    departementName: String? = nil, region: String? = nil,
    epci: String? = nil, epciName: String? = nil, canton: String? = nil, cantonName: String? = nil,
    longitude: Double, latitude: Double, position: Position
  ) {
    self.insee = insee
    self.name = name
    self.population = population
    self.departement = departement
    self.departementName = departementName
    self.region = region
    self.epci = epci
    self.epciName = epciName
    self.canton = canton
    self.cantonName = cantonName
    self.longitude = longitude
    self.latitude = latitude
    self.position = position
  }
}
