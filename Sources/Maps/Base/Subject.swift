import Bytes
import Cartography
import Geometry
import Projections
import Reach
import Territory

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the maps and tables of a project are made from.
public struct Subject: Sendable {
  public let pole: Pole
  /// The territory's communes alone.
  public let ground: Ground
  public let coverage: Coverage
  /// Communes around the territory, drawn in grey; never a commune of the territory.
  public let surroundings: CommuneLayer?
  /// The region, for the locator inset: read when a map is drawn, beside other work.
  public let region: (any OutlineSource)?
  /// The layers as maps draw them.
  let drawn: SharedLayers

  /// `drawn` may be shared by subjects whose three layers are the same.
  public init(
    pole: Pole, ground: Ground, coverage: Coverage, surroundings: CommuneLayer?,
    region: (any OutlineSource)?,
    drawn: SharedLayers = SharedLayers()
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

  /// Whether the vertices of its outlines lie on average closer together than the px of a map so many px wide:
  /// then the map cannot show them. O(points).
  public func isFiner(thanMapOf width: Double) -> Bool {
    let outlines = layer.outlines
    let box = outlines.bounds
    let narrowing = cos(box.midY * .pi / 180)
    var length = 0.0
    var edges = 0
    for ring in 0..<outlines.ringCount {
      for point in outlines.points(ofRing: ring).dropLast() {
        let dx = (outlines.x(point + 1) - outlines.x(point)) * narrowing
        let dy = outlines.y(point + 1) - outlines.y(point)
        length += (dx * dx + dy * dy).squareRoot()
        edges += 1
      }
    }
    return length * width < Double(edges) * max(box.width * narrowing, box.height)
  }

  /// The territory's name as maps print it: marked as reconstructed until its list is declared.
  public var territoryName: Text {
    let name = pole.territory.name
    guard pole.territory.support.basis == .assumption else { return Text(same: name) }
    return Text("\(name) (liste reconstituée)", "\(name) (reconstructed list)")
  }
}

/// An outline that is read when it is needed.
public protocol OutlineSource: Sendable {
  /// What a layer covers, degrees WGS84. Throws what reading it throws.
  func outline() throws(Problem) -> Layer
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
  /// Whether a page shows the map as a picture at its width: outlines are simplified by half a px of ground, and
  /// borders around the territory are lines.
  public var isForPage = false
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
