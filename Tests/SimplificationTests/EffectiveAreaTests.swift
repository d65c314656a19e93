import Geometry
import Testing

/// Against Visvalingam's method done the plain way: every area anew after each removal.
struct EffectiveAreaTests {
  /// The points left when the least weighted area is at least `limit`; O(n²).
  static func brute(_ points: [Point], closed: Bool, limit: Double) -> [Point] {
    var left = points
    while left.count > (closed ? 3 : 2) {
      var best = -1
      var least = Double.infinity
      for index in closed ? 0..<left.count : 1..<left.count - 1 {
        let a = left[(index + left.count - 1) % left.count]
        let b = left[index]
        let c = left[(index + 1) % left.count]
        let area = abs((a.x - b.x) * (c.y - b.y) - (c.x - b.x) * (a.y - b.y)) / 2
        let dot = (a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y)
        let first = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
        let second = ((c.x - b.x) * (c.x - b.x) + (c.y - b.y) * (c.y - b.y)).squareRoot()
        let weighted = area * (1 - 0.7 * dot / (first * second))
        if weighted < least {
          least = weighted
          best = index
        }
      }
      guard least < limit else { break }
      left.remove(at: best)
    }
    return left
  }

  @Test(arguments: 1...40) func linesAsByBruteForce(_ seed: Int) {
    var dice = Dice(seed)
    // West to east, so that no simplified line crosses itself.
    var points: [Point] = []
    var x = 0.0
    for _ in 0..<Int(3 + 200 * dice.next()) {
      x += 0.1 + dice.next()
      points.append((x, 10 * dice.next()))
    }
    for tolerance in [0.3, 1, 2, 3, 5, 100] {
      let thin = Shapes.line(points).simplified(metres: tolerance)
      let expected = Self.brute(points, closed: false, limit: tolerance * tolerance)
      #expect(thin.coordinates == expected.flatMap { [$0.x, $0.y] }, "\(tolerance)")
    }
  }

  @Test(arguments: 1...40) func ringsAsByBruteForce(_ seed: Int) {
    var dice = Dice(seed)
    // Convex, so that any choice of vertices makes a ring that does not cross itself.
    let count = Int(4 + 60 * dice.next())
    let step = 2 * Double.pi / Double(count)
    let points: [Point] = (0..<count).map { index in
      let angle = -(Double(index) + 0.9 * dice.next()) * step
      return (x: 20 * cosine(angle), y: 20 * cosine(angle - Double.pi / 2))
    }
    for tolerance in [0.1, 0.5, 1, 2] {
      let thin = Shapes.layer([[[points]]]).simplified(metres: tolerance)
      let expected = Self.brute(points, closed: true, limit: tolerance * tolerance)
      #expect(thin.coordinates.dropLast(2) == expected.flatMap { [$0.x, $0.y] }[...], "\(tolerance)")
    }
  }

  /// A right angle with legs of the tolerance times the square root of two has just that effective area.
  @Test func theToleranceIsTheRootOfTheArea() {
    let corner = Shapes.line([(0, 2.0.squareRoot()), (0, 0), (2.0.squareRoot(), 0)])
    #expect(corner.simplified(metres: 0.999).pointCount == 3)
    #expect(corner.simplified(metres: 1.001).pointCount == 2)
    let feet = corner.simplified(.metres(0.3), metresPerUnit: 0.3048).layer
    #expect(feet.pointCount == 3)
    #expect(corner.simplified(.metres(0.31), metresPerUnit: 0.3048).layer.pointCount == 2)
  }

  /// At 60° north a degree of longitude is half as long: the corner of one degree by two is as that of one by one.
  @Test func degreesAreMetresOnTheSphere() {
    let metres = 6_371_008.8 * Double.pi / 180
    let corner = Shapes.line([(10, 61), (10, 60), (12, 60)])
    let root = (metres * metres / 2).squareRoot()
    #expect(corner.simplified(metres: root * 0.9999, degrees: true).pointCount == 3)
    #expect(corner.simplified(metres: root * 1.0001, degrees: true).pointCount == 2)
  }

  /// The cosine by its series, so that the test needs no C library.
  private func cosine(_ angle: Double) -> Double {
    var rest = angle.truncatingRemainder(dividingBy: 2 * Double.pi)
    if rest > Double.pi { rest -= 2 * Double.pi }
    if rest < -Double.pi { rest += 2 * Double.pi }
    var term = 1.0
    var sum = 1.0
    for index in 1...14 {
      term *= -rest * rest / Double((2 * index - 1) * (2 * index))
      sum += term
    }
    return sum
  }
}
