import Bytes

/// Reads a map of the project file by its keys. Every method throws 65, naming line and key, for another value.
struct FactReader {
  private let node: DocumentNode
  private let what: Text
  private let names: Names

  /// Throws 65 for a key that is not among `keys`, calling the map `what`.
  init(_ node: DocumentNode, _ what: Text, _ keys: [String], _ names: Names) throws(Problem) {
    try node.allow(keys, in: what)
    (self.node, self.what, self.names) = (node, what, names)
  }

  func text(_ key: String) throws(Problem) -> Text { try node.required(key, in: what).text(Text(same: key)) }
  func words(_ key: String) throws(Problem) -> String { try node.required(key, in: what).words(Text(same: key)) }
  func integer(_ key: String) throws(Problem) -> Int { try node.required(key, in: what).integer(Text(same: key)) }
  func texts(_ key: String) throws(Problem) -> [Text] { try node.required(key, in: what).texts(Text(same: key)) }

  /// The name of the structure whose id stands under a key.
  func structure(_ key: String) throws(Problem) -> String {
    names.title(of: try node.required(key, in: what).reference(Text(same: key), to: .structures, names))
  }

  /// The value under a key that need not be there.
  subscript(key: String) -> DocumentNode? { node[key] }

  /// The map under a key.
  func map(_ key: String, _ what: Text, _ keys: [String]) throws(Problem) -> FactReader {
    try FactReader(node.required(key, in: self.what), what, keys, names)
  }

  /// The maps of a list, in order; none without the key unless `isRequired`.
  func maps<Value>(
    _ key: String, isRequired: Bool = true, _ what: Text, _ keys: [String],
    _ read: (FactReader) throws(Problem) -> Value
  ) throws(Problem) -> [Value] {
    guard let list = isRequired ? try node.required(key, in: self.what) : node[key] else { return [] }
    let names = names
    return try list.list(Text(same: key)) { (item) throws(Problem) in
      try read(try FactReader(item, what, keys, names))
    }
  }

  /// Throws 65 for a reference to a structure or an action that is not defined.
  func checkReferences(structures: String? = nil, action: String? = nil) throws(Problem) {
    if let structures { _ = try node[structures]?.structureReferences(Text(same: structures), names) }
    if let action { _ = try node[action]?.reference(Text(same: action), to: .actions, names) }
  }

  /// An error (65) about the map.
  func problem(_ what: Text) -> Problem { node.problem(what) }
}
