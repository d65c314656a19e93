import Bytes
import Geometry
import Projections
import Territory

/// Which communes one action reaches.
public struct ActionReach: Sendable {
  public struct Row: Sendable {
    /// Row of the commune in the ground's layer.
    public var row: Int
    /// Geodesic kilometres to the nearest place the rules name, else to the Pôle's site; `nil` without one.
    public var distance: Double?
    /// Share of the commune's area inside the union of the action's circles; `nil` when it has no circle and on a
    /// ground for drawing.
    public var areaShare: Double?
  }

  /// Communes and inhabitants of the territory, also as shares of it, and apart those beyond it.
  public struct Totals: Sendable, Equatable {
    public var communes: Int
    public var population: Inhabitants
    public var shareOfCommunes: Double
    /// `nil` when the population of a commune of the territory is unknown.
    public var shareOfPopulation: Double?
    /// Outside the territory; 0 unless they were asked for.
    public var communesBeyond: Int
    public var populationBeyond: Inhabitants

    public init(_ rows: [Int], of ground: Ground) {
      let own = rows.filter { ground.territory.contains($0) }
      communes = own.count
      population = ground.layer.population(own)
      communesBeyond = rows.count - own.count
      populationBeyond = ground.layer.population(rows.lazy.filter { !ground.territory.contains($0) })
      shareOfCommunes = ground.territory.isEmpty ? 0 : Double(own.count) / Double(ground.territory.count)
      shareOfPopulation = population.share(of: ground.layer.population(ground.territory))
    }
  }

  /// What the totals become when the limit is a little wrong.
  public struct Robustness: Sendable, Equatable {
    /// Change of the limit: −0.10, −0.05, 0.05 or 0.10.
    public var change: Double
    public var communes: Int
    public var population: Inhabitants
  }

  public let action: Action
  public let rules: [any ReachRule]
  /// What the result rests on: the weakest of the rules' basis and the positions they start from.
  public let basis: Basis
  /// Reached communes, by code.
  public let rows: [Row]
  /// `nil` when the action has no rule: neither reach nor blind spot.
  public let totals: Totals?
  public let robustness: [Robustness]
  /// Rows within 5 % of the limit on either side, nearest to it first.
  public let borderline: [Row]

  /// The largest limit among the rules, kilometres.
  public var limit: Double? { rules.compactMap(\.limit).max() }
  public var circles: [GeodesicCircle] { rules.flatMap(\.circles) }
  public var hasRules: Bool { !rules.isEmpty }
  /// Whether durations are estimated from distances.
  public var isEstimated: Bool { rules.contains(where: \.isEstimated) }
  /// What the rules rest on; `nil` without rules.
  public var ruleSupport: Support? { rules.isEmpty ? nil : action.ruleSupport }

  /// Computes an action's reach over a ground.
  ///
  /// Throws 65 for a rule that cannot be read, naming its line. O(communes × rules), and for circles
  /// O(points near the circle).
  public init(_ action: Action, on ground: Ground) throws(Problem) {
    var rules: [any ReachRule] = []
    for node in action.rules { rules.append(try ReachRules.read(node, ground: ground)) }
    self.action = action
    self.rules = rules
    guard !rules.isEmpty else {
      basis = action.support.basis
      rows = []
      totals = nil
      robustness = []
      borderline = []
      return
    }
    let named = rules.flatMap(\.places)
    let places = named.isEmpty ? [ground.home].compactMap { $0 } : named
    basis = .weakest([action.ruleSupport?.basis ?? .assumption] + named.map(\.support.basis))
    let communes = ground.layer.communes
    func distance(_ row: Int) -> Double? { places.map { $0.distance(to: communes[row]) }.min() }

    let reached = Self.union(rules, ground, scale: 1)
    let circles = rules.flatMap(\.circles)
    let ordered = reached.sorted { communes[$0].insee < communes[$1].insee }
    let hasShares = !circles.isEmpty
    let shares = hasShares ? CircleUnion(circles).shares(of: ordered, in: ground.layer.outlines) : []
    rows = ordered.enumerated().map { index, row in
      Row(row: row, distance: distance(row), areaShare: hasShares ? shares[index] : nil)
    }
    totals = Totals(reached, of: ground)
    guard rules.contains(where: \.isScalable) else {
      robustness = []
      borderline = []
      return
    }
    robustness = [-0.10, -0.05, 0.05, 0.10].map { change in
      let rows = Self.union(rules, ground, scale: 1 + change)
      return Robustness(change: change, communes: rows.count, population: ground.layer.population(rows))
    }
    borderline = Self.borderline(rules, ground)
  }

  private static func union(_ rules: [any ReachRule], _ ground: Ground, scale: Double) -> [Int] {
    var reached = [Bool](repeating: false, count: ground.layer.count)
    for rule in rules {
      for (row, isReached) in rule.reached(in: ground, scale: scale).enumerated() where isReached {
        reached[row] = true
      }
    }
    return reached.indices.filter { reached[$0] }
  }

  /// Communes a slightly other limit would move: within 5 % of it for the rule that reaches them most easily, and
  /// reached by no rule without a limit.
  private static func borderline(_ rules: [any ReachRule], _ ground: Ground) -> [Row] {
    let limited = rules.filter { ($0.limit ?? 0) > 0 }
    let sure = rules.filter { $0.limit == nil }.map { $0.reached(in: ground, scale: 1) }
    var rows: [(gap: Double, row: Row)] = []
    for (number, commune) in ground.layer.communes.enumerated() where !sure.contains(where: { $0[number] }) {
      var nearest: (ratio: Double, distance: Double)?
      for rule in limited {
        guard let limit = rule.limit, let distance = rule.places.map({ $0.distance(to: commune) }).min() else {
          continue
        }
        if distance / limit < nearest?.ratio ?? .infinity { nearest = (distance / limit, distance) }
      }
      guard let nearest, abs(nearest.ratio - 1) <= 0.05 else { continue }
      rows.append((abs(nearest.ratio - 1), Row(row: number, distance: nearest.distance, areaShare: nil)))
    }
    return rows.sorted { ($0.gap, $0.row.row) < ($1.gap, $1.row.row) }.map(\.row)
  }
}
