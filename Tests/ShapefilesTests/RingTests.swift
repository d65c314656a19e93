import Bytes
import Geometry
import Shapefiles
import Testing

@Suite struct RingTests {
  typealias Ring = [(Double, Double)]

  static func turned(_ ring: Ring) -> Ring { ring.reversed() }

  static func read(_ rings: [Ring]) throws -> Features {
    let folder = Folder()
    var fixture = Fixture(5)
    fixture.records = [Fixture.rings(rings)]
    return try Shapefile.read(try fixture.save(in: folder, without: ["dbf"]), .init(attributes: .optional))
  }

  /// First corner of each ring, part by part, with its winding.
  static func outline(_ layer: Layer) -> [[String]] {
    layer.parts(of: 0).map { part in
      layer.rings(ofPart: part).map { ring in
        let points = layer.points(ofRing: ring)
        let area = layer.coordinates[2 * points.lowerBound..<2 * points.upperBound].withUnsafeBufferPointer {
          Layer.doubledArea($0)
        }
        return "\(area < 0 ? "cw" : "ccw") \(points.map { layer.x($0) }.min() ?? .nan)"
      }
    }
  }

  @Test func aHoleFollowsTheSmallestRingAroundIt() throws {
    // The hole comes before its outer ring in the file, and an island lies in the lake.
    let rings = [
      Self.turned(Fixture.square(2, 2, 6)), Fixture.square(20, 0, 5), Fixture.square(0, 0, 10), Fixture.square(3, 3, 2),
      Self.turned(Fixture.square(3.5, 3.5, 0.5)), Self.turned(Fixture.square(21, 1, 1)),
    ]
    let features = try Self.read(rings)
    #expect(
      Self.outline(features.geometry) == [["cw 20.0", "ccw 21.0"], ["cw 0.0", "ccw 2.0"], ["cw 3.0", "ccw 3.5"]])
    #expect(!features.warnings.contains { $0.line(.en).contains("wound") })
  }

  @Test func wrongWindingIsRepairedAndSaid() throws {
    let single = try Self.read([Self.turned(Fixture.square(0, 0, 1))])
    #expect(Self.outline(single.geometry) == [["cw 0.0"]])
    #expect(single.warnings.contains { $0.line(.en).contains("turned round: 1, the first in record 1") })

    let allTurned = try Self.read([
      Self.turned(Fixture.square(0, 0, 10)), Fixture.square(2, 2, 1), Self.turned(Fixture.square(20, 0, 1)),
    ])
    #expect(Self.outline(allTurned.geometry) == [["cw 0.0", "ccw 2.0"], ["cw 20.0"]])
    #expect(allTurned.warnings.contains { $0.line(.en).contains("turned round: 3") })
  }

  @Test func partsThatOverlapStayParts() throws {
    // The box of the triangle lies in the square and one vertex too, but not the whole triangle.
    let triangle: Ring = [(1, 1), (9, 9), (9, 1), (1, 1)]
    let diamond: Ring = [(0, 5), (5, 10), (10, 5), (5, 0), (0, 5)]
    let features = try Self.read([diamond, triangle.reversed().reversed()])
    #expect(features.geometry.partCount == 2)
  }

  @Test func aHoleThatTouchesTheBorderIsAHole() throws {
    // First vertex on the outer ring; then a hole with every vertex on it.
    let touching: Ring = [(0, 5), (4, 4), (4, 6), (0, 5)]
    let features = try Self.read([Fixture.square(0, 0, 10), touching])
    #expect(Self.outline(features.geometry) == [["cw 0.0", "ccw 0.0"]])
    let inscribed: Ring = [(5, 0), (10, 5), (5, 10), (0, 5), (5, 0)]
    let second = try Self.read([Fixture.square(0, 0, 10), inscribed])
    #expect(Self.outline(second.geometry) == [["cw 0.0", "ccw 0.0"]])
  }
}
