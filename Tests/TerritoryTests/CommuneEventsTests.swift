import Bytes
import Geometry
@testable import Territory
import Testing

/// Codes of one vintage found in another: sums on merging, nothing split, nothing lost silently.
@Suite struct CommuneEventsTests {
  /// B joins A in 2019 and keeps A's code; C splits into C and D in 2021; E changes its code in mid-2022.
  private func events() throws -> CommuneEvents {
    let text = """
      date,kind,before,after,names,source
      2022-07-01,recode,91005,91006,E,s
      2019-01-01,merge,91001 91002,91001,A + B → AB,s
      2021-01-01,split,91003,91003 91004,C → C + D,s
      """
    return try CommuneEvents(CSVTable(Array(text.utf8), path: "events.csv"))
  }

  @Test(arguments: [
    ("91002", 2018, true), ("91002", 2019, false), ("91004", 2020, false), ("91004", 2021, true), ("91005", 2022, true),
    ("91005", 2023, false), ("91006", 2022, false), ("99999", 1990, true),
  ]) func codesLiveAndDie(_ code: String, _ cog: Int, _ lives: Bool) throws {
    #expect(try events().exists(code, in: cog) == lives)
  }

  @Test func mergedCommunesMeetInOneArea() throws {
    let numbers = try events().common([(["91001", "91002", "77777"], 2018), (["91001", "91002", "77777"], 2024)])
    #expect(numbers[0][0] == numbers[0][1])
    #expect(numbers[0][0] == numbers[1][0])
    #expect(numbers[1][1] == nil)
    #expect(numbers[0][2] == numbers[1][2])
    #expect(numbers[0][2] != numbers[0][0])
  }

  @Test func withinOneVintageNothingMerges() throws {
    let before = try events().common([(["91001", "91002", "91003"], 2018)])
    #expect(Set(before[0]).count == 3)
    let after = try events().common([(["91003", "91004"], 2021), (["91003", "91004"], 2024)])
    #expect(after[0] == after[1])
    #expect(after[0][0] != after[0][1])
  }

  @Test func splitCommunesStayTogether() throws {
    let numbers = try events().common([(["91003"], 2020), (["91003", "91004"], 2021)])
    #expect(numbers[0][0] == numbers[1][0] && numbers[1][0] == numbers[1][1])
  }

  @Test func guessesTheVintageOfAList() throws {
    let events = try events()
    #expect(events.vintages(of: ["91001", "91002", "91003", "91005"]) == 1943...2018)
    #expect(events.vintages(of: ["91001", "91003", "91005"]) == 2019...2020)
    #expect(events.vintages(of: ["91001", "91003", "91004", "91006"]) == 2023...2100)
    #expect(events.vintages(of: ["99999"]) == nil)
  }

