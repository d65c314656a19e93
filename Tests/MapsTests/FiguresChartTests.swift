import Cartopole
import Foundation
import FoundationXML
import Testing

/// The marks of `compare --chart`, against Tests/Oracles/compare/chart.py.
@Suite struct FiguresChartTests {
  private struct Panel {
    var heading: String
    /// x of a value, from the first and the last tick.
    var place: (Double) -> Double
    var elements: [XMLElement]
  }

  private static func attribute(_ element: XMLElement, _ name: String) -> String {
    element.attributes?.first { $0.name == name }?.stringValue ?? ""
  }

  private static func number(_ element: XMLElement, _ name: String) -> Double {
    Double(attribute(element, name)) ?? .nan
  }

  private static func style(_ element: XMLElement) -> String { attribute(element, "class") }

  /// A tick's value, of a printed number or percentage.
  private static func value(_ text: String) -> Double? {
    let plain = text.filter { !$0.isWhitespace }.replacing(",", with: ".").replacing("\u{202F}", with: "")
    return plain.hasSuffix("%") ? Double(plain.dropLast()).map { $0 / 100 } : Double(plain)
  }

  private static func panels(_ svg: String) throws -> [Panel] {
    let groups = try XMLDocument(xmlString: svg).nodes(forXPath: "//*[starts-with(@id,'panel-')]")
    return try groups.compactMap { $0 as? XMLElement }.map { group in
      let elements = (group.children ?? []).compactMap { $0 as? XMLElement }
      let ticks = elements.filter {
        style($0) == "t10" && attribute($0, "text-anchor") == "middle"
      }.compactMap { tick in value(tick.stringValue ?? "").map { (x: number(tick, "x"), value: $0) } }
      let (first, last) = (try #require(ticks.first), try #require(ticks.last))
      #expect(ticks.count >= 3 && first.value < last.value)
      return Panel(
        heading: elements.filter { style($0) == "t13b" }.compactMap(\.stringValue).joined(separator: " "),
        place: { first.x + ($0 - first.value) / (last.value - first.value) * (last.x - first.x) }, elements: elements)
    }
  }

  private static let headings: [Language: [String: String]] = [
    .fr: [
      "density": "Établissements de l’ESS pour 10\u{202F}000 habitants",
      "density after a break": "Établissements de l’ESS pour 10\u{202F}000 habitants, après une rupture de série",
      "density, other perimeter": "Établissements de l’ESS pour 10\u{202F}000 habitants, autre périmètre",
      "shares": "Part de l’ESS dans les emplois salariés",
    ],
    .en: [
      "density": "ESS establishments per 10,000 inhabitants",
      "density after a break": "ESS establishments per 10,000 inhabitants, after a break in series",
      "density, other perimeter": "ESS establishments per 10,000 inhabitants, another perimeter",
      "shares": "Share of the ESS in salaried jobs",
    ],
  ]

  /// Every row of the oracle has its mark, in its panel, at its value, with its sign, and there is no other mark.
  @Test(arguments: [Language.fr, .en], [1000.0, 375]) func marksStandAtTheirValues(language: Language, width: Double)
    throws
  {
    let drawing = try Shipped.open().figuresChart().draw(language: language, width: width)
    let panels = try Self.panels(String(decoding: drawing.svg(), as: UTF8.self))
    let oracle = try CSVTable(path: Path.join(Path.folder(Path.folder(#filePath)), "Oracles/compare/chart.csv"))
    var marks = 0
    for panel in panels {
      let name = try #require(Self.headings[language]?.first { $0.value == panel.heading }?.key, "\(panel.heading)")
      let rows = oracle.rows.map(\.fields).filter { $0[0] == name }
      let drawn = panel.elements.filter { ["mark", "derived"].contains(Self.style($0)) }
      #expect(drawn.count == rows.count, "\(name)")
      marks += drawn.count
      for row in rows { try check(row, in: panel) }
    }
    #expect(marks == oracle.rows.count && panels.count == 4)
  }

  private func check(_ row: [String], in panel: Panel) throws {
    let elements = panel.elements
    // The label of the row follows the name of its area, before the next area's.
    let name = try #require(elements.firstIndex { Self.style($0) == "t12b" && $0.stringValue == row[1] }, "\(row)")
    let end = elements[(name + 1)...].firstIndex { Self.style($0) == "t12b" } ?? elements.endIndex
    let label = try #require(elements[name..<end].firstIndex { $0.stringValue == row[2] }, "\(row)")
    let mark = try #require(elements[label..<end].first { ["mark", "derived"].contains(Self.style($0)) })
    let middle = Self.number(elements[label], "y") - 3.5
    let wanted = panel.place(try #require(Double(row[3])))
    var (x, y) = (Self.number(mark, "cx"), Self.number(mark, "cy"))
    if mark.name == "path" {
      let numbers = Self.attribute(mark, "d").split { "MLZ,".contains($0) }.compactMap {
        Double($0)
      }
      let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
      let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
      let (low, high) = (try #require(xs.min()), try #require(xs.max()))
      // A diamond is centred; a triangle's centre of gravity is a third of its height from the base.
      x = xs.count == 4 ? (low + high) / 2 : low + (high - low) / 3
      y = ((ys.min() ?? 0) + (ys.max() ?? 0)) / 2
      #expect(row[7] == (xs.count == 4 ? "estimate" : "more than"), "\(row)")
    } else {
      #expect(row[7] == (Self.style(mark) == "derived" ? "derived" : "published"), "\(row)")
    }
    #expect((x - wanted).magnitude < 0.25 && (y - middle).magnitude < 0.15, "\(row): \(x), not \(wanted)")
    let lines = elements[name..<end].filter { $0.name == "line" }
    let reference = lines.filter {
      Self.style($0) == "reference" && Self.number($0, "y1") < middle && Self.number($0, "y2") > middle
    }
    #expect(reference.count == (row[6].isEmpty ? 0 : 1), "\(row)")
    for line in reference {
      #expect((Self.number(line, "x1") - panel.place(Double(row[6]) ?? 0)).magnitude < 0.15, "\(row)")
    }
    let ends = lines.filter {
      Self.style($0) == "interval" && Self.number($0, "x1") == Self.number($0, "x2")
        && (Self.number($0, "y1") + 5 - middle).magnitude < 0.15
    }.map { Self.number($0, "x1") }
    let (lower, upper) = (Double(row[4]).map(panel.place), Double(row[5]).map(panel.place))
    guard let lower, let upper, upper - lower > 3.1 else { return #expect(ends.isEmpty, "\(row)") }
    #expect(ends.count == 2 && (ends[0] - lower).magnitude < 0.15 && (ends[1] - upper).magnitude < 0.15, "\(row)")
  }

  /// On a page of A4 no text is under 6 pt.
  @Test func itIsReadableOnA4() throws {
    let drawing = try Shipped.open().figuresChart().draw(language: .fr)
    let scale = min((Page.width - 36) / drawing.width, (Page.height - 36) / drawing.height)
    #expect(10 * scale * 72 / 96 >= 6, "\(drawing.height)")
  }

  @Test func theTitleCountsWhatRoundingCannotExplain() throws {
    let chart = try Shipped.open().figuresChart()
    #expect(
      chart.draw(language: .fr).title
        == "Part de l’ESS dans les emplois salariés, 2014\u{202F}: au-dessus de celle d’Île-de-France dans 3 des 8 départements (Paris, Val-de-Marne, Essonne)"
    )
    let one = try Shipped.open().figuresChart(["FR", "region:11"])
    #expect(one.draw(language: .en).title == "ESS establishments per 10,000 inhabitants: 26.6 to 27.8")
  }
}
