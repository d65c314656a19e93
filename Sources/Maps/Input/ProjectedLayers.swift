import Bytes
import Geometry
import Projections
import Territory

/// The layers of a project in the CRS of its maps, with what follows from them for all its maps.
struct ProjectedLayers {
  /// Outlines in metres; feature i is commune i of the territory.
  let communes: Layer
  let outline: Layer
  let surroundings: Layer
  /// The borders of the surroundings, each once, when they are drawn as
  /// lines; `nil` when they are drawn as outlines.
  let lines: Layer?
  /// Borders between départements.
  let borders: Layer
  /// The outlines of the region and of the territory for the inset; `nil` without a region.
  let inset: (region: Layer, here: Layer)?
  /// The territory's box, before anything is simplified.
  let box: Bounds
  let frame: MapFrame

  /// Tolerance in metres: a hundredth of the step that prints 10 km on 10,000 px, the widest sheet.
  private static let tolerance = 0.001

  init(_ subject: Subject) throws(Problem) {
    let crs = subject.crs
    // The region is a file of its own, which takes as long to read and project as the rest.
    let (own, region) = try Parallel.both { () throws(Problem) in
      let (communes, around) = try Self.projected(
        subject.layer.outlines, with: subject.surroundings?.outlines ?? Layer(.polygon), to: crs)
      return (communes, around, communes.dissolved(), Self.departementBorders(subject, communes, around))
    } and: { () throws(Problem) in
      try subject.region.map { source throws(Problem) in try Self.projected(source.outline(), to: crs) }
    }
    (communes, surroundings, outline, borders) = own
    lines = nil
    box = communes.bounds
    frame = try MapFrame(box, toDegrees: Projector(from: crs, to: .wgs84, context: ProjectionContext()))
    inset = region.map { ($0, own.2) }
  }

  /// The layers with simplified outlines in the same frame; those of the inset
  /// are simplified by half a px of the inset.
  init(_ full: ProjectedLayers, of subject: Subject, _ simplification: Simplification, asLines: Bool) {
    (communes, surroundings) = Self.simplified(full.communes, full.surroundings, simplification)
    outline = communes.dissolved()
    lines = asLines ? Self.borders(around: communes, surroundings) : nil
    borders = Self.departementBorders(subject, communes, surroundings)
    inset = full.inset.map { region, here in
      Self.simplified(region, here, .halfPixel(of: region.bounds.width, drawn: Furniture.widestInset))
    }
    box = full.box
    frame = full.frame
  }

  /// Two layers simplified together, so that the border between them stays common.
  private static func simplified(_ own: Layer, _ around: Layer, _ simplification: Simplification) -> (Layer, Layer) {
    var all = own
    all.append(contentsOf: around)
    let thin = all.simplified(simplification).layer
    return (thin.selecting(0..<own.featureCount), thin.selecting(own.featureCount..<all.featureCount))
  }

  /// Two layers projected as one: what they share must stay identical to the last
  /// bit, or no border between them is found.
  private static func projected(_ own: Layer, with around: Layer, to crs: CRS) throws(Problem) -> (Layer, Layer) {
    var all = own
    all.append(contentsOf: around)
    all = try projected(all, to: crs)
    return (all.selecting(0..<own.featureCount), all.selecting(own.featureCount..<all.featureCount))
  }

  private static func projected(_ layer: Layer, to crs: CRS) throws(Problem) -> Layer {
    var copy = layer
    try copy.project(from: .wgs84, to: crs, context: ProjectionContext(), tolerance: tolerance, threads: 1)
    return copy
  }

  /// The borders between communes around the territory and the outer edge of these,
  /// without their border with the territory.
  private static func borders(around communes: Layer, _ surroundings: Layer) -> Layer {
    var all = communes
    all.append(contentsOf: surroundings)
    // The territory is group 0.
    let groups = (0..<all.featureCount).map { max(0, $0 - communes.featureCount + 1) }
    let found = all.borderLines(between: groups, outside: true)
    let isAround = found.low.indices.filter { found.low[$0] != 0 && found.high[$0] != 0 }
    return found.lines.selecting(isAround)
  }

  private static func departementBorders(_ subject: Subject, _ communes: Layer, _ around: Layer) -> Layer {
    var all = communes
    all.append(contentsOf: around)
    let people = subject.layer.communes + (subject.surroundings?.communes ?? [])
    return all.borderLines(between: people.map { $0.departement ?? "" }.groups).lines
  }
}

extension Simplification {
  /// The tolerance of half a px on a drawing that shows `width` metres on `pixels` px.
  static func halfPixel(of width: Double, drawn pixels: Double) -> Simplification { .metres(width / pixels / 2) }
}

/// The layers that subjects share when their files are the same; each is made when the first map asks
/// for it. Safe to use from several threads.
public final class SharedLayers: Sendable {
  private let full = Once<ProjectedLayers, Problem>()
  /// By width of the maps, px.
  private let forPages = Guarded<[Double: Once<ProjectedLayers, Problem>]>([:])

  /// Makes an empty store; nothing is projected yet.
  public init() {}

  /// A page shows its live map larger than its pictures: outlines are as fine as this enlargement needs.
  private static let zoom = 2.0

  /// The layers for a map. Maps drawn in full share one set, those of a page share one for each width.
  func layers(for request: MapRequest, of subject: Subject) throws(Problem) -> ProjectedLayers {
    let full = try self.full.get { () throws(Problem) in try ProjectedLayers(subject) }
    if let simplification = request.simplification {
      return ProjectedLayers(full, of: subject, simplification, asLines: false)
    }
    guard request.inline != nil else { return full }
    let made = forPages.withLock { known in
      if let made = known[request.width] { return made }
      let made = Once<ProjectedLayers, Problem>()
      known[request.width] = made
      return made
    }
    return try made.get { () throws(Problem) in
      ProjectedLayers(
        full, of: subject, .halfPixel(of: full.communes.bounds.width, drawn: Self.zoom * request.width), asLines: true)
    }
  }
}
