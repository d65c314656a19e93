import Bytes
import Pole
import Territory

/// `communes: ["91223", …]` — communes by code or name.
struct ListedCommunes: NamingRule {
  static let key = "communes"
  static let summary = Text("les communes énumérées", "the communes listed")
  let rows: Set<Int>
  let label: Text

  init(_ value: DocumentNode, studyArea: StudyArea) throws(Problem) {
    var rows = Set<Int>()
    for item in try value.items(Text(same: Self.key)) { rows.insert(try studyArea.commune(item)) }
    guard !rows.isEmpty else {
      throw value.problem(Text("liste de communes vide", "empty list of communes"), fix: Text.giveCodesOrNames)
    }
    self.rows = rows
    let names = rows.sorted().prefix(3).map { studyArea.layer.communes[$0].name }
    label =
      rows.count <= 3
      ? Text(String.at(names), "in \(names.joined(separator: ", "))") : Text.inTheCommunesListed(rows.count)
  }
}
