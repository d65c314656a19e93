import Foundation
import FoundationXML
import Testing

/// `render choropleth`, `symbols` and `typology`: any layer, any table.
struct LayerMapTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// Squares in a row, with codes and names; the second is in two parts.
  private func makeLayer(_ names: [String]) throws {
    let features = names.enumerated().map { index, name -> String in
      let x = 2 + Double(index) * 0.01
      func square(_ y: Double) -> String {
        "[[[\(x),\(y)],[\(x),\(y + 0.01)],[\(x + 0.01),\(y + 0.01)],[\(x + 0.01),\(y)],[\(x),\(y)]]]"
      }
      let coordinates = index == 1 ? square(48) + "," + square(48.02) : square(48)
      let quoted = String(decoding: try! JSONEncoder().encode(name), as: UTF8.self)
      return """
        {"type":"Feature","properties":{"code":"0100\(index)","nom":\(quoted),"POPULATION":\(100 * (index + 1))},
        "geometry":{"type":"MultiPolygon","coordinates":[\(coordinates)]}}
        """
    }
    try work.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}", to: "c.geojson")
  }

  private func render(_ arguments: String...) throws -> Run {
    try work.run(Tool.program, ["render"] + arguments + ["-o", "m.svg"])
  }

  private func svg() throws -> String {
    let data = try work.data("m.svg")
    #expect(XMLParser(data: data).parse())
    return String(decoding: data, as: UTF8.self)
  }

  @Test func valuesGapsAndZeros() throws {
    try makeLayer(["A", "B", "C", "D", "E", "F"])
    try work.write(
      "code;taux;taux_status\n01000;0;\n1001;1,5;\n01002;3,25;\n01003;;s\n01004;;n\n09999;4;\n", to: "t.csv")
    let run = try render(
      "choropleth", "--geo", "c.geojson", "--data", "t.csv", "--value", "taux", "--classes", "2")
    #expect(run.status == 0, "\(run.err)")
    for said in ["09999", "01005", "ligne", "rapport"] { #expect(run.err.contains(said), "\(said)") }
    let map = try svg()
    #expect(map.contains("class=\"area zero\" id=\"c01000\" data-insee=\"01000\" data-value=\"0\""))
    #expect(map.contains("class=\"area p0\" id=\"c01001\" data-insee=\"01001\" data-value=\"1.5\""))
    #expect(map.contains("class=\"area secret\" id=\"c01003\" data-insee=\"01003\" d="))
    #expect(map.contains("class=\"area not-available\" id=\"c01004\""))
    #expect(map.contains("class=\"area missing\" id=\"c01005\""))
    for said in ["secret statistique", "pas de donnée", "plus de 2,4 à 3,3"] {
      #expect(map.contains(said), "\(said)")
    }
    // The part far away belongs to the same path.
    let second = try #require(map.firstRange(of: "id=\"c01001\"").map { map[$0.upperBound...].prefix(200) })
    #expect(second.prefix { $0 != ">" }.count(where: { $0 == "Z" }) == 2)
  }

  @Test func aCountIsNotShaded() throws {
    try makeLayer(["A", "B", "C"])
    let refused = try render("choropleth", "--geo", "c.geojson", "--value", "POPULATION")
    #expect(refused.status == 65 && refused.err.contains("--allow-counts"), "\(refused.err)")
    #expect(!work.files().contains("m.svg"))
    #expect(
      try render("choropleth", "--geo", "c.geojson", "--value", "POPULATION", "--as", "ratio").status == 0)
    #expect(
      try render("choropleth", "--geo", "c.geojson", "--value", "POPULATION", "--allow-counts").status == 0)
  }

  /// Area is proportional to the value: radii are to each other as the square roots.
  @Test func circleAreas() throws {
    try makeLayer(["A", "B", "C", "D"])
    #expect(
      try render("symbols", "--geo", "c.geojson", "--value", "POPULATION", "--labels", "none").status == 0)
    let map = try svg()
    let radii = map.components(separatedBy: "class=\"symbol\"").dropFirst().compactMap { piece -> Double? in
      guard let start = piece.firstRange(of: " r=\"")?.upperBound else { return nil }
      return Double(piece[start...].prefix { $0 != "\"" })
    }
    #expect(radii.count == 4)
    // The largest first.
    #expect(radii == radii.sorted(by: >))
    for (radius, value) in zip(radii, [400.0, 300, 200, 100]) {
      #expect(abs(radius - radii[0] * (value / 400).squareRoot()) <= 0.1)
    }
  }

  @Test func categories() throws {
    try makeLayer(["A", "B", "C", "D"])
    try work.write("code,type\n01000,rural\n01001,urbain\n01002,rural\n", to: "t.csv")
    let run = try render("typology", "--geo", "c.geojson", "--data", "t.csv", "--value", "type", "--lang", "en")
    #expect(run.status == 0, "\(run.err)")
    let map = try svg()
    #expect(
      map.contains("&quot;rural&quot; for 2 of the 3 features")
        || map.contains("\"rural\" for 2 of the 3 features"))
    #expect(map.ranges(of: "class=\"area p0\" id=").count == 2)
    #expect(map.ranges(of: "class=\"area missing\" id=").count == 1)
  }

  @Test func hostileNames() throws {
    let long = String(repeating: "Très long ", count: 20)
    try makeLayer(["<script>alert(1)</script>", long, "a\u{1B}b & \"c\""])
    let run = try render(
      "symbols", "--geo", "c.geojson", "--value", "POPULATION", "--title", long + "<script>", "--labels", "all")
    #expect(run.status == 0, "\(run.err)")
    #expect(try !svg().contains("<script>"))
  }

  @Test(arguments: [
    (["A"], "n\n01000,5\n", "choropleth", 0),
    (["A", "B", "C"], "n\n01000,5\n01001,5\n01002,5\n", "choropleth", 0),
    (["A", "B", "C"], "n\n01000,5\n01001,6\n01002,6\n", "choropleth", 0),
    (["A", "B"], "n\n01000,\n01001,\n", "choropleth", 65),
    (["A", "B"], "n\n01000,-3\n01001,4\n", "symbols", 65),
    (["A", "B"], "n\n01000,0\n01001,0\n", "symbols", 65),
    (["A", "B"], "n\n09000,1\n09001,2\n", "symbols", 65),
    (["A", "B"], "n\n01000,1 200\n01001,2\n", "symbols", 65),
  ])
  func fewOrBadValues(names: [String], rows: String, kind: String, status: Int) throws {
    try makeLayer(names)
    try work.write("code," + rows, to: "t.csv")
    let run = try render(kind, "--geo", "c.geojson", "--data", "t.csv", "--value", "n", "--as", "ratio")
    #expect(Int(run.status) == status, "\(run.err)")
    #expect(work.files().contains("m.svg") == (status == 0))
    if status != 0 { #expect(run.err.split(separator: "\n").count == 1, "\(run.err)") }
  }

  @Test(arguments: [
    (["--palette", "Violette"], 64), (["--method", "hasard"], 64), (["--breaks", "1,x"], 64),
    (["--value", "absente"], 65), (["--strict"], 65), (["--key", "rien"], 65), (["--crs", "EPSG:0"], 65),
  ])
  func badOptions(options: [String], status: Int) throws {
    try makeLayer(["A", "B"])
    try work.write("code,n\n01000,1.5\n", to: "t.csv")
    var arguments = ["render", "choropleth", "--geo", "c.geojson", "--data", "t.csv", "-o", "m.svg"]
    if !options.contains("--value") { arguments += ["--value", "n"] }
    let run = try work.run(Tool.program, arguments + options)
    #expect(Int(run.status) == status, "\(run.err)")
    #expect(!work.files().contains("m.svg"))
  }
}
