import Bytes
import Cartopole
import Territory

/// The project in the repository, found from where this file stands.
enum ShippedPole {
  static let folder = Path.folder(#filePath)
  static let path = Path.join(Path.folder(Path.folder(folder)), "GeoData/pole.yaml")

  static func text() throws -> String { String(decoding: try FileBytes.read(path), as: UTF8.self) }
  static func node() throws -> DocumentNode { try YAMLDocument.read(path) }
  static func pole() throws -> Pole { try Pole(try node()) }
}

extension DocumentNode {
  /// The value at a path such as `members.groups[1].count` or `actions[plaquette].title`.
  func at(_ path: String) -> DocumentNode? {
    var node: DocumentNode? = self
    for step in path.split(separator: ".") {
      let parts = step.split(separator: "[")
      node = node?[String(parts[0])]
      for part in parts.dropFirst() {
        let index = String(part.dropLast())
        guard case .list(let items) = node?.content else { return nil }
        if let position = Int(index) {
          node = items.indices.contains(position) ? items[position] : nil
        } else {
          node = items.first { $0["id"]?.scalar == index }
        }
      }
    }
    return node
  }

  var scalar: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }
}
