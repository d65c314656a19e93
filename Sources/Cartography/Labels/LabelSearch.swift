import Bytes
import Geometry

/// Searches for a good set of candidates without clashes.
///
/// A label that is lifted stays registered in its cells, where its empty box clashes with nothing, until it is
/// put into other cells, because most lifted labels return to the same place.
struct LabelSearch: ~Copyable {
  private struct Label {
    /// The range of its candidates, cheapest first.
    var first: Int
    var end: Int
    /// The candidate it has, and the leader of that candidate; −1 for none.
    var chosen = -1
    var leader: Int32 = -1
    /// The cells in which it is registered, and (`member`) the entry there: its number, or the complement of
    /// the number when it has a leader.
    var cells = LabelCells.none
    var member: Int32
    /// Sequence number of its last placement.
    var stamp = 0
    /// Factor of its costs; important labels have a larger one.
    var weight: Double
    /// Cost of having no place, which is more than any place costs, and (`least`) cost of its cheapest
    /// candidate.
    var missing: Double
    var least: Double
  }

  private let candidates: UnsafeBufferPointer<LabelCandidate>
  private let leaders: UnsafeBufferPointer<LeaderLine>
  private let labels: UnsafeMutablePointer<Label>
  /// The box of each label's candidate; an empty box, which overlaps nothing, for a label without one.
  private let placed: UnsafeMutablePointer<Bounds>
  /// For each candidate, the label that last blocked it, initially its own. It is tested first, because in a
  /// crowd the same label mostly still blocks it.
  private let blockers: UnsafeMutablePointer<Int32>
  private let count: Int
  private let importance: [Double]
  private var grid: LabelGrid
  /// The mesh that decides which of several blocking labels moves first.
  private let order: LabelMesh
  private var puts = 0
  private var random = SplitMix64(state: 2008)

  /// Most labels that a move may evict.
  private static let mostHits = 4
  /// The labels that block a candidate, with the candidates they had and the ones found for them.
  private let hits: UnsafeMutablePointer<Hit>
  private var hitCount = 0

  private struct Hit {
    var label: Int
    var before = -1
    var found = -1
  }

  /// `importance`, from 0 to 1, says how much each label matters. The memory of candidates and leaders must
  /// outlive the search.
  init(
    _ candidates: UnsafeBufferPointer<LabelCandidate>, _ leaders: UnsafeBufferPointer<LeaderLine>,
    _ ranges: [Range<Int>], importance: [Double], frame: Bounds
  ) {
    self.candidates = candidates
    self.leaders = leaders
    self.importance = importance
    count = ranges.count
    labels = .allocate(capacity: count)
    placed = .allocate(capacity: count)
    placed.initialize(repeating: .empty, count: count)
    for label in 0..<count {
      let own = importance[label]
      // Leaving out the most important label costs as much as leaving out five of the least important.
      let missing = 30 + 120 * own * own
      let weight = 1 + 0.5 * own
      let range = ranges[label]
      let state = Label(
        first: range.lowerBound, end: range.upperBound, member: Int32(label), weight: weight, missing: missing,
        least: range.isEmpty ? missing : weight * candidates[range.lowerBound].cost)
      (labels + label).initialize(to: state)
    }
    blockers = .allocate(capacity: candidates.count)
    for label in 0..<count { for candidate in ranges[label] { (blockers + candidate).initialize(to: Int32(label)) } }
    hits = .allocate(capacity: Self.mostHits + 1)
    hits.initialize(repeating: Hit(label: 0), count: Self.mostHits + 1)
    grid = LabelGrid(Self.mesh(frame))
    order = LabelMesh(frame, width: 48, height: 48)
  }

  deinit {
    labels.deallocate()
    placed.deallocate()
    blockers.deallocate()
    hits.deallocate()
  }

  /// The mesh of `LabelCandidate.cells`, with cells about as wide as two names and as high as two lines.
  static func mesh(_ frame: Bounds) -> LabelMesh { LabelMesh(frame, width: 96, height: 32) }

  /// The candidate of each label, counted from its first one; −1 for none.
  var choices: [Int] { (0..<count).map { labels[$0].chosen < 0 ? -1 : labels[$0].chosen - labels[$0].first } }

  func isMissing(_ label: Int) -> Bool { labels[label].chosen < 0 }

  /// The cost of a label in its current state.
  func cost(of label: Int) -> Double { cost(of: label, at: labels[label].chosen) }

  @inline(__always) private func cost(of label: Int, at candidate: Int) -> Double {
    candidate < 0 ? labels[label].missing : labels[label].weight * candidates[candidate].cost
  }

