import Foundation
import Testing

/// `compare --funnel`: title, legend and points say the same, and what the interval of O ÷ E in the table says.
struct FunnelPlotTests {
  private let work: Workspace
  private static let communes = Tool.package.appendingPathComponent("Tests/Oracles/compare/synthetic-counts.csv").path

  init() throws { work = try Workspace() }

  /// Every commune of the territory with its establishments, none where nothing is said.
  private func write(_ counts: [String: Int]) throws {
    let shipped = try String(contentsOfFile: Self.communes, encoding: .utf8)
    let layer = try work.cartopole("convert", Tool.data.appendingPathComponent("sud-essonne.shp").path, "c.csv")
    #expect(layer.status == 0 && !shipped.isEmpty)
    let lines = try work.text("c.csv").split(separator: "\n").map { $0.split(separator: ",") }
    let column = try #require(lines[0].firstIndex(of: "INSEE_COM"))
    let codes = lines.dropFirst().map { String($0[column]) }
    #expect(codes.count == 132)
    let rows = codes.map { "\($0),establishments,\(counts[$0] ?? 0),2021\n" }
    try work.write("insee,measure,value,date\n" + rows.joined(), to: "e.csv")
  }

  /// The picture's text, with plain spaces.
  private func picture() throws -> String {
    try work.text("f.svg").replacingOccurrences(of: "\u{202F}", with: " ").replacingOccurrences(of: "\u{A0}", with: " ")
  }

  /// The numbers of the legend: outside 99.8 %, outside 95 %, the others.
  private func legend(_ svg: String) throws -> [Int] {
    try ["hors des limites à 99,8 %", "hors des limites à 95 %", "ce que le hasard suffit à expliquer"].map {
      let row = try #require(svg.components(separatedBy: $0 + " (").dropFirst().first)
      return try #require(Int(row.prefix { $0.isNumber }))
    }
  }

  /// One establishment in 132 communes: P(X ≥ 1) is 7.7 % in Étampes, and nothing elsewhere is what was expected.
  @Test func oneEstablishmentIsNoDeparture() throws {
    try write(["91223": 1])
    let run = try work.cartopole("compare", "--data", "e.csv", "--level", "commune", "--funnel", "f.svg", "-o", "t.md")
    #expect(run.status == 0, "\(run.err)")
    let svg = try picture()
    #expect(svg.contains("Aucune des 132 communes ne s’écarte"))
    #expect(try legend(svg) == [0, 0, 132])
    let off = try #require(svg.firstMatch(of: /Hors de l’axe[^0-9]*([0-9]+) communes sans établissement/))
    let circles = svg.components(separatedBy: "<circle").count - 1
    #expect(circles - 3 == 132 - (Int(off.1) ?? 0) && circles > 3)
  }

  /// Three in all, two of them in one town: a few zeros among villages are not 94 departures.
  @Test func aRareFamily() throws {
    try write(["91223": 2, "91021": 1])
    let run = try work.cartopole("compare", "--data", "e.csv", "--level", "commune", "--funnel", "f.svg", "-o", "t.md")
    #expect(run.status == 0, "\(run.err)")
    let svg = try picture()
    // The town's own P(X ≥ 2) is 2.46 %.
    #expect(try legend(svg)[0] == 0 && legend(svg)[1] == 1)
    #expect(svg.contains("au plus 1 territoire sur 20") && svg.contains("au plus 1 sur 500"))
  }

  /// What lies outside at 95 % has an interval without 1, and nothing else has.
  @Test func plotAndTableAgree() throws {
    let run = try work.cartopole(
      "compare", "--data", Self.communes, "--level", "commune", "--funnel", "f.svg", "--format", "json", "--quiet")
    #expect(run.status == 0, "\(run.err)")
    let rows = try run.object()["rows"] as? [[String: Any]] ?? []
    let outside = rows.count { row in
      guard row["level"] as? String == "commune", let low = row["observed_over_expected_lower"] as? Double,
        let high = row["observed_over_expected_upper"] as? Double
      else { return false }
      return low > 1 || high < 1
    }
    let found = try legend(try picture())
    #expect(found[0] + found[1] == outside && outside > 0)
  }

  /// A logarithmic axis has no two ticks of one label, however small the counts.
  @Test func ticksDiffer() throws {
    try write(["91223": 1, "91001": 1])
    let run = try work.cartopole("compare", "--data", "e.csv", "--level", "commune", "--funnel", "f.svg", "-o", "t.md")
    #expect(run.status == 0, "\(run.err)")
    let svg = try work.text("f.svg")
    let axis = try #require(svg.components(separatedBy: "id=\"limits\"").dropFirst().first).components(
      separatedBy: "id=\"areas\"")[0]
    let ticks = axis.matches(of: /text-anchor="middle"[^>]*>([0-9,]+)</).map { String($0.1) }
    #expect(ticks.count > 3 && Set(ticks).count == ticks.count, "\(ticks)")
  }

  /// The reference is not compared with itself.
  @Test func theReferenceHasNoQuotient() throws {
    try write(["91223": 12])
    let run = try work.cartopole(
      "compare", "--data", "e.csv", "--level", "territory", "--reference", "territory", "--format", "json", "--quiet")
    #expect(run.status == 0, "\(run.err)")
    let row = try #require((try run.object()["rows"] as? [[String: Any]])?.first)
    for key in ["expected_establishments", "observed_over_expected", "observed_over_expected_lower"] {
      #expect(row[key] is NSNull && row[key + "_status"] as? String == "z", "\(key)")
    }
  }
}
