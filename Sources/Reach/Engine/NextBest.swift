import Bytes
import Projections
import Territory

/// The commune from which an action, started there too, would reach the most further inhabitants.
public struct NextBest: Sendable, Equatable {
  /// Row of that commune.
  public var row: Int
  /// Number of communes of the territory that it would add.
  public var communes: Int
  /// Inhabitants of the added communes.
  public var population: Inhabitants
  /// The radius in kilometres: the limit of the action, or 0, which adds only the commune itself.
  public var kilometres: Double
}

extension NextBest {
  /// Compares the communes of the territory by the inhabitants they would add, counting known populations only;
  /// of equal ones the lower code wins. `nil` when no known inhabitant is left to reach or the action has no
  /// rule. Complexity: O(communes²).
  public init?(_ reach: ActionReach, on studyArea: StudyArea) {
    guard reach.hasRules else { return nil }
    let communes = studyArea.layer.communes
    let reached = Set(reach.rows.map(\.row))
    let left = studyArea.territory.filter { !reached.contains($0) }
    let radius = reach.limit ?? 0
    var best: NextBest?
    let test = ChordTest(communes.map { ($0.longitude, $0.latitude) }, within: 1000 * radius)
    for row in studyArea.territory.sorted(by: { communes[$0].insee < communes[$1].insee }) {
      let added = left.filter { $0 == row || test.isWithin(row, $0) }
      let population = studyArea.layer.population(added)
      if population.known > best?.population.known ?? 0 {
        best = NextBest(row: row, communes: added.count, population: population, kilometres: radius)
      }
    }
    guard let best else { return nil }
    self = best
  }
}
