import ArgumentParser
import Cartopole

/// `cartopole render` of a project's map without any of the options few maps have: those, forty of them, take the
/// parser longer than some maps take to be drawn.
struct PlainMap: ParsableCommand {
  @Argument var kind: String
  @Argument var actions: [String] = []
  @OptionGroup var sheet: SheetOptions
  @OptionGroup var project: ProjectOptions
  @OptionGroup var common: CommonOptions

  /// Kinds with options of their own, and those of a layer, are `RenderCommand`'s.
  func validate() throws {
    _ = try MapKinds.named(kind)
    if kind == "siting" || kind == "density" { throw ValidationError(kind) }
  }

  func run() throws {
    let theme = try Theme.named(sheet.theme)
    let target = sheet.target(kind, actions)
    let picture = try Picture(path: target)
    let request = MapRequest(
      actions: actions, language: common.lang, width: sheet.width, theme: theme, labels: sheet.labels)
    try picture.write(project.open().map(kind, request))
    sheet.sayWhere(target)
  }
}
