import Bytes

/// The changes of the list of communes between vintages of the Code officiel géographique (COG).
///
/// A code may stay while what it names grows: 91390 is Méréville until 2018 and Le Mérévillois since. So each
/// code has a history of places, and two vintages are compared place by place.
public struct CommuneEvents: Sendable {
  /// In order of date.
  public let events: [CommuneEvent]
  /// What each code of an event names, and since which vintage; `nil` where it names nothing any more.
  private let histories: [String: [(since: Int, place: Int?)]]
  /// Places before and after each event.
  private let links: [(before: [Int], after: [Int])]
  private let placeCount: Int

  public init(_ events: [CommuneEvent]) {
    let ordered = events.sorted { ($0.date, $0.line) < ($1.date, $1.line) }
    var histories: [String: [(since: Int, place: Int?)]] = [:]
    var links: [(before: [Int], after: [Int])] = []
    var count = 0
    for event in ordered {
      var before: [Int] = []
      for code in event.before {
        if histories[code] == nil {
          histories[code] = [(Int.min, count)]
          count += 1
        }
        if let place = histories[code]?.last?.place { before.append(place) }
      }
      for code in event.before where !event.after.contains(code) {
        histories[code]?.append((event.firstCOG, nil))
      }
      let after = Array(count..<count + event.after.count)
      count += after.count
      for (code, place) in zip(event.after, after) {
        histories[code, default: [(Int.min, nil)]].append((event.firstCOG, place))
      }
      links.append((before, after))
    }
    self.events = ordered
    self.histories = histories
    self.links = links
    placeCount = count
  }

  /// Every code an event concerns, in order.
  public var codes: [String] { histories.keys.sorted() }

  /// The place a code names in a vintage: `.some(nil)` for a code of an event that names nothing then, `nil` for
  /// a code no event concerns.
  private func place(_ code: String, in cog: Int) -> Int?? {
    guard let history = histories[code] else { return nil }
    return .some(history.last { $0.since <= cog }?.place)
  }

  /// Whether a code exists in a vintage, as far as the events tell: codes they do not concern always do.
  public func exists(_ code: String, in cog: Int) -> Bool {
    switch place(code, in: cog) {
    case .some(.none): false
    default: true
    }
  }

  /// The event that ended a code before or in a vintage.
  public func end(of code: String, by cog: Int) -> CommuneEvent? {
    events.last { $0.firstCOG <= cog && $0.before.contains(code) && !$0.after.contains(code) }
  }

  /// The latest vintages whose codes a list can be: those under which fewest codes do not exist, and of these
  /// the ones that leave fewest codes of the list's départements without a row. O(codes × events).
  ///
  /// `nil` where no event concerns any département of the list: every vintage reads the same.
  public func vintages(of codes: some Sequence<String>) -> ClosedRange<Int>? {
    let list = Set(codes)
    let departements = Set(list.map { $0.prefix(2) })
    let known = histories.keys.filter { departements.contains($0.prefix(2)) }
    guard !known.isEmpty else { return nil }
    let years = [1943] + Set(events.map(\.firstCOG)).sorted()
    let scores = years.map { year -> (Int, Int) in
      let strange = known.filter { list.contains($0) && !exists($0, in: year) }.count
      let absent = known.filter { !list.contains($0) && exists($0, in: year) }.count
      return (strange, absent)
    }
    guard let best = scores.min(by: <), let last = scores.lastIndex(where: { $0 == best }) else { return nil }
    var first = last
    while first > 0, scores[first - 1] == best { first -= 1 }
    return years[first]...(last + 1 < years.count ? years[last + 1] - 1 : 2100)
  }

  /// Numbers codes of several lists, each in its vintage, so that two codes have the same number when they name
  /// parts of one smallest area in which all the lists can be expressed: merged communes with what they were,
  /// split ones together. Codes that name nothing in their vintage are `nil`, as those that are `nil`. O(codes + events).
  ///
  /// - Parameter skipped: positions of events that are not followed, their places staying apart.
  public func common(_ lists: [(codes: [String?], cog: Int)], skipping skipped: Set<Int> = []) -> [[Int?]] {
    let first = lists.map(\.cog).min() ?? 0
    let last = lists.map(\.cog).max() ?? 0
    var parents = Array(0..<placeCount)
    func root(_ place: Int) -> Int {
      var place = place
      while parents[place] != place { place = parents[place] }
      return place
    }
    for (index, link) in links.enumerated() where !skipped.contains(index) {
      guard events[index].firstCOG > first, events[index].firstCOG <= last else { continue }
      for place in link.before + link.after { parents[root(place)] = root(link.after[0]) }
    }
    var numbers: [String: Int] = [:]
    var ofPlace: [Int: Int] = [:]
    var next = 0
    func number(_ code: String, _ cog: Int) -> Int? {
      switch place(code, in: cog) {
      case .some(.none): return nil
      case .some(.some(let place)):
        let key = root(place)
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
