import ArgumentParser
import Cartopole

struct RenderFigures: RenderKind {
  static let kind: any MapKind.Type = FiguresMap.self
  static let example = "-o parts.svg"

  /// The levels at which figures are published.
  enum Level: String, CaseIterable, ExpressibleByArgument { case departement, region }

  @Option("territoires dessinés", "areas drawn") var level: Level = .departement

  @OptionGroup(title: .classes) var classes: ShadeOptions
  @OptionGroup(title: .sheet) var sheet: SheetOptions
  @OptionGroup(title: .project) var tried: ScenarioOptions
  @OptionGroup var common: CommonOptions

  func draw(_ request: MapRequest) throws -> (drawing: Drawing, warnings: [Warning]) {
    let (project, request) = try tried.open(request)
    return try project.figures(level == .region ? .region : .departement, classes: classes.choice, request)
  }
}
