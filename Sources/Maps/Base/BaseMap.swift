import Bytes
import Cartography
import Geometry
import Projections
import Reach
import Territory

/// The ground every map of a project is drawn on: the layers projected to Lambert-93, the frame, what surrounds
/// the territory, and the furniture.
struct BaseMap: Sendable {
  let subject: Subject
  let request: MapRequest
  /// Outlines in Lambert-93, metres; feature i is commune i of the territory.
  let communes: Layer
  let outline: Layer
  let surroundings: Layer
  /// Their borders, where they are drawn as lines.
  let lines: Layer?
  let borders: Layer
  let extent: Bounds
  let ground: MapFrame
  /// The region's outline and the territory's, for the inset; `nil` without a region.
  let locator: Locator?

  init(_ subject: Subject, _ request: MapRequest) throws(Problem) {
    self.subject = subject
    self.request = request
    let drawn = try subject.drawn.ground(for: request, of: subject)
    communes = drawn.communes
    outline = drawn.outline
    surroundings = drawn.surroundings
    lines = drawn.lines
    borders = drawn.borders
    extent = drawn.extent
    ground = drawn.frame
    let caption = Text("en Île-de-France", "in Île-de-France")
    locator = drawn.inset.map {
      Locator(region: $0.region, here: $0.here, caption: caption[request.language])
    }
  }

  /// Height over width of the map.
  var aspect: Double { extent.height / extent.width }

  private func projector() throws(Problem) -> Projector {
    try Projector(from: .wgs84, to: .lambert93, context: ProjectionContext(), accuracy: .drawing)
  }

  /// A place in map coordinates.
  func locate(_ longitude: Double, _ latitude: Double) throws(Problem) -> (x: Double, y: Double) {
    try projector().project(longitude, latitude)
  }

  /// The circles of an action with their radius in words, after the action's title if `named`.
  func circles(of reach: ActionReach, named: Bool = false) throws(Problem) -> [MapCircle] {
    var circles: [MapCircle] = []
    for circle in reach.circles {
      var drawn = try self.circle(circle, planned: reach.action.status == .planned)
      if named { drawn.label = reach.action.title + ", " + drawn.label }
      circles.append(drawn)
    }
    return circles
  }

  /// A circle ready to draw, its radius in words.
  func circle(_ circle: GeodesicCircle, planned: Bool) throws(Problem) -> MapCircle {
    var ring = circle.ring(180, on: Geodesic(.drawing))
    try projector().project(&ring)
    let radius = Numerals(request.language).short(circle.radius / 1000, 3) + "\u{A0}km"
    return MapCircle(ring: ring, planned: planned, label: radius)
  }
}
