extension Audit.Check {
  /// A date missing, published within four years, more than 10 % apart.
  static let incompatibilities = Audit.Check(id: "incompatible") { register, _ in
    Incompatibility.pairs(in: register).map { pair in
      Finding(
        "incompatible.\(pair.first.findingKey).\(pair.first.line)-\(pair.second.line)", .incompatible, .warning,
        pair.text, figures: [pair.first, pair.second])
    }
  }
}
