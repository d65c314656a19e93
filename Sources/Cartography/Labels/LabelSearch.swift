import Geometry

/// The search for a good set of candidates, no two of which clash.
struct LabelSearch {
  /// The candidates of all labels one after the other, each label's cheapest first: what the search asks of them.
  private let boxes: [Bounds]
  private let cells: [LabelGrid.Cells]
  private let costs: [Double]
  /// The candidates themselves, for those with leaders.
  private let all: [LabelCandidate]
  /// Where each label's candidates begin, and the end of the last.
  private let starts: [Int]
  /// From 0 to 1: how much a label matters beside the others.
  let importance: [Double]
  /// The candidate each label has, −1 for none.
  private(set) var chosen: [Int]
  /// The box of the candidate each label has, one that overlaps nothing for none.
  private var placed: [Bounds]
  /// Whether that candidate has a leader.
  private var isLed: [Bool]
  private var grid: LabelGrid
  private var random = SplitMix64(state: 2008)
  private var hits: [Int] = []

  init(_ candidates: [[LabelCandidate]], importance: [Double], frame: Bounds) {
    all = candidates.flatMap { $0 }
    boxes = all.map(\.box)
    costs = all.map(\.cost)
    var starts = [0]
    for own in candidates { starts.append(starts[starts.count - 1] + own.count) }
    self.starts = starts
    self.importance = importance
    chosen = [Int](repeating: -1, count: candidates.count)
    placed = [Bounds](repeating: .empty, count: candidates.count)
    isLed = [Bool](repeating: false, count: candidates.count)
    let grid = LabelGrid(frame)
    cells = all.map { grid.cells($0.extent) }
    self.grid = grid
  }

  private func count(_ label: Int) -> Int { starts[label + 1] - starts[label] }

  /// Cost of a label's cheapest candidate.
  private func least(_ label: Int) -> Double { weight(label) * costs[starts[label]] }

  /// What a label costs as it is. One without a place costs more than any place does.
  func cost(of label: Int) -> Double {
    chosen[label] < 0 ? missing(label) : weight(label) * costs[starts[label] + chosen[label]]
  }

  private func missing(_ label: Int) -> Double {
    // The most important is worth leaving out four of the least.
    30 + 120 * importance[label] * importance[label]
  }

  private func weight(_ label: Int) -> Double { 1 + 0.5 * importance[label] }

  /// Takes up choices made earlier.
  mutating func restore(_ choices: [Int]) {
    for (label, choice) in choices.enumerated() where choice >= 0 { put(label, choice) }
  }

  /// Gives each label without one its cheapest free place, important labels first.
  mutating func greedy() {
    let order = chosen.indices.sorted { (importance[$0], -$0) > (importance[$1], -$1) }
    for label in order where chosen[label] < 0 {
      if let free = cheapestFree(label, below: .infinity) { put(label, free) }
    }
  }

  /// Moves labels at random, accepting what worsens the whole by less than a threshold that sinks to 0, then lets each
  /// label take the cheapest place that is free.
  mutating func improve(moves: Int, threshold: Double) {
    let movable = chosen.indices.filter { count($0) > 0 }
    guard !movable.isEmpty else { return }
    for move in 0..<moves {
      let label = movable[random.below(movable.count)]
      // Cheap candidates more often: the smallest of three draws.
      let count = count(label)
      let candidate = min(random.below(count), random.below(count), random.below(count))
      if candidate == chosen[label] { continue }
      attempt(label, candidate, allowing: threshold * (1 - Double(move) / Double(moves)))
    }
    var isChanging = true
    var rounds = 0
    while isChanging, rounds < 8 {
      isChanging = false
      rounds += 1
      for label in movable {
        let old = chosen[label]
        take(label)
        let free = cheapestFree(label, below: .infinity) ?? -1
        if free >= 0 { put(label, free) }
        if free != old { isChanging = true }
      }
    }
  }

  /// What evicted labels are supposed to gain at most by moving: proposals that would need more are not looked at.
  private static let mostGain = 3.0

  /// Moves a label to a candidate, evicting those in the way and finding them other places, unless the sum of
  /// costs would rise by more than allowed.
  private mutating func attempt(_ label: Int, _ candidate: Int, allowing limit: Double) {
    let target = starts[label] + candidate
    var change = weight(label) * costs[target] - cost(of: label)
    guard change <= limit + Self.mostGain else { return }
    collect(target, except: label)
    for other in hits { change += least(other) - cost(of: other) }
    guard change <= limit, hits.count <= 4 else { return }

    let evicted = hits
    let before = chosen[label]
    let places = evicted.map { chosen[$0] }
    for other in evicted { take(other) }
    take(label)
    put(label, candidate)
    for other in evicted {
      let least = least(other)
      let room = (limit - change + least) / weight(other)
      if let free = cheapestFree(other, below: room) { put(other, free) }
      change += cost(of: other) - least
      if change > limit { break }
    }
    guard change > limit else { return }
    for other in evicted { take(other) }
    take(label)
    if before >= 0 { put(label, before) }
    for (number, other) in evicted.enumerated() { put(other, places[number]) }
  }

  /// The first candidate, cheapest first, that clashes with nothing placed and costs at most `limit`.
  private func cheapestFree(_ label: Int, below limit: Double) -> Int? {
    for candidate in starts[label]..<starts[label + 1] {
      if costs[candidate] > limit { return nil }
      if isFree(candidate, except: label) { return candidate - starts[label] }
    }
    return nil
  }

  private func isFree(_ candidate: Int, except label: Int) -> Bool {
    grid.allSatisfy(cells[candidate]) { other in other == label || !clashes(other, candidate) }
  }

  /// Whether a label, where it lies now, touches a candidate.
  @inline(__always)
  private func clashes(_ label: Int, _ candidate: Int) -> Bool {
    if placed[label].overlaps(boxes[candidate]) { return true }
    guard isLed[label] || all[candidate].leader != nil else { return false }
    return chosen[label] >= 0 && all[starts[label] + chosen[label]].clashes(with: all[candidate])
  }

  /// Puts the labels a candidate clashes with into `hits`, each once.
  private mutating func collect(_ candidate: Int, except label: Int) {
    var found = hits
    hits = []
    found.removeAll(keepingCapacity: true)
    _ = grid.allSatisfy(cells[candidate]) { other in
      if other != label, !found.contains(other), clashes(other, candidate) { found.append(other) }
      return true
    }
    hits = found
  }

  private mutating func put(_ label: Int, _ candidate: Int) {
    let place = starts[label] + candidate
    chosen[label] = candidate
    placed[label] = boxes[place]
    isLed[label] = all[place].leader != nil
    grid.insert(label, cells[place])
  }

  private mutating func take(_ label: Int) {
    guard chosen[label] >= 0 else { return }
    grid.remove(label, cells[starts[label] + chosen[label]])
    chosen[label] = -1
    placed[label] = .empty
    isLed[label] = false
  }
}

/// A generator of well mixed numbers from a seed (Steele, Lea & Flood, OOPSLA 2014).
private struct SplitMix64 {
  var state: UInt64

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(((mixed >> 32) &* UInt64(count)) >> 32)
  }
}
