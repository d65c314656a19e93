import Bytes

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
