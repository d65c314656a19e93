import Bytes

/// What a statement rests on.
public enum Basis: String, Sendable, CaseIterable {
  /// The fact sheet says it.
  case source
  /// The Pôle or a cited document says it, with `by` and `date`.
  case declared
  /// No source says it; a reason is given instead.
  case assumption

  /// The weakest of several bases, because a result is only as sure as what it rests on; `source` for none.
  public static func weakest(_ bases: some Sequence<Basis>) -> Basis {
    // The cases stand in this order.
    let known = Set(bases)
    return allCases.last(where: known.contains) ?? .source
  }

  /// The basis in words.
  public var label: Text {
    switch self {
    case .source: Text("selon le Pôle", "according to the Pôle")
    case .declared: Text("déclaré", "declared")
    case .assumption: Text("hypothèse", "assumption")
    }
  }
}

/// A basis with its evidence: the author and date of a declaration, or the reason of an assumption.
public struct Support: Sendable, Equatable {
  /// What the statement rests on.
  public var basis: Basis
  /// The author of a declaration, for `declared`.
  public var by: String?
  /// The date of a declaration, for `declared`: a year, a month or a day of ISO 8601.
  public var date: String?
  /// Why it is assumed, for `assumption`.
  public var reason: Text?

  /// Makes a support; nothing is checked.
  public init(_ basis: Basis, by: String? = nil, date: String? = nil, reason: Text? = nil) {
    self.basis = basis
    self.by = by
    self.date = date
    self.reason = reason
  }
}
