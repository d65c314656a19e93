import Bytes
import Geometry
import Territory
import Testing

/// Codes of one vintage found in another: sums on merging, nothing split, nothing lost silently.
@Suite struct CommuneEventsTests {
  /// B joins A in 2019 and keeps A's code; C splits into C and D in 2021; E changes its code in mid-2022.
  private func events() throws -> CommuneEvents {
    let text = """
      date,kind,before,after,names,source
      2022-07-01,code,91005,91006,E,s
      2019-01-01,merge,91001 91002,91001,A + B → AB,s
      2021-01-01,split,91003,91003 91004,C → C + D,s
      """
    return try CommuneEvents(CSVTable(Array(text.utf8), path: "events.csv"))
  }

  @Test(arguments: [
    ("91002", 2018, true), ("91002", 2019, false), ("91004", 2020, false), ("91004", 2021, true),
    ("91005", 2022, true), ("91005", 2023, false), ("91006", 2022, false), ("99999", 1990, true),
  ]) func codesLiveAndDie(_ code: String, _ cog: Int, _ lives: Bool) throws {
    #expect(try events().exists(code, in: cog) == lives)
  }

  @Test func mergedCommunesMeetInOneArea() throws {
    let numbers = try events().common([
      (["91001", "91002", "77777"], 2018), (["91001", "91002", "77777"], 2024),
    ])
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

  /// The 1,281 communes of Île-de-France in 2008, less the fifteen that merged since, are the layer's 1,266.
  @Test func theShippedEventsAreThoseOfTheShippedLayer() throws {
    let root = Path.folder(Path.folder(Path.folder(#filePath)))
    let events = try CommuneEvents(path: Path.join(root, "GeoData/cog-events.csv"))
    let gone = events.codes.filter { events.exists($0, in: 2008) && !events.exists($0, in: 2025) }
    #expect(gone.count == 15)
    #expect(events.events.allSatisfy { !$0.source.isEmpty && !$0.names.isEmpty })
  }

  @Test(arguments: [
    "date,kind,before,after,names,source\n2019,merge,91001 91002,91001,n,s\n",
    "date,kind,before,after,names,source\n2019-01-01,fusion,91001 91002,91001,n,s\n",
    "date,kind,before,after,names,source\n2019-01-01,merge,1111,91001,n,s\n",
    "date,kind,before,after,names\n",
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
          insee: $0.code, name: "N" + $0.code, population: 100, departement: String($0.code.prefix(2)),
          region: "11",
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
