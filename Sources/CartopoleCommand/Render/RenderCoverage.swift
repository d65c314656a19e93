import ArgumentParser
import Cartopole

struct RenderCoverage: RenderProjectMap {
  static let kind: any MapKind.Type = CoverageMap.self
  static let example = "mobilite-solidaire -o carte.svg"

  @Argument(
    help: .words("actions à montrer (aucune : toutes ensemble)", "actions to show (none: all together)"),
    completion: .actions)
  var actions: [String] = []

  @Flag("une vignette par action, sur une page", "one panel an action, on one page") var multiples = false

  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup(title: .project) var tried: ScenarioOptions
  @OptionGroup var common: CommonOptions

  var shown: [String] { actions }

  func map(_ project: Project) -> any ProjectMap { CoverageMap(actions, multiples: multiples) }
}
