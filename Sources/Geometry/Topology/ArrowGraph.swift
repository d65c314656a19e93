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

  /// Changes one arrow after another until point 0 reaches every point and every point reaches it.
  private mutating func connect(_ points: [(x: Double, y: Double)], _ adjacency: Adjacency) {
    var connected = connections
    while connected < 2 * points.count, let better = changed(from: connected, points, adjacency) {
      targets[better.at] = better.to
      connected = connections
    }
  }

  /// Number of points that point 0 reaches, and of points that reach it.
  private var connections: Int {
    targets.isEmpty ? 0 : reached(from: 0).count { $0 } + reached(from: 0, backwards: true).count { $0 }
  }

  /// The arrow of least cost that connects more points than now; an arrow that others need is not taken. Touching
  /// neighbours come before all others, free arrows before those in use, straight ones before slanted ones.
  private mutating func changed(from connected: Int, _ points: [(x: Double, y: Double)], _ adjacency: Adjacency) -> (
    at: Int, to: Int
  )? {
    var ways: [(from: Int, to: Int)] = []
    let (there, back) = (reached(from: 0), reached(from: 0, backwards: true))
    for point in points.indices where !there[point] || !back[point] {
      for other in adjacency.neighbours(of: point) {
        if !there[point], there[other] { ways.append((other, point)) }
        if !back[point], back[other] { ways.append((point, other)) }
      }
    }
    if let near = best(of: ways, connected, points) { return near }
    // Islands, and points whose neighbours have no arrow to spare.
    guard let lost = points.indices.first(where: { !there[$0] || !back[$0] }) else { return nil }
    let isLost = !there[lost]
    let ends = points.indices.filter { $0 != lost && (isLost ? there[$0] : back[$0]) }
    return best(of: ends.map { isLost ? ($0, lost) : (lost, $0) }, connected, points)
  }

  /// The cheapest change among those that connect more.
  private mutating func best(of ways: [(from: Int, to: Int)], _ connected: Int, _ points: [(x: Double, y: Double)]) -> (
    at: Int, to: Int
  )? {
    let changes = ways.flatMap { from, to in
      Direction.allCases.compactMap { direction -> (cost: Double, at: Int, to: Int)? in
        let cosine = Self.straightness(from, to, direction, points)
        let at = 4 * from + direction.rawValue
        return cosine > 0 ? ((targets[at] < 0 ? 0 : 1) - cosine, at, to) : nil
      }
    }
    for change in changes.sorted(by: { ($0.cost, $0.at) < ($1.cost, $1.at) }) {
      let before = targets[change.at]
      targets[change.at] = change.to
      let isBetter = connections > connected
      targets[change.at] = before
      if isBetter { return (change.at, change.to) }
    }
    return nil
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
}
