import Geometry

/// The candidates of all labels in flat buffers.
struct LabelStock {
  /// The candidates label by label, each label's cheapest first.
  private(set) var candidates: [LabelCandidate] = []
  private(set) var leaders: [LeaderLine] = []
  /// The range of each label's candidates.
  private(set) var ranges: [Range<Int>] = []

  private struct Key {
    var cost: Double
    var number: Int
  }

  /// Makes room for the usual number of candidates of `labels` labels; reserved memory that stays unused costs
  /// nothing.
  mutating func reserve(_ labels: Int) {
    candidates.reserveCapacity(min(labels, 1 << 12) * 160)
    ranges.reserveCapacity(labels)
  }

  /// Adds the candidates of the next label, cheapest first, equal ones in the given order. Their leaders are
  /// numbered from 0 in `own`.
  mutating func add(_ found: [LabelCandidate], leaders own: [LeaderLine]) {
    ranges.append(0..<0)
    _ = extend(ranges.count - 1, by: found, leaders: own, following: -1)
  }

  /// Adds more candidates to a label, and returns the new number of its candidate `chosen`; both numbers count
  /// from the label's first candidate.
  ///
  /// Of equal candidates, those that the label had come first. Its former candidates stay in memory but are not
  /// used.
  mutating func extend(_ label: Int, by found: [LabelCandidate], leaders own: [LeaderLine], following chosen: Int)
    -> Int
  {
    // Merges two sorted lists. The former candidates have no leaders, so theirs need no new numbers.
    let more = Self.order(found)
    let (first, former) = (Int32(leaders.count), ranges[label])
    let start = candidates.count
    var following = chosen
    var next = former.lowerBound
    for key in more {
      while next < former.upperBound, candidates[next].cost <= key.cost {
        candidates.append(candidates[next])
        next += 1
      }
      if next - former.lowerBound <= chosen { following += 1 }
      var candidate = found[key.number]
      if candidate.leader >= 0 { candidate.leader += first }
      candidates.append(candidate)
    }
    while next < former.upperBound {
      candidates.append(candidates[next])
      next += 1
    }
    leaders.append(contentsOf: own)
    ranges[label] = start..<candidates.count
    return following
  }

  /// Appends the labels of another stock.
  mutating func append(_ other: LabelStock) {
    let (place, leader) = (candidates.count, Int32(leaders.count))
    candidates.append(contentsOf: other.candidates)
    if !other.leaders.isEmpty {
      for number in place..<candidates.count where candidates[number].leader >= 0 {
        candidates[number].leader += leader
      }
    }
    leaders.append(contentsOf: other.leaders)
    ranges.append(contentsOf: other.ranges.lazy.map { place + $0.lowerBound..<place + $0.upperBound })
  }

  /// Calls `work` with a search among these candidates, which is valid only during the call.
  func search<Value>(_ importance: [Double], _ frame: Bounds, _ work: (inout LabelSearch) -> Value) -> Value {
    candidates.withUnsafeBufferPointer { candidates in
      leaders.withUnsafeBufferPointer { leaders in
        var search = LabelSearch(candidates, leaders, ranges, importance: importance, frame: frame)
        return work(&search)
      }
    }
  }

  private static func order(_ found: [LabelCandidate]) -> [Key] {
    var keys: [Key] = []
    keys.reserveCapacity(found.count)
    for (number, candidate) in found.enumerated() { keys.append(Key(cost: candidate.cost, number: number)) }
    keys.sort { $0.cost != $1.cost ? $0.cost < $1.cost : $0.number < $1.number }
    return keys
  }
}
