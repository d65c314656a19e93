import Bytes

/// The ids that a project file defines. They are gathered before any reference is read, so that a
/// reference may stand above its definition.
struct Names {
  var structures: [String] = []
  var sites: [String] = []
  var actions: [String] = []
  var channels: [String] = []

  /// Throws 65 for malformed and repeated ids. Complexity: O(n²) in the number of ids, which are few.
  init(_ root: DocumentNode) throws(Problem) {
    structures = try Self.ids(root["structures"], Text(same: "structures"))
    sites = try Self.ids(root["sites"], Text(same: "sites"))
    actions = try Self.ids(root["actions"], Text(same: "actions"))
    channels = try Self.ids(root["visibility"]?["channels"], Text(same: "channels"))
  }

  private static func ids(_ list: DocumentNode?, _ what: Text) throws(Problem) -> [String] {
    guard let list else { return [] }
    var found: [(id: String, line: Int)] = []
    for item in try list.items(what) {
      _ = try item.entries(Text("un élément de \(what.fr)", "an item of \(what.en)"))
      let node = try item.required("id", in: Text("un élément de \(what.fr)", "an item of \(what.en)"))
      let id = try node.identifier(Text(same: "id"))
      if let first = found.first(where: { $0.id == id }) {
        throw node.problem(Text.idIsAlreadyUsed(id, first.line), fix: Text("donnez-en un autre", "give another one"))
      }
      found.append((id, node.line))
    }
    return found.map(\.id)
  }
}

extension DocumentNode {
  /// A reference to one of the ids of a section. Throws 65 when the section does not define it.
  func reference(_ what: Text, to ids: [String], of section: String) throws(Problem) -> String {
    let id = try string(what)
    guard ids.contains(id) else {
      let known = ids.isEmpty ? "—" : ids.joined(separator: ", ")
      throw problem(
        Text.pointsToUndefinedId(what, id, section),
        fix: Text("identifiants définis : \(known)", "ids defined: \(known)"))
    }
    return id
  }

  func structureReference(_ what: Text, _ names: Names) throws(Problem) -> String {
    try reference(what, to: names.structures, of: "structures")
  }

  func actionReference(_ what: Text, _ names: Names) throws(Problem) -> String {
    try reference(what, to: names.actions, of: "actions")
  }

  func siteReference(_ what: Text, _ names: Names) throws(Problem) -> String {
    try reference(what, to: names.sites, of: "sites")
  }

  func structureReferences(_ what: Text, _ names: Names) throws(Problem) -> [String] {
    try list(what) { (item) throws(Problem) in try item.structureReference(what, names) }
  }
}
