import Bytes
import Territory

/// `canton: "9108"` — the communes of a canton, by the codes of the layer's vintage (2008).
struct WithinCanton: ReachRule {
  static let key = "canton"
  static let summary = Text("les communes d’un canton (codes de 2008)", "the communes of a canton (2008 codes)")
  private let rows: Set<Int>
  let label: Text

  init(_ value: Node, ground: Ground) throws(Problem) {
    let code = try value.string(Text(same: Self.key))
    rows = Set(ground.layer.communes.indices.filter { ground.layer.communes[$0].canton == code })
    guard let first = rows.min() else {
      let known = Set(ground.layer.communes.compactMap(\.canton)).sorted().joined(separator: ", ")
      throw value.problem(
        Text("aucune commune du canton \(code)", "no commune of canton \(code)"),
        fix: Text("cantons de la couche : \(known)", "cantons of the layer: \(known)"))
    }
    let name = ground.layer.communes[first].cantonName ?? code
    label = Text("dans le canton de \(name) (2008)".eliding(name), "in the canton of \(name) (2008)")
  }

  func reached(in ground: Ground, scale: Double) -> [Bool] {
    ground.layer.communes.indices.map { rows.contains($0) }
  }
}
