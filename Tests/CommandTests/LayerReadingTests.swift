import Foundation
import Testing

/// `--encoding`, `--from` and `--layer` wherever a layer is read; columns and codes that are not lost on the way.
struct LayerReadingTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private func communes(_ code: String = "code", crs: String = "") -> String {
    let features = (0..<3).map { index -> String in
      let x = 2 + Double(index) * 0.1
      return """
        {"type":"Feature","id":"9122\(index)","properties":{"\(code)":"9122\(index)","nom":"N\(index)","POPULATION":\(index + 1)},
        "geometry":{"type":"Polygon","coordinates":[[[\(x),48],[\(x + 0.1),48],[\(x + 0.1),48.1],[\(x),48.1],[\(x),48]]]}}
        """
    }
    return "{\"type\":\"FeatureCollection\",\(crs)\"features\":[\(features.joined(separator: ","))]}"
  }

  @Test(.enabled(if: Tool.find("ogr2ogr") != nil)) func aLayerOfAGeoPackage() throws {
    let ogr = URL(fileURLWithPath: try #require(Tool.find("ogr2ogr")))
    try work.write(communes(), to: "c.geojson")
    try work.write(communes("arr"), to: "a.geojson")
    _ = try work.run(ogr, ["f.gpkg", "a.geojson", "-nln", "arrondissement"])
    _ = try work.run(ogr, ["-update", "f.gpkg", "c.geojson", "-nln", "communes_2023"])
    try work.write(
      "insee,measure,value\n91220,establishments,1\n91221,establishments,2\n91222,establishments,2\n", to: "t.csv")
    // The only one whose rows are communes; the other by its name.
    #expect(try work.cartopole("convert", "f.gpkg", "o.csv", "--quiet").status == 0)
    #expect(try work.text("o.csv").hasPrefix("id,code,"))
    #expect(try work.cartopole("convert", "f.gpkg", "o.csv", "--layer", "arrondissement").status == 0)
    #expect(try work.text("o.csv").hasPrefix("id,arr,"))
    let commands = [
      ["inspect", "f.gpkg"], ["classify", "--data", "f.gpkg", "--value", "POPULATION", "--classes", "2"],
      ["render", "symbols", "--geo", "f.gpkg", "--value", "POPULATION", "-o", "o.svg"],
      ["render", "density", "--geo", "f.gpkg", "--data", "t.csv", "-o", "o.svg"],
      ["compare", "--data", "t.csv", "--geo", "f.gpkg"], ["site", "--geo", "f.gpkg", "--count", "1"],
    ]
    _ = try work.run(ogr, ["-update", "f.gpkg", "c.geojson", "-nln", "communes_2024"])
    for command in commands {
      let refused = try work.run(Tool.program, command)
      #expect(refused.status == 65, "\(command)")
      for said in ["arrondissement, communes_2023, communes_2024", "--layer"] {
        #expect(refused.errors.first?.contains(said) == true, "\(command) \(refused.err)")
      }
      let chosen = try work.run(Tool.program, command + ["--layer", "communes_2023"])
      #expect(chosen.status == 0, "\(command) \(chosen.err)")
    }
    #expect(try work.cartopole("inspect", "c.geojson", "--layer", "x").status == 64)
    // In a project.
    try work.makeSmallProject()
    try FileManager.default.copyItem(at: work.url("f.gpkg"), to: work.url("petit/f.gpkg"))
    let yaml = try work.text("petit/pole.yaml").replacingOccurrences(of: "\"91223\"", with: "\"91221\"")
    for (name, status) in [("f.gpkg#communes_2023", 0), ("f.gpkg#rien", 65), ("f.gpkg", 65)] as [(String, Int32)] {
      try work.write(yaml.replacingOccurrences(of: "canton.shp", with: name), to: "petit/pole.yaml")
      let run = try work.cartopole("reach", "--project", "petit", "--format", "json")
      #expect(run.status == status, "\(run.err)")
      #expect(!run.err.contains("--layer"), "\(run.err)")
    }
  }

  @Test func optionsForNoLayer() throws {
    for option in [["--encoding", "CP850"], ["--from", "EPSG:2154"], ["--layer", "x"]] {
      for command in [["render", "territory"], ["compare"], ["site", "epicerie-solidaire", "--count", "1"]] {
        let run = try work.run(Tool.program, command + option)
        #expect(run.status == 64, "\(command) \(option)")
        #expect(run.errors.first?.contains(option[0]) == true, "\(run.err)")
      }
    }
  }

  @Test func anEncodingNobodySays() throws {
    try work.write(communes(), to: "c.geojson")
    try work.cartopole("convert", "c.geojson", "a.shp", "--quiet")
    try FileManager.default.removeItem(at: work.url("a.cpg"))
    var dbf = try work.data("a.dbf")
    let range = try #require(dbf.firstRange(of: Data("N1".utf8)))
    dbf[range.lowerBound] = 0x82
    try dbf.write(to: work.url("a.dbf"))
    let commands = [
      ["inspect", "a.shp"], ["convert", "a.shp", "o.geojson"],
      ["render", "symbols", "--geo", "a.shp", "--value", "POPULATION", "-o", "o.svg"],
    ]
    for command in commands {
      let run = try work.run(Tool.program, command)
      #expect(run.err.contains("Windows-1252 ; --encoding en choisit un autre"), "\(run.err)")
      #expect(try work.run(Tool.program, command + ["--encoding", "CP850"]).status == 0)
    }
    #expect(try work.text("o.geojson").contains("é1"))
  }

  /// The code in the `id` of features goes through every format.
  @Test func theIDOfFeaturesIsKept() throws {
    try work.write(communes("rien"), to: "c.geojson")
    for name in ["o.csv", "o.shp", "o.gpkg", "o.geojson"] {
      #expect(try work.cartopole("convert", "c.geojson", name, "--quiet").status == 0)
      guard name != "o.csv" else { continue }
      try work.cartopole("convert", name, "back.csv", "--quiet")
      #expect(try work.text("back.csv") == work.text("o.csv"), "\(name)")
    }
    #expect(try work.text("o.csv").hasPrefix("rien,nom,POPULATION,id\n91220,N0,1,91220\n"))
    try work.write("c;t\n91220;1.5\n91221;2\n91222;3\n", to: "t.csv")
    let run = try work.cartopole(
      "render", "choropleth", "--geo", "c.geojson", "--key", "id", "--data", "t.csv", "--data-key", "c", "--value", "t",
      "--classes", "2", "-o", "o.svg")
    #expect(run.status == 0, "\(run.err)")
  }

  /// A .dbf with two columns of one name keeps both, whatever it is written to.
  @Test func twoColumnsOfOneName() throws {
    try work.write(communes(), to: "c.geojson")
    try work.cartopole("convert", "c.geojson", "a.shp", "--quiet")
    var dbf = try work.data("a.dbf")
    let range = try #require(dbf.firstRange(of: Data("nom\0".utf8)))
    dbf.replaceSubrange(range, with: Data("code".utf8))
    try dbf.write(to: work.url("a.dbf"))
    for name in ["o.csv", "o.gpkg", "o.geojson", "o.shp"] {
      let run = try work.cartopole("convert", "a.shp", name)
      #expect(run.status == 0)
      #expect(run.err.contains("« code_2 »"), "\(run.err)")
      let table = name == "o.csv" ? name : "back.csv"
      if name != table { try work.cartopole("convert", name, table, "--quiet") }
      #expect(try work.text(table).hasPrefix("code,code_2,POPULATION,id\n91220,N0,1,91220\n"), "\(name)")
    }
    try work.write(#"{"type":"Feature","properties":{"Nom":1,"NOM":2},"geometry":null}"#, to: "two.geojson")
    let run = try work.cartopole("convert", "two.geojson", "o.csv", "--where", "nom=1")
    #expect(run.status == 65)
    #expect(
      run.errors.first?.contains("plusieurs colonnes") == true && run.errors[0].contains("Nom, NOM"), "\(run.err)")
    #expect(try work.cartopole("convert", "two.geojson", "o.csv", "--where", "NOM=2").status == 0)
  }

  @Test func anApproximateOperation() throws {
    // Lambert-93 as R wrote it: the datum has no name.
    try work.write(communes(), to: "c.geojson")
    try work.cartopole("convert", "c.geojson", "a.shp", "--to", "EPSG:2154", "--quiet")
    let prj = try work.text("a.prj")
    let datum = try #require(prj.range(of: #"DATUM\["[^"]*""#, options: .regularExpression))
    let name = try #require(prj.range(of: #"PROJCS\["[^"]*""#, options: .regularExpression))
    let vague = prj.replacingCharacters(in: datum, with: "DATUM[\"D_unknown\"").replacingCharacters(
      in: name, with: "PROJCS[\"inconnu\"")
    try work.write(vague, to: "a.prj")
    let map = ["render", "symbols", "--geo", "a.shp", "--value", "POPULATION", "-o", "o.svg"]
    let refused = try work.run(Tool.program, map)
    #expect(refused.status == 65)
    #expect(refused.errors.first?.contains("--from EPSG:2154") == true, "\(refused.err)")
    #expect(!refused.err.contains("--allow-ballpark"), "\(refused.err)")
    #expect(try work.run(Tool.program, map + ["--from", "EPSG:2154"]).status == 0)
    let converted = try work.cartopole("convert", "a.shp", "o.geojson", "--to", "EPSG:4326")
    #expect(converted.status == 65 && converted.err.contains("--allow-ballpark"), "\(converted.err)")
    #expect(try work.cartopole("convert", "a.shp", "o.geojson", "--to", "EPSG:4326", "--allow-ballpark").status == 0)
  }

  /// A code in `id` is not lost without a word when a property has that name.
  @Test func anIDBesideAPropertyOfItsName() throws {
    func features(_ ids: [String]) -> String {
      let all = ids.enumerated().map {
        "{\"type\":\"Feature\",\"id\":\"\($1)\",\"properties\":{\"id\":\($0 + 1)},\"geometry\":{\"type\":\"Point\",\"coordinates\":[2,48]}}"
      }
      return "{\"type\":\"FeatureCollection\",\"features\":[\(all.joined(separator: ","))]}"
    }
    try work.write(features(["91223", "91226"]), to: "a.geojson")
    let run = try work.cartopole("convert", "a.geojson", "a.csv")
    #expect(run.status == 0 && run.err.contains("« 91223 »") && run.err.contains("laissé de côté"), "\(run.err)")
    try work.write(features(["1", "2"]), to: "a.geojson")
    #expect(try !work.cartopole("convert", "a.geojson", "a.csv").err.contains("laissé de côté"))
  }

  /// Names that layers and tables met in the wild have for codes; a key of another name is asked for.
  @Test(arguments: ["code_commune", "codeCommune", "CODE_INSEE", "COM", "insee"]) func namesOfCodes(name: String) throws
  {
    try work.write(communes(name), to: "c.geojson")
    let site = try work.cartopole("site", "--geo", "c.geojson", "--count", "1", "--format", "json")
    #expect(site.status == 0, "\(site.err)")
    try work.write("\(name);measure;value\n91220;establishments;5\n91221;establishments;7\n", to: "e.csv")
    let compare = try work.cartopole(
      "compare", "--geo", "c.geojson", "--data", "e.csv", "--level", "commune", "--format", "csv")
    #expect(compare.status == 0 && compare.text.contains("91221"), "\(compare.err)")
    try work.write("clef;taux\n91220;1,5\n91221;2,5\n", to: "t.csv")
    let map = try work.cartopole(
      "render", "choropleth", "--geo", "c.geojson", "--data", "t.csv", "--value", "taux", "-o", "m.svg")
    #expect(map.status == 65 && map.errors.first?.contains("--data-key") == true, "\(map.err)")
  }

  /// Work grows with the columns and keys of a file, not with their square: a hundred thousand take a second, not half a
  /// minute.
  @Test func manyColumnsAndKeys() throws {
    let columns = (0..<100_000).map { "\"c\($0)\":1" }.joined(separator: ",")
    try work.write(
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\(columns)},\"geometry\":{\"type\":\"Point\",\"coordinates\":[2,48]}}]}",
      to: "columns.geojson")
    try work.write((0..<200_000).map { "k\($0): 1\n" }.joined(), to: "keys.yaml")
    for (words, status) in [(["inspect", "columns.geojson"], Int32(0)), (["audit", "--project", "keys.yaml"], 65)] {
      let start = ContinuousClock.now
      let run = try work.run(Tool.program, words)
      #expect(run.status == status, "\(run.err.prefix(300))")
      #expect(ContinuousClock.now - start < .seconds(15), "\(words)")
    }
  }
}
