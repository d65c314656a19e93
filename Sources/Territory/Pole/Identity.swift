import Bytes

/// How the Pôle came to be: a year and what happened, in order.
public struct History: Sendable, Equatable {
  public struct Event: Sendable, Equatable {
    public var text: Text
    public var structures: [String]
  }
  public var support: Support
  public var year: Int
  public var events: [Event]

  init(reading node: Node, _ names: Names) throws(Problem) {
    let what = Text(same: "history")
    try node.allow(["year", "events"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    year = try node.required("year", in: what).integer(Text(same: "year"))
    events = try node.required("events", in: what).list(Text(same: "events")) { (item) throws(Problem) in
      let event = Text("un événement", "an event")
      try item.allow(["text", "structures"], in: event)
      return Event(
        text: try item.required("text", in: event).text(Text(same: "text")),
        structures: try item["structures"]?.structureReferences(Text(same: "structures"), names) ?? [])
    }
  }
}

/// The legal persons that belong to the Pôle's association, by kind.
public struct Members: Sendable, Equatable {
  public struct Group: Sendable, Equatable {
    public var count: Int
    public var kind: Text
    public var structures: [String]
    public var printed: String?
  }
  public var support: Support
  /// The structure that represents them.
  public var of: String
  public var legalPersons: Int
  public var groups: [Group]

  init(reading node: Node, _ names: Names) throws(Problem) {
    let what = Text(same: "members")
    try node.allow(["of", "legal_persons", "groups"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    of = try node.required("of", in: what).structureReference(Text(same: "of"), names)
    legalPersons = try node.required("legal_persons", in: what).integer(Text(same: "legal_persons"))
    groups = try node.required("groups", in: what).list(Text(same: "groups")) { (item) throws(Problem) in
      let group = Text("un groupe de membres", "a group of members")
      try item.allow(["count", "kind", "structures", "printed"], in: group)
      return Group(
        count: try item.required("count", in: group).integer(Text(same: "count")),
        kind: try item.required("kind", in: group).text(Text(same: "kind")),
        structures: try item["structures"]?.structureReferences(Text(same: "structures"), names) ?? [],
        printed: try item["printed"]?.words(Text(same: "printed")))
    }
  }
}

/// Where the structures work, whose it is, and on what terms.
public struct Premises: Sendable, Equatable {
  public var support: Support
  public var owner: Text
  /// The structure that uses it.
  public var user: String
  public var terms: Text
  public var inReturn: Text?

  init(reading node: Node, _ names: Names) throws(Problem) {
    let what = Text(same: "premises")
    try node.allow(["owner", "user", "terms", "in_return"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    owner = try node.required("owner", in: what).text(Text(same: "owner"))
    user = try node.required("user", in: what).structureReference(Text(same: "user"), names)
    terms = try node.required("terms", in: what).text(Text(same: "terms"))
    inReturn = try node["in_return"]?.text(Text(same: "in_return"))
  }
}

/// The structures housed in the premises: the number the source prints, and which.
public struct Hosted: Sendable, Equatable {
  public var support: Support
  public var count: Int
  public var structures: [String]
  /// Those that founded the Pôle.
  public var founders: [String]

  init(reading node: Node, _ names: Names) throws(Problem) {
    let what = Text(same: "hosted")
    try node.allow(["count", "structures", "founders"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    count = try node.required("count", in: what).integer(Text(same: "count"))
    structures = try node.required("structures", in: what).structureReferences(Text(same: "structures"), names)
    founders = try node["founders"]?.structureReferences(Text(same: "founders"), names) ?? []
  }
}

/// What is done at the Pôle and by whom.
public struct Functions: Sendable, Equatable {
  public struct Function: Sendable, Equatable {
    public var name: Text
    /// The structure that holds it.
    public var holder: String
  }
  public var support: Support
  public var list: [Function]

  init(reading node: Node, _ names: Names) throws(Problem) {
    let what = Text(same: "functions")
    try node.allow(["list"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    list = try node.required("list", in: what).list(Text(same: "list")) { (item) throws(Problem) in
      let function = Text("une fonction", "a function")
      try item.allow(["name", "holder"], in: function)
      return Function(
        name: try item.required("name", in: function).text(Text(same: "name")),
        holder: try item.required("holder", in: function).structureReference(Text(same: "holder"), names))
    }
  }
}
