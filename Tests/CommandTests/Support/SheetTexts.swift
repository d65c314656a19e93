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
    ("t13b", 13, .bold), ("t13g", 13, .regular), ("t13", 13, .regular), ("t12b", 12.5, .bold), ("t12g", 12.5, .regular),
    ("t12", 12.5, .regular), ("t10b", 10, .bold), ("t10", 10, .regular),
  ]

  static func read(_ svg: String) throws -> [Placed] {
    let reader = TextReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    return reader.texts.compactMap { text in
      guard let x = text.attributes["x"].flatMap(Double.init), let style = text.attributes["class"],
        let look = sizes.first(where: { style.split(separator: " ").contains(Substring($0.name)) })
      else { return nil }
      let width = TextMetrics.width(text.words, size: look.size, weight: look.weight)
      switch text.attributes["text-anchor"] {
      case "middle": return Placed(text: text.words, left: x - width / 2, right: x + width / 2)
      case "end": return Placed(text: text.words, left: x - width, right: x)
      default: return Placed(text: text.words, left: x, right: x + width)
      }
    }
  }
}

/// The `<text>` elements of a file.
private final class TextReader: NSObject, XMLParserDelegate {
  private(set) var texts: [(attributes: [String: String], words: String)] = []
  private var isInside = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    guard name == "text" else { return }
    isInside = true
    texts.append((attributes, ""))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInside { texts[texts.count - 1].words += string }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "text" { isInside = false }
  }
}
