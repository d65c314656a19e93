import Cartopole
import Foundation
import FoundationXML
import Testing

/// The gallery shows what the program draws, and every picture of it keeps what the maps promise of their SVG.
@Suite struct GalleryTests {
  @Test(arguments: Gallery.plates) func isAsRecorded(plate: Gallery.Plate) throws {
    try Snapshot.check(try Gallery.draw(plate).svg(), plate.file)
  }

  // MARK: The page

  private static let page = Path.join(Path.folder(Path.folder(Path.folder(#filePath))), "docs/gallery.md")

  /// Every kind is named, every picture shown, none that does not exist.
  @Test func pageShowsEveryKindAndPicture() throws {
    let page = String(decoding: try FileBytes.read(Self.page), as: UTF8.self)
    for kind in MapKinds.all.map({ $0.name }) { #expect(page.contains("## `\(kind)`"), "\(kind)") }
    let shown = page.ranges(of: /Snapshots\/[^)]*\.svg/).map { String(page[$0].dropFirst(10)) }
    let known = Gallery.plates.map(\.file)
    #expect(Set(known).subtracting(shown).isEmpty, "\(Set(known).subtracting(shown))")
    for file in shown { #expect(FileBytes.exists(Path.join(Snapshot.folder, file)), "\(file)") }
  }

  // MARK: The files

  private static func text(_ plate: Gallery.Plate) throws -> String {
    String(decoding: try FileBytes.read(Path.join(Snapshot.folder, plate.file)), as: UTF8.self)
  }

  private static func nodes(_ plate: Gallery.Plate, _ path: String) throws -> [XMLElement] {
    try XMLDocument(xmlString: text(plate)).nodes(forXPath: path).compactMap { $0 as? XMLElement }
  }

  @Test(arguments: Gallery.plates) func isPlainValidSVG(plate: Gallery.Plate) throws {
    let svg = try Self.text(plate)
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    // No script, no handler, nothing fetched from elsewhere.
    #expect(!svg.lowercased().contains("<script"))
    #expect(!svg.contains(/\ on[a-z]+="/))
    #expect(!svg.contains(/(href|src)="(https?:|\/\/)|url\((https?:|\/\/)/))
    #expect(svg.utf8.count < 220_000, "\(svg.utf8.count) bytes")
  }

  /// A screen reader gets a title and, instead of the picture, the legend in words.
  @Test(arguments: Gallery.plates) func saysItselfInWords(plate: Gallery.Plate) throws {
    let root = try Self.text(plate).prefix { $0 != ">" }
    for attribute in ["role=\"img\"", "aria-labelledby=\"title desc\"", "lang=\"fr\""] {
      #expect(root.contains(attribute), "\(attribute)")
    }
    let title = try #require(try Self.nodes(plate, "/*/*[local-name()='title']").first?.stringValue)
    let words = try #require(try Self.nodes(plate, "/*/*[local-name()='desc']").first?.stringValue)
    #expect(words.contains(title))
    for style in ["t13", "t13b", "t13g", "t12b"] {
      for line in try Self.nodes(plate, "//*[local-name()='text'][@class='\(style)']") {
        // Arrows point along a legend's axes; letters stand on swatches.
        let label = (line.stringValue ?? "").filter { !"↑→".contains($0) }.trimmingCharacters(in: .whitespaces)
        #expect(words.contains(label) || isPanelHeading(label, plate), "\(label)")
      }
    }
  }

  /// Headings of panels are in the table of the description by their titles.
  private func isPanelHeading(_ label: String, _ plate: Gallery.Plate) -> Bool {
    plate.isOfPanels && (plate.kind == FiguresMap.name || label.contains("hypothèse"))
  }

  @Test(arguments: Gallery.plates) func idsAreUniqueAndFound(plate: Gallery.Plate) throws {
    let svg = try Self.text(plate)
    let ids = svg.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(ids.count == Set(ids).count)
    let named = svg.matches(of: /="url\(#([^)]*)\)"|href="#([^"]*)"/).map { String($0.1 ?? $0.2 ?? "") }
    // A rule of the style sheet asks for its pattern only where its class is used.
    let classes = Set(svg.matches(of: /class="([^"]*)"/).flatMap { $0.1.split(separator: " ").map(String.init) })
    let filled = svg.matches(of: /\.([a-z-]+)\{fill:url\(#([^)]*)\)/).filter { classes.contains(String($0.1)) }
    let used = named + filled.map { String($0.2) }
    #expect(Set(used).subtracting(ids).isEmpty, "\(Set(used).subtracting(ids))")
  }

  /// At most two decimals in any coordinate; `data-value` is data and keeps its own.
  @Test(arguments: Gallery.plates) func coordinatesAreShort(plate: Gallery.Plate) throws {
    let svg = try Self.text(plate).replacing(/\ data-value="[^"]*"/, with: "")
    let markup = svg.replacing(/>[^<]*</, with: "><")
    #expect(markup.firstMatch(of: /[0-9]*\.[0-9]{3,}/) == nil)
  }

  @Test(arguments: Gallery.plates) func oneShapeACommune(plate: Gallery.Plate) throws {
    let svg = try Self.text(plate)
    // Counts of 2024 make two communes of 2008 one area; charts have no outlines.
    let count =
      switch plate.source {
      case .densityOfLayer: 131
      case .funnel, .figuresChart: 0
      case .figures: 8
      default: 132
      }
    let shapes = svg.matches(of: /<([a-z]+)[^>]* data-insee="([0-9AB]+)"/).filter { $0.1 != "text" }
    #expect(shapes.count == count)
    #expect(Set(shapes.map(\.2)).count == count)
    #expect(shapes.allSatisfy { $0.1 == "path" })
  }

  // MARK: Files that people edit

  /// Titles, map, names, legends, tables and sources are layers in Inkscape with ids; no text lies loose, and no group
  /// is named twice.
  @Test(arguments: Gallery.plates) func groupsAreLayers(plate: Gallery.Plate) throws {
    let layers = try Self.text(plate).matches(
      of: /<g id="([^"]*)" inkscape:groupmode="layer" inkscape:label="([^"]*)"/)
    let ids = layers.map { String($0.1) }
    for id in ["heading", "source", "legend"] { #expect(ids.contains(id)) }
    let labels = layers.map { String($0.2) }
    #expect(Set(labels).count == labels.count, "\(labels)")
    if !plate.isOfPanels, plate.kind != "funnel" { #expect(ids.contains("map") && ids.contains("labels")) }
    let loose = try Self.nodes(plate, "/*/*[local-name()='text']").compactMap(\.stringValue)
    // Signs on a map are few.
    #expect(plate.kind == "funnel" || plate.isOfPanels || loose.isEmpty, "\(loose)")
  }

  /// A name is one text, however many lines it has, and bears the code of the commune that it names.
  @Test(arguments: Gallery.plates) func namesAreWholeTexts(plate: Gallery.Plate) throws {
    let svg = try Self.text(plate)
    var names: [String: String] = [:]
    for shape in svg.matches(of: /<path[^>]* data-insee="([^"]*)"[^>]*><title>([^<]*?)(?: \(|,| :)/) {
      names[String(shape.1)] = String(shape.2)
    }
    let written = try Self.nodes(plate, "//*[local-name()='text'][@data-insee]").map {
      (code: $0.attribute(forName: "data-insee")?.stringValue ?? "", text: $0.stringValue ?? "")
    }
    #expect(plate.isOfPanels || plate.kind == "funnel" || written.count > 6)
    for name in written {
      let known = names[name.code]?.replacing("&#39;", with: "'") ?? ""
      #expect(name.text.hasPrefix(known) || known.hasPrefix(name.text), "\(name) \(known)")
    }
  }

  /// Names are text in a font the file asks for by quoted names, with one that is always there.
  @Test(arguments: Gallery.plates) func textIsText(plate: Gallery.Plate) throws {
    #expect(try Self.nodes(plate, "//*[local-name()='text']").count > 20)
    let families = try Self.text(plate).matches(of: /font-family:([^;}]*)/).map { String($0.1) }
    #expect(!families.isEmpty)
    for family in families.flatMap({ $0.split(separator: ",") }) {
      let name = family.trimmingCharacters(in: .whitespaces)
      let isQuoted = name.hasPrefix("'") && name.hasSuffix("'")
      #expect(isQuoted || name.wholeMatch(of: /[A-Za-z-]+/) != nil, "\(name)")
    }
    #expect(families.allSatisfy { $0.hasSuffix("sans-serif") })
  }
}
