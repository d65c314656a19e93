import Bytes

/// Checks the figures of a register and of a project against each other.
///
/// Every check computes with the printed numbers; none has its expected answer built in. A new
/// check is one file and one line in `checks`.
public enum Audit {
  /// One way of checking figures.
  public struct Check: Sendable {
    /// English snake_case; the ids of the findings begin with it.
    public let id: String
    /// Compares the figures of the register and the project, and returns what it finds.
    public let run: @Sendable (FiguresRegister, AuditInput) -> [Finding]
  }

  /// Every check, in the order in which findings are listed.
  public static let checks: [Check] = [
    .contradictions, .incompatibilities, .shareBases, .sharesAdd, .familiesAdd, .impliedEmployees, .secondPrintings,
    .sharesOfFrance, .sharesNear, .sharesBetween, .breaks, .sums, .namedGroups, .areaMentions, .recounts, .statements,
  ]

  /// The findings of every check, in the order of the checks.
  public static func findings(_ register: FiguresRegister, _ input: AuditInput = AuditInput()) -> [Finding] {
    checks.flatMap { $0.run(register, input) }
  }
}