  /// Places the labels according to earlier `choices`.
  mutating func restore(_ choices: [Int]) {
    for (label, choice) in choices.enumerated() where choice >= 0 { put(label, labels[label].first + choice) }
  }

  /// Gives each label without a place its cheapest free candidate, important labels first.
  mutating func greedy() {
    let order = (0..<count).sorted { (importance[$0], -$0) > (importance[$1], -$1) }
    for label in order where labels[label].chosen < 0 {
      let free = cheapestFree(label, below: .infinity)
      if free >= 0 { put(label, free) }
    }
  }

  /// Moves labels at random and accepts moves that raise the total cost by less than a threshold, which falls
  /// to 0. Then gives each label the cheapest candidate that is free.
  mutating func improve(moves: Int, threshold: Double) {
    let movable = (0..<count).filter { labels[$0].first < labels[$0].end }
    guard !movable.isEmpty else { return }
    for move in 0..<moves {
      let label = movable[random.below(movable.count)]
      let first = labels[label].first
      // The smallest of three draws, so that cheap candidates are tried more often.
      let count = labels[label].end - first
      let candidate = first + min(random.below(count), random.below(count), random.below(count))
      if candidate == labels[label].chosen { continue }
      attempt(label, candidate, allowing: threshold * (1 - Double(move) / Double(moves)))
    }
    var isChanging = true
    var rounds = 0
    while isChanging, rounds < 8 {
      isChanging = false
      rounds += 1
      for label in movable {
        let old = labels[label].chosen
        lift(label)
        let free = cheapestFree(label, below: .infinity)
        if free >= 0 { put(label, free) }
        if free != old { isChanging = true }
      }
    }
  }

  /// The most that evicted labels are assumed to gain by moving; moves that would need a larger gain are not
  /// tried.
  private static let mostGain = 3.0

  /// Moves a label to a candidate, evicts the labels in the way and finds other places for them, unless the
  /// total cost would rise by more than `limit`.
  private mutating func attempt(_ label: Int, _ target: Int, allowing limit: Double) {
    let before = labels[label].chosen
    var change = cost(of: label, at: target) - cost(of: label, at: before)
    guard change <= limit + Self.mostGain else { return }
    collect(target, except: label)
    guard hitCount <= Self.mostHits else { return }
    // A first estimate; the sum below, in the sorted order, is the one that decides, so that rounding is
    // reproducible.
    var rough = change
    for hit in 0..<hitCount { rough += labels[hits[hit].label].least - cost(of: hits[hit].label) }
    guard rough <= limit + 1e-6 else { return }
    sortHits(target)
    for hit in 0..<hitCount { change += labels[hits[hit].label].least - cost(of: hits[hit].label) }
    guard change <= limit else { return }

    lift(label)
    for hit in 0..<hitCount {
      hits[hit].before = labels[hits[hit].label].chosen
      hits[hit].found = -1
      lift(hits[hit].label)
    }
    for hit in 0..<hitCount {
      let other = hits[hit].label
      let least = labels[other].least
      let room = (limit - change + least) / labels[other].weight
      let free = cheapestFree(other, below: room, beside: target, hit)
      hits[hit].found = free
      change += cost(of: other, at: free) - least
      if change > limit { break }
    }
    if change > limit {
      if before >= 0 { lay(label, before) }
      for hit in 0..<hitCount { lay(hits[hit].label, hits[hit].before) }
    } else {
      put(label, target)
      for hit in 0..<hitCount where hits[hit].found >= 0 { put(hits[hit].label, hits[hit].found) }
    }
  }

  /// The cheapest candidate of a lifted label that clashes with no placed label and costs at most `limit`; −1
  /// for none.
  private func cheapestFree(_ label: Int, below limit: Double) -> Int {
    for candidate in labels[label].first..<labels[label].end {
      if candidates[candidate].cost > limit { break }
      if isFree(candidate) { return candidate }
    }
    return -1
  }

  /// The cheapest candidate as above that clashes neither with the candidate `target`, which is to be placed,
  /// nor with those found for the first `evicted` hits.
  private func cheapestFree(_ label: Int, below limit: Double, beside target: Int, _ evicted: Int) -> Int {
    for candidate in labels[label].first..<labels[label].end {
      if candidates[candidate].cost > limit { break }
      if clash(target, candidate) { continue }
      var isClear = true
      for hit in 0..<evicted where hits[hit].found >= 0 && clash(hits[hit].found, candidate) { isClear = false }
      if isClear, isFree(candidate) { return candidate }
    }
    return -1
  }

