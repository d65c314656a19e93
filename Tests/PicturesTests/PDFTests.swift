import Cartopole
import Foundation
import Testing

/// PDF files, read by poppler and qpdf.
final class PDFTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cartopole-pdf-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func says(_ program: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program) \(arguments)")
    return String(decoding: bytes, as: UTF8.self)
  }

  private func field(_ name: String, _ info: String) -> String? {
    info.split(separator: "\n").first { $0.hasPrefix(name + ":") }.map {
      $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
    }
  }

  @Test func oneMapOnOnePage() throws {
    var drawing = Drawing(
      width: 1000, height: 500, title: "Été à Étampes (essai)", summary: "", theme: .light, language: .fr)
    drawing.paper()
    drawing.source = "IGN ; Insee"
    drawing.text("Saint-Chéron 1\u{202F}234", 50, 50, class: "t14")
    try Picture(path: file("a.pdf")).write(drawing)
    try Picture(path: file("b.pdf")).write(drawing)
    #expect(try FileBytes.read(file("a.pdf")) == FileBytes.read(file("b.pdf")))
    let info = try says("pdfinfo", file("a.pdf"))
    #expect(field("Title", info) == "Été à Étampes (essai)")
    #expect(field("Subject", info) == "IGN ; Insee")
    #expect(field("Pages", info) == "1")
    // 297 mm wide, and half as high.
    #expect(field("Page size", info)?.hasPrefix("841.89 x 420.945 pts") == true, "\(info)")
    let text = try says("pdftotext", file("a.pdf"), "-")
    #expect(text.contains("Saint-Chéron 1") && text.contains("234"), "\(text)")
    _ = try says("qpdf", "--check", file("a.pdf"))
    let json = try says("qpdf", "--json", file("a.pdf"))
    #expect(json.contains("\"/Lang\": \"u:fr\""))
    #expect(json.contains("\"/DisplayDocTitle\": true"))
  }

  /// The contents lead to every page after them, and bookmarks to every page that begins something.
  @Test func theAtlasHasContentsAndBookmarks() throws {
    let project = try Project.open()
    _ = try Atlas(project, language: .fr).write(to: file("atlas"))
    let pdf = file("atlas/atlas.pdf")
    _ = try says("qpdf", "--check", pdf)
    let data = Data(try says("qpdf", "--json=2", "--json-key=pages", "--json-key=outlines", pdf).utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let pages = try #require(json["pages"] as? [[String: Any]])
    let outlines = try #require(json["outlines"] as? [[String: Any]])
    let titles = outlines.map { $0["title"] as? String }
    let open = "\(OpenQuestion.all(project).count) questions restent ouvertes"
    #expect(titles == [project.pole.title, "Cartes", "Tableaux", open, "Sources"])
    let maps = try #require(outlines[1]["kids"] as? [[String: Any]])
    let tables = try #require(outlines[2]["kids"] as? [[String: Any]])
    let targets = ((maps + tables).map { $0["destpageposfrom1"] as? Int })
    #expect(targets.allSatisfy { $0 != nil } && targets.compactMap(\.self) == targets.compactMap(\.self).sorted())
    #expect(maps.first?["destpageposfrom1"] as? Int == 2)
    #expect(outlines.last?["destpageposfrom1"] as? Int == pages.count)
    // Text of a page that a bookmark leads to.
    let title = try #require(tables[0]["title"] as? String)
    let page = try #require(tables[0]["destpageposfrom1"] as? Int)
    let text = try says("pdftotext", "-f", "\(page)", "-l", "\(page)", pdf, "-")
    #expect(text.contains(title.prefix(20)))
    // Links: as many in the contents as there are maps, tables and the pages of open questions and of sources; then those between the maps
    // and the pages that say the same in rows, as many one way as the other.
    let links = try says("qpdf", "--json=2", "--json-key=qpdf", pdf).components(separatedBy: "\"/Subtype\": \"/Link\"")
    let words = try says("pdftotext", pdf, "-")
    let (there, back) = (words.ranges(of: "Tableau : page").count, words.ranges(of: "Carte : page").count)
    #expect(there == back && there >= 6)
    #expect(links.count - 1 == maps.count + tables.count + 2 + there + back)
    #expect(words.contains("Version accessible") && words.contains("index.html"))
    // Short tables share a page.
    #expect(Set(tables.compactMap { $0["destpageposfrom1"] as? Int }).count < tables.count)
    let info = try says("pdfinfo", pdf)
    #expect(field("Page size", info)?.hasSuffix("(A4)") == true)
    #expect(field("Title", info) == project.pole.title)
  }
}
