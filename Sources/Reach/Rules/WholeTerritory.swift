import Bytes
import Pole
import Territory

/// `territory: true` — every commune of the Pôle's territory.
struct WholeTerritory: ReachRule {
  static let key = "territory"
  static let summary = Text.everyCommuneOfTheTerritory

  init(_ value: DocumentNode, ground: Ground) throws(Problem) {
    guard try value.flag(Text(same: Self.key)) else {
      throw value.problem(
        Text.territoryCanOnlyBeTrue, fix: Text("sinon, retirez la règle", "otherwise remove the rule"))
    }
  }

  func reached(in ground: Ground, scale: Double) -> [Bool] {
    ground.layer.communes.indices.map { ground.territory.contains($0) }
  }

  let label = Text("sur tout le territoire", "over the whole territory")
}
