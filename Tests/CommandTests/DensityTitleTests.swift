import Foundation
import Testing

/// The title of a density map says of how many areas it speaks, and its bounds are round.
struct DensityTitleTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// A layer of squares of 20,000 inhabitants each, and the establishments of each; `nil` where there is no row.
  private func write(_ counts: [Int?], codes prefix: String = "63") throws {
    let features = counts.indices.map { number -> String in
      let (x, y) = (2 + 0.02 * Double(number % 6), 45 + 0.02 * Double(number / 6))
      let ring = [(x, y), (x, y + 0.02), (x + 0.02, y + 0.02), (x + 0.02, y), (x, y)].map { "[\($0.0),\($0.1)]" }
      return """
        {"type":"Feature","properties":{"code":"63\(100 + number)","nom":"Commune \(number)","population":20000},
        "geometry":{"type":"Polygon","coordinates":[[\(ring.joined(separator: ","))]]}}
        """
    }
    try work.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}", to: "c.geojson")
    let rows = counts.enumerated().compactMap { number, count in
      count.map { "\(prefix)\(100 + number),establishments,\($0),2021\n" }
    }
    try work.write("insee,measure,value,date\n" + rows.joined(), to: "t.csv")
  }

  private func draw(_ words: String...) throws -> Run {
    try work.run(
      Tool.program, ["render", "density", "--geo", "c.geojson", "--data", "t.csv", "-o", "m.svg", "--quiet"] + words)
  }

  private func title() throws -> String {
    let svg = try work.text("m.svg").replacingOccurrences(of: "\u{202F}", with: " ")
    return try #require(svg.firstMatch(of: /<title[^>]*>([^<]*)</).map { String($0.1) })
  }

  /// 18 establishments are the fewest whose interval is within ± 50 %: twelve communes have as many, eight do not.
  @Test func aRangeSaysAmongHowMany() throws {
    try write((0..<12).map { 18 + 3 * $0 } + [Int](repeating: 2, count: 8))
    #expect(try draw().status == 0)
    #expect(
      try title()
        == "L’ESS : de 9,0 établissements pour 10 000 habitants (Commune 0) à 25,5 (Commune 11), parmi les 12 communes où le chiffre est assez sûr"
    )
    #expect(try draw("--lang", "en").status == 0)
    #expect(try title().hasSuffix(", among the 12 communes whose figure is sure enough"))
  }

  /// Below ten sure communes the title is of them all: 18 + 26 + 18 · 2 = 80 for 400,000, 63.4 to 99.6 by Garwood.
  @Test func aFewSureCommunesMakeNoRange() throws {
    try write([18, 26] + [Int](repeating: 2, count: 18))
    #expect(try draw().status == 0)
    #expect(
      try title()
        == "L’ESS : 2,0 établissements pour 10 000 habitants dans l’ensemble (intervalle à 95 % : 1,6 à 2,5) ; seules 2 communes ont un chiffre assez sûr"
    )
    try write([Int](repeating: 2, count: 9) + [nil])
    #expect(try draw().status == 0)
    #expect(try title().contains("dans les 9 communes dont le nombre est connu (intervalle"))
    #expect(try title().hasSuffix("; aucune commune n’a de chiffre assez sûr"))
  }

  @Test func wholeLevelsKeepTheirRange() throws {
    try write([30, 40, 50])
    #expect(try draw().status == 0)
    #expect(try title().hasSuffix("à 25,0 (Commune 2), parmi 3 communes"))
  }

  /// Codes of elsewhere make no map and no title.
  @Test func nothingMatched() throws {
    try write([30, 40, 50], codes: "35")
    let run = try draw()
    #expect(run.status == 65 && run.errors.count == 1, "\(run.err)")
    #expect(run.err.contains("t.csv") && run.err.contains("35100"))
    #expect(!work.files().contains("m.svg"))
  }

  /// No bound claims a precision no rate has; every value lies in the class its colour says.
  @Test func boundsAreRound() throws {
    try write((0..<20).map { 21 + $0 * $0 })
    #expect(try draw().status == 0)
    let svg = try work.text("m.svg")
    let labels = svg.matches(of: /plus de ([0-9,]+) à ([0-9,]+)</).map { (String($0.1), String($0.2)) }
    #expect(labels.count == 4)
    for (low, _) in labels { #expect(!low.contains(","), "\(low)") }
    func number(_ text: String) -> Double { Double(text.replacingOccurrences(of: ",", with: ".")) ?? .nan }
    let bounds = labels.map { (number($0.0), number($0.1)) }.sorted { $0.0 < $1.0 }
    for match in svg.matches(of: /class="area (p|little-)([0-9])"[^>]*data-value="([0-9.]+)"/) {
      let (step, value) = (Int(match.2) ?? -1, Double(match.3) ?? .nan)
      let right = bounds.lastIndex { value > $0.0 }.map { $0 + 1 } ?? 0
      #expect(step == right, "\(value)")
    }
  }

  /// What has no scale is not what nobody has published: the same sign in the table and on the map.
  @Test func aChannelWithoutScale() throws {
    let run = try work.cartopole("visibility", "--format", "markdown", "-o", "t.md", "--quiet")
    #expect(run.status == 0, "\(run.err)")
    let row = try #require(try work.text("t.md").split(separator: "\n").first { $0.contains("| site-internet |") })
    #expect(row.contains("| /// |") && !row.contains("…"), "\(row)")
    #expect(try work.cartopole("render", "visibility", "-o", "v.svg", "--quiet").status == 0)
    let svg = try work.text("v.svg")
    #expect(svg.contains(">///</text>") && !svg.contains(">–</text>"))
    let actions = try work.cartopole("reach", "--format", "markdown", "--quiet")
    #expect(actions.text.contains("| /// | /// | /// |"))
  }
}
