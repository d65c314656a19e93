import Bytes

/// Something the Pôle has done or plans to do.
public struct Action: Sendable, Equatable {
  /// Whether an action is done.
  public enum Status: String, Sendable, CaseIterable {
    case realised, planned

    /// The status in words.
    public var label: Text { self == .realised ? Text("réalisée", "realised") : Text("en projet", "planned") }
  }

  /// Why an action has no rule: its place is undecided, or it serves
  /// the structures rather than the inhabitants.
  public enum NoRule: String, Sendable, CaseIterable {
    case undecided, `internal`

    /// The reason in words.
    public var label: Text {
      self == .undecided ? Text("lieu non décidé", "place undecided") : Text.internalActionServesStructures
    }
  }

  /// Id by which other parts of the file refer to the action, unique among actions.
  public var id: String
  /// Title, as readers see it.
  public var title: Text
  /// Whether the action is done or planned.
  public var status: Status
  /// Id of the action this one is a part of; totals and overlaps never count both.
  public var parent: String?
  /// Year in which it was done; `nil` when the file gives none.
  public var year: Int?
  /// Id of the structure that carries it; `nil` when the file gives none.
  public var carrier: String?
  /// The place or the public in words, when no place is decided.
  public var place: Text?
  /// What it consists of, one idea each.
  public var details: [Text]
  /// The wording of the fact sheet, when it differs from the title and matters.
  public var printed: String?
  /// What the statement that the action exists rests on.
  public var support: Support
  /// Reach rules as written, each a map of one key; the Reach target gives them their meaning. The reach of the
  /// action is the union of the rules. A parent without rules is listed through its parts.
  public var rules: [DocumentNode]
  /// What the reach rules rest on; `nil` without rules.
  public var ruleSupport: Support?
  /// Why the action has no rules; `nil` when it has rules or parts.
  public var noRule: NoRule?
  /// 1-based line of the action in the project file; 0 when it comes from no file.
  public var line: Int

  /// Makes an action of these values; nothing is checked.
  public init(
    id: String, title: Text, status: Status, parent: String? = nil, year: Int? = nil, carrier: String? = nil,
    place: Text? = nil, details: [Text] = [], printed: String? = nil, support: Support, rules: [DocumentNode] = [],
    ruleSupport: Support? = nil, noRule: NoRule? = nil, line: Int = 0
  ) {
    self.id = id
    self.title = title
    self.status = status
    self.parent = parent
    self.year = year
    self.carrier = carrier
    self.place = place
    self.details = details
    self.printed = printed
    self.support = support
    self.rules = rules
    self.ruleSupport = ruleSupport
    self.noRule = noRule
    self.line = line
  }
}
