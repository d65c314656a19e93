import Foundation
import Testing

/// `compare` without counts of one's own: what the shipped registers say of the Essonne and its neighbours.
struct CompareTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private func rows(_ words: String...) throws -> [[String: Any]] {
    let run = try work.run(Tool.program, ["compare", "--format", "json", "--quiet"] + words)
    return try run.object()["rows"] as? [[String: Any]] ?? []
  }

  @Test func essonne() throws {
    let rows = try rows("--area", "91")
    let derived = try #require(rows.first { $0["establishments"] is NSNumber })
    #expect(derived["establishments"] as? Double == 2593)
    #expect(derived["establishments_status"] as? String == "d")
    let rate = try #require(derived["establishments_per_10000"] as? Double)
    #expect((rate - 20.005709303850693).magnitude < 1e-9)
    #expect(derived["relative_density"] is NSNull && derived["jobs_per_establishment"] is NSNull)
    let shares = rows.filter { $0["share_of_jobs"] is NSNumber }
    #expect(shares.map { $0["share_of_jobs"] as? Double } == [0.0684, 0.0719])
    #expect(shares.map { $0["date"] as? String } == ["2008", "2014"])
    #expect(shares.allSatisfy { ($0["source"] as? String)?.hasPrefix("Insee, SOeS") == true })
    #expect(rows.allSatisfy { $0["level"] as? String == "departement" && $0["expected_jobs"] is NSNull })
  }

  @Test func theEightDepartements() throws {
    let rows = try rows()
    for code in ["75", "77", "78", "91", "92", "93", "94", "95"] {
      let dates = rows.filter {
        $0["area_code"] as? String == code && $0["level"] as? String == "departement"
          && $0["location_quotient"] is NSNumber && $0["location_quotient_lower"] is NSNumber
      }.compactMap { $0["date"] as? String }
      #expect(dates == ["2008", "2014"], "\(code)")
    }
    #expect(!rows.contains { $0["area_code"] as? String == "13" })
  }

  @Test func levelsAndCodes() throws {
    #expect(try rows("--area", "region:75").allSatisfy { $0["area"] as? String == "Nouvelle-Aquitaine" })
    #expect(try rows("--area", "75").allSatisfy { $0["area"] as? String == "Paris" })
    let run = try work.cartopole("compare", "--area", "93", "--lang", "en")
    #expect(run.status == 64)
    #expect(run.err.contains("departement:93 (Seine-Saint-Denis)"), "\(run.err)")
  }

  @Test func anExplanationSaysAValueOnce() throws {
    let run = try work.cartopole("compare", "--area", "11", "--explain", "--quiet")
    #expect(run.text.contains("superficie : 12 066,1 km²\n"))
    #expect(run.text.contains("établissements pour 1 000 habitants : 2,66 = 31 000 ÷ 11 662 662 × 1 000\n"))
  }

  @Test func landmarksStandUnderTheTable() throws {
    let text = try work.cartopole("compare", "--area", "Sud Essonne").text.replacing("\n", with: " ")
    #expect(text.contains("627 au taux de l’Essonne (2015), 871 à celui de l’Île-de-France (2014)"), "\(text)")
    let object = try work.cartopole("compare", "--area", "Sud Essonne", "--format", "json", "--quiet").object()
    let landmarks = object["landmarks"] as? [[String: Any]] ?? []
    #expect(landmarks.map { $0["reference_area_code"] as? String } == ["91", "11"])
  }

  // MARK: The chart

  @Test func theChartIsAPicture() throws {
    for (file, start) in [("c.svg", "<svg"), ("c.png", "\u{89}PNG"), ("c.pdf", "%PDF")] {
      let run = try work.cartopole("compare", "--chart", file, "-o", "t.md", "--theme", "print")
      #expect(run.status == 0, "\(run.err)")
      let bytes = try Data(contentsOf: work.folder.appendingPathComponent(file))
      #expect(bytes.prefix(4) == Data(start.unicodeScalars.map { UInt8($0.value) }), "\(file)")
    }
  }

  @Test func theChartShowsTheAreasAskedFor() throws {
    let run = try work.cartopole("compare", "--area", "91", "--chart", "c.svg", "--lang", "en", "-o", "t.md")
    #expect(run.status == 0, "\(run.err)")
    let svg = try work.text("c.svg")
    #expect(svg.contains("Essonne, undated, published October 2015: 20.0\u{202F}d") && !svg.contains(">Paris<"))
    let none = try work.cartopole("compare", "--area", "Sud Essonne", "--chart", "n.svg", "--lang", "en")
    #expect(none.status == 65 && none.err.contains("neither a density nor a share"), "\(none.err)")
    #expect(!FileManager.default.fileExists(atPath: work.folder.appendingPathComponent("n.svg").path))
  }

  @Test func theFunnelHasThemesAndWidths() throws {
    let counts = Tool.package.appendingPathComponent("Tests/Oracles/compare/synthetic-counts.csv").path
    let words = ["compare", "--data", counts, "--level", "canton", "--funnel", "f.svg", "--quiet", "-o", "t.md"]
    let run = try work.run(Tool.program, words + ["--theme", "dark", "--width", "375"])
    #expect(run.status == 0, "\(run.err)")
    let svg = try work.text("f.svg")
    #expect(svg.contains("width=\"375\"") && svg.contains(".paper{fill:#14181d}"))
  }
}
