import Cartopole
import Foundation
import FoundationXML

/// The texts of a file as one font draws them: read from its markup and its style sheet alone.
struct DrawnTexts {
  struct Line: CustomStringConvertible {
    var words: String
    var box: Bounds
    /// A name of the map: in one of the groups `names`, `names-dark`, `names-p3`, ….
    var isLabel: Bool
    var description: String { "\(words) \(box)" }
  }

  let lines: [Line]

  /// The families a file asks for, in order, quotes gone.
  static func families(_ svg: String) -> [String] {
    let stacks = Set(styles(svg).matches(of: /font-family:([^;}]*)/).map { String($0.1) })
    return stacks.sorted().flatMap { $0.split(separator: ",") }.map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: " '"))
    }
  }

  /// The text of the file's style sheets.
  private static func styles(_ svg: String) -> String {
    svg.components(separatedBy: "<style>").dropFirst().map { $0.components(separatedBy: "</style>")[0] }.joined()
  }

  /// Whose advances a family has: Arial has those of Liberation Sans; `nil` for a generic name, which is no font.
  static func metrics(_ family: String) throws -> FontFamily? {
    switch family {
    case "Inter": .inter
    case "Liberation Sans", "Arial": .liberationSans
    case "sans-serif": nil
    default: throw Problem(.badData, Text(same: "no metrics of \(family)"))
    }
  }

  /// - Parameter family: the one whose own advances measure every text, the kerning allowance left out.
  init(_ svg: String, in family: FontFamily) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.linesApart.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    let rules = Self.styles(svg).matches(of: /\.([a-zA-Z0-9-]+)\{([^}]*)\}/).map { (name: $0.1, text: $0.2) }
    func property(_ name: String, _ text: Reader.Text, _ classes: [Substring]) -> String? {
      if let own = text.attributes[name] { return own }
      return rules.last { classes.contains($0.name) && $0.text.contains(name + ":") }.flatMap { rule in
        rule.text.split(separator: ";").first { $0.hasPrefix(name + ":") }.map {
          String($0.dropFirst(name.count + 1)).replacingOccurrences(of: "px", with: "")
        }
      }
    }
    lines = reader.texts.compactMap { text in
      let classes = (text.attributes["class"] ?? "").split(separator: " ")
      guard let x = text.attributes["x"].flatMap(Double.init), let y = text.attributes["y"].flatMap(Double.init),
        let size = property("font-size", text, classes).flatMap(Double.init)
      else { return nil }
      let weight = property("font-weight", text, classes).flatMap(Int.init).flatMap(FontWeight.init) ?? .regular
      let spacing = property("letter-spacing", text, classes).flatMap(Double.init) ?? 0
      let width =
        TextMetrics.width(text.words, size: size, weight: weight, family: family) + spacing * Double(text.words.count)
      let left =
        switch text.attributes["text-anchor"] {
        case "middle": x - width / 2
        case "end": x - width
        default: x
        }
      return Line(
        words: text.words,
        box: Bounds(
          minX: left, minY: y - size * TextMetrics.ascent, maxX: left + width, maxY: y + size * TextMetrics.descent),
        isLabel: text.isName)
    }
  }

  /// Pairs of texts that are no names whose boxes overlap: titles, legends, scale, notes. Lines of one text stand so
  /// that descenders and capitals nearly touch: half a px is let pass.
  var furnitureOverlaps: [(Line, Line)] {
    let furniture = lines.filter { !$0.isLabel }
    return furniture.indices.flatMap { number in
      furniture[(number + 1)...].filter { Self.overlap(furniture[number].box, $0.box, high: 0.5) }.map {
        (furniture[number], $0)
      }
    }
  }

  private static func overlap(_ a: Bounds, _ b: Bounds, high least: Double = 0.05) -> Bool {
    let wide = min(a.maxX, b.maxX) - max(a.minX, b.minX)
    let high = min(a.maxY, b.maxY) - max(a.minY, b.minY)
    return wide > 0.05 && high > least
  }

  /// Pairs of texts of the map, one of them a name, whose boxes have more than a corner in common; lines of one name
  /// follow each other and are no pair.
  var overlaps: [(Line, Line)] {
    var found: [(Line, Line)] = []
    for (number, line) in lines.enumerated() where line.isLabel {
      for (other, against) in lines.enumerated() where other != number {
        if against.isLabel, other < number || other == number + 1 && isNext(against, after: line) { continue }
        if Self.overlap(line.box, against.box) { found.append((line, against)) }
      }
    }
    return found
  }

  /// The names written, lines of one name put together where `names` has them so.
  func written(of names: Set<String>) -> Set<String> {
    let labels = lines.filter(\.isLabel)
    var found: Set<String> = []
    for (number, line) in labels.enumerated() {
      if names.contains(line.words) { found.insert(line.words) }
      guard number + 1 < labels.count else { continue }
      for joint in ["", " "] {
        let whole = line.words + joint + labels[number + 1].words
        if names.contains(whole) { found.insert(whole) }
      }
    }
    return found
  }

  /// A second line stands right under the first, in the same size.
  private func isNext(_ second: Line, after first: Line) -> Bool {
    let high = first.box.maxY - first.box.minY
    let gap = second.box.minY - first.box.minY
    return abs(second.box.maxY - second.box.minY - high) < 0.01 && gap > 0 && gap < high
  }

  /// `<text>` elements with what their attributes say; no group of ours moves its texts.
  private final class Reader: NSObject, XMLParserDelegate {
    struct Text {
      var attributes: [String: String]
      var isName: Bool
      var words = ""
    }
    private(set) var texts: [Text] = []
    private var groups: [String] = []
    private var isInside = false
    private var depthOfPattern = 0

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      if name == "pattern" { depthOfPattern += 1 }
      if name == "g" { groups.append(attributes["id"] ?? "") }
      guard name == "text", depthOfPattern == 0 else { return }
      isInside = true
      let isName = groups.contains { $0 == "names" || $0.hasPrefix("names-") }
      texts.append(Text(attributes: attributes, isName: isName))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if isInside { texts[texts.count - 1].words += string }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      if name == "pattern" { depthOfPattern -= 1 }
      if name == "g" { groups.removeLast() }
      if name == "text" { isInside = false }
    }
  }
}

extension String {
  /// The markup with each line of a name as a text of its own, its x without the half or whole space that follows it.
  var linesApart: String {
    var out = ""
    var rest = self[...]
    while let text = rest.firstMatch(
      of: #/<text([^>]*?) x="[^"]*" y="[^"]*">((?:<tspan x=[^>]*>[^<]*</tspan> ?)+)</text>/#)
    {
      out += rest[..<text.range.lowerBound]
      let attributes = String(text.output.1)
      let size = attributes.firstMatch(of: #/font-size="([^"]*)"/#).flatMap { Double($0.output.1) } ?? 0
      let share = attributes.contains("\"middle\"") ? 0.5 : attributes.contains("\"end\"") ? 1.0 : 0
      let wide = share * TextMetrics.width(" ", size: size, family: .inter)
      for line in text.output.2.matches(of: #/<tspan x="([^"]*)" y="([^"]*)">([^<]*)</tspan>( ?)/#) {
        let x: Double = ((Double(line.output.1) ?? 0) - (line.output.4.isEmpty ? 0 : wide)) * 10
        out += "<text\(attributes) x=\"\(x.rounded() / 10)\" y=\"\(line.output.2)\">\(line.output.3)</text>\n"
      }
      rest = rest[text.range.upperBound...]
    }
    return out + rest
  }
}
