import ArgumentParser
import Cartopole

/// `cartopole audit`: checks the project's figures against each other.
struct AuditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "audit",
      abstract: say("Confronte les chiffres du projet entre eux.", "Checks the project's figures against each other."),
      discussion: say("Exemple : cartopole audit --format markdown", "Example: cartopole audit --format markdown"))
  }

  @Flag(help: .words("finir par 65 s’il y a un constat à regarder", "end with 65 when something needs a look"))
  var strict = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let project = try project.open()
    let findings = try project.audit()
    try output.write(
      [AuditTables.findings(findings)], of: project.ground.layer, language: common.lang,
      json: AuditTables.json(findings, common.lang))
    if strict, findings.contains(where: { $0.severity.isProblem }) { throw ExitCode(ExitStatus.badData.rawValue) }
  }
}
