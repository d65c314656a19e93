import Bytes
import Pole
import Territory

/// `canton: "9108"` — the communes of a canton, given by its code in the layer's vintage.
struct WithinCanton: NamingRule {
  static let key = "canton"
  static let summary = Text.communesOfACanton
  let rows: Set<Int>
  let label: Text

  init(_ value: DocumentNode, studyArea: StudyArea) throws(Problem) {
    let code = try value.string(Text(same: Self.key))
    let name: String
    (rows, name) = try studyArea.members(
      value, code, code: \.canton, name: \.cantonName,
      none: Text("aucune commune du canton \(code)", "no commune of canton \(code)"),
      known: Text("cantons de la couche : ", "cantons of the layer: "))
    let year = studyArea.layer.vintage.map { " (\($0))" } ?? ""
    label = Text("dans le canton de \(name)\(year)".eliding(name), "in the canton of \(name)\(year)")
  }
}
