import Bytes

/// The changes of the list of communes between vintages of the Code officiel géographique (COG).
///
/// A code may stay while the area it names grows: 91390 is Méréville until 2018 and Le Mérévillois since. So
/// each code has a history of places, and two vintages are compared place by place.
public struct CommuneEvents: Sendable {
  /// In order of date. On one day, an event that makes a code stands before the event that ends it.
  public let events: [CommuneEvent]
  /// The last vintage that an event makes; `nil` without events.
  public let latest: Int?
  /// What each code of an event names, and since which vintage; `nil` where it names nothing any more.
  private let histories: [String: [(since: Int, place: Int?)]]
  /// Places before and after each event.
  private let links: [(before: [Int], after: [Int])]
  private let placeCount: Int

  /// The years that a vintage may have, both ends included: from the first COG to a year later than any file. A
  /// range of vintages that reaches one of these ends is open on that side.
  public static let everyVintage = 1943...2100
  /// A list of fewer codes is taken for a choice, in which a missing code says nothing.
  private static let fewCodes = 50

  /// Orders the events and follows every code through them. Complexity: O(n log n).
  public init(_ events: [CommuneEvent]) {
    let ordered = Self.ordered(events)
    var histories: [String: [(since: Int, place: Int?)]] = [:]
    histories.reserveCapacity(3 * events.count)
    var links: [(before: [Int], after: [Int])] = []
    links.reserveCapacity(events.count)
    var count = 0
    for event in ordered {
      let first = event.firstCOG
      var before: [Int] = []
      for code in event.before {
        if histories[code] == nil {
          histories[code] = [(Int.min, count)]
          count += 1
        }
        if let place = histories[code]?.last?.place { before.append(place) }
      }
      for code in event.before where !event.after.contains(code) { histories[code]?.append((first, nil)) }
      let after = Array(count..<count + event.after.count)
      count += after.count
      for (code, place) in zip(event.after, after) { histories[code, default: [(Int.min, nil)]].append((first, place)) }
      links.append((before, after))
    }
    self.events = ordered
    latest = ordered.last?.firstCOG
    self.histories = histories
    self.links = links
    placeCount = count
  }

  /// By date; on one day an event that makes a code stands before the event that ends it.
  private static func ordered(_ events: [CommuneEvent]) -> [CommuneEvent] {
    var ordered = events.sorted { ($0.date, $0.line) < ($1.date, $1.line) }
    var start = 0
    while start < ordered.count {
      let end = ordered[start...].firstIndex { $0.date != ordered[start].date } ?? ordered.count
      defer { start = end }
      guard end - start > 1 else { continue }
      let day = ordered[start..<end]
      let ended = Set(day.flatMap { event in event.before.filter { !event.after.contains($0) } })
      // Events that make a code which another event of the day ends come first; no chain of three is known.
      let isMaker = day.map { event in event.after.contains { !event.before.contains($0) && ended.contains($0) } }
      guard isMaker.contains(true) else { continue }
      ordered.replaceSubrange(
        start..<end, with: zip(day, isMaker).filter(\.1).map(\.0) + zip(day, isMaker).filter { !$0.1 }.map(\.0))
    }
    return ordered
  }

  /// Every code that an event concerns, ascending.
  public var codes: [String] { histories.keys.sorted() }

  /// Whether any event concerns a code. Complexity: O(1).
  public func concern(_ code: String) -> Bool { histories[code] != nil }

  /// The place that a code names in a vintage: `.some(nil)` for a code of an event that names nothing in it,
  /// `nil` for a code that no event concerns.
  private func place(_ code: String, in cog: Int) -> Int?? {
    guard let history = histories[code] else { return nil }
    return .some(history.last { $0.since <= cog }?.place)
  }

  /// Whether a code exists in a vintage, as far as the events tell: a code that no event concerns always does.
  public func exists(_ code: String, in cog: Int) -> Bool {
    if case .some(.none) = place(code, in: cog) { false } else { true }
  }

  /// The event that ended a code in a vintage or before; `nil` for none. Complexity: O(events).
  public func end(of code: String, by cog: Int) -> CommuneEvent? {
    events.last { $0.firstCOG <= cog && $0.before.contains(code) && !$0.after.contains(code) }
  }

