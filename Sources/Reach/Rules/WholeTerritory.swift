import Bytes
import Pole
import Territory

/// `territory: true` — every commune of the Pôle's territory.
struct WholeTerritory: NamingRule {
  static let key = "territory"
  static let summary = Text.everyCommuneOfTheTerritory
  let rows: Set<Int>

  init(_ value: DocumentNode, studyArea: StudyArea) throws(Problem) {
    guard try value.flag(Text(same: Self.key)) else {
      throw value.problem(
        Text.territoryCanOnlyBeTrue, fix: Text("sinon, retirez la règle", "otherwise remove the rule"))
    }
    rows = Set(studyArea.territory)
  }

  let label = Text("sur tout le territoire", "over the whole territory")
}
