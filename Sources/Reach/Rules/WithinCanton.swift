import Bytes
import Pole
import Territory

/// `canton: "9108"` — the communes of a canton, given by its code in the layer's vintage.
struct WithinCanton: ReachRule {
  static let key = "canton"
  static let summary = Text.communesOfACanton
  private let members: MembersOf
  let label: Text

  init(_ value: DocumentNode, ground: Ground) throws(Problem) {
    let code = try value.string(Text(same: Self.key))
    members = try MembersOf(
      value, code, ground: ground, code: \.canton, name: \.cantonName,
      none: Text("aucune commune du canton \(code)", "no commune of canton \(code)"),
      known: Text("cantons de la couche : ", "cantons of the layer: "))
    let name = members.name
    let year = ground.layer.vintage.map { " (\($0))" } ?? ""
    label = Text("dans le canton de \(name)\(year)".eliding(name), "in the canton of \(name)\(year)")
  }

  func reached(in ground: Ground, scale: Double) -> [Bool] { members.reached(in: ground) }
}
