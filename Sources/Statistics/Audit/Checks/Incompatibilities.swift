extension Audit.Check {
  /// Figures of one subject that lack a date, were published within four years and differ by more than 10%.
  static let incompatibilities = Audit.Check(id: "incompatible") { register, _ in
    Incompatibility.pairs(in: register).map { pair in
      Finding(
        "incompatible.\(pair.first.findingKey).\(pair.first.line)-\(pair.second.line)", .incompatible, .warning,
        pair.text, figures: [pair.first, pair.second])
    }
  }
}