  /// The codes that took the place of a code, or with `backwards` those that it was made of, as far as it takes to come
  /// to codes that `isKnown`; with the first event on the way. Complexity: O(events · steps).
  func successors(of code: String, backwards: Bool, isKnown: (String) -> Bool) -> (
    codes: [String], event: CommuneEvent?
  ) {
    var open = [code]
    var seen: Set<String> = [code]
    var found: [String] = []
    var first: CommuneEvent?
    while let next = open.popLast() {
      for event in events {
        let (from, to) = backwards ? (event.after, event.before) : (event.before, event.after)
        guard from.contains(next), !to.contains(next) else { continue }
        first = first ?? event
        for other in to where seen.insert(other).inserted {
          if isKnown(other) { found.append(other) } else { open.append(other) }
        }
      }
    }
    return (found, first)
  }

  /// The latest vintages that a list of codes may have, both ends included. They leave the fewest
  /// codes of the list without existence and, among those, the fewest codes of its départements
  /// without a row. Complexity: O(codes + events).
  ///
  /// Returns `nil` when no event concerns a département of the list, because all vintages then have the same codes, and
  /// when none concerns a code of a short list: that others are missing from it says nothing.
  public func vintages(of codes: some Sequence<String>) -> ClosedRange<Int>? {
    // Only codes that an event concerns are kept: a list of the whole country has five times as many.
    var (listed, departements, some) = (Set<String>(), Set<UInt16>(), Set<String>())
    for code in codes {
      departements.insert(Self.departement(code))
      if some.count < Self.fewCodes { some.insert(code) }
      if concern(code) { listed.insert(code) }
    }
    let years = [Self.everyVintage.lowerBound] + Set(events.map(\.firstCOG)).sorted()
    let stepOf = Dictionary(uniqueKeysWithValues: zip(years, years.indices))
    // Changes of either number from one year to the next, added up below.
    var strange = [Int](repeating: 0, count: years.count + 1)
    var absent = strange
    var isConcerned = some.count >= Self.fewCodes
    for (code, history) in histories where departements.contains(Self.departement(code)) {
      let isListed = listed.contains(code)
      if isListed { isConcerned = true }
      for (index, entry) in history.enumerated() where isListed == (entry.place == nil) {
        let from = stepOf[entry.since] ?? 0
        let to = index + 1 < history.count ? stepOf[history[index + 1].since] ?? 0 : years.count
        if isListed {
          strange[from] += 1
          strange[to] -= 1
        } else {
          absent[from] += 1
          absent[to] -= 1
        }
      }
    }
    guard isConcerned, strange.contains(where: { $0 != 0 }) || absent.contains(where: { $0 != 0 }) else { return nil }
    var scores: [(Int, Int)] = []
    var sums = (0, 0)
    for step in years.indices {
      sums = (sums.0 + strange[step], sums.1 + absent[step])
      scores.append(sums)
    }
    guard let best = scores.min(by: <), let last = scores.lastIndex(where: { $0 == best }) else { return nil }
    var first = last
    while first > 0, scores[first - 1] == best { first -= 1 }
    return years[first]...(last + 1 < years.count ? years[last + 1] - 1 : Self.everyVintage.upperBound)
  }

  /// The first two characters of a code, which say its département or that it lies overseas.
  private static func departement(_ code: String) -> UInt16 { code.utf8.prefix(2).reduce(0) { $0 << 8 | UInt16($1) } }

  /// Numbers the codes of several lists, each in its vintage. Two codes have the same number when they lie in
  /// one of the smallest areas that all the lists can express: merged communes go with what they were, the
  /// parts of a split commune go together. Codes that name nothing in their vintage are `nil`, and so are codes
  /// that are `nil`. Complexity: O(codes + events).
  ///
  /// - `skipped`: positions of events that are not followed, so that their places stay apart.
  public func common(_ lists: [(codes: [String?], cog: Int)], skipping skipped: Set<Int> = []) -> [[Int?]] {
    let first = lists.map(\.cog).min() ?? 0
    let last = lists.map(\.cog).max() ?? 0
    var areas = DisjointSets(placeCount)
    for (index, link) in links.enumerated() where !skipped.contains(index) {
      guard events[index].firstCOG > first, events[index].firstCOG <= last else { continue }
      for place in link.before + link.after { areas.join(place, to: link.after[0]) }
    }
    var numbers: [String: Int] = [:]
    var ofPlace: [Int: Int] = [:]
    var next = 0
    func number(_ code: String, _ cog: Int) -> Int? {
      switch place(code, in: cog) {
      case .some(.none): return nil
      case .some(.some(let place)):
        let key = areas.root(place)
        if let known = ofPlace[key] { return known }
        ofPlace[key] = next
      case nil:
        if let known = numbers[code] { return known }
        numbers[code] = next
      }
      next += 1
      return next - 1
    }
    return lists.map { list in list.codes.map { code in code.flatMap { number($0, list.cog) } } }
  }
}
