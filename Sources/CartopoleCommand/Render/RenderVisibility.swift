import ArgumentParser
import Cartopole

struct RenderVisibility: RenderProjectMap {
  static let kind: any MapKind.Type = VisibilityMap.self
  static let example = "--theme print -o visibilite.pdf"

  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup(title: .project) var tried: ScenarioOptions
  @OptionGroup var common: CommonOptions

  func map(_ project: Project) -> any ProjectMap { VisibilityMap() }
}
