import Bytes
import Cartography
import Geometry
import Projections
import Reach
import Territory

/// The territory of a project as its maps draw it, in their CRS; feature i is commune i.
public struct BaseMap: Sendable {
  let subject: Subject
  private(set) var request: MapRequest
  private(set) var input: MapInput

  init(_ subject: Subject, _ request: MapRequest) throws(Problem) {
    self.subject = subject
    self.request = request
    // A project's map says what it knows of each commune, however many there are.
    self.request.titles = true
    let drawn = try subject.drawn.layers(for: request, of: subject)
    let communes = subject.layer.communes
    input = MapInput(
      outlines: drawn.communes, keys: communes.map(\.insee),
      names: communes.map { Arrondissements.short($0.name, code: $0.insee) },
      weights: Self.weights(subject.layer, drawn.communes), frame: drawn.frame)
    input.box = drawn.box
    input.group = "communes"
    input.outline = drawn.outline
    input.surroundings = MapInput.Surroundings(
      outlines: drawn.surroundings,
      departements: (subject.surroundings?.communes ?? []).map { commune in
        commune.departementName ?? commune.departement.flatMap(AreaNames.name(ofDepartement:))
      },
      lines: drawn.lines)
    input.boundaries = drawn.borders
    let regions = Set(communes.compactMap(\.region)).sorted().compactMap { AreaNames.inside(region: $0) }
    let caption = Text.joined(regions, separator: ", ")
    input.inset = drawn.inset.map { Locator(region: $0.region, here: $0.here, caption: caption) }
    // A site outside the territory stands on the map only where the map reaches.
    let shown = drawn.box.grown(by: 0.05 * max(drawn.box.width, drawn.box.height))
    for site in subject.studyArea.sites {
      guard let place = subject.studyArea.place(of: site) else { continue }
      let at = try locate(place.longitude, place.latitude)
      guard shown.contains(at.x, at.y) else { continue }
      input.sites.append(
        MapMarker(
          name: site.name[request.language], x: at.x, y: at.y,
          isProposed: site.support.basis == .assumption,
          feature: subject.layer.row(site.insee)))
    }
  }

  /// Colours and sizes of the map.
  var theme: Theme { request.theme }

  /// The language of the map.
  var language: Language { request.language }

  /// What the names of communes are ordered by: inhabitants, or the box of each where none are known.
  private static func weights(_ layer: CommuneLayer, _ outlines: Layer) -> [Double] {
    layer.population.communesKnown > 0
      ? layer.communes.map { Double($0.population ?? 0) }
      : (0..<outlines.featureCount).map { outlines.bounds(of: $0).width * outlines.bounds(of: $0).height }
  }

  /// The communes of the territory.
  var communes: [Commune] { subject.layer.communes }

  /// What the communes are called.
  var units: Arrondissements.Share { subject.layer.arrondissements }

  /// The borders between groups of communes.
  func limits(between group: (Commune) -> String) -> Layer {
    input.outlines.borderLines(between: communes.map(group).groups).lines
  }

  private func projector() throws(Problem) -> Projector {
    try Projector(from: .wgs84, to: subject.crs, context: ProjectionContext())
  }

  /// Projects x, y pairs in degrees to map coordinates.
  func project(_ points: inout [Double]) throws(Problem) { try projector().project(&points) }

  /// A place in map coordinates.
  func locate(_ longitude: Double, _ latitude: Double) throws(Problem) -> (x: Double, y: Double) {
    try projector().project(longitude, latitude)
  }

  /// The position of a commune in map coordinates.
  func locate(_ commune: Commune) throws(Problem) -> (x: Double, y: Double) {
    try locate(commune.longitude, commune.latitude)
  }

  /// The circles of an action with their radius in words, after the action's title if `named`.
  func circles(of reach: ActionReach, named: Bool = false) throws(Problem) -> [MapCircle] {
    var circles: [MapCircle] = []
    for circle in reach.circles {
      var drawn = try self.circle(circle, planned: reach.action.status == .planned)
      if named { drawn.label = reach.action.title[language] + ", " + drawn.label }
      circles.append(drawn)
    }
    return circles
  }

  /// A circle ready to be drawn, with its radius in words.
  func circle(_ circle: GeodesicCircle, planned: Bool) throws(Problem) -> MapCircle {
    var ring = circle.ring(180)
    try projector().project(&ring)
    let radius = Numerals(language).short(circle.radius / 1000, 3) + "\u{202F}km"
    return MapCircle(ring: ring, planned: planned, label: radius)
  }
}
