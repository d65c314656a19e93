import Foundation
import Testing

/// Simulations of an atlas: apart, headed for what they are, and out of the PDF unless asked for.
struct SimulationTests {
  private let work: Workspace

  init() throws {
    work = try Workspace()
    try work.makeSmallProject()
    let yaml = try work.text("petit/pole.yaml")
    try work.write(
      yaml + """
        simulations: [jardin.yaml, journal.yaml]
        visibility:
          basis: assumption
          reason: Pour un essai.
          channels:
            - { id: journal, name: journal, strength: 0.3, decay: { kind: none }, basis: assumption, reason: essai }

        """, to: "petit/pole.yaml")
    try work.write(
      """
      schema: 1
      title: Un jardin à Étampes
      note: Et si le jardin ouvrait à Étampes ?
      actions:
        - id: jardin
          reach: { basis: assumption, reason: Simulation, rules: [{ communes: [Étampes] }] }

      """, to: "petit/jardin.yaml")
    try work.write(
      "schema: 1\ntitle: Un journal plus lu\nchannels:\n  - { id: journal, strength: 0.6 }\n", to: "petit/journal.yaml")
  }

  private func names(_ folder: String, _ part: String) -> [String] {
    work.files().filter { $0.hasPrefix("\(folder)/\(part)/") }.map {
      String($0.dropFirst(folder.count + part.count + 2))
    }
  }

  @Test func apartAndHeaded() throws {
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "a", "--no-pictures")
    #expect(run.status == 0, "\(run.err)")
    #expect(
      names("a", "simulations") == ["jardin-coverage-jardin.svg", "journal-visibility.svg"])
    #expect(!names("a", "maps").contains { $0.contains("jardin") })
    #expect(names("a", "tables").contains("simulation-jardin-reach-jardin.csv"))
    #expect(names("a", "tables").contains("simulation-journal-visibility-scenario.csv"))
    let heading = "Simulations : aucune n’est une décision du Pôle"
    let page = try work.text("a/index.html").replacingOccurrences(of: "\u{A0}", with: " ").replacingOccurrences(
      of: "\u{202F}", with: " ")
    let section = try #require(page.range(of: "<section id=\"simulations\">\n<h2>\(heading)</h2>"))
    for words in [
      "Un jardin à Étampes", "Et si le jardin ouvrait à Étampes ?", "Un journal plus lu",
      "simulations/journal-visibility.svg",
    ] {
      #expect(page[section.upperBound...].contains(words), "\(words)")
      let maps = try #require(page.range(of: "<section id=\"maps\">"))
      #expect(!page[maps.upperBound..<section.lowerBound].contains(words), "\(words)")
    }
    for name in names("a", "simulations") {
      let map = try work.text("a/simulations/\(name)").replacingOccurrences(
        of: "<[^>]*>", with: " ", options: .regularExpression
      ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(map.contains("aucune n’est une décision du Pôle"), "\(name)")
    }
    // The rest of the atlas is what it would be without them.
    try work.write(
      work.text("petit/pole.yaml").replacingOccurrences(of: "simulations: [jardin.yaml, journal.yaml]\n", with: ""),
      to: "petit/pole.yaml")
    #expect(try work.cartopole("atlas", "--project", "petit", "-o", "b", "--no-pictures").status == 0)
    #expect(names("b", "simulations").isEmpty)
    for name in names("b", "maps") { #expect(try work.data("a/maps/\(name)") == work.data("b/maps/\(name)")) }
    #expect(try !work.text("b/index.html").contains("Simulations"))
    // And what is stale goes.
    #expect(try work.cartopole("atlas", "--project", "petit", "-o", "a", "--no-pictures").status == 0)
    #expect(names("a", "simulations").isEmpty)
    #expect(!names("a", "tables").contains { $0.hasPrefix("simulation-") })
  }

  @Test func outOfThePDFUnlessAskedFor() throws {
    func pages(_ arguments: String...) throws -> Int {
      let run = try work.run(Tool.program, ["atlas", "--project", "petit", "-o", "a"] + arguments)
      #expect(run.status == 0, "\(run.err)")
      let info = try work.run(URL(fileURLWithPath: try #require(Tool.find("pdfinfo"))), ["a/atlas.pdf"]).text
      let line = info.split(separator: "\n").first { $0.hasPrefix("Pages:") }
      return try #require(line.flatMap { Int($0.dropFirst(6).trimmingCharacters(in: .whitespaces)) })
    }
    let without = try pages()
    #expect(names("a", "png").contains("jardin-coverage-jardin.png"))
    // A page for each map and at least one for the section or its tables.
    #expect(try pages("--simulations") >= without + 3)
  }

  @Test func aScenarioThatIsNotThere() throws {
    try FileManager.default.removeItem(at: work.url("petit/jardin.yaml"))
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "a", "--no-pictures")
    #expect(run.status == 66)
    #expect(run.errors.first?.hasPrefix("error: petit/jardin.yaml: ") == true, "\(run.err)")
    #expect(!work.files().contains { $0.hasPrefix("a/") })
  }
}
