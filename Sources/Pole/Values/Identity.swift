import Bytes

/// The origin of the Pôle: a year and the events, in order.
public struct History: Sendable, Equatable {
  /// Something that happened.
  public struct Event: Sendable, Equatable {
    /// The event in words.
    public var text: Text
    /// Ids of the structures that took part.
    public var structures: [String]
  }
  /// What the history rests on.
  public var support: Support
  /// Year of the events.
  public var year: Int
  /// The events, in the order of the file.
  public var events: [Event]

  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
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
  /// Members of one kind.
  public struct Group: Sendable, Equatable {
    /// Number of members of this kind.
    public var count: Int
    /// The kind in words.
    public var kind: Text
    /// Ids of those members that are structures of the project.
    public var structures: [String]
    /// Those members that the file lists one by one.
    public var list: [Member]
    /// The wording of the source, when it matters.
    public var printed: String?
  }
  /// A member that the file lists.
  public struct Member: Sendable, Equatable {
    /// Its name; `nil` for a natural person or one diffused in part that the file does not name.
    public var name: String?
    /// Where it is; `nil` when the file does not say.
    public var location: Location?

    init(reading node: DocumentNode) throws(Problem) {
      let what = Text("un membre", "a member")
      try node.allow(["name"] + Location.keys, in: what)
      location = try Location(reading: node)
      name =
        try Location.isPrivate(node)
        ? node["name"]?.words(Text(same: "name"))
        : node.required("name", in: what).words(Text(same: "name"))
    }
  }
  /// What the list of members rests on.
  public var support: Support
  /// Id of the structure that the members belong to.
  public var of: String
  /// Number of members that are legal persons, as the source prints it.
  public var legalPersons: Int
  /// The members by kind, in the order of the file.
  public var groups: [Group]

  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
    let what = Text(same: "members")
    try node.allow(["of", "legal_persons", "groups"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    of = try node.required("of", in: what).structureReference(Text(same: "of"), names)
    legalPersons = try node.required("legal_persons", in: what).integer(Text(same: "legal_persons"))
    groups = try node.required("groups", in: what).list(Text(same: "groups")) { (item) throws(Problem) in
      let group = Text("un groupe de membres", "a group of members")
      try item.allow(["count", "kind", "structures", "list", "printed"], in: group)
      return Group(
        count: try item.required("count", in: group).integer(Text(same: "count")),
        kind: try item.required("kind", in: group).text(Text(same: "kind")),
        structures: try item["structures"]?.structureReferences(Text(same: "structures"), names) ?? [],
        list: try item["list"]?.list(Text(same: "list"), Member.init(reading:)) ?? [],
        printed: try item["printed"]?.words(Text(same: "printed")))
    }
  }
}

/// The premises in which the structures work: the owner, the user and the terms.
public struct Premises: Sendable, Equatable {
  /// What the facts on the premises rest on.
  public var support: Support
  /// The owner in words.
  public var owner: Text
  /// Id of the structure that uses the premises.
  public var user: String
  /// The terms of use in words.
  public var terms: Text
  /// What the user gives in return; `nil` for nothing.
  public var inReturn: Text?

  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
    let what = Text(same: "premises")
    try node.allow(["owner", "user", "terms", "in_return"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    owner = try node.required("owner", in: what).text(Text(same: "owner"))
    user = try node.required("user", in: what).structureReference(Text(same: "user"), names)
    terms = try node.required("terms", in: what).text(Text(same: "terms"))
    inReturn = try node["in_return"]?.text(Text(same: "in_return"))
  }
}

/// The structures housed in the premises: their number as the source prints it, and their ids.
public struct Hosted: Sendable, Equatable {
  /// What the facts on the structures housed rest on.
  public var support: Support
  /// Number of structures, as the source prints it.
  public var count: Int
  /// Ids of the structures.
  public var structures: [String]
  /// Ids of those that founded the Pôle.
  public var founders: [String]

  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
    let what = Text(same: "hosted")
    try node.allow(["count", "structures", "founders"] + Support.keys, in: what)
    support = try Support(reading: node, in: what)
    count = try node.required("count", in: what).integer(Text(same: "count"))
    structures = try node.required("structures", in: what).structureReferences(Text(same: "structures"), names)
    founders = try node["founders"]?.structureReferences(Text(same: "founders"), names) ?? []
  }
}

/// The functions of the Pôle and the structures that hold them.
public struct Functions: Sendable, Equatable {
  /// A function and its holder.
  public struct Function: Sendable, Equatable {
    /// The function in words.
    public var name: Text
    /// Id of the structure that holds it.
    public var holder: String
  }
  /// What the list of functions rests on.
  public var support: Support
  /// The functions, in the order of the file.
  public var list: [Function]

  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
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
