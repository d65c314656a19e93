import Cartopole
import Foundation
import FoundationXML
import Testing

/// What every picture keeps to so that Chromium, Firefox, Inkscape, LibreOffice and librsvg draw it alike; what each of
/// them draws is measured by Tests/Oracles/viewers/compare.py.
@Suite struct ViewerTests {
  /// Elements and, besides `id` and `class`, attributes: all of SVG 1.1 but the last row.
  private static let elements: Set<String> = [
    "svg", "title", "desc", "style", "defs", "g", "use", "path", "rect", "circle", "line", "text", "clipPath",
    "pattern", "image", "tspan",
  ]
  private static let attributes: Set<String> = [
    "id", "class", "viewBox", "x", "y", "width", "height", "rx", "cx", "cy", "r", "x1", "y1", "x2", "y2", "d",
    "transform", "clip-path", "xlink:href", "patternUnits", "text-anchor", "font-size", "fill", "stroke",
    "stroke-width", "role", "aria-labelledby", "lang", "data-insee", "data-value", "xml:lang",
    // Only Inkscape reads these two.
    "inkscape:groupmode", "inkscape:label",
  ]
  private static let properties: Set<String> = [
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linejoin", "stroke-dasharray",
    "font-family", "font-size", "font-weight", "font-style",
    // LibreOffice 7.4 passes over these two, librsvg 2.54 over the second: nothing is lost.
    "letter-spacing", "font-variant-numeric",
  ]

  private static func root(_ plate: Gallery.Plate) throws -> XMLElement {
    try #require(try XMLDocument(data: Data(try Gallery.draw(plate).svg())).rootElement())
  }

  private static func all(_ element: XMLElement) -> [XMLElement] {
    [element] + (element.children ?? []).compactMap { $0 as? XMLElement }.flatMap(all)
  }

  private static func value(_ element: XMLElement, _ name: String) -> String? {
    element.attributes?.first { $0.name == name }?.stringValue
  }

  /// Classes of the style sheet with their properties; records a class that is defined twice.
  private static func rules(_ elements: [XMLElement]) -> [String: [String: String]] {
    var rules: [String: [String: String]] = [:]
    let sheets = elements.filter { $0.name == "style" }
    #expect(sheets.count == 1)
    for rule in (sheets.first?.stringValue ?? "").matches(of: /([^{}]+)\{([^{}]*)\}/) {
      let selector = rule.1.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(selector.wholeMatch(of: /\.[a-z0-9-]+/) != nil, "\(selector) is not one class")
      #expect(rules[selector] == nil, "\(selector) comes twice")
      rules[selector] = [:]
      for declaration in rule.2.split(separator: ";") {
        let parts = declaration.split(separator: ":", maxSplits: 1).map(String.init)
        rules[selector]?[parts[0]] = parts[1]
      }
    }
    return rules
  }

  @Test(arguments: Gallery.plates) func onlyWhatAllViewersKnow(plate: Gallery.Plate) throws {
    let elements = Self.all(try Self.root(plate))
    for element in elements {
      #expect(Self.elements.contains(element.name ?? ""), "\(element.name ?? "")")
      for attribute in element.attributes ?? [] {
        let name = attribute.name ?? ""
        #expect(Self.attributes.contains(name), "\(element.name ?? "") \(name)")
        // Moving and turning is all that transforms do.
        if name == "transform" {
          #expect(attribute.stringValue?.wholeMatch(of: /(translate|rotate)\([-0-9. ]+\)/) != nil)
        }
      }
    }
    for (selector, rule) in Self.rules(elements) {
      #expect(Set(rule.keys).subtracting(Self.properties).isEmpty, "\(selector) \(rule)")
    }
  }

  /// Browsers take the later rule of the style sheet, LibreOffice the first class of the element.
  @Test(arguments: Gallery.plates) func noTwoClassesSayDifferentThings(plate: Gallery.Plate) throws {
    let elements = Self.all(try Self.root(plate))
    let rules = Self.rules(elements)
    let all = Set(elements.compactMap { Self.value($0, "class") })
    #expect(all.count > 10)
    for classes in all {
      var said: [String: String] = [:]
      for name in classes.split(separator: " ") {
        for (property, value) in rules["." + name] ?? [:] {
          #expect(said[property, default: value] == value, "\(classes): \(property)")
          said[property] = value
        }
      }
    }
  }

  /// The edge of a name is a first copy of it: so the name itself says nothing of fill and stroke, its groups do, and
  /// every name has its edge below.
  /// The dot plot has no names on fills.
  @Test(arguments: Gallery.plates.filter { $0.kind != FiguresChart.name }) func edgesAreDrawnUnderNames(
    plate: Gallery.Plate
  ) throws {
    let root = try Self.root(plate)
    let rules = Self.rules(Self.all(root))
    let groups = Self.all(root).filter { Self.value($0, "class") == "edges" }
    #expect(!groups.isEmpty)
    for edges in groups {
      let parent = try #require(edges.parent as? XMLElement)
      let below = (parent.children ?? []).compactMap { $0 as? XMLElement }
      for use in (edges.children ?? []).compactMap({ $0 as? XMLElement }) {
        let id = try #require(Self.value(use, "xlink:href")).dropFirst()
        let edge = try #require(Self.value(use, "class"))
        #expect(rules["." + edge]?["stroke"] != nil && rules["." + edge]?["fill"] == nil)
        let at = try #require(
          below.firstIndex { group in Self.all(group).contains { Self.value($0, "id") == String(id) } })
        #expect(below[..<at].contains { Self.value($0, "class") == "edges" }, "\(id)")
        let names = Self.all(below[at]).filter { $0.name == "text" }
        #expect(!names.isEmpty, "\(id)")
        for name in names {
          let classes = (Self.value(name, "class") ?? "").split(separator: " ")
          let said = classes.flatMap { Array((rules["." + $0] ?? [:]).keys) }
          #expect(Set(said).isDisjoint(with: ["stroke", "stroke-width"]), "\(said)")
        }
      }
    }
  }

  /// A pattern is thin plain strokes or letters, unturned: its ground is another shape's.
  @Test(arguments: Gallery.plates) func patternsHaveNoGround(plate: Gallery.Plate) throws {
    for pattern in Self.all(try Self.root(plate)) where pattern.name == "pattern" {
      #expect(Self.value(pattern, "patternTransform") == nil)
      for mark in Self.all(pattern).dropFirst() {
        #expect(mark.name == "path" && Self.value(mark, "fill") == nil || mark.name == "text")
      }
    }
  }
}
