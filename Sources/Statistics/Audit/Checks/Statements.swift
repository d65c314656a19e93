import Bytes

extension Audit.Check {
  /// What the project says and its layers do not bear out, or do not tell: the façade has compared them.
  static let statements = Audit.Check(id: "layer") { _, input in
    input.statements.map { statement in
      Finding(
        "layer.\(statement.key)", statement.isWrong ? .mismatch : .note, statement.isWrong ? .error : .warning,
        statement.text, keys: [statement.key])
    }
  }
}
