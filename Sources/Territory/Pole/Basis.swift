import Bytes

/// What a statement rests on.
public enum Basis: String, Sendable, CaseIterable {
  /// The fact sheet says it.
  case source
  /// The Pôle or a cited document says it, with `by` and `date`.
  case declared
  /// Nobody said it: a reason is given instead.
  case assumption

  /// The weakest of several bases: a result is only as sure as what it rests on.
  public static func weakest(_ bases: some Sequence<Basis>) -> Basis {
    var weakest = Basis.source
    for basis in bases {
      if basis == .assumption || weakest == .assumption {
        weakest = .assumption
      } else if basis == .declared {
        weakest = .declared
      }
    }
    return weakest
  }

  public var label: Text {
    switch self {
    case .source: Text("fiche du Pôle", "fact sheet")
    case .declared: Text("déclaré", "declared")
    case .assumption: Text("hypothèse", "assumption")
    }
  }
}

/// A basis with what supports it.
public struct Support: Sendable, Equatable {
  public var basis: Basis
  /// Who says it, for `declared`.
  public var by: String?
  /// When it was said (ISO 8601 date, month or year), for `declared`.
  public var date: String?
  /// Why it is supposed, for `assumption`.
  public var reason: String?

  public init(_ basis: Basis, by: String? = nil, date: String? = nil, reason: String? = nil) {
    self.basis = basis
    self.by = by
    self.date = date
    self.reason = reason
  }
}
