import Bytes

/// A body or place the file refers to: an association of the Pôle, the Collectif, the Pôle itself.
public struct Structure: Sendable, Equatable {
  /// Id by which other parts of the file refer to the structure, unique among structures.
  public var id: String
  /// Name of the structure, as readers see it.
  public var name: String
  /// What it is, in words.
  public var kind: Text
  /// Legal form in words; `nil` when the file gives none.
  public var legalForm: Text?
  /// `false` for a place that is no legal person.
  public var legalIdentity: Bool
  /// Id of the structure that created it as a branch; `nil` for a structure that began on its own.
  public var branchOf: String?
  /// Whether the branch has since taken statutes of its own.
  public var ownStatutes: Bool
  /// Where it is; `nil` when the file does not say.
  public var location: Location?
  /// What the facts on the structure rest on.
  public var support: Support
  /// 1-based line of the structure in the project file.
  public var line: Int

  init(reading node: DocumentNode, _ names: Names) throws(Problem) {
    let what = Text("une structure", "a structure")
    try node.allow(
      ["id", "name", "kind", "legal_form", "legal_identity", "branch_of", "own_statutes"] + Location.keys
        + Support.keys, in: what)
    id = try node.required("id", in: what).identifier(Text(same: "id"))
    name = try node.required("name", in: what).words(Text(same: "name"))
    kind = try node.required("kind", in: what).text(Text(same: "kind"))
    legalForm = try node["legal_form"]?.text(Text(same: "legal_form"))
    legalIdentity = try node["legal_identity"]?.flag(Text(same: "legal_identity")) ?? true
    branchOf = try node["branch_of"]?.reference(Text(same: "branch_of"), to: .structures, names)
    ownStatutes = try node["own_statutes"]?.flag(Text(same: "own_statutes")) ?? false
    location = try Location(reading: node)
    support = try Support(reading: node, in: what)
    line = node.line
  }

  func statement(naming name: (String) -> String) -> Statement {
    var parts = [kind]
    if let legalForm { parts.append(legalForm) }
    if !legalIdentity { parts.append(Text("sans identité juridique", "without legal identity")) }
    if let branchOf { parts.append(Text("branche créée par \(name(branchOf))", "branch created by \(name(branchOf))")) }
    if ownStatutes { parts.append(Text.hasSinceBecomeAutonomous) }
    let text = Text(same: self.name) + .colon + Text.joined(parts, separator: ", ")
    return Statement(Text("Structures", "Structures"), text, support)
  }
}
