import Bytes

extension Audit.Check {
  /// Statements of the project that its layers contradict or cannot
  /// confirm; the Cartopole target has compared them.
  static let statements = Audit.Check(id: "layer") { _, input in input.statements }
}
