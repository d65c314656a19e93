import Cartopole
import Testing

@testable import Reach

/// What maps are drawn from is what the tables say: the same communes with distances for drawing as with PROJ's.
struct DrawingAccuracyTests {
  /// A limit that is PROJ's own distance, or the next number below or above it: PROJ's answer, every time.
  @Test func theLimitItselfIsWithin() throws {
    let ground = try Shipped.ground
    let home = try #require(ground.home)
    var asked = 0
    for origin in [(home.longitude, home.latitude), (2.0, 48.3), (2.5, 48.6)] {
      func place(_ accuracy: Accuracy) -> Place {
        Place(
          name: "x", longitude: origin.0, latitude: origin.1, support: Support(.source), accuracy: accuracy)
      }
      let (exact, drawn) = (place(.proj), place(.drawing))
      for commune in ground.layer.communes {
        let limit = exact.distance(to: commune)
        let near = drawn.distance(to: commune)
        #expect((near - limit).magnitude < 1e-7)
        if near != limit { asked += 1 }
        for (kilometres, expected) in [
          (limit, true), (limit.nextDown, false), (limit.nextUp, true), (limit - 1e-9, false),
          (limit + 1e-9, true), (limit + 5, true), (limit - 5, false),
        ] where limit > 0 {
          #expect(exact.isWithin(kilometres: kilometres, of: commune, distance: limit) == expected)
          #expect(drawn.isWithin(kilometres: kilometres, of: commune, distance: near) == expected)
        }
      }
    }
    #expect(asked > 300, "the distances are not PROJ's own")
  }

  @Test(arguments: [false, true]) func theSameCommunesAreReached(beyond: Bool) throws {
    let project = try Shipped.project.get()
    let exact = try project.coverage(beyond: beyond).reaches
    let drawn = try project.coverage(beyond: beyond, accuracy: .drawing).reaches
    #expect(exact.count == project.pole.actions.count)
    #expect(exact.map(\.action.id) == drawn.map(\.action.id))
    #expect(exact.contains { !$0.borderline.isEmpty } && exact.contains { !$0.robustness.isEmpty })
    for (one, other) in zip(exact, drawn) {
      let id = one.action.id
      #expect(one.rows.map(\.row) == other.rows.map(\.row), "\(id)")
      #expect(one.totals == other.totals, "\(id)")
      #expect(one.robustness == other.robustness, "\(id)")
      #expect(one.borderline.map(\.row) == other.borderline.map(\.row), "\(id)")
      #expect(one.basis == other.basis && one.limit == other.limit, "\(id)")
      #expect(one.circles == other.circles, "\(id)")
      for (a, b) in zip(one.rows + one.borderline, other.rows + other.borderline) {
        #expect((a.distance == nil) == (b.distance == nil))
        #expect(((a.distance ?? 0) - (b.distance ?? 0)).magnitude < 1e-7)
        #expect(b.areaShare == nil)
      }
    }
    // Shares of areas are PROJ's business alone.
    #expect(exact.contains { $0.rows.contains { $0.areaShare != nil } })
  }

  /// Criteria of area are PROJ's on either ground.
  @Test(arguments: ["any", "majority"]) func criteriaOfArea(criterion: String) throws {
    var ground = try Shipped.ground
    let rules = "- within_km: { commune: \"91223\", km: 9.3, criterion: \(criterion) }"
    let exact = try Shipped.codes(rules, on: ground)
    ground.accuracy = .drawing
    #expect(try Shipped.codes(rules, on: ground) == exact)
    #expect(exact.count > 10)
  }
}
