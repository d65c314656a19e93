import Foundation
import Testing

/// Data of one COG vintage on outlines of another, anywhere in France.
struct VintageTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// Squares in a row.
  private func makeLayer(_ codes: [String], to name: String = "c.geojson") throws {
    let features = codes.enumerated().map { index, code -> String in
      let x = 5 + Double(index) * 0.1
      return """
        {"type":"Feature","properties":{"code":"\(code)","nom":"N\(code)","POPULATION":\(1000 * (index + 1))},
        "geometry":{"type":"Polygon","coordinates":[[[\(x),46],[\(x + 0.1),46],[\(x + 0.1),46.1],[\(x),46.1],[\(x),46]]]}}
        """
    }
    try work.write("{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}", to: name)
  }

  /// Bellegarde, Châtillon and Lancrans are Valserhône since 2019: 30 + 40 + 5.
  @Test func compareAddsUpTheCommunesOfValserhone() throws {
    try makeLayer(["01004", "01033"])
    try work.write(
      """
      insee,measure,value,date,cog
      01033,establishments,30,2015-01-01,2015
      01091,establishments,40,2015-01-01,2015
      01205,establishments,5,2015-01-01,2015
      01004,establishments,20,2015-01-01,2015

      """, to: "d.csv")
    let run = try work.cartopole(
      "compare", "--data", "d.csv", "--geo", "c.geojson", "--level", "commune", "--format", "json")
    #expect(run.status == 0, "\(run.err)")
    let answer = try run.object()
    let rows = answer["rows"] as? [[String: Any]] ?? []
    #expect(rows.map { $0["establishments"] as? Double } == [20, 75])
    let join = try #require(answer["join"] as? [String: Any])
    #expect((join["unmatched"] as? [String])?.isEmpty == true)
    let changes = join["changes"] as? [[String: Any]] ?? []
    #expect(changes.map { $0["before"] as? [String] } == [["01033", "01091", "01205"]])
    // Nobody says of which year the layer is, nor up to which.
    let sides = join["vintages"] as? [[String: Any]] ?? []
    #expect(sides.map { $0["cog_from"] as? Int } == [2015, 2025])
    #expect(sides.map { $0["cog_to"] as? Int } == [2015, nil])
  }

  @Test func nothingIsSaidOfAVintageNobodyKnows() throws {
    try makeLayer(["92002", "92004"])
    try work.write("insee,measure,value\n92002,establishments,1\n92004,establishments,2\n", to: "d.csv")
    let run = try work.cartopole("compare", "--data", "d.csv", "--geo", "c.geojson", "--level", "commune")
    #expect(run.status == 0, "\(run.err)")
    #expect(!(run.text + run.err).contains("indifférent"))
    #expect(run.text.contains("COG inconnu"), "\(run.text)")
  }

  private func render(_ kind: String, _ words: String...) throws -> Run {
    try work.run(Tool.program, ["render", kind, "--geo", "c.geojson", "--data", "d.csv", "-o", "m.svg"] + words)
  }

  private func value(_ code: String) throws -> String? {
    let map = try work.text("m.svg")
    let tags = map.split(separator: "<").filter { $0.contains("data-insee=\"\(code)\"") }
    return tags.compactMap { $0.firstMatch(of: /data-value="([^"]*)"/).map { String($0.1) } }.first
  }

  @Test func mapsAddUpCountsAndNothingElse() throws {
    try makeLayer(["91223", "91228", "91390", "91639"])
    try work.write("CODGEO;NB\n91182;5\n91228;6\n91223;4\n91639;9\n91390;3\n", to: "d.csv")
    let circles = try render("symbols", "--data-key", "CODGEO", "--value", "NB")
    #expect(circles.status == 0, "\(circles.err)")
    #expect(try value("91228") == "11")
    #expect(try value("91223") == "4")
    // Estouches has no row: Méréville alone is not Le Mérévillois.
    #expect(try value("91390") == nil)
    for said in [
      "91182 a rejoint 91228 le 2019-01-01 : les valeurs de « NB » s’additionnent",
      "91222 a rejoint 91390 le 2019-01-01 : pas de ligne pour 91222", "COG 2018 ou avant",
    ] { #expect(circles.err.contains(said), "\(said): \(circles.err)") }
    #expect(!circles.err.contains("sans entité"), "\(circles.err)")

    let shades = try render("choropleth", "--data-key", "CODGEO", "--value", "NB", "--as", "ratio", "--classes", "2")
    #expect(shades.status == 0, "\(shades.err)")
    #expect(try value("91228") == nil)
    #expect(try work.text("m.svg").contains("class=\"area not-available\" id=\"c91228\""))
    #expect(
      shades.err.contains("91182 a rejoint 91228 le 2019-01-01 : un rapport ne s’additionne pas"), "\(shades.err)")
  }

  @Test func aCodeThatChangedCarriesItsValue() throws {
    // Orée d’Anjou moved its town hall.
    try makeLayer(["49126", "49007"])
    try work.write("code,taux,cog\n49069,1.5,2024\n49007,2.5,2024\n", to: "d.csv")
    let run = try render("choropleth", "--value", "taux", "--classes", "2")
    #expect(run.status == 0, "\(run.err)")
    #expect(try value("49126") == "1.5")
    #expect(run.err.contains("49069 est devenue 49126 le 2025-01-01"), "\(run.err)")
  }

  /// A map of one's own layer needs none of our data.
  @Test func withoutTheShippedDataNoChangeIsKnown() throws {
    try makeLayer(["91223", "91228"])
    try work.write("code,taux\n91223,1.5\n91228,2.5\n", to: "d.csv")
    let program = work.url("bin/cartopole")
    try FileManager.default.createDirectory(at: work.url("bin"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Tool.program, to: program)
    let run = try work.run(
      program,
      [
        "render", "choropleth", "--geo", "c.geojson", "--data", "d.csv", "--value", "taux", "--classes", "2", "-o",
        "m.svg",
      ])
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("COG inconnu"), "\(run.err)")
  }

  /// Insee's own table instead of the shipped one.
  @Test func eventsOfInsee() throws {
    try makeLayer(["91223", "91001"])
    try work.write("code,NB\n91223,4\n91001,2\n91999,3\n", to: "d.csv")
    try work.write(
      "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP\n"
        + "32,2026-01-01,COM,91223,0,E,E,Étampes,COM,91223,0,E,E,Étampes\n"
        + "32,2026-01-01,COM,91999,0,X,X,X,COM,91223,0,E,E,Étampes\n", to: "mvt.csv")
    let run = try render("symbols", "--value", "NB", "--events", "mvt.csv")
    #expect(run.status == 0, "\(run.err)")
    #expect(try value("91223") == "7")
    try work.write(
      "insee,measure,value\n91223,establishments,4\n91001,establishments,2\n91999,establishments,3\n", to: "e.csv")
    let compared = try work.cartopole(
      "compare", "--data", "e.csv", "--geo", "c.geojson", "--level", "commune", "--events", "mvt.csv", "--format",
      "json")
    #expect((try compared.object()["rows"] as? [[String: Any]])?.map { $0["establishments"] as? Double } == [2, 7])
    let imported = try work.cartopole(
      "import", "table", "d.csv", "--key", "code", "--value", "NB", "--date", "2026-06-01", "--cog", "2026", "--events",
      "mvt.csv")
    #expect(imported.status == 65 && imported.err.contains("91999"), "\(imported.err)")
    #expect(try work.cartopole("compare", "--events", "mvt.csv").status == 64)
    #expect(try render("symbols", "--value", "NB", "--events", "absent.csv").status == 66)
  }

  /// Montarlot joined on 1 January 2016.
  @Test func montarlotWasGoneIn2016() throws {
    try work.write("insee,n\n77316,10\n77491,4\n77299,2\n", to: "d.csv")
    let run = try work.cartopole(
      "import", "table", "d.csv", "--key", "insee", "--value", "n", "--measure", "establishments", "--date",
      "2016-06-01", "--cog", "2016")
    #expect(run.status == 65)
    #expect(run.err.contains("77299"), "\(run.err)")
  }
}
