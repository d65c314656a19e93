import Foundation
import Testing

/// Parts that are not wholes, arrondissements, joins of nothing, populations in thousands, and positions that cannot
/// be right: asked of layers of squares made here.
struct PartsAndGapsTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// A layer of squares 0.1° a side, west to east from `x`, with these members each.
  private func layer(_ name: String, x: Double = 2, y: Double = 48, _ properties: [String]) throws {
    let features = properties.enumerated().map { index, members -> String in
      let (west, east) = (x + 0.1 * Double(index), x + 0.1 * Double(index + 1))
      let ring = "[[\(west),\(y)],[\(west),\(y + 0.1)],[\(east),\(y + 0.1)],[\(east),\(y)],[\(west),\(y)]]"
      return
        "{\"type\":\"Feature\",\"properties\":{\(members)},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
    }
    try work.write("{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}", to: name)
  }

  private func counts(_ name: String, _ rows: [(String, Int)]) throws {
    let lines = rows.map { "\($0.0),establishments,\($0.1),2021\n" }
    try work.write("insee,measure,value,date\n" + lines.joined(), to: name)
  }

  private func rows(_ run: Run) throws -> [[String: Any]] { try run.object()["rows"] as? [[String: Any]] ?? [] }

  private func project(_ site: String, actions: String = "[]") throws {
    try work.write(
      """
      schema: 1
      title: Essai
      territory: { name: Ailleurs, layer: l.geojson, cog: 2025, basis: source }
      sites:
        - id: s
          name: S
          insee: "35001"
          basis: source
          position: { \(site), basis: source }
      actions: \(actions)

      """, to: "pole.yaml")
  }

  private static let reach =
    "[ { id: a, title: A, status: realised, basis: source, reach: { basis: source, rules: [ { within_km: { site: s, km: 20 } } ] } } ]"

  // MARK: Populations

  @Test func thousandsOfGeoflaAreInhabitants() throws {
    try layer(
      "g.geojson",
      [
        #""insee_com":"91223","nom_comm":"ETAMPES","population":22.5"#,
        #""insee_com":"91016","nom_comm":"ANGERVILLE","population":4.1"#,
      ])
    try counts("g.csv", [("91223", 31), ("91016", 12)])
    let run = try work.cartopole(
      "compare", "--data", "g.csv", "--geo", "g.geojson", "--level", "commune", "--format", "json")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("GEOFLA"))
    #expect(try rows(run).map { $0["population"] as? Int } == [4100, 22500])
  }

  @Test func aColumnWithDecimalsIsNoCountOfInhabitants() throws {
    try layer("d.geojson", [#""code":"91223","nom":"É","population":22.5"#])
    try counts("d.csv", [("91223", 31)])
    for words in [
      ["compare", "--data", "d.csv", "--geo", "d.geojson", "--level", "commune"],
      ["site", "--geo", "d.geojson", "--count", "1"],
    ] {
      let run = try work.run(Tool.program, words)
      #expect(run.status == 65)
      #expect(run.err.contains("22.5") && run.err.contains("1000"), "\(run.err)")
    }
  }

  @Test func moreEstablishmentsThanInhabitantsIsSaid() throws {
    try layer(
      "c.geojson", [#""code":"91223","nom":"É","population":22"#, #""code":"91016","nom":"A","population":4000"#])
    try counts("c.csv", [("91223", 31), ("91016", 12)])
    let run = try work.cartopole("compare", "--data", "c.csv", "--geo", "c.geojson", "--level", "commune")
    #expect(run.status == 0)
    #expect(run.err.contains("10 000 pour 10 000"), "\(run.err)")
    #expect(!run.err.contains("A :"))
  }

  // MARK: Levels and joins

  @Test func departementAndRegionFollowFromTheCode() throws {
    try layer("r.geojson", [#""code":"97401","nom":"A""#, #""code":"97402","nom":"B""#])
    try counts("r.csv", [("97401", 5), ("97402", 7)])
    let run = try work.cartopole(
      "compare", "--data", "r.csv", "--geo", "r.geojson", "--level", "departement", "--level", "region", "--level",
      "epci", "--format", "json")
    #expect(run.status == 0)
    #expect(run.err.contains("SIREN_EPCI"))
    let found = try rows(run)
    #expect(found.map { $0["area_code"] as? String } == ["974", "04"])
    #expect(found.map { $0["establishments"] as? Int } == [12, 12])
    #expect(found.allSatisfy { $0["part"] as? Bool == true })
    #expect(found.map { $0["communes_of_whole"] as? Int } == [24, 24])
    let alone = try work.cartopole("compare", "--data", "r.csv", "--geo", "r.geojson", "--level", "epci")
    #expect(alone.status == 65)
    #expect(alone.err.contains("SIREN_EPCI"))
  }

  @Test func aJoinThatMatchesNothingIsAnError() throws {
    try layer("a.geojson", [#""code":"91223","nom":"É","population":22"#])
    try counts("a.csv", [("91223", 3)])
    try counts("other.csv", [("35001", 3)])
    try work.write("insee,area\n35001,Ailleurs\n", to: "areas.csv")
    try work.write("insee,population\n35001,12\n", to: "people.csv")
    for words in [
      ["--data", "other.csv"], ["--data", "a.csv", "--areas", "areas.csv"],
      ["--data", "a.csv", "--population", "people.csv"],
    ] {
      let run = try work.run(Tool.program, ["compare", "--geo", "a.geojson", "--level", "commune"] + words)
      #expect(run.status == 65, "\(words)")
      #expect(run.err.contains("35001") && run.err.contains("91223"), "\(run.err)")
      #expect(run.out.isEmpty)
    }
  }

  @Test func aPartOfARegionIsCalledAPart() throws {
    try layer(
      "b.geojson", [#""code":"35001","nom":"A","population":100"#, #""code":"56001","nom":"B","population":50"#])
    try counts("b.csv", [("35001", 4), ("56001", 2)])
    let run = try work.cartopole("compare", "--data", "b.csv", "--geo", "b.geojson", "--level", "region")
    #expect(run.text.contains("Bretagne (partie : 2 communes)"), "\(run.text)")
    let shipped = try work.cartopole(
      "compare", "--data", "b.csv", "--geo", Tool.data.appendingPathComponent("ile-de-france.shp").path, "--level",
      "region")
    #expect(shipped.status == 65, "nothing matches")
    try counts("idf.csv", [("91223", 4)])
    let whole = try work.cartopole(
      "compare", "--data", "idf.csv", "--geo", Tool.data.appendingPathComponent("ile-de-france.shp").path, "--level",
      "region", "--level", "departement", "--format", "json")
    #expect(try rows(whole).allSatisfy { $0["part"] as? Bool == false })
  }

  // MARK: Arrondissements

  @Test func noInhabitantOfMarseilleCountsTwice() throws {
    try layer(
      "l.geojson", x: 5.3, y: 43.3,
      [
        #""code":"13201","nom":"Marseille 1er","population":40"#,
        #""code":"13202","nom":"Marseille 2e","population":60"#,
      ])
    try layer(
      "c.geojson", x: 5.3, y: 43.3,
      [#""code":"13055","nom":"Marseille","population":100"#, #""code":"13001","nom":"Aix","population":7"#])
    try work.write(
      """
      schema: 1
      title: Essai
      territory: { name: Ailleurs, layer: l.geojson, cog: 2025, basis: source }
      background: { region: c.geojson }
      actions: []

      """, to: "pole.yaml")
    try counts("d.csv", [("13201", 4), ("13202", 2), ("13001", 1)])
    let run = try work.cartopole(
      "compare", "--data", "d.csv", "--project", ".", "--level", "departement", "--format", "json")
    #expect(try rows(run).map { $0["population"] as? Int } == [107])
    #expect(try rows(run)[0]["part"] as? Bool == true)
  }

  @Test func arrondissementsOfAFileCountInTheirCommune() throws {
    try layer("p.geojson", [#""code":"75056","nom":"Paris","population":1000"#])
    let all = (75101...75120).map { (String($0), 10) }
    try counts("p.csv", all)
    try work.write("insee,population\n" + (75101...75120).map { "\($0),100\n" }.joined(), to: "people.csv")
    let run = try work.cartopole(
      "compare", "--data", "p.csv", "--geo", "p.geojson", "--population", "people.csv", "--level", "commune",
      "--format", "json")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("20 arrondissements comptés dans 75056 Paris"))
    let row = try #require(try rows(run).first)
    #expect(row["establishments"] as? Int == 200)
    #expect(row["population"] as? Int == 2000)
    // One of them missing: nobody knows the sum.
    try counts("p.csv", Array(all.dropLast()))
    let part = try work.cartopole(
      "compare", "--data", "p.csv", "--geo", "p.geojson", "--level", "commune", "--format", "json")
    #expect(try rows(part)[0]["establishments"] is NSNull)
    // The commune beside them: it counts, they do not.
    try counts("p.csv", all + [("75056", 200)])
    let both = try work.cartopole(
      "compare", "--data", "p.csv", "--geo", "p.geojson", "--level", "commune", "--format", "json")
    #expect(try rows(both)[0]["establishments"] as? Int == 200)
  }

  @Test func importAndMapsFoldThemToo() throws {
    try layer("p.geojson", [#""code":"75056","nom":"Paris""#, #""code":"75999","nom":"Autre""#])
    try work.write("code,NB,taux\n75999,1,0.5\n" + (75101...75120).map { "\($0),10,0.5\n" }.joined(), to: "t.csv")
    let folded = try work.cartopole("import", "table", "t.csv", "--key", "code", "--value", "NB", "-o", "f.csv")
    #expect(folded.status == 0, "\(folded.err)")
    #expect(folded.err.contains("20 arrondissements comptés dans 75056 Paris"))
    #expect(try work.text("f.csv").contains("75056,all,nb,200,"))
    _ = try work.cartopole(
      "import", "table", "t.csv", "--key", "code", "--value", "NB", "--arrondissements", "keep", "-o", "k.csv")
    #expect(try work.text("k.csv").contains("75101,all,nb,10,"))
    let map = try work.cartopole(
      "render", "symbols", "--geo", "p.geojson", "--data", "t.csv", "--value", "NB", "-o", "m.svg")
    #expect(map.status == 0, "\(map.err)")
    #expect(try work.text("m.svg").contains("data-value=\"200\""))
    let ratio = try work.cartopole(
      "render", "choropleth", "--geo", "p.geojson", "--data", "t.csv", "--value", "taux", "-o", "r.svg")
    #expect(ratio.err.contains("un rapport ne s’additionne pas"), "\(ratio.err)")
  }

  // MARK: Positions

  @Test(arguments: [
    ("latitude: 47.65, longitude: 2.05", "signe moins"), ("latitude: -2.05, longitude: 47.65", "échangées"),
    ("latitude: 47.65, longitude: -9", "position:"),
  ]) func aSiteFarFromItsCommuneIsAnError(position: String, hint: String) throws {
    try layer(
      "l.geojson", x: -2.1, y: 47.6,
      [#""code":"35001","nom":"Aaa","population":5"#, #""code":"35002","nom":"Bbb","population":5"#])
    try project(position, actions: Self.reach)
    for words in [["reach", "a"], ["render", "territory", "-o", "t.svg"], ["reach", "--blind-spots"]] {
      let run = try work.run(Tool.program, words)
      #expect(run.status == 65, "\(words)")
      #expect(run.err.contains("km") && run.err.contains(hint), "\(run.err)")
      #expect(run.out.isEmpty)
    }
    let audit = try work.cartopole("audit")
    #expect(audit.status == 0, "\(audit.err)")
    #expect(audit.text.contains("Aaa (35001)"))
    #expect(try work.cartopole("audit", "--strict").status == 65)
  }

  @Test func aSiteNextDoorIsAWarning() throws {
    try layer(
      "l.geojson", x: -2.1, y: 47.6,
      [#""code":"35001","nom":"Aaa","population":5"#, #""code":"35002","nom":"Bbb","population":5"#])
    try project("latitude: 47.65, longitude: -1.99", actions: Self.reach)
    let run = try work.cartopole("reach", "a")
    #expect(run.status == 0)
    #expect(run.err.contains("Bbb (35002)"), "\(run.err)")
    try project("latitude: 47.65, longitude: -2.05", actions: Self.reach)
    #expect(try !work.cartopole("reach", "a").err.contains("Bbb"))
  }

  @Test func withoutActionsNothingIsSaidOfAnyCommune() throws {
    try layer("l.geojson", x: -2.1, y: 47.6, [#""code":"35001","nom":"Aaa","population":5"#])
    try project("latitude: 47.65, longitude: -2.05")
    _ = try work.cartopole("render", "coverage", "-o", "c.svg")
    let svg = try work.text("c.svg")
    #expect(svg.contains("rien ne se dit de la commune"))
    #expect(!svg.contains("atteignent"))
  }

  // MARK: Warnings of readers

  @Test func siteNamesWhatItLeavesOut() throws {
    try layer("n.geojson", [#""code":"91001","nom":"A""#, #""code":"91002","nom":"B""#])
    let none = try work.cartopole("site", "--geo", "n.geojson", "--count", "1")
    #expect(none.status == 65)
    #expect(!none.text.contains("Optimum"))
    try layer(
      "m.geojson",
      [
        #""code":"91001","nom":"A","population":10"#, #""code":"91002","nom":"B","population":null"#,
        #""code":"91003","nom":"C","population":30"#,
      ])
    let some = try work.cartopole("site", "--geo", "m.geojson", "--count", "1")
    #expect(some.status == 0)
    #expect(some.err.contains("91002 B"))
    #expect(some.text.contains("Meilleur lieu selon ce seul critère (calcul exact), pour 2 communes"))
    let json = try work.cartopole("site", "--geo", "m.geojson", "--count", "1", "--format", "json").object()
    #expect((json["left_out"] as? [[String: Any]])?.compactMap { $0["insee"] as? String } == ["91002"])
    let access = try work.cartopole("site", "--geo", "m.geojson", "--count", "1", "--access", "apl", "--format", "json")
      .object()
    let communes = (access["access"] as? [String: Any])?["communes"] as? [[String: Any]] ?? []
    #expect(communes.contains { $0["access"] is NSNull && $0["access_status"] as? String == "n" })
  }

  @Test func readersAreHeardBySiteClassifyAndFailingMaps() throws {
    // A shapefile whose numbers cannot be read: the dbf field says "50 000".
    try layer(
      "w.geojson",
      [#""INSEE_COM":"91001","NOM":"A","POPULATION":11111"#, #""INSEE_COM":"91002","NOM":"B","POPULATION":22222"#])
    #expect(try work.cartopole("convert", "w.geojson", "w.shp").status == 0)
    let path = work.folder.appendingPathComponent("w.dbf")
    var bytes = try Data(contentsOf: path)
    for number in ["11111", "22222"] {
      let found = try #require(bytes.range(of: Data(number.utf8)))
      bytes.replaceSubrange(found, with: Data("1 1 1".utf8))
    }
    try bytes.write(to: path)
    for words in [
      ["site", "--geo", "w.shp", "--count", "1"], ["classify", "--data", "w.shp", "--value", "POPULATION"],
      ["render", "choropleth", "--geo", "w.shp", "--value", "POPULATION", "--as", "ratio", "-o", "w.svg"],
    ] {
      let run = try work.run(Tool.program, words)
      #expect(run.err.contains("POPULATION") && run.err.contains("warning"), "\(words): \(run.err)")
      #expect(run.err.contains("2"), "two values unreadable")
    }
  }

  /// Mayotte has no published share: both panels hatch it, and the legend says so.
  @Test func aDepartementWithoutFigureIsHatched() throws {
    var features: [String] = []
    for (number, (code, departement)) in [("91223", "91"), ("77186", "77"), ("97608", "976")].enumerated() {
      let (west, east) = (2 + 0.1 * Double(number), 2.1 + 0.1 * Double(number))
      features.append(
        #"{"type":"Feature","properties":{"insee":"\#(code)","nom":"\#(code)","departement":"\#(departement)"},"#
          + #""geometry":{"type":"Polygon","coordinates":[[[\#(west),48],[\#(east),48],[\#(east),48.1],[\#(west),48.1],"#
          + #"[\#(west),48]]]}}"#)
    }
    try work.makeSmallProject()
    try work.write(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#, to: "petit/r.geojson")
    try FileManager.default.copyItem(
      at: Tool.data.appendingPathComponent("ess-figures.csv"), to: work.url("petit/f.csv"))
    try work.write(
      "figures: f.csv\nbackground: { region: r.geojson }\n" + work.text("petit/pole.yaml"), to: "petit/pole.yaml")
    let run = try work.cartopole("render", "figures", "--project", "petit", "-o", "f.svg")
    #expect(run.status == 0, "\(run.err)")
    let svg = try work.text("f.svg")
    let hatched = """
      <g class="ground-not-available">
      <use xlink:href="#c976" class="area not-available"/>
      <use xlink:href="#c976" class="marks-not-available"/>
      """
    #expect(svg.ranges(of: hatched).count == 2)
    #expect(svg.contains("…\u{202F}: non disponible") && svg.contains("… → …"))
  }
}
