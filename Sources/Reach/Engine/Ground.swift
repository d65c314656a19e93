import Bytes
import Geometry
import Projections
import Territory

/// The communes an action is looked for in, and the sites it may start from.
public struct Ground: Sendable {
  public let layer: CommuneLayer
  public let sites: [Site]
  /// Rows of the layer that belong to the Pôle's territory; the others are only there with `--beyond`.
  public let territory: Range<Int>
  /// Minutes between communes, when the project has a table of them.
  public let travelTimes: TravelTimes?

  /// The territory's communes come first in the layer.
  public init(layer: CommuneLayer, sites: [Site], territoryCount: Int, travelTimes: TravelTimes? = nil) {
    self.layer = layer
    self.sites = sites
    territory = 0..<territoryCount
    self.travelTimes = travelTimes
  }

  /// Where the Pôle itself is: its first site.
  public var home: Place? {
    sites.first.flatMap { place(of: $0) }
  }

  /// Where a site is: its own coordinates, else its commune's position.
  public func place(of site: Site) -> Place? {
    if let longitude = site.longitude, let latitude = site.latitude {
      return Place(
        name: site.name, longitude: longitude, latitude: latitude, support: site.positionSupport)
    }
    guard let row = layer.row(site.insee) else { return nil }
    let commune = layer.communes[row]
    return Place(
      name: site.name, longitude: commune.longitude, latitude: commune.latitude, support: site.positionSupport)
  }

  /// The row of a commune given by code or name; among namesakes, the territory's.
  ///
  /// Throws 65 as `CommuneLayer.find` does.
  public func find(_ text: String) throws(Problem) -> Int {
    try layer.find(text, preferring: territory)
  }

  /// The place a rule names by `site:` or `commune:`; exactly one of the two keys.
  func place(_ node: Node, rule: Text) throws(Problem) -> Place {
    switch (node["site"], node["commune"]) {
    case (let value?, nil):
      let id = try value.string(Text(same: "site"))
      guard let site = sites.first(where: { $0.id == id }), let place = place(of: site) else {
        let known = sites.map(\.id).joined(separator: ", ")
        throw value.problem(
          Text("aucun site « \(id) »", "no site \"\(id)\""),
          fix: Text("sites du projet : \(known)", "the project's sites: \(known)"))
      }
      return place
    case (nil, let value?):
      let row = try commune(value)
      let commune = layer.communes[row]
      return Place(
        name: commune.name, longitude: commune.longitude, latitude: commune.latitude,
        support: Support(.source))
    default:
      throw node.problem(
        Text(
          "« \(rule.fr) » veut site: ou commune:, l’un des deux",
          "\"\(rule.en)\" wants site: or commune:, one of them"))
    }
  }

  /// The row of a commune a rule names by code or name; one that is not in the layer is an error naming its line.
  func commune(_ node: Node) throws(Problem) -> Int {
    let text = try node.string(Text(same: "commune"))
    do {
      return try find(text)
    } catch {
      throw node.problem(
        error.what + Text(" dans la couche \(layer.path)", " in the layer \(layer.path)"), fix: error.remedy)
    }
  }
}

/// A point something is reached from.
public struct Place: Sendable, Equatable {
  public var name: String
  /// Degrees, WGS84.
  public var longitude: Double
  public var latitude: Double
  /// What the position rests on.
  public var support: Support

  public init(name: String, longitude: Double, latitude: Double, support: Support) {
    self.name = name
    self.longitude = longitude
    self.latitude = latitude
    self.support = support
  }

  /// Geodesic distance to a commune's position, kilometres.
  public func distance(to commune: Commune) -> Double {
    Geodesic.grs80.distance(longitude, latitude, commune.longitude, commune.latitude) / 1000
  }
}
