import Bytes
import Statistics
import Territory

extension Table.Column {
  /// Code of the commune of a row, its name, and where it is measured from.
  static let insee = Table.Column("insee", Text("Code", "Code"))
  static let commune = Table.Column("name", Text("Commune", "Commune"))
  static let position = Table.Column("position", Text("Mesurée depuis", "Measured from"))
  /// Name of the area of a row.
  static let area = Table.Column("area", Text("Territoire", "Area"))
  /// What a row rests on.
  static let basis = Table.Column("basis", Text("Fondement", "Basis"))

  /// Inhabitants of the commune of a row, with their status.
  public static let inhabitants = Table.Column("population", Text("Habitants", "Inhabitants"), isFigure: true)

  /// Inhabitants of the communes of a row: the sum with its status and, in machine formats, the known part and
  /// the number of communes without a population.
  static let sumOfInhabitants = [inhabitants] + ofKnownInhabitants

  /// The columns that go with a sum of inhabitants in machine formats.
  static let ofKnownInhabitants = [
    Table.Column("population_known", Text("Habitants connus", "Inhabitants known"), isDetail: true),
    Table.Column(
      "communes_without_population", Text("Communes sans population", "Communes without a population"), isDetail: true),
  ]
}

extension Table.Value {
  /// The cell of `Column.inhabitants`: `…` when the population is unknown.
  public static func inhabitants(of commune: Commune) -> Table.Value {
    .figure(commune.population.map { .number(Double($0)) } ?? .notAvailable, decimals: 0)
  }

  /// The cells of `Column.sumOfInhabitants`; `///` when there is nothing to sum up.
  static func cells(of sum: Inhabitants?) -> [Table.Value] {
    [sum.map(Table.Value.inhabitants) ?? .figure(.notApplicable, decimals: 0)] + known(of: sum)
  }

  /// The cells of `Column.ofKnownInhabitants`.
  static func known(of sum: Inhabitants?) -> [Table.Value] { [.integer(sum?.known), .integer(sum?.communesWithout)] }
}

extension Table {
  /// The notes below a table whose sums lack communes; empty when they lack none.
  static func notes(on sums: [Inhabitants]) -> [Text] {
    let lacking = sums.filter { $0.communesWithout > 0 }
    guard let most = lacking.max(by: { $0.communesWithout < $1.communesWithout }) else { return [] }
    return [
      Text("« au moins » : ", "\"at least\": ") + (lacking.count == 1 ? Text.empty : Text("jusqu’à ", "up to "))
        + most.withoutWords + Text.countedApartNotAsZero
    ]
  }
}
