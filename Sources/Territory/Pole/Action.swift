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
  public var carrier: String?
  /// What the statement that the action exists rests on.
  public var support: Support
  /// Reach rules as written; the Reach target gives them meaning. Their union is the action's reach.
  public var rules: [Node]
  /// What the reach rules rest on; `nil` without rules.
  public var ruleSupport: Support?
  public var noRule: NoRule?
  public var line: Int

  public init(
    id: String, title: String, status: Status, parent: String? = nil, year: Int? = nil, carrier: String? = nil,
    support: Support, rules: [Node] = [], ruleSupport: Support? = nil, noRule: NoRule? = nil, line: Int = 0
  ) {
    self.id = id
    self.title = title
    self.status = status
    self.parent = parent
    self.year = year
    self.carrier = carrier
    self.support = support
    self.rules = rules
    self.ruleSupport = ruleSupport
    self.noRule = noRule
    self.line = line
  }
}

/// A place the Pôle works from.
public struct Site: Sendable, Equatable {
  public var id: String
  public var name: String
  /// Code INSEE of its commune.
  public var insee: String
  /// Degrees east and north, WGS84; `nil` when only the commune is known.
  public var longitude: Double?
  public var latitude: Double?
  public var support: Support
  /// What the coordinates rest on.
  public var positionSupport: Support
  public var line: Int

  public init(
    id: String, name: String, insee: String, longitude: Double?, latitude: Double?, support: Support,
    positionSupport: Support, line: Int = 0
  ) {
    self.id = id
    self.name = name
    self.insee = insee
    self.longitude = longitude
    self.latitude = latitude
    self.support = support
    self.positionSupport = positionSupport
    self.line = line
  }
}
