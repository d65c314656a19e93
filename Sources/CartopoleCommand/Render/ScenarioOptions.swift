import ArgumentParser
import Cartopole

/// The project that a map shows, the scenario that changes it, and the projection it is drawn in.
struct ScenarioOptions: ParsableArguments {
  @Option(file: "scénario : la carte de ce qu’il changerait", "scenario: the map of what it would change")
  var scenario: String?

  @Option(help: .crs) var crs: String?

  @OptionGroup var project: ProjectOptions

  /// Opens the project, changed by the scenario; the map then says so in its source line.
  func open(_ request: MapRequest) throws(Problem) -> (project: Project, request: MapRequest) {
    var (opened, request) = (try project.open(), request)
    if let scenario {
      let tried = try opened.applying(scenario: scenario)
      request.credit = [request.credit, tried.credit[request.language]].compactMap { $0 }.joined(separator: ". ")
      opened = tried.project
    }
    if let crs { opened = try opened.drawn(in: crs) }
    return (opened, request)
  }
}
