import Cartopole
import Foundation
import FoundationXML

/// The texts of a map with the room they take, measured in the widest of the fonts named in the file.
struct SheetTexts {
  struct Placed: CustomStringConvertible {
    var text: String
    var left: Double
    var right: Double
    var description: String { "\(left)…\(right) \(text.prefix(60))" }
  }

  /// Sizes of the sheet's own classes, px; labels carry theirs.
  private static let sizes: [(name: String, size: Double, weight: FontWeight)] = [
    ("t24", 24, .bold), ("t22", 22, .bold), ("t20", 20, .bold), ("t19", 19, .bold), ("t14", 14, .regular),
    ("t13b", 13, .bold), ("t13g", 13, .regular), ("t13", 13, .regular), ("t12b", 12.5, .bold),
    ("t12g", 12.5, .regular), ("t12", 12.5, .regular), ("t10b", 10, .bold), ("t10", 10, .regular),
  ]

  static func read(_ svg: String) throws -> [Placed] {
    let document = try XMLDocument(xmlString: svg)
    return try document.nodes(forXPath: "//*[local-name()='text']").compactMap { node in
      guard let element = node as? XMLElement, let text = element.stringValue,
        let x = element.attribute(forName: "x")?.stringValue.flatMap(Double.init),
        let style = element.attribute(forName: "class")?.stringValue,
        let look = sizes.first(where: { style.split(separator: " ").contains(Substring($0.name)) })
      else { return nil }
      let width = TextMetrics.width(text, size: look.size, weight: look.weight)
      switch element.attribute(forName: "text-anchor")?.stringValue {
      case "middle": return Placed(text: text, left: x - width / 2, right: x + width / 2)
      case "end": return Placed(text: text, left: x - width, right: x)
      default: return Placed(text: text, left: x, right: x + width)
      }
    }
  }
}
