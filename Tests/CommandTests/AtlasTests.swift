import Cartopole
import Foundation
import Testing

/// The main job, on a territory of eleven communes: a debug build draws the shipped one for half a minute.
struct AtlasTests {
  private let work: Workspace

  init() throws {
    work = try Workspace()
    try work.makeSmallProject()
  }

  private struct Manifest: Decodable {
    struct Entry: Decodable {
      let file: String
      let sha256: String
      let shipped: Bool?
    }
    let schema: Int
    let theme: String
    let inputs: [Entry]
    let outputs: [Entry]
  }

  private func manifest(_ folder: String) throws -> Manifest {
    try JSONDecoder().decode(Manifest.self, from: work.data("\(folder)/manifest.json"))
  }

  private func files(in folder: String) -> [String] {
    work.files().filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
  }

  /// What sha256sum says of files.
  private func hashes(_ paths: [String]) throws -> [String] {
    let program = URL(fileURLWithPath: try #require(Tool.find("sha256sum")))
    return try work.run(program, paths).text.split(separator: "\n").map { String($0.prefix(64)) }
  }

  @Test func twiceTheSameBytes() throws {
    let first = try work.cartopole("atlas", "--project", "petit", "-o", "un")
    #expect(first.status == 0, "\(first.err)")
    #expect(first.text.contains("un/index.html"))
    #expect(try work.cartopole("atlas", "--project", "petit", "-o", "deux").status == 0)
    let names = files(in: "un")
    #expect(names == files(in: "deux"))
    for name in names { #expect(try work.data("un/\(name)") == work.data("deux/\(name)"), "\(name)") }
    for name in ["index.html", "atlas.pdf", "maps/territory.svg", "png/territory.png", "tables/actions.csv"] {
      #expect(names.contains(name))
    }
    #expect(work.leftovers().isEmpty)

    let manifest = try manifest("un")
    #expect(manifest.schema == 1)
    #expect(manifest.theme == "light")
    #expect(manifest.outputs.map(\.file).sorted() == names.filter { $0 != "manifest.json" })
    #expect(try hashes(manifest.outputs.map { "un/" + $0.file }) == manifest.outputs.map(\.sha256))
    let own = manifest.inputs.filter { $0.shipped != true }
    #expect(try hashes(own.map { "petit/" + $0.file }) == own.map(\.sha256))
    #expect(manifest.inputs.map(\.file).contains("canton.dbf"))
  }

  /// The manifest lists the territory's layer in whatever format it is.
  @Test(arguments: ["geojson", "gpkg"]) func theLayerIsAnInput(format: String) throws {
    #expect(try work.cartopole("convert", "petit/canton.shp", "petit/canton.\(format)", "--quiet").status == 0)
    let yaml = try work.text("petit/pole.yaml")
    try work.write(yaml.replacing("canton.shp", with: "canton.\(format)"), to: "petit/pole.yaml")
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "un", "--no-pictures")
    #expect(run.status == 0, "\(run.err)")
    let inputs = try manifest("un").inputs.map(\.file)
    #expect(inputs.contains("canton.\(format)") && !inputs.contains("canton.dbf"), "\(inputs)")
  }

  /// A map leads to the table that says the same and the table back; a declaration of accessibility stands at the foot.
  @Test func mapsAndTablesLeadToEachOther() throws {
    let declaration =
      "accessibility: { fr: \"Accessibilité : non conforme, https://exemple.fr/a\", en: \"Not conformant\" }\n"
    try work.write(declaration + work.text("petit/pole.yaml"), to: "petit/pole.yaml")
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "a", "--no-pictures")
    #expect(run.status == 0, "\(run.err)")
    let page = try work.text("a/index.html")
    let figure = try #require(page.firstMatch(of: /(?s)<figure id="coverage-epicerie">.*?<\/figure>/)).0
    #expect(figure.contains("<a href=\"#table-reach-epicerie\">Tableau\u{202F}: "))
    let table = try #require(page.firstMatch(of: /(?s)<article id="table-reach-epicerie">.*?<\/article>/)).0
    #expect(table.contains("<a href=\"#coverage-epicerie\">Carte\u{202F}: "))
    let link = "<a href=\"https://exemple.fr/a\">https://exemple.fr/a</a>"
    #expect(page.contains("<p id=\"accessibility\">Accessibilité\u{202F}: non conforme, \(link)</p>"))
    // Every address inside the page exists.
    let ids = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
    for target in page.matches(of: /<a href="#([^"]+)"/) { #expect(ids.contains(String(target.1)), "\(target.1)") }
  }

  /// What may leave the house: nothing of audit, scores and internal history in any file, and two sheets more.
  @Test func thePublicAtlasKeepsTheHouseToItself() throws {
    try work.makeProject("whole")
    let run = try work.cartopole("atlas", "--project", "whole", "-o", "a", "--public", "--no-pictures")
    #expect(run.status == 0, "\(run.err)")
    #expect(!files(in: "a").contains { $0.hasPrefix("tables/audit") })
    for name in files(in: "a") where !name.hasSuffix(".xlsx") {
      let text = try work.text("a/\(name)")
      for word in ["La directrice d’Action Emploi", "Notes de la fiche", "Contrôle des chiffres"] {
        #expect(!text.contains(word), "\(name): \(word)")
      }
    }
    #expect(try work.text("a/tables/identity.csv").contains("Réalisations"))

    let petit = try work.cartopole("atlas", "--project", "petit", "-o", "b", "--public")
    #expect(petit.status == 0, "\(petit.err)")
    let info = try work.run(URL(fileURLWithPath: try #require(Tool.find("pdfinfo"))), ["b/handout.pdf"]).text
    #expect(info.contains("(A4)") && info.firstMatch(of: /Pages: +1\n/) != nil, "\(info)")
    // Width and height stand in the header of a PNG.
    #expect(Array(try work.data("b/slide.png")[16..<24]) == [0, 0, 10, 0, 0, 0, 5, 160])
    let words = try work.run(URL(fileURLWithPath: try #require(Tool.find("pdftotext"))), ["b/handout.pdf", "-"]).text
    for part in ["Petit Pôle", "Ce que ces chiffres ne disent pas", "bénéficiaires", "hypothèse"] {
      #expect(words.contains(part), "\(part)")
    }
    #expect(try work.text("b/index.html").contains("href=\"slide.png\""))
  }

  /// Figures are compared with the program's own tables, so the manifest says which these were.
  @Test func theManifestNamesTheShippedTables() throws {
    try FileManager.default.copyItem(
      at: Tool.data.appendingPathComponent("ess-figures.csv"), to: work.url("petit/f.csv"))
    try work.write("figures: f.csv\n" + work.text("petit/pole.yaml"), to: "petit/pole.yaml")
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "a", "--no-pictures")
    #expect(run.status == 0, "\(run.err)")
    let shipped = try manifest("a").inputs.filter { $0.shipped == true }
    #expect(shipped.map(\.file) == ["ess-share-of-jobs.csv", "area-sizes.csv", "cog-events.csv"])
    #expect(try hashes(shipped.map { Tool.data.appendingPathComponent($0.file).path }) == shipped.map(\.sha256))
  }

  /// Whatever somebody did to a picture, the next run makes it anew, and keeps what they made of it.
  @Test func changedPicturesAreReplacedAndKept() throws {
    #expect(try work.cartopole("atlas", "--project", "petit", "-o", "a").status == 0)
    let names = ["a/png/coverage.png", "a/atlas.pdf"]
    let before = try names.map { try work.data($0) }
    for time in 1...2 {
      for name in names { try work.write("annotée \(time)", to: name) }
      let run = try work.cartopole("atlas", "--project", "petit", "-o", "a")
      #expect(run.status == 0)
      #expect(run.err.contains("png/coverage.edited-\(time).png"), "\(run.err)")
    }
    #expect(try names.map { try work.data($0) } == before)
    for time in 1...2 {
      #expect(try work.text("a/png/coverage.edited-\(time).png") == "annotée \(time)")
      #expect(try work.text("a/atlas.edited-\(time).pdf") == "annotée \(time)")
    }
    // The third time nothing has changed.
    #expect(try work.cartopole("atlas", "--project", "petit", "-o", "a").err.isEmpty)
  }

  @Test func withoutPictures() throws {
    try FileManager.default.createDirectory(at: work.url("sans/maps"), withIntermediateDirectories: true)
    try work.write("ancien", to: "sans/maps/vieille-carte.svg")
    try work.write("à moi", to: "sans/notes.txt")
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "sans", "--no-pictures")
    #expect(run.status == 0)
    let names = files(in: "sans")
    #expect(!names.contains { $0.hasSuffix(".png") || $0.hasSuffix(".pdf") })
    for name in ["index.html", "manifest.json", "maps/coverage.svg", "tables/communes-excel.csv", "notes.txt"] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(try work.text("sans/maps/vieille-carte.svg") == "ancien")
    #expect(work.leftovers().isEmpty)
    // Nothing the page names is missing.
    let page = try work.text("sans/index.html")
    for target in Self.values(of: ["href", "src", "srcset"], in: page) where !target.hasPrefix("#") {
      #expect(names.contains(target), "\(target)")
    }
    // Links within the page lead somewhere.
    let ids = Self.values(of: ["id"], in: page)
    #expect(ids.count == Set(ids).count)
    for target in Self.values(of: ["href", "aria-labelledby"], in: page) where !target.contains(".") {
      #expect(ids.contains(target.hasPrefix("#") ? String(target.dropFirst()) : target), "\(target)")
    }
    // Every map stands in the page, with a heading and a short text of its own.
    let figures = page.components(separatedBy: "<figure ").dropFirst()
    let maps = names.filter { $0.hasPrefix("maps/") }
    #expect(figures.count == maps.count { $0 != "maps/vieille-carte.svg" })
    for figure in figures {
      #expect(figure.contains("</h3>"))
      let title = try #require(
        figure.components(separatedBy: "<svg class=\"map\"").last?.firstMatch(of: /<title[^>]*>([^<]*)</))
      #expect(!title.output.1.isEmpty && title.output.1.count < 400)
    }
    #expect(page.contains("Jardin partagé"))
  }

  private static func values(of attributes: [String], in page: String) -> [String] {
    attributes.flatMap { name in
      page.components(separatedBy: " \(name)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
  }

  /// Maps, page and manifest are in the theme asked for.
  @Test(arguments: [("dark", "#14181d"), ("print", "#ffffff")]) func inATheme(theme: String, paper: String) throws {
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "t", "--theme", theme, "--no-pictures")
    #expect(run.status == 0, "\(run.err)")
    for name in ["territory", "coverage", "visibility"]
    where files(in: "t").contains("maps/\(name).svg") {
      #expect(try work.text("t/maps/\(name).svg").contains(".paper{fill:\(paper)}"), "\(name)")
    }
    let page = try work.text("t/index.html")
    #expect(page.contains("color-scheme:\(theme == "dark" ? "dark" : "light");"))
    #expect(page.contains("--paper:\(paper)"))
    #expect(try manifest("t").theme == theme)
  }

  /// Where a layer is finer than a screen, the page has outlines made for it, once, and links to the full maps.
  @Test func aFineLayerGetsOutlinesForScreens() throws {
    var features = try Geodata.read(work.url("petit/canton.shp").path)
    features.geometry = Self.withPointsBetween(features.geometry)
    try Geodata.write(features, to: work.url("petit/canton.shp").path)
    #expect(try work.cartopole("atlas", "--project", "petit", "-o", "fin", "--no-pictures").status == 0)
    let page = try work.text("fin/index.html")
    #expect(page.contains("<a href=\"maps/territory.svg\""))
    let outline = try #require(page.firstMatch(of: /<path id="o0" d="([^"]*)"/)).output.1
    let full = try #require(try work.text("fin/maps/territory.svg").firstMatch(of: /id="c[0-9]+"[^>]* d="([^"]*)"/))
      .output.1
    #expect(outline.count * 2 < full.count, "\(outline.count) \(full.count)")
    #expect(page.components(separatedBy: outline).count == 2)
  }

  /// 63 points on every edge, the same from both sides.
  private static func withPointsBetween(_ layer: Layer) -> Layer {
    var out = Layer(.polygon)
    for feature in 0..<layer.featureCount {
      for part in layer.parts(of: feature) {
        for ring in layer.rings(ofPart: part) {
          for point in layer.points(ofRing: ring).dropLast() {
            let (a, b) = ((layer.x(point), layer.y(point)), (layer.x(point + 1), layer.y(point + 1)))
            let (low, high) = a < b ? (a, b) : (b, a)
            for step in 0..<64 {
              let t = Double(a < b ? step : 64 - step) / 64
              out.addPoint(low.0 + t * (high.0 - low.0), low.1 + t * (high.1 - low.1))
            }
          }
          let first = layer.points(ofRing: ring).lowerBound
          out.addPoint(layer.x(first), layer.y(first))
          out.endRing()
        }
        out.endPart()
      }
      out.endFeature()
    }
    return out
  }

  @Test func anUnknownThemeIsRefused() throws {
    let run = try work.cartopole("atlas", "--project", "nowhere", "--theme", "night", "--lang", "en")
    #expect(run.status == 64)
    #expect(run.errors == ["error: unknown theme \"night\"; themes: light, dark, print"])
  }
}
