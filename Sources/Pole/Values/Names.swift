import Bytes

/// The ids that a project file defines. They are gathered before any reference is read, so that a
/// reference may stand above its definition.
struct Names {
  /// A list of the file whose items have ids.
  enum Section: String, CaseIterable { case structures, sites, actions, channels }

  private var ids: [Section: [String]] = [:]
  /// The names of the structures by id, once they are read.
  var titles: [String: String] = [:]

  /// Throws 65 for malformed and repeated ids. Complexity: O(n²) in the number of ids, which are few.
  init(_ root: DocumentNode) throws(Problem) {
    for section in Section.allCases {
      let parent = section == .channels ? root["visibility"] : root
      ids[section] = try Self.ids(parent?[section.rawValue], Text(same: section.rawValue))
    }
  }

  /// The ids that a section defines.
  subscript(section: Section) -> [String] { ids[section] ?? [] }

  /// What readers call a structure; its id while it is not read.
  func title(of structure: String) -> String { titles[structure] ?? structure }

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
  func reference(_ what: Text, to section: Names.Section, _ names: Names) throws(Problem) -> String {
    let id = try string(what)
    guard names[section].contains(id) else {
      let known = names[section].isEmpty ? "—" : names[section].joined(separator: ", ")
      throw problem(
        Text.pointsToUndefinedId(what, id, section.rawValue),
        fix: Text("identifiants définis : \(known)", "ids defined: \(known)"))
    }
    return id
  }

  func structureReferences(_ what: Text, _ names: Names) throws(Problem) -> [String] {
    try list(what) { (item) throws(Problem) in try item.reference(what, to: .structures, names) }
  }
}
