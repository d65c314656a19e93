import Bytes
import Geometry
import Projections
import Synchronization
import Territory

/// The layers of a project projected to Lambert-93, and what follows from them: the same for all its maps.
struct DrawnGround {
  /// Outlines in metres; feature i is commune i of the territory.
  let communes: Layer
  let outline: Layer
  let surroundings: Layer
  /// Borders between départements.
  let borders: Layer
  /// The region's outline, `nil` without a region.
  let region: Layer?
  /// What a map shows.
  let extent: Bounds
  let frame: MapFrame

  /// Share of the territory's size shown around it on every side.
  private static let margin = 0.055

  /// With `simplification` the outlines are simplified first.
  init(_ subject: Subject, _ simplification: Simplification? = nil) throws(Problem) {
    // The region, many communes for one small outline, is read and dissolved beside all the rest.
    let parts = try Parallel.map(subject.region == nil ? 1 : 2) { (part) throws(Problem) -> Part in
      part == 0 ? .main(try Main(subject, simplification)) : .region(try Self.outline(subject.region))
    }
    var region: Layer?
    var main: Main?
    for part in parts {
      switch part {
      case .main(let made): main = made
      case .region(let made): region = made
      }
    }
    guard let main else { preconditionFailure("the ground itself was left out") }
    (communes, outline, surroundings) = (main.communes, main.outline, main.surroundings)
    (borders, extent, frame) = (main.borders, main.extent, main.frame)
    self.region = region
  }

  private enum Part: Sendable {
    case main(Main)
    case region(Layer?)
  }

  /// All but the region.
  private struct Main: Sendable {
    let communes: Layer
    let outline: Layer
    let surroundings: Layer
    let borders: Layer
    let extent: Bounds
    let frame: MapFrame

    init(_ subject: Subject, _ simplification: Simplification?) throws(Problem) {
      let context = ProjectionContext()
      let projector = try Projector(from: .wgs84, to: .lambert93, context: context)
      let own = try DrawnGround.projected(subject.layer.outlines, projector)
      let around = try DrawnGround.projected(subject.surroundings?.outlines ?? Layer(.polygon), projector)
      (communes, surroundings) = DrawnGround.simplified(own, around, simplification)
      outline = communes.dissolved()
      borders = DrawnGround.departementBorders(subject, communes, surroundings)
      let box = communes.bounds
      extent = box.grown(by: DrawnGround.margin * max(box.width, box.height))
      frame = try MapFrame(extent, toDegrees: Projector(from: .lambert93, to: .wgs84, context: context))
    }
  }

  private static func outline(_ region: (any OutlineSource)?) throws(Problem) -> Layer? {
    guard let region else { return nil }
    let projector = try Projector(from: .wgs84, to: .lambert93, context: ProjectionContext())
    return try projected(region.outlines().dissolved(), projector)
  }

  /// Two layers simplified together, so that the border between them stays common.
  private static func simplified(
    _ own: Layer, _ around: Layer, _ simplification: Simplification?
  ) -> (Layer, Layer) {
    guard let simplification else { return (own, around) }
    var all = own
    all.append(contentsOf: around)
    let thin = all.simplified(simplification).layer
    return (thin.selecting(0..<own.featureCount), thin.selecting(own.featureCount..<all.featureCount))
  }

  private static func projected(_ layer: Layer, _ projector: Projector) throws(Problem) -> Layer {
    var copy = layer
    try projector.project(&copy.coordinates)
    return copy
  }

  private static func departementBorders(_ subject: Subject, _ communes: Layer, _ around: Layer) -> Layer {
    var all = communes
    all.append(contentsOf: around)
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
}

/// The drawn ground of subjects with the same layers, made when the first map asks for it.
public final class SharedGround: Sendable {
  private let made = Mutex<Result<DrawnGround, Problem>?>(nil)

  public init() {}

  func ground(_ subject: Subject) throws(Problem) -> DrawnGround {
    try made.withLock { made -> Result<DrawnGround, Problem> in
      if let made { return made }
      let result = Result { () throws(Problem) in try DrawnGround(subject) }
      made = result
      return result
    }.get()
  }
}
