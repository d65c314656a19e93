import Bytes
import Cartography
import Geometry
import Projections
import Reach
import Territory

/// The ground every map of a project is drawn on: the layers projected to Lambert-93, the frame, what surrounds
/// the territory, and the furniture.
struct BaseMap {
  let subject: Subject
  let request: MapRequest
  /// Outlines in Lambert-93, metres; feature i is commune i of the territory.
  let communes: Layer
  let outline: Layer
  let surroundings: Layer
  let borders: Layer
  let extent: Bounds
  let ground: MapFrame
  /// The region's outline and the territory's, for the inset; `nil` without a region.
  let locator: Locator?
  private let projector: Projector

  /// Share of the territory's size shown around it on every side.
  private static let margin = 0.055

  init(_ subject: Subject, _ request: MapRequest) throws(Problem) {
    self.subject = subject
    self.request = request
    let context = ProjectionContext()
    projector = try Projector(from: .wgs84, to: .lambert93, context: context)
    let own = try Self.projected(subject.layer.outlines, projector)
    let around = try Self.projected(subject.surroundings?.outlines ?? Layer(.polygon), projector)
    (communes, surroundings) = Self.simplified(own, around, request.simplification)
    outline = communes.dissolved()
    borders = Self.departementBorders(subject, communes, surroundings)
    let box = communes.bounds
    extent = box.grown(by: Self.margin * max(box.width, box.height))
    locator = try Self.locator(subject, request, outline, projector)
    ground = try MapFrame(extent, toDegrees: Projector(from: .lambert93, to: .wgs84, context: context))
  }

  private static func projected(_ layer: Layer, _ projector: Projector) throws(Problem) -> Layer {
    var copy = layer
    try projector.project(&copy.coordinates)
    return copy
  }

  /// Two layers simplified together, so that the border between them stays common.
  private static func simplified(
    _ own: Layer, _ around: Layer, _ simplification: Simplification?
  ) -> (Layer, Layer) {
    guard let simplification else { return (own, around) }
    var all = own
    for feature in 0..<around.featureCount { all.append(feature, of: around) }
    let thin = all.simplified(simplification).layer
    return (thin.selecting(0..<own.featureCount), thin.selecting(own.featureCount..<all.featureCount))
  }

  private static func departementBorders(_ subject: Subject, _ communes: Layer, _ around: Layer) -> Layer {
    var all = communes
    for feature in 0..<around.featureCount { all.append(feature, of: around) }
    let people = subject.layer.communes + (subject.surroundings?.communes ?? [])
    var numbers: [String: Int] = [:]
    let groups = people.map { commune -> Int in
      let code = commune.departement ?? ""
      if let number = numbers[code] { return number }
      numbers[code] = numbers.count
      return numbers.count - 1
    }
    return all.borderLines(between: groups).lines
  }

  /// Height over width of the map.
  var aspect: Double { extent.height / extent.width }

  /// A place in map coordinates.
  func locate(_ longitude: Double, _ latitude: Double) throws(Problem) -> (x: Double, y: Double) {
    try projector.project(longitude, latitude)
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
    var ring = circle.ring(180)
    try projector.project(&ring)
    let radius = Numerals(request.language).short(circle.radius / 1000, 3) + "\u{A0}km"
    return MapCircle(ring: ring, planned: planned, label: radius)
  }

  private static func locator(
    _ subject: Subject, _ request: MapRequest, _ outline: Layer, _ projector: Projector
  ) throws(Problem) -> Locator? {
    guard let region = subject.region else { return nil }
    let whole = try projected(region.outlines.dissolved(), projector)
    let caption = Text("en Île-de-France", "in Île-de-France")
    return Locator(region: whole, here: outline, caption: caption[request.language])
  }
}
