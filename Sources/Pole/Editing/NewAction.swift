import Bytes
import Territory

/// An action about to be written into a project file.
public struct NewAction: Sendable, Equatable {
  /// A reach rule as the file writes it.
  public enum Rule: Sendable, Equatable {
    case territory
    /// Codes or names.
    case communes([String])
    /// Code of a canton of 2008.
    case canton(String)
    /// SIREN of an EPCI.
    case epci(String)
    case within(Centre, kilometres: Double)
    /// The communes that `order` shared borders or fewer away from one, and that commune.
    case neighbours(String, order: Int)
  }

  /// The place from which a radius is measured.
  public enum Centre: Sendable, Equatable {
    case site(String)
    case commune(String)
  }

  /// Id of the action, unique in the project.
  public var id: String
  /// Title of the action, as readers see it.
  public var title: String
  /// Whether the action is done or planned.
  public var status: Action.Status
  /// Id of the action this one is a part of; `nil` for none.
  public var parent: String?
  /// The reach rules; empty when `noRule` says why there are none.
  public var rules: [Rule]
  /// What the action and its rules rest on.
  public var support: Support
  /// Why the action has no rules; `nil` when it has some.
  public var noRule: Action.NoRule?

  /// Makes an action of these values; they are checked when it is written.
  public init(
    id: String, title: String, status: Action.Status, parent: String? = nil, rules: [Rule] = [], support: Support,
    noRule: Action.NoRule? = nil
  ) {
    self.id = id
    self.title = title
    self.status = status
    self.parent = parent
    self.rules = rules
    self.support = support
    self.noRule = noRule
  }

  /// Throws 64 for what no project file could make valid: a malformed id, neither a rule nor a reason, a basis
  /// without the values it requires, a radius that is not a length.
  func check() throws(Problem) {
    guard DocumentNode.isIdentifier(id) else {
      throw usage(Text("identifiant « \(id) » mal formé", "malformed id \"\(id)\""), Text.lowerCaseLettersAndDigits)
    }
    if let flaw = DocumentNode.tooLong(id) { throw usage(flaw.what, flaw.fix) }
    guard title.contains(where: { !$0.isWhitespace }) else {
      throw usage(Text("titre vide", "empty title"), Text("donnez un titre", "give a title"))
    }
    guard rules.isEmpty != (noRule == nil) else {
      throw usage(rules.isEmpty ? Text.neitherRuleNorReason : Text.bothRuleAndReason, Text.giveARuleOrReason)
    }
    try checkSupport()
    for rule in rules { try check(rule) }
  }

  private func checkSupport() throws(Problem) {
    switch support.basis {
    case .source: return
    case .declared:
      guard support.by == nil || support.date == nil else { break }
      throw usage(Text.declarationWithoutAuthorOrDate, Text.sayWhoDeclaredItWhen)
    case .assumption:
      guard support.reason == nil else { break }
      throw usage(Text("une hypothèse sans raison", "an assumption without a reason"), Text.sayWhyItIsAssumed)
    }
    if let date = support.date, !Support.isDate(date) {
      throw usage(Text("date « \(date) » mal formée", "malformed date \"\(date)\""), Text.writeYearMonthOrDay)
    }
  }

  private func check(_ rule: Rule) throws(Problem) {
    switch rule {
    case .communes(let list) where list.isEmpty:
      throw usage(Text("aucune commune", "no commune"), Text.giveCodesOrNames)
    case .within(_, let kilometres) where !(kilometres > 0 && kilometres.isFinite):
      throw usage(Text.radiusMustBePositive, Text("donnez des kilomètres", "give kilometres"))
    case .neighbours(_, let order) where order < 0:
      throw usage(Text.neighbourOrderCannotBeNegative, Text.orderOneSharesABorder)
    default: return
    }
  }

  private func usage(_ what: Text, _ fix: Text) -> Problem { Problem(.usage, what, fix: fix) }
}
