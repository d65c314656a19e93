import Bytes
import Pole
import Territory

/// `epci: "200017846"` — the communes of an EPCI, given by its SIREN number, in its current composition.
struct WithinEPCI: ReachRule {
  static let key = "epci"
  static let summary = Text.communesOfAnEPCI
  private let members: MembersOf
  let label: Text

  init(_ value: DocumentNode, ground: Ground) throws(Problem) {
    let code = try value.string(Text(same: Self.key))
    members = try MembersOf(
      value, code, ground: ground, code: \.epci, name: \.epciName,
      none: Text("aucune commune de l’EPCI \(code)", "no commune of EPCI \(code)"),
      known: Text("EPCI de la couche : ", "EPCI of the layer: "))
    let name = members.name
    label = Text(
      name.hasPrefix("Communauté") ? "dans la c\(name.dropFirst())" : "dans l’EPCI « \(name) »",
      "in the EPCI \"\(name)\"")
  }

  func reached(in ground: Ground, scale: Double) -> [Bool] { members.reached(in: ground) }
}
