import Bytes
import Territory

/// `epci: "200017846"` — the communes of an EPCI, by SIREN, today's membership.
struct WithinEPCI: ReachRule {
  static let key = "epci"
  static let summary = Text(
    "les communes d’un EPCI (SIREN, composition actuelle)",
    "the communes of an EPCI (SIREN, today's membership)")
  private let rows: Set<Int>
  let label: Text

  init(_ value: Node, ground: Ground) throws(Problem) {
    let code = try value.string(Text(same: Self.key))
    rows = Set(ground.layer.communes.indices.filter { ground.layer.communes[$0].epci == code })
    guard let first = rows.min() else {
      let known = Set(ground.layer.communes.compactMap(\.epci)).sorted().joined(separator: ", ")
      throw value.problem(
        Text("aucune commune de l’EPCI \(code)", "no commune of EPCI \(code)"),
        fix: Text("EPCI de la couche : \(known)", "EPCI of the layer: \(known)"))
    }
    let name = ground.layer.communes[first].epciName ?? code
    label = Text(
      name.hasPrefix("Communauté") ? "dans la c\(name.dropFirst())" : "dans l’EPCI « \(name) »",
      "in the EPCI \"\(name)\"")
  }

  func reached(in ground: Ground, scale: Double) -> [Bool] {
    ground.layer.communes.indices.map { rows.contains($0) }
  }
}
