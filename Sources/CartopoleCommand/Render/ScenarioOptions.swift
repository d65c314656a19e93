import ArgumentParser
import Cartopole

/// The project that a map shows, and the scenario that changes it.
struct ScenarioOptions: ParsableArguments {
  @Option(
    help: .words("scénario : la carte de ce qu’il changerait", "scenario: the map of what it would change", "file"),
    completion: .file())
  var scenario: String?

  @OptionGroup var project: ProjectOptions

  /// Opens the project, changed by the scenario; the map then says so in its source line.
  func open(_ request: MapRequest) throws(Problem) -> (project: Project, request: MapRequest) {
    let opened = try project.open()
    guard let scenario else { return (opened, request) }
    let tried = try opened.applying(scenario: scenario)
    var request = request
    request.credit = [request.credit, tried.credit[request.language]].compactMap { $0 }.joined(separator: ". ")
    return (tried.project, request)
  }
}
