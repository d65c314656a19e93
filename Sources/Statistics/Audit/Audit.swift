import Bytes

/// Checks the figures of a register and of a project against each other.
///
/// Every check works by arithmetic on what is printed; none knows its answer. A new check is one file and one
/// line in `checks`.
public enum Audit {
  public struct Check: Sendable {
    /// English snake_case; the first word of its findings' ids.
    public let id: String
    public let run: @Sendable (FiguresRegister, AuditInput) -> [Finding]
  }

  public static let checks: [Check] = [
    .contradictions,
    .incompatibilities,
    .shareBases,
    .sharesAdd,
    .familiesAdd,
    .impliedEmployees,
    .secondPrintings,
    .sharesOfFrance,
    .breaks,
    .sums,
    .namedGroups,
    .areaMentions,
    .recounts,
    .statements,
  ]

  /// The findings of every check, in the order of the checks.
  public static func findings(_ register: FiguresRegister, _ input: AuditInput = AuditInput()) -> [Finding] {
    checks.flatMap { $0.run(register, input) }
  }
}
