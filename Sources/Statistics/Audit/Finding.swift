import Bytes

/// A result of the audit about some figures.
public struct Finding: Sendable, Equatable {
  /// What a finding is about.
  public enum Kind: String, Sendable, CaseIterable {
    /// Figures of the same thing at the same date exclude each other.
    case contradiction
    /// Figures of one subject lack a date, were published within four years and differ by more than 10%.
    case incompatible
    /// The words do not say what the numbers say.
    case wording
    /// Numbers that add up, or do not.
    case arithmetic
    /// The document calls something by a kind that it is not.
    case mismatch
    /// The reader should know it before using the figures.
    case note

    /// The kind in words.
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

  /// How serious a finding is.
  public enum Severity: String, Sendable, CaseIterable {
    /// Checked, and right.
    case confirmed
    /// Nothing is wrong, but the reader should know it.
    case note
    /// The reader should check it.
    case warning
    /// At least one number is wrong.
    case error

    /// Whether the finding makes `audit --strict` end with exit code 65.
    public var isProblem: Bool { self == .warning || self == .error }

    /// The severity in words.
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
  /// What the finding is about.
  public let kind: Kind
  /// How serious the finding is.
  public let severity: Severity
  /// What was found, with the arithmetic spelled out.
  public let text: Text
  /// The rows of the register that the finding is about.
  public let figures: [Figure]
  /// The keys of the project that the finding is about.
  public let keys: [String]

  /// Makes a finding of these values.
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
