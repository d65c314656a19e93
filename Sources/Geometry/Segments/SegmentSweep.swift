import Bytes

/// Many segments close to one another; finds one that another meets without looking at all of them.
///
/// A segment is thin across its direction. Each goes to the nearest of four directions, 45° apart, and is sorted by the side
/// it is thin on in a frame turned that way: few others overlap it there, and what lies beside one another is told apart by
/// its other side, many at a time. Segments that all end in one point overlap in every frame; of those only neighbours by
/// angle can meet elsewhere than in the point.
struct SegmentSweep {
  private let segments: [Segment]
  private let slack: Double
  /// The segments of each direction, in its frame.
  private let lists: [SortedBoxes]
  /// Segments that share an end with many others, by the angle at which they leave it.
  private let spokes: [(angle: Double, number: Int)]
  /// The same of each direction, for segments that are no spokes, and the place of each in `spokes`.
  private let spokeLists: [SortedBoxes]
  private let places: [Int: Int]
  private let leastAngle = 4e-6

  /// Unit vectors along 0°, 45°, 90° and 135°.
  private static let directions: [(x: Double, y: Double)] = {
    let half = 0.5.squareRoot()
    return [(1, 0), (half, half), (0, 1), (-half, half)]
  }()

  /// Takes segments, of which those nearer than `slack` meet. Complexity: O(segments · log segments).
  init(_ segments: [Segment], slack: Double) {
    self.segments = segments
    self.slack = slack
    var boxes = [[SortedBoxes.Box]](repeating: [], count: Self.directions.count)
    var ofSpokes = boxes
    let hub = Self.hub(segments)
    // Of longer ones, those that leave the point at angles farther apart than `leastAngle` keep more than the slack apart.
    let shortest = 1e6 * slack
    var spokes: [(angle: Double, number: Int)] = []
    for (number, segment) in segments.enumerated() {
      let (dx, dy) = (segment.x1 - segment.x0, segment.y1 - segment.y0)
      let sign = hub.map { segment.x0 == $0.x && segment.y0 == $0.y ? 1.0 : -1 } ?? 1
      let along = Self.directions.map { (dx * $0.x + dy * $0.y).magnitude }
      let frame = along.indices.max { along[$0] < along[$1] } ?? 0
      let box = Self.box(segment, number, in: frame, grown: 0)
      if let hub, segment.ends(in: hub.x, hub.y), max(dx.magnitude, dy.magnitude) > shortest {
        spokes.append((atan2(sign * dy, sign * dx), number))
        ofSpokes[frame].append(box)
      } else {
        boxes[frame].append(box)
      }
    }
    spokes.sort { ($0.angle, $0.number) < ($1.angle, $1.number) }
    lists = boxes.map { SortedBoxes($0) }
    spokeLists = ofSpokes.map { SortedBoxes($0) }
    places = Dictionary(uniqueKeysWithValues: spokes.enumerated().map { ($1.number, $0) })
    self.spokes = spokes
  }

  /// The point in which the most segments end, when these are a crowd.
  private static func hub(_ segments: [Segment]) -> (x: Double, y: Double)? {
    struct Place: Hashable { let x, y: Double }
    var counts: [Place: Int] = [:]
    for segment in segments {
      counts[Place(x: segment.x0, y: segment.y0), default: 0] += 1
      counts[Place(x: segment.x1, y: segment.y1), default: 0] += 1
    }
    guard let most = counts.max(by: { $0.value < $1.value }), most.value > UniformGrid.crowd else { return nil }
    return (most.key.x, most.key.y)
  }

  /// The box of a segment in the frame of a direction: `low` and `high` across it, `start` and `end` along it.
  private static func box(_ segment: Segment, _ number: Int, in frame: Int, grown slack: Double) -> SortedBoxes.Box {
    let way = directions[frame]
    let along = (segment.x0 * way.x + segment.y0 * way.y, segment.x1 * way.x + segment.y1 * way.y)
    let across = (segment.y0 * way.x - segment.x0 * way.y, segment.y1 * way.x - segment.x1 * way.y)
    return SortedBoxes.Box(
      number: Int32(number), low: min(across.0, across.1) - slack, high: max(across.0, across.1) + slack,
      start: min(along.0, along.1) - slack, end: max(along.0, along.1) + slack)
  }

