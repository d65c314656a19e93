import Bytes
import Geometry
import Territory

extension Column {
  /// Columns of a layer that say what communes are and their inhabitants: the number, and its status, `n` when it is
  /// unknown.
  static func communes(_ communes: [Commune]) -> [Column] {
    [
      Column("insee", .text(communes.map(\.insee))), Column("name", .text(communes.map(\.name))),
      Column("population", .integer(communes.map(\.population))),
      Column("population_status", .text(communes.map { $0.population == nil ? "n" : "" })),
    ]
  }
}

extension Commune {
  /// The same as members of a JSON object.
  var membersJSON: [(key: String, value: JSON)] {
    [("insee", .string(insee)), ("name", .string(name))] + populationJSON
  }
}

extension CommuneLayer {
  /// The communes in the order of their codes.
  var rowsByCode: [Int] { communes.indices.sorted { communes[$0].insee < communes[$1].insee } }
}
