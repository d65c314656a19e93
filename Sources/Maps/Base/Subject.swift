import Bytes
import Cartography
import Geometry
import Projections
import Reach
import Territory

/// What the maps and tables of a project are made from.
public struct Subject: Sendable {
  public let pole: Pole
  /// The territory's communes alone.
  public let ground: Ground
  public let coverage: Coverage
  /// Communes around the territory, drawn in grey; never a commune of the territory.
  public let surroundings: CommuneLayer?
  /// The region, for the locator inset.
  public let region: CommuneLayer?
  /// The layers as maps draw them.
  let drawn: SharedGround

  /// `drawn` may be shared by subjects whose three layers are the same.
  public init(
    pole: Pole, ground: Ground, coverage: Coverage, surroundings: CommuneLayer?, region: CommuneLayer?,
    drawn: SharedGround = SharedGround()
  ) {
    self.drawn = drawn
    self.pole = pole
    self.ground = ground
    self.coverage = coverage
    self.surroundings = surroundings
    self.region = region
  }

  public var layer: CommuneLayer { ground.layer }

  /// Area of each commune, km²: geodesic edges on GRS80.
  public func areas() -> [Double] {
    layer.communes.indices.map { layer.outlines.geodesicArea(of: $0) / 1e6 }
  }

  /// The territory's name as maps print it: marked as reconstructed until its list is declared.
  public var territoryName: Text {
    let name = pole.territory.name
    guard pole.territory.support.basis == .assumption else { return Text(same: name) }
    return Text("\(name) (liste reconstituée)", "\(name) (reconstructed list)")
  }
}

/// What was asked of a map.
public struct MapRequest: Sendable {
  /// Ids of the actions to show; empty means all together.
  public var actions: [String]
  public var language: Language
  /// px.
  public var width: Double
  public var theme: Theme
  /// Texts that replace the map's own.
  public var title: String?
  /// Words before a map's own title, such as « Simulation – ».
  public var titlePrefix = ""
  public var subtitle: String?
  /// Added to the source line.
  public var credit: String?
  /// Beside the title.
  public var logo: Logo?
  public var labels: Labels
  /// How far outlines are simplified before they are drawn; `nil`: only what rounds to one printed step goes.
  public var simplification: Simplification?
  /// What the `siting` map draws.
  public var siting: SitingAnswer?
  /// What the `density` map draws.
  public var density: DensityValues?
  /// How the `density` map makes its classes.
  public var classes = ClassChoice()
  /// One panel an action, where the kind of map has actions.
  public var multiples = false

  /// Which communes are named.
  public enum Labels: String, Sendable, CaseIterable { case auto, all, none }

  public init(
    actions: [String] = [], language: Language = .fr, width: Double = 1000, theme: Theme = .light,
    title: String? = nil, subtitle: String? = nil, credit: String? = nil, labels: Labels = .auto,
    siting: SitingAnswer? = nil
  ) {
    self.siting = siting
    self.actions = actions
    self.language = language
    self.width = width
    self.theme = theme
    self.title = title
    self.subtitle = subtitle
    self.credit = credit
    self.labels = labels
  }
}
