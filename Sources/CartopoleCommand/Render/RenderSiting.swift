import ArgumentParser
import Cartopole

struct RenderSiting: RenderProjectMap {
  static let kind: any MapKind.Type = SitingMap.self
  static let example = "epicerie-solidaire --count 1 -o epicerie.svg"

  @Argument(help: .words("action à implanter", "action to site"), completion: .actions) var action: String?

  @OptionGroup(title: say("Où ouvrir", "Where to open")) var siting: SitingOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup(title: .project) var tried: ScenarioOptions
  @OptionGroup var common: CommonOptions

  var shown: [String] { [action].compactMap { $0 } }

  func map(_ project: Project) throws -> any ProjectMap {
    guard siting.objective != .all else {
      throw Problem(.usage, Text.sitingMapShowsOneObjective, fix: Text("ôtez --objective all", "drop --objective all"))
    }
    if let action { _ = try project.action(action) }
    return SitingMap(try siting.question(project).answer(siting.objective.objectives[0]), of: action)
  }
}