  /// The segments that meet another one, by what `meets` says of two that may, in order. Of each one partner is looked for
  /// and no other, so that a crowd in which all meet is told quickly.
  ///
  /// Complexity: O(segments · log segments + pairs looked at).
  func meeting(_ meets: (Int, Int) -> Bool) -> [Int] {
    var isMet = [Bool](repeating: false, count: segments.count)
    for one in segments.indices where !isMet[one] {
      guard let other = partner(of: one, { meets(one, $0) }) else { continue }
      isMet[one] = true
      isMet[other] = true
    }
    return segments.indices.filter { isMet[$0] }
  }

  /// A segment that another one meets, by what `meets` says of those that may; `nil` for none. Complexity: O(log segments +
  /// segments looked at).
  private func partner(of number: Int, _ meets: (Int) -> Bool) -> Int? {
    let place = places[number]
    for frame in lists.indices {
      // Turned coordinates are rounded.
      let box = Self.box(segments[number], number, in: frame, grown: 3 * slack)
      for list in place == nil ? [lists[frame], spokeLists[frame]] : [lists[frame]] {
        if let found = list.firstMeeting(box, { Int($0) != number && meets(Int($0)) }) { return Int(found) }
      }
    }
    guard let place else { return nil }
    for step in [1, spokes.count - 1] {
      var next = (place + step) % spokes.count
      while next != place {
        let turn = (spokes[next].angle - spokes[place].angle).magnitude
        guard min(turn, 2 * .pi - turn) <= leastAngle else { break }
        if meets(spokes[next].number) { return spokes[next].number }
        next = (next + step) % spokes.count
      }
    }
    return nil
  }
}

extension Segment {
  @inline(__always) fileprivate func ends(in x: Double, _ y: Double) -> Bool {
    (x0 == x && y0 == y) || (x1 == x && y1 == y)
  }
}

/// Boxes sorted by where they begin on one side, and over each sixteen of them, and each sixteen of these, a box
/// around all.
private struct SortedBoxes {
  struct Box: BitwiseCopyable {
    var number: Int32
    /// On the side that they are sorted by.
    var low: Double
    var high: Double
    /// On the other side.
    var start: Double
    var end: Double

    @inline(__always) func meets(_ other: Box) -> Bool {
      low <= other.high && other.low <= high && start <= other.end && other.start <= end
    }
  }

  /// Sorted by `low`.
  let boxes: [Box]
  /// The boxes around each sixteen, then around each sixteen of these, and so on.
  private var around: [[Box]] = []
  private static let bits = 4

  init(_ given: [Box]) {
    boxes = given.sorted { ($0.low, $0.number) < ($1.low, $1.number) }
    var inner = boxes
    while inner.count > 1 << Self.bits {
      let outer = stride(from: 0, to: inner.count, by: 1 << Self.bits).map { first in
        inner[first..<min(first + 1 << Self.bits, inner.count)].dropFirst().reduce(into: inner[first]) { all, box in
          all.high = max(all.high, box.high)
          all.start = min(all.start, box.start)
          all.end = max(all.end, box.end)
        }
      }
      around.append(outer)
      inner = outer
    }
  }

  /// The first number, of the boxes that share a point with one, of which something is true.
  func firstMeeting(_ box: Box, _ isWanted: (Int32) -> Bool) -> Int32? {
    let levels = around.count
    func visit(_ level: Int, _ range: Range<Int>) -> Int32? {
      let list = level == 0 ? boxes : around[level - 1]
      for place in range {
        let other = list[place]
        // The ones after begin farther still.
        guard other.low <= box.high else { return nil }
        guard other.meets(box) else { continue }
        if level == 0 {
          if isWanted(other.number) { return other.number }
        } else {
          let inner = level == 1 ? boxes.count : around[level - 2].count
          if let found = visit(level - 1, place << Self.bits..<min((place + 1) << Self.bits, inner)) { return found }
        }
      }
      return nil
    }
    return visit(levels, 0..<(levels == 0 ? boxes.count : around[levels - 1].count))
  }
}
