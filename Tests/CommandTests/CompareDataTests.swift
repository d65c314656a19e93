import Foundation
import Testing

/// Areas compared by counts of one's own, against what pandas and SciPy make of the same synthetic file
/// (Tests/Oracles/compare/make.py).
struct CompareDataTests {
  private let work: Workspace
  private static let oracles = Tool.package.appendingPathComponent("Tests/Oracles/compare")
  private static let counts = oracles.appendingPathComponent("synthetic-counts.csv").path

  init() throws { work = try Workspace() }

  private static func oracle(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: oracles.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(lines[0].map(String.init), line.map(String.init)))
    }
  }

  private func compare(_ words: String...) throws -> [String: Any] {
    let run = try work.run(Tool.program, ["compare", "--data", Self.counts, "--format", "json", "--quiet"] + words)
    #expect(run.status == 0, "\(run.err)")
    return try run.object()
  }

  private func rows(_ answer: [String: Any]) -> [[String: Any]] { answer["rows"] as? [[String: Any]] ?? [] }

  @Test func everyIndicatorOfEveryCommuneAgrees() throws {
    let found = Dictionary(
      uniqueKeysWithValues: rows(try compare("--level", "commune", "--reference", "territory")).map {
        ($0["area_code"] as? String ?? "", $0)
      })
    let expected = try Self.oracle("expected-communes.csv")
    #expect(found.count == expected.count)
    for want in expected {
      let row = try #require(found[want["insee"] ?? ""])
      func agrees(_ key: String, _ column: String) {
        let value = row[key] as? Double
        guard let number = Double(want[column] ?? "") else {
          #expect(value == nil, "\(want["insee"] ?? "") \(key)")
          return
        }
        #expect(abs((value ?? .nan) - number) <= 1e-9 * max(1, abs(number)), "\(want["insee"] ?? "") \(key)")
      }
      agrees("population", "population")
      agrees("establishments", "establishments")
      agrees("establishments_per_10000", "per_10000")
      agrees("observed_over_expected", "oe")
      agrees("observed_over_expected_lower", "lower")
      agrees("observed_over_expected_upper", "upper")
      agrees("smoothed_per_10000", "smoothed")
      #expect((row["rests_on_little"] as? Bool).map { $0 ? "true" : "false" } ?? "" == want["little"])
    }
  }

  @Test func sumsStopAtAMissingCommune() throws {
    let found = rows(try compare("--level", "epci", "--level", "territory"))
    for want in try Self.oracle("expected-sums.csv") {
      let row = try #require(found.first { $0["area_code"] as? String == want["code"] })
      #expect(row["communes"] as? Int == Int(want["communes"] ?? ""))
      #expect(row["population"] as? Double == Double(want["population"] ?? ""))
      #expect(row["establishments"] as? Double == Double(want["establishments"] ?? ""))
      #expect(row["establishments_status"] as? String == (want["establishments"] == "" ? "n" : ""))
    }
    let page = try work.cartopole("compare", "--data", Self.counts, "--level", "territory")
    #expect(page.text.contains("au moins 1 236 ; 1 commune sans valeur"))
    #expect(page.err.contains("2019-01-01 Estouches + Méréville → Le Mérévillois"))
    #expect(!page.err.contains("Courcouronnes"))
  }

  @Test func twelveAreasInOneCall() throws {
    let communes = try Self.oracle("expected-communes.csv").compactMap { $0["insee"] }
    let lines = communes.enumerated().map { "\($0.element),Basin \($0.offset % 12 + 1)" }
    try work.write((["insee,area"] + lines).joined(separator: "\n") + "\n", to: "areas.csv")
    let found = rows(try compare("--areas", work.url("areas.csv").path, "--level", "area"))
    #expect(found.count == 12)
    let counts = Dictionary(
      uniqueKeysWithValues: try Self.oracle("expected-communes.csv").map {
        ($0["insee"] ?? "", Double($0["establishments"] ?? ""))
      })
    for (index, row) in found.enumerated() {
      #expect(row["area"] as? String == "Basin \(index + 1)")
      let own = communes.indices.filter { $0 % 12 == index }.map { counts[communes[$0]] ?? nil }
      let sum = own.contains { $0 == nil } ? nil : own.compactMap { $0 }.reduce(0, +)
      #expect(row["establishments"] as? Double == sum)
    }
  }

  @Test func populationsOfTwoDatesAreInterpolated() throws {
    let communes = try Self.oracle("expected-communes.csv").compactMap { $0["insee"] }
    var lines = ["insee,population,date"]
    for code in communes { lines += ["\(code),1000,2021-01-01", "\(code),2000,2023-01-01"] }
    try work.write(lines.joined(separator: "\n") + "\n", to: "people.csv")
    let row = try #require(rows(try compare("--population", work.url("people.csv").path, "--level", "commune")).first)
    // 364 of 730 days after the first count.
    #expect(abs((row["population"] as? Double ?? 0) - (1000 + 1000 * 364.0 / 730)) < 1e-9)
    #expect(row["population_status"] as? String == "e")
    #expect(row["population_date"] as? String == "2021-01-01/2023-01-01")
  }

  @Test func jobsBelowThreeUnitsAreNowhere() throws {
    let answer = try compare("--level", "commune", "--level", "territory")
    let lines = try String(contentsOfFile: Self.counts, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let few = Set(
      lines.filter { $0[2] == "jobs" && (Int($0[5]) ?? 9) < 3 && (Int($0[3]) ?? 0) > 0 }.map { String($0[0]) })
    let suppressed = rows(answer).filter { few.contains($0["area_code"] as? String ?? "") }
    #expect(suppressed.count > 10)
    for row in suppressed {
      for key in ["jobs", "jobs_per_establishment"] {
        #expect(row[key] is NSNull)
        #expect(row[key + "_status"] as? String == "s")
      }
    }
    let geojson = try work.cartopole(
      "compare", "--data", Self.counts, "--level", "commune", "--format", "geojson", "--quiet")
    let features = try geojson.object()["features"] as? [[String: Any]] ?? []
    #expect(features.count == 131)
    for feature in features {
      let properties = feature["properties"] as? [String: Any] ?? [:]
      guard few.contains(properties["area_code"] as? String ?? "") else { continue }
      #expect(properties["jobs"] is NSNull)
      #expect(properties["jobs_status"] as? String == "s")
    }
    let check = try work.cartopole(
      "compare", "--data", Self.counts, "--level", "commune", "--level", "territory", "--check-disclosure")
    #expect(check.status == 0, "\(check.err)")
    #expect(check.text.contains("toutes protégées"))
  }

  @Test func protectedCountsTakeTheirRatesWithThem() throws {
    try work.write(
      """
      insee,measure,value,units,largest
      91001,establishments,1,1,1
      91016,establishments,40,30,3
      91017,establishments,50,30,3
      91021,establishments,60,30,3

      """, to: "few.csv")
    let run = try work.cartopole(
      "compare", "--data", "few.csv", "--level", "commune", "--protect-counts", "--format", "json", "--quiet")
    let row = try #require(
      (try run.object()["rows"] as? [[String: Any]])?.first { $0["area_code"] as? String == "91001" })
    for key in ["establishments", "establishments_per_10000", "observed_over_expected", "smoothed_per_10000"] {
      #expect(row[key] is NSNull)
      #expect(row[key + "_status"] as? String == "s", "\(key)")
    }
  }

  @Test func theSchemaIsAsDocumented() throws {
    let answer = try compare("--level", "territory", "--moran", "--permutations", "99")
    #expect(answer["schema"] as? Int == 1)
    #expect(Set(answer.keys) == ["schema", "data", "reference", "join", "rows", "moran", "communes"])
    let row = try #require(rows(answer).first)
    var keys: Set<String> = [
      "level", "area_code", "area", "family", "date", "population_date", "perimeter", "communes", "rests_on_little",
      "population_known", "communes_without_population", "part", "communes_of_whole",
    ]
    for figure in [
      "establishments", "jobs", "population", "area_km2", "establishments_per_1000", "establishments_per_10000",
      "establishments_per_km2", "jobs_per_establishment", "share_of_jobs", "relative_density", "location_quotient",
      "expected_establishments", "expected_jobs", "observed_over_expected", "observed_over_expected_lower",
      "observed_over_expected_upper", "smoothed_per_10000",
    ] { keys.formUnion([figure, figure + "_status"]) }
    #expect(Set(row.keys) == keys)
    let moran = answer["moran"] as? [String: Any] ?? [:]
    #expect(
      Set(moran.keys) == [
        "neighbours", "distance_km", "raw", "permutations", "seed", "communes", "i", "expected", "z_normality",
        "z_randomisation", "p_permutation", "gini", "without_value", "without_neighbour",
      ])
    #expect(moran["without_value"] as? [String] == ["91109"])
    #expect((answer["communes"] as? [[String: Any]])?.count == 131)
    let documented = try String(contentsOf: Tool.package.appendingPathComponent("docs/compare.md"), encoding: .utf8)
    for key in keys.union(moran.keys) where !key.hasSuffix("_status") {
      #expect(documented.contains(key), "docs/compare.md lacks \(key)")
    }
  }

  @Test func everyPrintedNumberIsExplained() throws {
    let text = try work.cartopole(
      "compare", "--data", Self.counts, "--level", "epci", "--explain", "--lang", "en", "--quiet"
    ).text
    for words in ["1,325", "O = 1,325", "synthetic-counts.csv:", "m = "] { #expect(text.contains(words), "\(words)") }
  }

  @Test func limitsArePrintedAsLimits() throws {
    let table = try work.cartopole("compare", "--area", "11", "--area", "94").text
    #expect(table.contains("plus de 388 000"))
    #expect(table.contains("plus de 3 850"))
  }

  // MARK: What is wrong with a file

  @Test(arguments: [
    ("insee,measure,value,cog\n91001,establishments,3,2024\n91222,establishments,1,2024\n", [], "line 3"),
    ("insee,measure,value\n91001,establishments,\"1,234\"\n", [], "line 2, column value"),
    ("insee,measure,value\n91001,establishments,3\n75999,establishments,1\n", ["--strict"], "75999"),
    ("insee,measure,value\n1001,establishments,3\n91001,establishments,3\n", ["--strict"], "in no layer"),
  ]) func badFilesAreRefused(_ text: String, _ words: [String], _ said: String) throws {
    try work.write(text, to: "bad.csv")
    let run = try work.run(Tool.program, ["compare", "--data", "bad.csv", "--lang", "en", "-o", "out.txt"] + words)
    #expect(run.status == 65)
    #expect(run.errors.count == 1)
    #expect(run.err.contains(said), "\(run.err)")
    #expect(work.files() == ["bad.csv"])
  }

  @Test func familiesThatDoNotAddUpAreRefused() throws {
    try work.write(
      """
      insee,family,measure,value,units,largest
      91001,all,jobs,3,4,1
      91001,association,jobs,5,4,1

      """, to: "families.csv")
    let run = try work.cartopole(
      "compare", "--data", "families.csv", "--level", "commune", "--family", "all", "--family", "association", "--lang",
      "en")
    #expect(run.status == 65)
    #expect(run.err.contains("more than their total"))
  }

  @Test(arguments: [
    ["compare", "--moran"], ["compare", "--areas", "a.csv"], ["compare", "--funnel", "f.svg"],
    ["compare", "--data", "x.csv", "--chart", "f.svg"], ["compare", "--chart", "f.gif"],
    ["compare", "--chart", "f.svg", "--theme", "sepia"], ["compare", "--chart", "f.svg", "--width", "200"],
    ["compare", "--data", "x.csv", "--neighbours", "distance"], ["compare", "--data", "x.csv", "--protection", "2"],
    ["render", "territory", "--data", "x.csv"],
  ]) func optionsThatDoNotGoTogether(_ words: [String]) throws {
    #expect(try work.run(Tool.program, words).status == 64)
  }

  // MARK: Vintages

  @Test func aFileOfTheTerritorysOwnVintageKeepsItsCommunes() throws {
    try work.write(
      "insee,measure,value,cog\n91222,establishments,2,2008\n91390,establishments,5,2008\n91001,establishments,1,2008\n",
      to: "old.csv")
    let run = try work.cartopole("compare", "--data", "old.csv", "--level", "commune", "--format", "json", "--quiet")
    let rows = try run.object()["rows"] as? [[String: Any]] ?? []
    #expect(rows.count == 132)
    let counts = rows.filter { ["91222", "91390"].contains($0["area_code"] as? String ?? "") }
    #expect(counts.map { $0["establishments"] as? Double } == [2, 5])
  }

  // MARK: Pictures

  @Test func theFunnelAndTheMapSayWhatTheTableSays() throws {
    let run = try work.cartopole(
      "compare", "--data", Self.counts, "--level", "commune", "--funnel", "funnel.svg", "--quiet")
    #expect(run.status == 0, "\(run.err)")
    let funnel = try work.text("funnel.svg")
    #expect(funnel.components(separatedBy: "<circle").count - 1 == 130 + 3)
    #expect(funnel.contains("Sur 130 communes"))
    let map = try work.cartopole("render", "density", "--data", Self.counts, "-o", "density.svg", "--quiet")
    #expect(map.status == 0, "\(map.err)")
    let svg = try work.text("density.svg")
    #expect(svg.ranges(of: /<path[^>]* data-insee=/).count == 132)
    #expect(svg.contains("class=\"area missing\" id=\"c91109\""))
    for want in try Self.oracle("expected-communes.csv").prefix(40) {
      guard let rate = Double(want["per_10000"] ?? ""), let code = want["insee"] else { continue }
      let start = try #require(svg.range(of: "id=\"c\(code)\""))
      let tail = svg[start.upperBound...].prefix(80)
      let value = try #require(
        tail.components(separatedBy: "data-value=\"").dropFirst().first?.split(separator: "\"").first)
      #expect(abs((Double(value) ?? -1) - rate) < 6e-5, "\(code)")
    }
  }

  @Test func withoutCountsTheMapShowsWhatIsPublished() throws {
    let run = try work.cartopole("render", "density", "-o", "published.svg", "--lang", "en")
    #expect(run.status == 0, "\(run.err)")
    let svg = try work.text("published.svg")
    #expect(svg.components(separatedBy: "area missing\" id").count - 1 == 5)
    #expect(svg.contains(": 20.0\u{202F}d; 2,593\u{202F}d establishments"))
    #expect(svg.contains("Paris"))
    #expect(svg.contains("more than"))
  }

  @Test func theAtlasMapsTheProjectsStatistics() throws {
    try FileManager.default.copyItem(at: Tool.data, to: work.url("data"))
    try FileManager.default.copyItem(at: URL(fileURLWithPath: Self.counts), to: work.url("data/synthetic-counts.csv"))
    let project = try work.text("data/pole.yaml")
    try work.write("statistics: synthetic-counts.csv\n" + project, to: "data/pole.yaml")
    let run = try work.cartopole("atlas", "--project", "data", "-o", "atlas", "--no-pictures")
    #expect(run.status == 0, "\(run.err)")
    #expect(try work.text("atlas/maps/density.svg").contains("data-insee=\"91223\""))
    #expect(try work.text("atlas/tables/counts.csv").contains("territory"))
    let page = try work.text("atlas/index.html")
    for name in ["density", "figures", "figures-chart"] { #expect(page.contains("maps/\(name).svg"), "\(name)") }
    let book = try WorkbookDump("atlas/tables.xlsx", in: work)
    let sheet = try #require(book["compare"])
    let count = try #require(sheet.column("établissements"))
    let essonne = try #require(sheet.rows.first { $0.count > count && $0[count]?.number == 2593 })
    #expect(essonne[0]?.text == "91" && essonne[count + 1]?.text == "d")
    #expect(sheet.rows.contains { $0.count > count && $0[count]?.number == 3850 && $0[count + 1]?.text == "plus de" })
    #expect(book["compare-shares"] != nil && book["counts"] != nil)
  }

  @Test func aLayerOfOnesOwnNeedsNoProject() throws {
    func square(_ x: Int, _ code: String) -> String {
      let (a, b) = (2 + Double(x) * 0.1, 2.1 + Double(x) * 0.1)
      return """
        {"type":"Feature","properties":{"code":"\(code)","nom":"N\(code)","population":\(1000 * (x + 1)),"departement":"63"},
        "geometry":{"type":"Polygon","coordinates":[[[\(a),45],[\(b),45],[\(b),45.1],[\(a),45.1],[\(a),45]]]}}
        """
    }
    let features = (0..<4).map { square($0, "6300\($0 + 1)") }.joined(separator: ",")
    try work.write("{\"type\":\"FeatureCollection\",\"features\":[\(features)]}", to: "four.geojson")
    try work.write(
      "insee,measure,value,date\n63001,establishments,4,2021\n63002,establishments,8,2021\n63003,establishments,0,2021\n63004,establishments,16,2021\n",
      to: "four.csv")
    let run = try work.cartopole(
      "compare", "--data", "four.csv", "--geo", "four.geojson", "--level", "commune", "--level", "departement",
      "--format", "json", "--lang", "en")
    #expect(run.status == 0, "\(run.err)")
    #expect(!run.err.contains("project"))
    let rows = try run.object()["rows"] as? [[String: Any]] ?? []
    #expect(rows.map { $0["establishments"] as? Double } == [4, 8, 0, 16, 28])
    #expect(rows.last?["area"] as? String == "Puy-de-Dôme")
    #expect(rows.last?["population"] as? Double == 10_000)
    #expect(rows[2]["establishments_per_10000"] as? Double == 0)
    #expect(rows[2]["observed_over_expected_lower"] as? Double == 0)
  }

  // MARK: A part is not the whole

  /// Two communes are no region: they are the reference for want of a wider one, under a name that says so, and a country
  /// is not held against them.
  @Test func theCommunesOfAFileAreNoRegion() throws {
    try work.write("insee,measure,value\n91223,establishments,5\n91226,establishments,3\n", to: "h.csv")
    let levels = ["--level", "departement", "--level", "region", "--level", "country", "--level", "commune"]
    let run = try work.run(Tool.program, ["compare", "--data", "h.csv", "--wide"] + levels)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.text.contains("Référence : l’ensemble des communes renseignées"), "\(run.text)")
    #expect(!run.text.contains("Référence : ile-de-france.shp"))
    let answer = try work.run(Tool.program, ["compare", "--data", "h.csv", "--format", "json", "--quiet"] + levels)
    let rows = rows(try answer.object())
    let france = try #require(rows.first { $0["level"] as? String == "country" })
    #expect(france["establishments"] as? Double == 200_000 && france["observed_over_expected"] is NSNull)
    #expect(rows.contains { $0["area_code"] as? String == "91223" && $0["observed_over_expected"] is Double })
  }

  /// What stands in brackets tells areas apart, unless it is the initials of what stands before it.
  @Test func namesKeepTheirBrackets() throws {
    try work.write("insee,measure,value\n91223,establishments,5\n91226,establishments,3\n", to: "h.csv")
    try work.write("Code INSEE;Territoire\n91223;Bassin (nord)\n91226;Bassin (SUD 2)\n", to: "a.csv")
    let run = try work.cartopole(
      "compare", "--data", "h.csv", "--areas", "a.csv", "--level", "area", "--format", "markdown")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.text.contains("| Bassin (nord) |") && run.text.contains("| Bassin (SUD 2) |"), "\(run.text)")
  }

  /// Without a rate of the reference no row has an expected count: the advice is about the reference.
  @Test func aFunnelWithoutAReference() throws {
    try work.write("insee,measure,value\n91223,establishments,5\n91226,establishments,3\n", to: "h.csv")
    try work.write("insee,population\n91223,25000\n", to: "p.csv")
    let run = try work.cartopole(
      "compare", "--data", "h.csv", "--population", "p.csv", "--level", "commune", "--funnel", "f.svg")
    #expect(run.status == 65 && run.err.contains("la référence") && run.err.contains("--population"), "\(run.err)")
  }
}
