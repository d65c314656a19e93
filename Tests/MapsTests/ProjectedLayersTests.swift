import Cartopole
import Testing

@testable import Maps

/// The ground maps are drawn on, projected for drawing, against PROJ's.
struct ProjectedLayersTests {
  private static func ground() throws -> (subject: Subject, drawn: ProjectedLayers) {
    let project = try Shipped.open()
    let subject = try project.subject(try project.coverage())
    return (subject, try ProjectedLayers(subject))
  }

  private static func byPROJ(_ layer: Layer) throws -> Layer {
    var copy = layer
    try copy.project(from: .wgs84, to: .lambert93, context: ProjectionContext())
    return copy
  }

  private static func worst(_ one: Layer, _ other: Layer) -> Double {
    var worst = 0.0
    for point in 0..<one.pointCount {
      let (dx, dy) = (one.x(point) - other.x(point), one.y(point) - other.y(point))
      worst = max(worst, (dx * dx + dy * dy).squareRoot())
    }
    return worst
  }

  /// A hundredth of the printed step of 0.1 px on the widest map there is, 10,000 px.
  @Test func outlinesAreWithinAHundredthOfThePrintedStep() throws {
    let (subject, drawn) = try Self.ground()
    let surroundings = try #require(subject.surroundings)
    let region = try #require(subject.region)
    let inset = try #require(drawn.inset)
    let bound = 0.1 / 100 * drawn.communes.bounds.width / 10_000
    for (layer, degrees) in [
      (drawn.communes, subject.layer.outlines), (drawn.surroundings, surroundings.outlines),
      (inset.region, try region.outline()),
    ] {
      let exact = try Self.byPROJ(degrees)
      #expect(layer.pointCount == exact.pointCount && layer.featureCount == exact.featureCount)
      let worst = Self.worst(layer, exact)
      #expect(worst < min(bound, 0.01), "\(worst) m, \(bound) m")
    }
  }

  /// The territory and what lies around it meet to the last bit: no border between them is lost.
  @Test func theLayersMeet() throws {
    let (subject, drawn) = try Self.ground()
    let surroundings = try #require(subject.surroundings)
    func points(_ layer: Layer) -> Set<[Double]> { Set((0..<layer.pointCount).map { [layer.x($0), layer.y($0)] }) }
    let inDegrees = points(subject.layer.outlines).intersection(points(surroundings.outlines))
    let inMetres = points(drawn.communes).intersection(points(drawn.surroundings))
    #expect(inDegrees.count > 100)
    #expect(inMetres.count == inDegrees.count)

    var all = try Self.byPROJ(subject.layer.outlines)
    all.append(contentsOf: try Self.byPROJ(surroundings.outlines))
    var numbers: [String: Int] = [:]
    let groups = (subject.layer.communes + surroundings.communes).map { commune -> Int in
      let code = commune.departement ?? ""
      return numbers[code]
        ?? {
          numbers[code] = numbers.count
          return numbers.count - 1
        }()
    }
    let exact = all.borderLines(between: groups).lines
    #expect(exact.featureCount > 1)
    #expect(drawn.borders.featureCount == exact.featureCount)
    #expect(drawn.borders.pointCount == exact.pointCount)
  }
}
