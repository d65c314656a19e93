import Foundation
import FoundationXML
import Testing

/// `render density`: its classes and colours, and a layer of one's own with `--geo`.
struct DensityTests {
  private let work: Workspace
  private static let counts = Tool.package.appendingPathComponent("Tests/Oracles/compare/synthetic-counts.csv").path
  private static let layer = Tool.data.appendingPathComponent("sud-essonne.shp").path

  init() throws { work = try Workspace() }

  private func svg(_ name: String = "m.svg") throws -> String {
    let data = try work.data(name)
    #expect(XMLParser(data: data).parse())
    return String(decoding: data, as: UTF8.self)
  }

  private func render(_ words: String...) throws -> Run {
    try work.run(Tool.program, ["render", "density", "--data", Self.counts, "-o", "m.svg"] + words)
  }

  /// Six communes in a row: a small number, a large one, a zero, a secret, no row, nobody.
  private func makeLayer() throws {
    let people = [500, 90_000, 800, 700, 900, 0]
    let features = people.enumerated().map { index, count -> String in
      let (a, b) = (2 + Double(index) * 0.01, 2.01 + Double(index) * 0.01)
      return """
        {"type":"Feature","properties":{"code":"6300\(index)","nom":"<script>\(index)","population":\(count),"departement":"63",
        "canton":"63\(index / 3)","canton_nom":"Canton \(index / 3)"},
        "geometry":{"type":"Polygon","coordinates":[[[\(a),45],[\(b),45],[\(b),45.01],[\(a),45.01],[\(a),45]]]}}
        """
    }
    try work.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}", to: "c.geojson")
    try work.write(
      "insee,family,measure,value,value_status,date\n63000,all,establishments,2,,2021\n63001,all,establishments,400,,2021\n63002,all,establishments,0,,2021\n63003,all,establishments,,s,2021\n63005,all,establishments,3,,2021\n",
      to: "t.csv")
  }

  @Test func everyCaseKeepsItsMark() throws {
    try makeLayer()
    let run = try work.cartopole(
      "render", "density", "--geo", "c.geojson", "--data", "t.csv", "-o", "m.svg", "--project", "nowhere")
    #expect(run.status == 0, "\(run.err)")
    let map = try svg()
    #expect(!map.contains("<script>"))
    func style(_ code: String) -> String? {
      map.firstMatch(of: try! Regex("class=\"([^\"]*)\" id=\"c\(code)\""))?.output[1].substring.map(String.init)
    }
    #expect(style("63000")?.hasPrefix("area little-") == true)
    #expect(style("63001")?.hasPrefix("area p") == true)
    #expect(style("63002") == "area zero")
    #expect(style("63003") == "area secret")
    #expect(style("63004") == "area missing")
    #expect(style("63005") == "area not-applicable")
    for said in ["aucun établissement", "secret statistique", "repose sur trop peu", "pas de donnée", "sans objet"] {
      #expect(map.contains(">" + said) || map.contains(said), "\(said)")
    }
    // 2 for 500 and 400 for 90,000 inhabitants; nothing of the secret.
    #expect(map.contains("data-insee=\"63000\" data-value=\"40\""))
    #expect(map.contains("data-insee=\"63003\" d="))
  }

  /// The classes drawn are those `classify` makes of the rates `compare` prints.
  @Test(arguments: ["jenks", "equal", "quantile", "headtail"]) func classesAreThoseOfClassify(method: String) throws {
    for layer in [[], ["--geo", Self.layer]] {
      // The project counts inhabitants in 2021 too, the layer does not.
      let table = try work.run(
        Tool.program,
        ["compare", "--data", Self.counts, "--level", "commune", "--format", "csv", "--quiet"] + layer)
      #expect(table.status == 0, "\(table.err)")
      let rows = table.text.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let column = try #require(rows[0].firstIndex(of: "establishments_per_10000"))
      let positive = rows.dropFirst().filter { (Double($0[column]) ?? 0) > 0 }.map { String($0[column]) }
      try work.write("r\n" + positive.joined(separator: "\n") + "\n", to: "r.csv")
      let classed = try work.cartopole(
        "classify", "--data", "r.csv", "--value", "r", "--method", method, "--classes", "4", "--format", "json")
      let wanted = try #require(try classed.object()["counts"] as? [Int])
      let run = try work.run(
        Tool.program,
        ["render", "density", "--data", Self.counts, "--method", method, "--classes", "4", "-o", "m.svg", "--quiet"]
          + layer)
      #expect(run.status == 0, "\(run.err)")
      let map = try svg()
      let found = wanted.indices.map { step in
        // The two communes of a merged area are two paths of the project's map.
        map.ranges(of: try! Regex("class=\"(area|commune) (p|little-)\(step + max(3, wanted.count) - wanted.count)\" "))
          .count
      }
      let extra = layer.isEmpty ? 1 : 0
      #expect(found.reduce(0, +) == wanted.reduce(0, +) + extra, "\(method) \(found) \(wanted)")
      #expect(zip(found, wanted).allSatisfy { (0...extra).contains($0 - $1) }, "\(method) \(found) \(wanted)")
      #expect(map.contains("(\(method))"))
    }
  }

  @Test func palettesAndBreaks() throws {
    #expect(try render("--palette", "viridis", "--classes", "4").status == 0)
    let plain = try svg()
    #expect(plain.contains(".p0{fill:#440154}"))
    #expect(try render("--palette", "viridis", "--classes", "4", "--reverse").status == 0)
    #expect(try svg().contains(".p3{fill:#440154}"))
    #expect(try render("--breaks", "30,50,300", "--geo", Self.layer).status == 0)
    let map = try svg()
    #expect(map.contains("plus de 30") && map.contains("plus de 50"))
  }

  @Test func anyLevelTheLayerHas() throws {
    try makeLayer()
    let run = try work.cartopole(
      "render", "density", "--geo", "c.geojson", "--data", "t.csv", "--level", "departement", "-o", "m.svg")
    #expect(run.status == 0, "\(run.err)")
    // One area, of which some communes have no count.
    #expect(try svg().ranges(of: /<path[^>]* data-insee="63"/).count == 1)
    try work.write("insee,area\n63000,Duo\n63001,Duo\n63002,Rien\n", to: "a.csv")
    let own = try work.cartopole(
      "render", "density", "--geo", "c.geojson", "--data", "t.csv", "--areas", "a.csv", "--level", "area", "-o", "m.svg"
    )
    #expect(own.status == 0, "\(own.err)")
    let map = try svg()
    // Two squares side by side are one outline.
    let path = try #require(map.firstMatch(of: /data-insee="Duo"[^>]*d="([^"]*)"/)).1
    #expect(path.count(where: { $0 == "Z" }) == 1)
  }

  /// A map of no establishments at all would be an empty answer that ends well.
  @Test func jobsAloneMakeNoDensity() throws {
    try work.write("insee,measure,family,value,published_by\n91223,jobs,all,5,Insee\n", to: "jobs.csv")
    for layer in [["--geo", Self.layer], []] {
      let run = try work.run(Tool.program, ["render", "density", "--data", "jobs.csv", "-o", "m.svg"] + layer)
      #expect(run.status == 65, "\(run.err)")
      #expect(run.err.contains("aucune ligne n’est un nombre d’établissements"), "\(run.err)")
    }
  }

  @Test(arguments: [
    (["--value", "x"], 64, "--value"), (["--from", "EPSG:2154"], 64, "--from"),
    (["--breaks", "1,x"], 64, "« x »"), (["--breaks", "30,300", "--classes", "4"], 64, "--classes"),
    (["--breaks", "1,2"], 65, "dernière borne"), (["--palette", "Violette"], 64, "Blues"),
    (["--method", "hasard"], 64, "jenks"), (["--classes", "0"], 64, "classes"),
    (["--family", "association", "--family", "mutuelle"], 64, "--family"),
    (["--level", "commune", "--level", "canton"], 64, "--level"), (["--geo", layer, "--level", "area"], 65, "--areas"),
    (["--geo", layer, "--level", "country"], 65, "pays"), (["--geo", layer, "--scenario", "s.yaml"], 64, "--scenario"),
    (["--geo", "absent.shp"], 66, "absent.shp"), (["mobilite-solidaire"], 64, "mobilite-solidaire"),
  ]) func refuses(words: [String], status: Int32, said: String) throws {
    let run = try work.run(
      Tool.program, ["render", "density"] + words + ["--data", Self.counts, "-o", "m.svg", "--quiet"])
    #expect(run.status == status, "\(run.err)")
    #expect(run.err.contains(said), "\(run.err)")
    #expect(!work.files().contains("m.svg"))
  }

  @Test(arguments: [
    (["density", "--geo", layer], "--data"), (["territory", "--palette", "Blues"], "--palette"),
    (["coverage", "--classes", "4"], "--classes"), (["visibility", "--value", "x"], "--value"),
    (["siting", "--geo", layer, "--count", "1"], "--geo"), (["density", "--titles"], "--titles"),
    (["choropleth", "--geo", layer, "--value", "POPULATION", "--breaks", "1,2", "--method", "jenks"], "--breaks"),
  ]) func optionsOfOtherMapsAreRefused(words: [String], said: String) throws {
    let run = try work.run(Tool.program, ["render"] + words + ["-o", "m.svg"])
    #expect(run.status == 64, "\(run.err)")
    #expect(run.err.contains(said), "\(run.err)")
    #expect(!work.files().contains("m.svg"))
  }
}
