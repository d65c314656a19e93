import Bytes
import Geometry
import Pole
import Projections
import Territory

/// The communes that one action reaches.
public struct ActionReach: Sendable {
  /// A commune that the action reaches, or one near its limit.
  public struct Row: Sendable {
    /// Row of the commune in the layer of the study area.
    public var row: Int
    /// Geodesic kilometres to the nearest place that the rules name, or else to the Pôle's site; `nil` without
    /// either.
    public var distance: Double?
    /// Share, from 0 to 1, of the commune's area inside the union of the action's circles; `nil` when the
    /// action has no circle, the commune has no area, or the row is in `borderline`.
    public var areaShare: Double?
  }

  /// Communes and inhabitants in the territory, also as shares of the territory, and separately those outside
  /// it.
  public struct Totals: Sendable, Equatable {
    /// Number of communes in the territory.
    public var communes: Int
    /// Inhabitants of these communes.
    public var population: Inhabitants
    /// Share, from 0 to 1, of the communes of the territory.
    public var shareOfCommunes: Double
    /// Share, from 0 to 1, of the inhabitants of the territory; `nil` when the population of a commune of the
    /// territory is unknown.
    public var shareOfPopulation: Double?
    /// Number of communes outside the territory; 0 unless the study area has such communes.
    public var communesBeyond: Int
    /// Inhabitants of the communes outside the territory.
    public var populationBeyond: Inhabitants

    /// Counts some rows of the study area's layer, each of which must occur once.
    public init(_ rows: [Int], of studyArea: StudyArea) {
      let own = rows.filter { studyArea.territory.contains($0) }
      communes = own.count
      population = studyArea.layer.population(own)
      communesBeyond = rows.count - own.count
      populationBeyond = studyArea.layer.population(rows.lazy.filter { !studyArea.territory.contains($0) })
      shareOfCommunes = studyArea.territory.isEmpty ? 0 : Double(own.count) / Double(studyArea.territory.count)
      shareOfPopulation = population.share(of: studyArea.layer.population(studyArea.territory))
    }
  }

  /// What the reach becomes when the limit is a little different.
  public struct Robustness: Sendable, Equatable {
    /// Relative change of the limit: −0.10, −0.05, 0.05 or 0.10.
    public var change: Double
    /// Number of communes reached, including those outside the territory.
    public var communes: Int
    /// Inhabitants of these communes.
    public var population: Inhabitants
  }

  /// The action as the project describes it.
  public let action: Action
  /// Its rules, in the order of the project; a commune is reached when any of them reaches it.
  public let rules: [any ReachRule]
  /// What the result rests on: the weakest basis among the rules and the positions from which they start.
  public let basis: Basis
  /// The reached communes, by ascending code.
  public let rows: [Row]
  /// Totals of `rows`; `nil` when the action has no rule, since its reach is then unknown.
  public let totals: Totals?
  /// The reach with other limits, by ascending change; empty when no rule can be scaled.
  public let robustness: [Robustness]
  /// Communes within 5 % of the limit on either side, the nearest to the limit first; empty when no rule has a
  /// limit.
  public let borderline: [Row]

  /// The largest limit among the rules in kilometres; `nil` when none has such a limit.
  public var limit: Double? { rules.compactMap(\.limit).max() }
  /// The circles of all rules.
  public var circles: [GeodesicCircle] { rules.flatMap(\.circles) }
  /// Whether the action says anything about its reach.
  public var hasRules: Bool { !rules.isEmpty }
  /// Whether any rule estimates durations from distances.
  public var isEstimated: Bool { rules.contains(where: \.isEstimated) }
  /// What the project says the rules rest on; `nil` without rules.
  public var ruleSupport: Support? { rules.isEmpty ? nil : action.ruleSupport }

  /// Computes the reach of an action on a study area.
  ///
  /// Throws 65, naming the line, for a rule that cannot be read. Complexity: O(communes × rules), and for
  /// circles O(points near the circle).
  public init(_ action: Action, on studyArea: StudyArea) throws(Problem) {
    var rules: [any ReachRule] = []
    for node in action.rules { rules.append(try ReachRules.read(node, studyArea: studyArea)) }
    self.action = action
    self.rules = rules
    let named = rules.flatMap(\.places)
    let places = named.isEmpty ? [studyArea.home].compactMap { $0 } : named
    basis =
      rules.isEmpty
      ? action.support.basis : .weakest([action.ruleSupport?.basis ?? .assumption] + named.map(\.support.basis))
    let communes = studyArea.layer.communes
    func distance(_ row: Int) -> Double? { places.map { $0.distance(to: communes[row]) }.min() }

    let reached = Self.union(rules, studyArea, scale: 1)
    let circles = rules.flatMap(\.circles)
    let ordered = reached.sorted { communes[$0].insee < communes[$1].insee }
    let hasShares = !circles.isEmpty
    let shares = hasShares ? CircleUnion(circles).shares(of: ordered, in: studyArea.layer.outlines) : []
    rows = ordered.enumerated().map { index, row in
      Row(row: row, distance: distance(row), areaShare: hasShares ? shares[index] : nil)
    }
    totals = rules.isEmpty ? nil : Totals(reached, of: studyArea)
    let isScalable = rules.contains(where: \.isScalable)
    robustness = (isScalable ? [-0.10, -0.05, 0.05, 0.10] : []).map { change in
      let rows = Self.union(rules, studyArea, scale: 1 + change)
      return Robustness(change: change, communes: rows.count, population: studyArea.layer.population(rows))
    }
    borderline = isScalable ? Self.borderline(rules, studyArea) : []
  }

  private static func union(_ rules: [any ReachRule], _ studyArea: StudyArea, scale: Double) -> [Int] {
    var reached = [Bool](repeating: false, count: studyArea.layer.count)
    for rule in rules {
      for (row, isReached) in rule.reached(in: studyArea, scale: scale).enumerated() where isReached {
        reached[row] = true
      }
    }
    return reached.indices.filter { reached[$0] }
  }

  /// Communes that a slightly different limit would add or remove: their distance is within 5 % of the limit of
  /// the rule that reaches them most easily, and no rule without a limit reaches them.
  private static func borderline(_ rules: [any ReachRule], _ studyArea: StudyArea) -> [Row] {
    let limited = rules.filter { ($0.limit ?? 0) > 0 }
    let sure = rules.filter { $0.limit == nil }.map { $0.reached(in: studyArea, scale: 1) }
    var rows: [(gap: Double, row: Row)] = []
    for (number, commune) in studyArea.layer.communes.enumerated() where !sure.contains(where: { $0[number] }) {
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
