import Bytes

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
    of = try node.required("of", in: what).reference(Text(same: "of"), to: .structures, names)
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
