import ArgumentParser
import Cartopole

/// `cartopole audit`: checks the project's figures against each other.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "audit", "Confronte les chiffres du projet entre eux.", "Checks the project's figures against each other.",
    discussion: example("cartopole audit --format markdown"))

  @Flag("finir par 65 s’il y a un constat à regarder", "end with 65 when something needs a look") var strict = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let project = try project.open()
    let findings = try project.audit()
    try output.write(
      [AuditTables.findings(findings)], of: project.studyArea.layer,
      json: AuditTables.json(findings, output.language))
    if strict, findings.contains(where: { $0.severity.isProblem }) { throw ExitCode(ExitStatus.badData.rawValue) }
  }
}
