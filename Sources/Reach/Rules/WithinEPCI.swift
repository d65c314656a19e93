import Bytes
import Pole
import Territory

/// `epci: "200017846"` — the communes of an EPCI, given by its SIREN number, in its current composition.
struct WithinEPCI: NamingRule {
  static let key = "epci"
  static let summary = Text.communesOfAnEPCI
  let rows: Set<Int>
  let label: Text

  init(_ value: DocumentNode, studyArea: StudyArea) throws(Problem) {
    let code = try value.string(Text(same: Self.key))
    let name: String
    (rows, name) = try studyArea.members(
      value, code, code: \.epci, name: \.epciName,
      none: Text("aucune commune de l’EPCI \(code)", "no commune of EPCI \(code)"),
      known: Text("EPCI de la couche : ", "EPCI of the layer: "))
    label = Text(
      name.hasPrefix("Communauté") ? "dans la c\(name.dropFirst())" : "dans l’EPCI « \(name) »",
      "in the EPCI \"\(name)\"")
  }
}