  /// Whether a candidate of a lifted label clashes with no placed label.
  @inline(__always) private func isFree(_ candidate: Int) -> Bool {
    let own = candidates[candidate]
    if placed[Int(blockers[candidate])].overlaps(own.box) { return false }
    return grid.allSatisfy(own.cells) { member in
      guard clashes(member, own) else { return true }
      blockers[candidate] = Int32(truncatingIfNeeded: Self.label(member))
      return false
    }
  }

  /// Whether a label, given by its entry in the grid, touches a candidate in its current place.
  @inline(__always) private func clashes(_ member: Int32, _ candidate: LabelCandidate) -> Bool {
    let label = Self.label(member)
    if placed[label].overlaps(candidate.box) { return true }
    return (member | ~candidate.leader) < 0 && leaderClashes(label, candidate)
  }

  @inline(__always) private static func label(_ member: Int32) -> Int { Int(member < 0 ? ~member : member) }

  @inline(never) private func leaderClashes(_ label: Int, _ candidate: LabelCandidate) -> Bool {
    labels[label].chosen >= 0 && crosses(placed[label], labels[label].leader, candidate.box, candidate.leader)
  }

  /// Whether two candidates touch.
  @inline(__always) private func clash(_ first: Int, _ second: Int) -> Bool {
    let one = candidates[first]
    let other = candidates[second]
    if one.box.overlaps(other.box) { return true }
    guard one.leader >= 0 || other.leader >= 0 else { return false }
    return crosses(one.box, one.leader, other.box, other.leader)
  }

  @inline(never) private func crosses(_ box: Bounds, _ leader: Int32, _ other: Bounds, _ otherLeader: Int32) -> Bool {
    LabelCandidate.crosses(
      box, leader < 0 ? nil : leaders[Int(leader)], other, otherLeader < 0 ? nil : leaders[Int(otherLeader)])
  }

  /// Puts the labels that clash with a candidate into `hits`; stops when there are more than may be evicted.
  private mutating func collect(_ candidate: Int, except label: Int) {
    let own = candidates[candidate]
    var found = 0
    _ = grid.allSatisfy(own.cells) { member in
      guard clashes(member, own) else { return true }
      let other = Self.label(member)
      if other == label { return true }
      for hit in 0..<found where hits[hit].label == other { return true }
      hits[found].label = other
      found += 1
      return found <= Self.mostHits
    }
    hitCount = found
  }

  /// Sorts the labels in the way of a candidate by the first cell of `order` that they share with it, and then
  /// by the time of their placement.
  private func sortHits(_ candidate: Int) {
    guard hitCount > 1 else { return }
    let corner = order.corner(extent(candidates[candidate]))
    for hit in 1..<hitCount {
      let moving = hits[hit]
      var place = hit
      while place > 0, isBefore(moving.label, hits[place - 1].label, corner) {
        hits[place] = hits[place - 1]
        place -= 1
      }
      hits[place] = moving
    }
  }

  private func isBefore(_ first: Int, _ second: Int, _ corner: (column: Int, row: Int)) -> Bool {
    let one = order.corner(extent(candidates[labels[first].chosen]))
    let other = order.corner(extent(candidates[labels[second].chosen]))
    let (oneRow, otherRow) = (max(one.row, corner.row), max(other.row, corner.row))
    if oneRow != otherRow { return oneRow < otherRow }
    let (oneColumn, otherColumn) = (max(one.column, corner.column), max(other.column, corner.column))
    return oneColumn != otherColumn ? oneColumn < otherColumn : labels[first].stamp < labels[second].stamp
  }

  private func extent(_ candidate: LabelCandidate) -> Bounds {
    candidate.leader < 0 ? candidate.box : LabelCandidate.extent(candidate.box, leaders[Int(candidate.leader)])
  }

  private mutating func put(_ label: Int, _ candidate: Int) {
    lay(label, candidate)
    let cells = candidates[candidate].cells
    let member = candidates[candidate].leader < 0 ? Int32(label) : ~Int32(label)
    guard labels[label].cells != cells || labels[label].member != member else { return }
    grid.remove(labels[label].member, labels[label].cells)
    grid.insert(member, cells)
    labels[label].cells = cells
    labels[label].member = member
  }

  /// Gives a label a candidate without changing the cells in which it is registered.
  private mutating func lay(_ label: Int, _ candidate: Int) {
    puts += 1
    labels[label].stamp = puts
    labels[label].chosen = candidate
    labels[label].leader = candidates[candidate].leader
    placed[label] = candidates[candidate].box
  }

  private func lift(_ label: Int) {
    labels[label].chosen = -1
    labels[label].leader = -1
    placed[label] = .empty
  }
}

extension SplitMix64 {
  /// A number from 0 up to but not `count`.
  fileprivate mutating func below(_ count: Int) -> Int { Int(((next() >> 32) &* UInt64(count)) >> 32) }
}
