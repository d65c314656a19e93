import ArgumentParser
import Cartopole

struct RenderTerritory: RenderProjectMap {
  static let kind: any MapKind.Type = TerritoryMap.self
  static let example = "-o territoire.svg"

  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup(title: .project) var tried: ScenarioOptions
  @OptionGroup var common: CommonOptions

  func map(_ project: Project) -> any ProjectMap { TerritoryMap() }
}

extension String {
  /// Headings of help pages.
  static var sheet: String { say("Feuille", "Sheet") }
  static var project: String { say("Projet", "Project") }
  static var data: String { say("Données", "Data") }
  static var classes: String { say("Classes", "Classes") }
  static var style: String { say("Style", "Style") }
}
