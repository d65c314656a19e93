import Bytes

/// What an audit has to say about some figures.
public struct Finding: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The same thing at the same date, and values that exclude each other.
    case contradiction
    /// A date missing, published within four years, more than 10 % apart.
    case incompatible
    /// The words do not say what the numbers say.
    case wording
    /// Numbers that add up, or do not.
    case arithmetic
    /// Something called what it is not.
    case mismatch
    /// Worth knowing before using the figures.
    case note

    public var label: Text {
      switch self {
      case .contradiction: Text("contradiction", "contradiction")
      case .incompatible: Text("chiffres incompatibles", "incompatible figures")
      case .wording: Text("formulation", "wording")
      case .arithmetic: Text("calcul", "arithmetic")
      case .mismatch: Text("nature différente", "mismatch")
      case .note: Text("remarque", "remark")
      }
    }
  }

  public enum Severity: String, Sendable, CaseIterable {
    /// Checked, and right.
    case confirmed
    /// Nothing wrong, but a reader should know.
    case note
    /// Somebody should look.
    case warning
    /// One number at least is wrong.
    case error

    /// What makes `audit --strict` end with 65.
    public var isProblem: Bool { self == .warning || self == .error }

    public var label: Text {
      switch self {
      case .confirmed: Text("vérifié", "confirmed")
      case .note: Text("à savoir", "note")
      case .warning: Text("à regarder", "warning")
      case .error: Text("erreur", "error")
      }
    }
  }

  /// `check.what`, unique in an audit and stable between runs.
  public let id: String
  public let kind: Kind
  public let severity: Severity
  /// What was found, with the arithmetic spelled out.
  public let text: Text
  /// The register's rows concerned.
  public let figures: [Figure]
  /// The keys of the project concerned.
  public let keys: [String]

  public init(
    _ id: String, _ kind: Kind, _ severity: Severity, _ text: Text, figures: [Figure] = [], keys: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.severity = severity
    self.text = text
    self.figures = figures
    self.keys = keys
  }
}
