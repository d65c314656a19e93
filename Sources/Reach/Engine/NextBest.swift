import Bytes
import Projections
import Territory

/// Where one more start of an action would reach most people.
public struct NextBest: Sendable, Equatable {
  /// Row of the commune to start from too.
  public var row: Int
  /// What it would add to what is reached already.
  public var communes: Int
  public var population: Inhabitants
  /// The radius it would have, kilometres: that of the action, or 0, the commune alone.
  public var kilometres: Double

  /// The commune whose addition would reach most inhabitants not reached yet, as far as populations are known; ties
  /// to the lower code. `nil` when everybody known is reached or the action has no rule. O(communes²).
  public init?(_ reach: ActionReach, on ground: Ground) {
    guard reach.hasRules else { return nil }
    let communes = ground.layer.communes
    let reached = Set(reach.rows.map(\.row))
    let left = ground.territory.filter { !reached.contains($0) }
    let radius = reach.limit ?? 0
    var best: NextBest?
    let test = ChordTest(communes.map { ($0.longitude, $0.latitude) }, within: 1000 * radius)
    for row in ground.territory.sorted(by: { communes[$0].insee < communes[$1].insee }) {
      let added = left.filter { $0 == row || test.isWithin(row, $0) }
      let population = ground.layer.population(added)
      if population.known > best?.population.known ?? 0 {
        best = NextBest(row: row, communes: added.count, population: population, kilometres: radius)
      }
    }
    guard let best else { return nil }
    self = best
  }

  private init(row: Int, communes: Int, population: Inhabitants, kilometres: Double) {
    self.row = row
    self.communes = communes
    self.population = population
    self.kilometres = kilometres
  }
}
