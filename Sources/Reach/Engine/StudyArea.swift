import Bytes
import Geometry
import Pole
import Projections
import Territory

/// The communes that actions may reach, and the sites from which they may start.
public struct StudyArea: Sendable {
  /// The communes; those of the territory come first.
  public let layer: CommuneLayer
  /// The sites of the project; the first is the Pôle's own.
  public let sites: [Site]
  /// Rows of the layer that belong to the Pôle's territory; other rows exist only with `--beyond`.
  public let territory: Range<Int>
  /// Travel times between communes; `nil` when the project has no table of them.
  public let travelTimes: TravelTimes?

  /// A study area of a layer in which the first `territoryCount` communes are the territory.
  public init(layer: CommuneLayer, sites: [Site], territoryCount: Int, travelTimes: TravelTimes? = nil) {
    self.layer = layer
    self.sites = sites
    territory = 0..<territoryCount
    self.travelTimes = travelTimes
  }

  /// The place of the Pôle, which is its first site; `nil` without sites, or when the site's place is unknown.
  public var home: Place? { sites.first.flatMap { place(of: $0) } }

  /// The place of a site: its own coordinates, or else the position of its commune; `nil` when the commune is
  /// not in the layer either.
  public func place(of site: Site) -> Place? {
    if let longitude = site.longitude, let latitude = site.latitude {
      return Place(name: site.name, longitude: longitude, latitude: latitude, support: site.positionSupport)
    }
    guard let row = layer.row(site.insee) else { return nil }
    let commune = layer.communes[row]
    return Place(
      name: site.name, longitude: commune.longitude, latitude: commune.latitude, support: site.positionSupport)
  }

  /// The row of a commune given by code or name; among communes with the same name, the one in the territory.
  ///
  /// Throws 65 as `CommuneLayer.find` does.
  public func find(_ text: String) throws(Problem) -> Int { try layer.find(text, preferring: territory) }

  /// The place that a rule names by `site:` or `commune:`. Throws 65, naming the line, unless exactly one of
  /// the keys is there and known.
  func place(_ node: DocumentNode, rule: Text) throws(Problem) -> Place {
    switch (node["site"], node["commune"]) {
    case (let value?, nil): return try place(.site(value.string(Text(same: "site"))), line: value.line)
    case (nil, let value?): return Place(layer.communes[try commune(value)])
    default: throw node.problem(Text.wantsSiteOrCommune(rule))
    }
  }

  /// The place of a site or a commune that stands on a line of the project file. Throws 65, naming the line, when it
  /// is not known.
  func place(_ source: Channel.Source, line: Int) throws(Problem) -> Place {
    switch source {
    case .site(let id):
      guard let site = sites.first(where: { $0.id == id }), let place = place(of: site) else {
        let known = sites.map(\.id).joined(separator: ", ")
        throw DocumentNode(.null, line: line).problem(
          Text("aucun site « \(id) »", "no site \"\(id)\""),
          fix: Text("sites du projet : \(known)", "the project's sites: \(known)"))
      }
      return place
    case .commune(let text): return Place(layer.communes[try commune(text, line: line)])
    }
  }

  /// The row of a commune that a rule names by code or name. Throws 65, naming the line, when it is not in the
  /// layer.
  func commune(_ node: DocumentNode) throws(Problem) -> Int {
    try commune(node.string(Text(same: "commune")), line: node.line)
  }

  /// The row of a commune that stands on a line of the project file. Throws 65, naming the line, when it is not in
  /// the layer.
  func commune(_ text: String, line: Int) throws(Problem) -> Int {
    do { return try find(text) } catch {
      throw DocumentNode(.null, line: line).problem(
        error.what + Text(" dans la couche \(layer.path)", " in the layer \(layer.path)"), fix: error.remedy)
    }
  }
}

/// A point from which distances are measured.
public struct Place: Sendable, Equatable {
  /// The name of the site or commune.
  public var name: Text
  /// Longitude in degrees, WGS 84.
  public var longitude: Double
  /// Latitude in degrees, WGS 84.
  public var latitude: Double
  /// What the position rests on.
  public var support: Support
}

extension Place {
  /// The position of a commune, which rests on the layer.
  public init(_ commune: Commune) {
    self.init(
      name: Text(same: commune.name), longitude: commune.longitude, latitude: commune.latitude,
      support: Support(.source))
  }

  /// Geodesic distance to the position of a commune, in kilometres.
  public func distance(to commune: Commune) -> Double {
    Geodesic.grs80.distance(longitude, latitude, commune.longitude, commune.latitude) / 1000
  }
}
