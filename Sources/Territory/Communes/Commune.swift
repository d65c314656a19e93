import Bytes

/// One commune as a layer describes it, without its outline.
public struct Commune: Sendable, Equatable {
  /// How the position of a commune was obtained.
  public enum Position: String, Sendable {
    /// The town hall, or the town's centre.
    case chefLieu = "chef-lieu"
    /// A point inside the outline, because the layer gives no town hall or one that lies outside the outline.
    case interior
  }

  /// Code INSEE, five characters, kept as text.
  public var insee: String
  /// Name from the layer; the code where the layer gives none.
  public var name: String
  /// Inhabitants (population municipale); `nil` when the layer has none.
  public var population: Int?
  /// Code of the département, from the layer or else from the commune's code; `nil` when neither gives one.
  public var departement: String?
  /// Name of the département; `nil` when the layer gives none.
  public var departementName: String?
  /// Code of the région, from the layer or else from the département (régions
  /// since 2016); `nil` when neither gives one.
  public var region: String?
  /// SIREN of the EPCI, today's membership.
  public var epci: String?
  /// Name of the EPCI; `nil` when the layer gives none.
  public var epciName: String?
  /// Code of the canton in the layer's COG vintage, the département first
  /// (`9108`); `nil` when the layer gives none.
  public var canton: String?
  /// Name of the canton; `nil` when the layer gives none.
  public var cantonName: String?
  /// Degrees east, WGS84; NaN when the layer gives neither a position nor an outline.
  public var longitude: Double
  /// Degrees north, WGS84; NaN when the layer gives neither a position nor an outline.
  public var latitude: Double
  /// How the position was obtained.
  public var position: Position

  /// Makes a commune of these values; nothing is checked.
  public init(
    insee: String, name: String, population: Int?, departement: String? = nil, departementName: String? = nil,
    region: String? = nil, epci: String? = nil, epciName: String? = nil, canton: String? = nil,
    cantonName: String? = nil, longitude: Double, latitude: Double, position: Position
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
