import Foundation
import Testing

/// Which inhabitants are counted: the layer's, a file's, those of a date.
struct PopulationTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// Inhabitants of the shipped file of 2021 in some communes.
  private func people2021(_ codes: Set<String>) throws -> Int {
    let text = String(
      decoding: try Data(contentsOf: Tool.data.appendingPathComponent("populations-ile-de-france-2021.csv")),
      as: UTF8.self)
    return text.split(separator: "\n").map { $0.split(separator: ",") }.filter { codes.contains(String($0[0])) }.reduce(
      0
    ) {
      $0 + Int($1[1])!
    }
  }

  private func reach(_ words: String...) throws -> (codes: Set<String>, totals: [String: Any]) {
    let run = try work.run(
      Tool.program, ["reach", "mobilite-solidaire", "--format", "json", "--project", "pole"] + words)
    #expect(run.status == 0, "\(run.err)")
    let answer = try run.array()[0]
    let codes = (answer["communes"] as? [[String: Any]] ?? []).compactMap { $0["insee"] as? String }
    return (Set(codes), answer["totals"] as? [String: Any] ?? [:])
  }

  @Test func theShippedFileAddsUp() throws {
    let text = String(
      decoding: try Data(contentsOf: Tool.data.appendingPathComponent("populations-ile-de-france-2021.csv")),
      as: UTF8.self)
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count == 1266 && rows.reduce(0) { $0 + Int($1[1])! } == 12_317_279)
  }

  /// Maps and `reach` follow `use`; the two communes merged in 2019 have no population of 2021 of their own.
  @Test(arguments: ["use: latest", "use: 2021"]) func aLaterDate(choice: String) throws {
    try work.makeProject(replacing: "use: layer", with: choice)
    let (codes, totals) = try reach()
    let merged = codes.contains("91390") || codes.contains("91222")
    #expect(totals["population_known"] as? Int == (try people2021(codes.subtracting(["91390", "91222"]))))
    #expect((totals["population"] as? Int == nil) == merged)
    #expect(try work.cartopole("render", "territory", "--project", "pole", "-o", "t.svg").status == 0)
    #expect(try work.text("t.svg").contains("opulations légales 2021"))
  }

  @Test func theShippedProjectKeeps2017() throws {
    try work.makeProject()
    #expect(try work.cartopole("render", "territory", "--project", "pole", "-o", "t.svg").status == 0)
    #expect(try !work.text("t.svg").contains("2021"))
    try work.makeProject("autre", replacing: "use: layer", with: "use: 1999")
    let run = try work.cartopole("reach", "--project", "autre")
    #expect(run.status == 65 && run.errors.first?.contains("2017-01-01, 2021-01-01") == true, "\(run.err)")
  }

  @Test func theShortForm() throws {
    try work.makeSmallProject("pole")
    let yaml = try work.text("pole/pole.yaml")
    try work.write(
      yaml.replacingOccurrences(of: "actions:", with: "populations: latest\nactions:"), to: "pole/pole.yaml")
    #expect(try work.cartopole("reach", "--project", "pole").status == 65)
    try work.write(
      "Titre\n\nCODGEO;LIBGEO;P15_POP;P21_POP\n91223;Étampes;24 000;25 000\n", to: "pole/populations-insee.csv")
    let run = try work.cartopole("reach", "--commune", "91223", "--project", "pole", "--format", "json").object()
    _ = run
    let all = try work.cartopole("reach", "epicerie", "--project", "pole", "--format", "json").array()[0]
    let communes = all["communes"] as? [[String: Any]] ?? []
    #expect(communes.first { $0["insee"] as? String == "91223" }?["population"] as? Int == 25000)
    #expect((all["totals"] as? [String: Any])?["population_status"] as? String == "n")
  }

  /// Insee's layouts, each as a `--population`: code in two cells under titles, `PMUN`, one column a census.
  @Test(arguments: [
    "Populations légales en vigueur\nSource : Insee\n\nCode département;Code commune;Nom;Population municipale\n91;223;Étampes;30 000\n",
    "COM,PMUN\n91223,30000\n", "CODGEO;P15_POP;P21_POP;D99_POP\n91223;1;30000;2\n",
    "insee,population,date\n91223,1,2015\n91223,30000,2021\n",
  ]) func layouts(text: String) throws {
    try work.makeProject()
    try work.write(text, to: "p.csv")
    let (_, totals) = try reach("--population", "p.csv")
    #expect(totals["population_known"] as? Int == 30000)
    let site = try work.cartopole(
      "site", "--geo", work.layerPath(), "--count", "1", "--population", "p.csv", "--format", "json"
    ).object()
    #expect((site["sites"] as? [[String: Any]])?.first?["insee"] as? String == "91223")
  }

  /// A rate of 2019 divides by inhabitants between those of 2017 and of 2021.
  @Test func ratesAreInterpolated() throws {
    try work.makeProject()
    try work.write(
      "insee,measure,family,value,unit,date,cog\n91223,establishments,all,100,establishments,2019-01-01,2023\n",
      to: "d.csv")
    let run = try work.cartopole(
      "compare", "--data", "d.csv", "--project", "pole", "--level", "commune", "--area", "91223", "--measure",
      "population",
      "--measure", "establishments_per_10000", "--format", "json")
    #expect(run.status == 0, "\(run.err)")
    let row = (try run.object()["rows"] as? [[String: Any]])?.first
    // Inhabitants of Étampes on 1 January 2017, 2021 and, by days, 2019: 730 of 1,461 days.
    let (before, after) = (try people2017("91223"), try people2021(["91223"]))
    let expected = Double(before) + Double(after - before) * 730 / 1461
    let rate = row?["establishments_per_10000"] as? Double ?? 0
    #expect((rate - 1_000_000 / expected).magnitude < 1e-6, "\(run.text.suffix(600))")
    #expect((row?["population_status"] as? String) == "e", "\(run.text.suffix(600))")
  }

  /// Inhabitants of a commune in the shipped layer.
  private func people2017(_ code: String) throws -> Int {
    let run = try work.cartopole("convert", work.layerPath(), "one.csv", "--where", "INSEE_COM=\(code)", "--quiet")
    #expect(run.status == 0)
    let lines = try work.text("one.csv").split(separator: "\n").map { $0.split(separator: ",") }
    return Int(lines[1][lines[0].firstIndex(of: "POPULATION")!])!
  }

  @Test func weightsOfATable() throws {
    try work.write("insee;poids\n91200;5\n91223;1\n", to: "w.csv")
    let run = try work.cartopole(
      "site", "--geo", work.layerPath(), "--count", "1", "--weights", "w.csv", "--format", "json")
    #expect(run.status == 0, "\(run.err)")
    #expect((try run.object()["sites"] as? [[String: Any]])?.first?["insee"] as? String == "91200")
    #expect((try run.object()["left_out"] as? [Any])?.count == 130)
    for (text, word) in [
      ("insee,weight\n91200,s\n", "secret"), ("insee,weight\n91200,-1\n", "-1"), ("insee,weight\n99999,1\n", "99999"),
      ("insee,x\n91200,1\n", "weight"),
    ] {
      try work.write(text, to: "w.csv")
      let wrong = try work.cartopole("site", "--geo", work.layerPath(), "--count", "1", "--weights", "w.csv")
      #expect(wrong.status == 65 && wrong.errors.first?.contains(word) == true, "\(wrong.err)")
    }
  }

  @Test func aWorkbookAndParquet() throws {
    let zip = Data([0x50, 0x4B, 3, 4]) + Data("....[Content_Types].xml....".utf8)
    try zip.write(to: work.url("p.xlsx"))
    let book = try work.cartopole("reach", "--population", "p.xlsx")
    #expect(book.status == 65 && book.errors.first?.contains("soffice --headless") == true, "\(book.err)")
    try Data("PAR1....".utf8).write(to: work.url("p.parquet"))
    let layer = work.layerPath()
    for words in [
      ["reach", "--population", "p.parquet"], ["site", "--geo", layer, "--count", "1", "--candidates", "p.parquet"],
      ["init", "p", "--geo", layer, "--communes", "p.parquet"],
    ] {
      let parquet = try work.run(Tool.program, words)
      #expect(parquet.status == 65 && parquet.errors.first?.contains("duckdb") == true, "\(words): \(parquet.err)")
    }
  }

  /// Inhabitants have no decimals but in Insee's weighted counts: a column in thousands is told from one of people.
  @Test func thousandsAreNoInhabitants() throws {
    try work.write("insee;population\n91223;25,1\n91226;0,7\n", to: "p.csv")
    for words in [["reach", "mobilite-solidaire"], ["site", "--geo", work.layerPath(), "--count", "1"]] {
      let run = try work.run(Tool.program, words + ["--population", "p.csv"])
      #expect(run.status == 65 && run.errors.first?.contains("en milliers") == true, "\(run.err)")
      #expect(run.err.contains("ligne 2, colonne population"), "\(run.err)")
    }
    for (value, status) in [("25100,4", Int32(0)), ("7e-321", 65)] {
      try work.write("CODGEO;P21_POP\n91223;\(value)\n91226;700\n", to: "p.csv")
      let run = try work.cartopole("reach", "mobilite-solidaire", "--population", "p.csv")
      #expect(run.status == status, "\(run.err)")
    }
  }
}