  private static func shipped() throws -> CommuneEvents {
    let root = Path.folder(Path.folder(Path.folder(#filePath)))
    return try CommuneEvents(path: Path.join(root, "GeoData/cog-events.csv"))
  }

  /// The 1,281 communes of Île-de-France in 2008, less the fifteen that merged since, are the layer's 1,266.
  @Test func theShippedEventsAreThoseOfTheShippedLayer() throws {
    let events = try Self.shipped()
    let around = ["75", "77", "78", "91", "92", "93", "94", "95"]
    let gone = events.codes.filter {
      around.contains(String($0.prefix(2))) && events.exists($0, in: 2008) && !events.exists($0, in: 2025)
    }
    #expect(gone.count == 15)
    #expect(events.events.allSatisfy { !$0.source.isEmpty && !$0.names.isEmpty })
    #expect(events.end(of: "77299", by: 2025)?.date == "2016-01-01")
  }

  /// As many communes as Insee published with the COG of each year (34,970 in 2019).
  @Test func theShippedEventsCountAsInsee() throws {
    let events = try Self.shipped()
    let published = [
      2015: 36_658, 2016: 35_885, 2017: 35_416, 2018: 35_357, 2019: 34_970, 2020: 34_968, 2021: 34_965, 2022: 34_955,
      2023: 34_945, 2024: 34_935, 2025: 34_875,
    ]
    let now = events.codes.count { events.exists($0, in: 2025) }
    for (year, count) in published {
      #expect(events.codes.count { events.exists($0, in: year) } - now == count - 34_875, "\(year)")
    }
  }

  @Test func aCommuneThatChangesItsCodeAndJoinsAnotherOnOneDay() throws {
    let text = """
      date,kind,before,after,names,source
      2018-01-01,merge,44180 44225,44180,A + F → V,s
      2018-01-01,recode,49144,44225,F → F,s
      """
    let events = try CommuneEvents(CSVTable(Array(text.utf8), path: "e.csv"))
    #expect(!events.exists("44225", in: 2017) && !events.exists("44225", in: 2018))
    let numbers = events.common([(["44180", "49144"], 2017), (["44180"], 2018)])
    #expect(numbers[0] == [numbers[1][0], numbers[1][0]])
  }

  /// Insee's table of movements: delegated communes and changes of name are no event.
  @Test func readsTheTableInseePublishes() throws {
    let text = """
      MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP
      32,2019-01-01,COM,01033,0,B,B,Bellegarde,COM,01033,0,V,V,Valserhône
      32,2019-01-01,COM,01033,0,B,B,Bellegarde,COMD,01033,0,B,B,Bellegarde
      32,2019-01-01,COM,01091,0,C,C,Châtillon,COM,01033,0,V,V,Valserhône
      32,2019-01-01,COM,01205,0,L,L,Lancrans,COM,01033,0,V,V,Valserhône
      10,2019-01-01,COM,01400,0,X,X,X,COM,01400,0,Y,Y,Y
      21,2001-02-19,COM,74210,0,P,P,Perrignier,COM,74106,0,D,D,Draillant
      21,2001-02-19,COM,74210,0,P,P,Perrignier,COM,74210,0,P,P,Perrignier
      41,2018-01-01,COM,49144,0,F,F,Freigné,COM,44225,0,F,F,Freigné
      32,2018-01-01,COM,44225,0,F,F,Freigné,COM,44180,0,V,V,Vallons
      32,2018-01-01,COM,44180,0,S,S,Saint-Mars,COM,44180,0,V,V,Vallons
      """
    for text in [text, text.replacing("MOD,DATE_EFF", with: "mod,date_eff")] {
      let events = try CommuneEvents(CSVTable(Array(text.utf8), path: "mvtcommune_2025.csv")).events
      #expect(
        events.map { "\($0.date) \($0.kind.rawValue) \($0.before) \($0.after)" } == [
          #"2001-02-19 split ["74210"] ["74106", "74210"]"#, #"2018-01-01 recode ["49144"] ["44225"]"#,
          #"2018-01-01 merge ["44180", "44225"] ["44180"]"#, #"2019-01-01 merge ["01033", "01091", "01205"] ["01033"]"#,
        ])
      #expect(events.last?.names == "Bellegarde + Châtillon + Lancrans → Valserhône")
    }
    #expect {
      try CommuneEvents(CSVTable(Array("DATE_EFF,COM_AV,COM_AP\n2019-01-01,1033,01033\n".utf8), path: "m.csv"))
    } throws: { ($0 as? Problem)?.line(.en).contains("m.csv: line 2, column COM_AV") == true }
  }

  @Test(arguments: [
    "date,kind,before,after,names,source\n2019,merge,91001 91002,91001,n,s\n",
    "date,kind,before,after,names,source\n2019-31-01,merge,91001 91002,91001,n,s\n",
    "date,kind,before,after,names,source\n2019-01-01,fusion,91001 91002,91001,n,s\n",
    "date,kind,before,after,names,source\n2019-01-01,merge,1111,91001,n,s\n", "date,kind,before,after,names\n",
  ]) func refusesBadTables(_ text: String) {
    #expect(throws: Problem.self) { try CommuneEvents(CSVTable(Array(text.utf8), path: "e.csv")) }
  }

  // MARK: The mesh

  /// Unit squares side by side.
  private func layer(_ communes: [(code: String, canton: String)], from x: Double = 0) throws -> CommuneLayer {
    var outlines = Layer(.polygon)
    for index in communes.indices {
      let left = x + Double(index) * 0.1
      for (dx, dy) in [(0.0, 0.0), (0.0, 0.1), (0.1, 0.1), (0.1, 0.0), (0.0, 0.0)] {
        outlines.addPoint(left + dx, 48 + dy)
      }
      outlines.endRing()
      outlines.endPart()
      outlines.endFeature()
    }
    return try CommuneLayer(
      path: "layer",
      communes: communes.map {
        Commune(
          insee: $0.code, name: "N" + $0.code, population: 100, departement: String($0.code.prefix(2)), region: "11",
          epci: "E", canton: $0.canton, longitude: 0, latitude: 0, position: .chefLieu)
      }, outlines: outlines, vintage: nil)
  }

  @Test func aMergedPieceSumsItsCommunes() throws {
    let old = try layer([("91001", "k1"), ("91002", "k2"), ("91003", "k1")])
    let mesh = try Mesh(
      [old], vintages: [2018], lists: [.init(["91001", "91003", "88888"], cog: 2020)], events: events())
    #expect(mesh.pieces.count == 2)
    #expect(mesh.pieces[0].rows == [[0, 1]])
    #expect(mesh.pieces[0].population == 200)
    #expect(mesh.pieceOfCode == [[0, 1, nil]])
    #expect(mesh.changes.map(\.event.names) == ["A + B → AB"])
    // Cantons that share the piece have only a part of it.
    let cantons = mesh.areas(.canton, touching: [0, 1])
    #expect(cantons.map(\.pieces) == [[1], []])
    #expect(cantons.map(\.partial) == [[0], [0]])
  }

  @Test func aSetThatHoldsHalfAMergedCommuneSaysSo() throws {
    let new = try layer([("91001", "k"), ("91003", "k")])
    let mesh = try Mesh([new], vintages: [2020], lists: [.init([], cog: 2018)], events: events())
    let covers = mesh.covers([["91001", "91003"], ["91001", "91002", "70000"]], cog: 2018)
    #expect(covers[0] == .init(whole: [1], partial: [0], unknown: []))
    #expect(covers[1] == .init(whole: [0], partial: [], unknown: ["70000"]))
    #expect(mesh.covers([["91001"]], cog: 2020)[0] == .init(whole: [0], partial: [], unknown: []))
  }
}
