import Geometry
import Territory

extension Column {
  /// Columns of a layer with the inhabitants of communes: the number, and its status, `n` when it is unknown.
  static func populations(_ communes: [Commune]) -> [Column] {
    [
      Column("population", .integer(communes.map(\.population))),
      Column("population_status", .text(communes.map { $0.population == nil ? "n" : "" })),
    ]
  }
}
