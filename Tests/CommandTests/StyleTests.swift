import Foundation
import Testing

/// `convert --style`: the classes and colours of a map beside a layer, read by the scripts in `Tests/Oracles/styles`.
struct StyleTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// A layer, a table of rates with every reason for having none, with categories, and one of both signs.
  private func makeFiles() throws {
    try work.cartopole("convert", work.layerPath(), "c.gpkg", "--quiet")
    try work.cartopole("convert", work.layerPath(), "communes.csv", "--quiet")
    let insee = try work.text("communes.csv").split(separator: "\n").dropFirst().map { $0.prefix(5) }
    let rows = insee.enumerated().map { index, code -> String in
      switch index % 11 {
      case 0: "\(code),0,,nord,\(index % 3)"
      case 1: "\(code),,s,sud \"\(index % 4)\" & <est>,1"
      case 2: "\(code),,n,,2"
      case 3: "\(code),,z,ouest,2"
      case 4: "\(code),,,l’est,"
      default: "\(code),\(Double(index * index) / 7 - (index % 2 == 0 ? 0 : 0.125)),,nord,4"
      }
    }
    try work.write("code,taux,taux_status,coin,type\n" + rows.dropLast().joined(separator: "\n") + "\n", to: "t.csv")
    try work.write(
      "code,solde\n" + insee.enumerated().map { "\($1),\(Double($0) * 1.5 - 90)\n" }.joined(), to: "solde.csv")
  }

  static let maps: [(kind: String, options: [String])] = [
    ("choropleth", ["--data", "t.csv", "taux"]),
    (
      "choropleth",
      ["--data", "t.csv", "--method", "jenks", "--classes", "4", "--palette", "YlGnBu", "--reverse", "taux"]
    ),
    ("choropleth", ["--data", "t.csv", "--breaks", "10,250.5,4000", "taux"]),
    ("choropleth", ["--data", "solde.csv", "--method", "stddev", "solde"]),
    ("choropleth", ["--allow-counts", "--method", "headtail", "POPULATION"]),
    ("typology", ["--data", "t.csv", "coin"]), ("typology", ["--data", "t.csv", "--as", "category", "type"]),
    ("typology", ["--palette", "Set3", "INSEE_CAN"]),
  ]

  @Test(.enabled(if: Tool.find("python3") != nil, "python3"), arguments: maps)
  func theStyleIsTheMap(kind: String, options: [String]) throws {
    try makeFiles()
    let (column, options) = (options.last!, options.dropLast())
    let style = ["convert", "c.gpkg", "out.gpkg", "--style", column] + options
    let converted = try work.run(Tool.program, style)
    #expect(converted.status == 0, "\(converted.err)")
    #expect(converted.err.contains("out.sld"))
    let map = ["render", kind, "--geo", "c.gpkg", "--value", column, "-o", "map.svg", "--quiet"] + options
    let drawn = try work.run(Tool.program, map)
    #expect(drawn.status == 0, "\(drawn.err)")
    let script = Tool.package.appendingPathComponent("Tests/Oracles/styles/read.py").path
    let read = try work.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-B", script, "out.gpkg", "out.sld", "map.svg", "INSEE_COM"])
    #expect(read.status == 0, "\(read.err)")
    #expect(read.text.hasPrefix("132 rows"), "\(read.text)")
    // The layer is still the only one of the file, and is classed alike when it is asked again.
    let again = try work.cartopole("inspect", "out.gpkg")
    #expect(again.status == 0, "\(again.err)")
    #expect(work.leftovers().isEmpty)
  }

  @Test func otherFormatsHaveTheDescriptorBeside() throws {
    try makeFiles()
    try work.write(
      try work.text("t.csv").replacingOccurrences(of: "taux", with: "etablissements_par_mille"), to: "t.csv")
    let run = try work.cartopole(
      "convert", "c.gpkg", "o.shp", "--style", "etablissements_par_mille", "--data", "t.csv", "--lang", "en")
    #expect(run.status == 0, "\(run.err)")
    #expect(work.files().filter { $0.hasPrefix("o.") } == ["o.cpg", "o.dbf", "o.prj", "o.shp", "o.shx", "o.sld"])
    let sld = try work.text("o.sld")
    // A .dbf cuts names, and the descriptor names what is in the file.
    #expect(sld.contains("<ogc:PropertyName>etablissem</ogc:PropertyName>"))
    #expect(sld.contains("<ogc:PropertyName>etabliss_2</ogc:PropertyName>"))
    #expect(sld.contains("<se:Title>s: statistical secrecy</se:Title>"))
    try work.cartopole("convert", "c.gpkg", "o.geojson", "--style", "coin", "--data", "t.csv", "--quiet")
    #expect(try work.text("o.sld").contains("sud &quot;0&quot; &amp; &lt;est&gt;"))
    #expect(try work.text("o.geojson").contains("\"coin\":\"sud \\\"0\\\" & <est>\""))
  }

  static let refusals: [(arguments: [String], status: Int32, words: [String])] = [
    (["o.gpkg", "--method", "jenks"], 64, ["--method", "--style"]),
    (["-", "--style", "INSEE_CAN"], 64, [".sld"]),
    (["o.gpkg", "--style", "POPULATION"], 65, ["effectif", "--allow-counts"]),
    (["o.gpkg", "--style", "INSEE_CAN", "--classes", "4"], 64, ["INSEE_CAN", "--classes"]),
    (["o.gpkg", "--style", "NOM"], 65, ["132 catégories"]), (["o.gpkg", "--style", "taux"], 65, ["taux", "NOM_CAN"]),
    (["o.gpkg", "--style", "nom", "--data", "n.csv"], 65, ["nom", "renommez"]),
    (["o.gpkg", "--style", "INSEE_CAN", "--palette", "Rien"], 64, ["Rien"]),
  ]

  @Test(arguments: refusals) func whatCannotBeAStyle(arguments: [String], status: Int32, words: [String]) throws {
    try work.write("INSEE_COM,nom\n91001,a\n91016,b\n", to: "n.csv")
    try work.write("old", to: "o.gpkg")
    try work.write("old", to: "o.sld")
    let run = try work.run(Tool.program, ["convert", work.layerPath()] + arguments)
    #expect(run.status == status, "\(run.err)")
    for word in words { #expect(run.err.contains(word), "\(word): \(run.err)") }
    #expect(try work.text("o.gpkg") == "old")
    #expect(try work.text("o.sld") == "old")
    #expect(work.leftovers().isEmpty)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    try work.cartopole("convert", work.layerPath(), "x.gpkg", "--style", "NOM_CAN", "--quiet")
    let first = try work.data("x.gpkg")
    try work.cartopole("convert", work.layerPath(), "x.gpkg", "--style", "NOM_CAN", "--quiet")
    #expect(try work.data("x.gpkg") == first)
  }
}
