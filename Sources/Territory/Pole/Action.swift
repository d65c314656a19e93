import Bytes

/// Something the Pôle has done or plans to do.
public struct Action: Sendable, Equatable {
  public enum Status: String, Sendable, CaseIterable {
    case realised, planned

    public var label: Text {
      self == .realised ? Text("réalisée", "realised") : Text("en projet", "planned")
    }
  }

  /// Why an action has no rule: its place is undecided, or it serves the structures rather than inhabitants.
  public enum NoRule: String, Sendable, CaseIterable {
    case undecided, `internal`

    public var label: Text {
      self == .undecided
        ? Text("lieu non décidé", "place undecided")
        : Text("action interne, au service des structures", "internal, serves the structures")
    }
  }

  public var id: String
  public var title: String
  public var status: Status
  /// The action this one is a part of; totals and overlaps never count both.
  public var parent: String?
  public var year: Int?
  /// Id of the structure that carries it.
  public var carrier: String?
  /// Where or for whom, in words, when no place is decided.
  public var place: Text?
  /// What it consists of, one idea each.
  public var details: [Text]
  /// The wording of the fact sheet, where it differs from the title and matters.
  public var printed: String?
  /// What the statement that the action exists rests on.
  public var support: Support
  /// Reach rules as written, each a map of one key; the Reach target gives them meaning. Their union is the
  /// action's reach. A parent without rules is listed through its parts.
  public var rules: [Node]
  /// What the reach rules rest on; `nil` without rules.
  public var ruleSupport: Support?
  public var noRule: NoRule?
  public var line: Int

  public init(
    id: String, title: String, status: Status, parent: String? = nil, year: Int? = nil, carrier: String? = nil,
    place: Text? = nil, details: [Text] = [], printed: String? = nil, support: Support, rules: [Node] = [],
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
