/// For each of several points, the point that each arrow key leads to, such that every point can be reached from
/// every other.
///
/// An arrow leads to the touching neighbour that lies straightest that way, within 90°; without one, to the
/// nearest point of the quarter. These choices alone leave some points that no sequence of arrows reaches: each of
/// those takes the arrow of the touching neighbour from which it lies straightest.
public struct ArrowGraph: Sendable, Equatable {
  /// The directions, in the order of `targets`.
  public enum Direction: Int, CaseIterable, Sendable {
    case right, down, left, up

    /// The unit vector, with y downwards.
    var vector: (x: Double, y: Double) {
      switch self {
      case .right: (1, 0)
      case .down: (0, 1)
      case .left: (-1, 0)
      case .up: (0, -1)
      }
    }
  }

  /// The target of each arrow, four for each point in the order of `Direction`; −1 where nothing lies that way.
  public private(set) var targets: [Int]

  /// Makes the graph. Complexity: O(points²) for points without a neighbour in some direction.
  ///
  /// - Parameters:
  ///   - points: x, y pairs with y downwards.
  ///   - adjacency: which of them touch.
  public init(_ points: [(x: Double, y: Double)], _ adjacency: Adjacency) {
    targets = [Int](repeating: -1, count: 4 * points.count)
    for point in points.indices {
      for direction in Direction.allCases {
        targets[4 * point + direction.rawValue] =
          Self.straightest(from: point, direction, adjacency.neighbours(of: point), points)
          ?? Self.nearest(from: point, direction, points) ?? -1
      }
    }
    connect(points, adjacency)
  }

  /// The target of an arrow; `nil` where nothing lies that way.
  public func target(of point: Int, _ direction: Direction) -> Int? {
    let target = targets[4 * point + direction.rawValue]
    return target < 0 ? nil : target
  }

  /// How straight b lies from a in a direction: the cosine of the angle between them.
  private static func straightness(_ a: Int, _ b: Int, _ direction: Direction, _ points: [(x: Double, y: Double)])
    -> Double
  {
    let (dx, dy) = (points[b].x - points[a].x, points[b].y - points[a].y)
    let length = (dx * dx + dy * dy).squareRoot()
    return length > 0 ? (dx * direction.vector.x + dy * direction.vector.y) / length : 0
  }

  private static func straightest(
    from point: Int, _ direction: Direction, _ neighbours: ArraySlice<Int>, _ points: [(x: Double, y: Double)]
  ) -> Int? {
    let ahead = neighbours.map { (point: $0, cosine: straightness(point, $0, direction, points)) }.filter {
      $0.cosine > 1e-9
    }
    return ahead.max { ($0.cosine, -$0.point) < ($1.cosine, -$1.point) }?.point
  }

  /// The nearest point within 45° of the direction, where a point off the axis counts as further away.
  private static func nearest(from point: Int, _ direction: Direction, _ points: [(x: Double, y: Double)]) -> Int? {
    var best: (cost: Double, point: Int)?
    for other in points.indices where other != point {
      let cosine = straightness(point, other, direction, points)
      guard cosine >= 0.5.squareRoot() else { continue }
      let (dx, dy) = (points[other].x - points[point].x, points[other].y - points[point].y)
      let cost = (dx * dx + dy * dy).squareRoot() / (cosine * cosine)
      if cost < best?.cost ?? .infinity { best = (cost, other) }
    }
    return best?.point
  }

  // MARK: Every point from every other

  private mutating func connect(_ points: [(x: Double, y: Double)], _ adjacency: Adjacency) {
    guard points.count > 1 else { return }
    // What cannot be reached is given an arrow; then what has no way back.
    for isBackwards in [false, true] {
      var tries = 0
      while let lost = firstUnreached(backwards: isBackwards), tries < 2 * points.count {
        tries += 1
        link(lost, isBackwards, points, adjacency)
      }
    }
  }

  /// The first point, of those that touch what point 0 reaches, that it does not reach itself.
  private func firstUnreached(backwards: Bool) -> Int? {
    let seen = reached(from: 0, backwards: backwards)
    return seen.firstIndex(of: false)
  }

  /// Which points a sequence of arrows leads to from a point; backwards, which lead to it. O(points).
  public func reached(from start: Int, backwards: Bool = false) -> [Bool] {
    let count = targets.count / 4
    var ways = [[Int]](repeating: [], count: count)
    for point in 0..<count {
      for target in targets[4 * point..<4 * point + 4] where target >= 0 {
        if backwards { ways[target].append(point) } else { ways[point].append(target) }
      }
    }
    var seen = [Bool](repeating: false, count: count)
    guard count > 0 else { return seen }
    seen[start] = true
    var front = [start]
    while let point = front.popLast() {
      for next in ways[point] where !seen[next] {
        seen[next] = true
        front.append(next)
      }
    }
    return seen
  }

  /// Gives one arrow to a point that is not reached, from the reached point in whose direction it lies straightest;
  /// backwards, gives the point an arrow to one from which point 0 can be reached.
  private mutating func link(_ lost: Int, _ backwards: Bool, _ points: [(x: Double, y: Double)], _ adjacency: Adjacency)
  {
    let seen = reached(from: 0, backwards: backwards)
    let missing = seen.indices.filter { !seen[$0] }
    var best: (cost: Double, from: Int, direction: Direction, to: Int)?
    func consider(_ from: Int, _ to: Int, isNear: Bool) {
      for direction in Direction.allCases {
        let cosine = Self.straightness(from, to, direction, points)
        guard cosine > 0 else { continue }
        // An arrow that already leads nowhere is free; touching neighbours come before all others.
        let isFree = targets[4 * from + direction.rawValue] < 0
        let cost = (isNear ? 0 : 10) + (isFree ? 0 : 1) - cosine
        if cost < best?.cost ?? .infinity { best = (cost, from, direction, to) }
      }
    }
    for point in missing {
      for neighbour in adjacency.neighbours(of: point) where seen[neighbour] {
        if backwards { consider(point, neighbour, isNear: true) } else { consider(neighbour, point, isNear: true) }
      }
    }
    if best == nil {
      for other in seen.indices where seen[other] {
        if backwards { consider(lost, other, isNear: false) } else { consider(other, lost, isNear: false) }
      }
    }
    if let best { targets[4 * best.from + best.direction.rawValue] = best.to }
  }
}
