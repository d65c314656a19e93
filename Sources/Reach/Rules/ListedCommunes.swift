import Bytes
import Pole
import Territory

/// `communes: ["91223", …]` — communes by code or name.
struct ListedCommunes: ReachRule {
  static let key = "communes"
  static let summary = Text("les communes énumérées", "the communes listed")
  private let rows: Set<Int>
  let label: Text

  init(_ value: DocumentNode, ground: Ground) throws(Problem) {
    var rows = Set<Int>()
    for item in try value.items(Text(same: Self.key)) { rows.insert(try ground.commune(item)) }
    guard !rows.isEmpty else {
      throw value.problem(Text("liste de communes vide", "empty list of communes"), fix: Text.giveCodesOrNames)
    }
    self.rows = rows
    let names = rows.sorted().prefix(3).map { ground.layer.communes[$0].name }
    label =
      rows.count <= 3
      ? Text(String.at(names), "in \(names.joined(separator: ", "))") : Text.inTheCommunesListed(rows.count)
  }

  func reached(in ground: Ground, scale: Double) -> [Bool] { ground.layer.communes.indices.map { rows.contains($0) } }
}
