import Bytes
import Cartography
import Geometry
import Testing

@Suite struct InlineTests {
  @Test func rulesUnderScopes() {
    let rules = ".a{fill:#fff}\n.b, .c .d{stroke:url(#x);fill:none}\n"
    #expect(
      StyleSheet.scoped(rules, under: ["#m", "[data-view=\"v\"]"])
        == "#m .a,[data-view=\"v\"] .a{fill:#fff}\n"
        + "#m .b,#m .c .d,[data-view=\"v\"] .b,[data-view=\"v\"] .c .d{stroke:url(#x);fill:none}\n")
  }

  @Test func idsOfADrawingInAPage() {
    var drawing = Drawing(width: 10, height: 10, title: "T", summary: "S", theme: .light, language: .fr, idPrefix: "p_")
    drawing.define(PatternFill("x", .rising(width: 1), side: 8, Theme.light.ink, on: Theme.light.paper))
    drawing.group(id: "g", clip: Bounds(x: 0, y: 0, width: 5, height: 5)) { drawing in
      drawing.rectangle(Bounds(x: 0, y: 0, width: 2, height: 2), class: "x")
      drawing.use("g", class: "y")
      drawing.share("outside")
    }
    let text = String(decoding: drawing.inline(), as: UTF8.self)
    #expect(
      text.matches(of: #/ id="([^"]*)"/#).map(\.output.1).sorted() == ["p_clip-1", "p_g", "p_marks-x", "p_title"])
    #expect(
      text.contains("url(#p_clip-1)") && text.contains("xlink:href=\"#p_g\"") && text.contains("href=\"#outside\""))
    #expect(!text.contains("<style") && !text.contains("style="))
    #expect(drawing.ownRules.contains("url(#p_marks-x)"))
  }

  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func base64(plain: String, coded: String) { #expect(Base64.text(Array(plain.utf8)) == coded) }

  /// Names come with scale and none goes; none touches another, and each lies mostly on its own feature.
  @Test func namesByEnlargement() throws {
    var layer = Layer(.polygon)
    for row in 0..<6 {
      for column in 0..<6 {
        let (x, y) = (Double(column) * 60, Double(row) * 25)
        for (dx, dy) in [(0.0, 0.0), (60, 0), (60, 25), (0, 25), (0, 0)] { layer.addPoint(x + dx, y + dy) }
        layer.endRing()
        layer.endPart()
        layer.endFeature()
      }
    }
    let texts = (0..<36).map { $0 % 3 == 0 ? "Saint-Germain-lès-Arpajon" : "Égly" }
    let names = NameRanges(texts, weights: (0..<36).map(Double.init), in: layer, keepingOff: [(30, 12)]).names
    #expect(names.count == 36)
    #expect(names.map(\.scale) == names.map(\.scale).sorted())
    for scale in NameRanges.scales {
      let shown = names.filter { $0.scale <= scale }
      let boxes = shown.map { name -> Bounds in
        let (width, height) = (TextMetrics.width(texts[name.feature], size: 12, weight: .bold) / scale, 12 / scale)
        return Bounds(x: name.x - width / 2, y: name.y - height / 2, width: width, height: height)
      }
      for (index, box) in boxes.enumerated() {
        #expect(!boxes[..<index].contains { $0.intersects(box) }, "\(scale)")
        // Of a box wider than its feature, at least 60 % lie on it.
        let own = layer.bounds(of: shown[index].feature)
        let common = max(0, min(box.maxX, own.maxX) - max(box.minX, own.minX))
        #expect(common >= 0.55 * box.width, "\(texts[shown[index].feature]) \(scale)")
      }
    }
    #expect(names.first { $0.feature == 35 }?.scale ?? 99 < names.first { $0.feature == 33 }?.scale ?? 0)
    // A mark makes a light feature the first of those that have room at its scale.
    let marked = NameRanges(texts, weights: (0..<36).map(Double.init), in: layer, keepingOff: [(90, 5)]).names
    let own = try #require(marked.first { $0.feature == 1 })
    #expect(marked.first { $0.scale == own.scale }?.feature == 1 && own.scale < 4)
  }
}
