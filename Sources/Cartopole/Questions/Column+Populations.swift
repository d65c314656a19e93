import Geometry
import Territory

extension Column {
  /// Inhabitants of communes as columns of a layer: the number, and its status, `n` where nobody gave one.
  static func populations(_ communes: [Commune]) -> [Column] {
    [
      Column("population", .integer(communes.map(\.population))),
      Column("population_status", .text(communes.map { $0.population == nil ? "n" : "" })),
    ]
  }
}
