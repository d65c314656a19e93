import Disclosure
import Bytes
import Geometry
import Statistics
import Territory
import Testing

/// What families leave of a total when some of them are not rows.
@Suite struct DisclosureRestTests {
  private static func protect(_ rows: [String], families: [Family]) throws -> (table: AreaTable, done: ProtectedMeasure)
  {
    var outlines = Layer(.polygon)
    for index in 0..<3 {
      let left = 2 + Double(index) * 0.1
      for (dx, dy) in [(0.0, 0.0), (0.0, 0.1), (0.1, 0.1), (0.1, 0.0), (0.0, 0.0)] {
        outlines.addPoint(left + dx, 48 + dy)
      }
      outlines.endRing()
      outlines.endPart()
      outlines.endFeature()
    }
    let communes = (1...3).map { index in
      Commune(
        insee: "9100\(index)", name: "C\(index)", population: 1000, departement: "91", region: "11", longitude: 2,
        latitude: 48, position: .chefLieu)
    }
    let layer = try CommuneLayer(path: "layer", communes: communes, outlines: outlines, vintage: 2024)
    let text = (["insee,family,measure,value,unit"] + rows).joined(separator: "\n") + "\n"
    let data = try Observations(Array(text.utf8), path: "jobs.csv")
    let mesh = Mesh([layer], vintages: [2024], lists: [.init(data.distinctCodes, cog: 2024)], events: CommuneEvents([]))
    let areas =
      mesh.areas(.commune, touching: [0, 1, 2]) + [
        MeshArea(code: "whole", name: "whole", level: .area, pieces: [0, 1, 2])
      ]
    var table = try AreaTable(Tally(data, on: mesh, list: 0, cog: 2024), areas: areas, families: families)
    let done = try table.protect(DisclosureRule())
    return (table, done[0])
  }

  /// Associations are a row; the cooperative of the first commune is in its rest, as are those of the others.
  @Test func restsKnowTheirUnits() throws {
    var rows = ["91001,association,jobs,0,", "91001,cooperative,jobs,10,A"]
    for commune in 2...3 {
      for unit in 1...4 {
        rows.append("9100\(commune),association,jobs,20,B\(commune)\(unit)")
        rows.append("9100\(commune),cooperative,jobs,\(unit),C\(unit)")
      }
    }
    let (table, done) = try Self.protect(rows, families: [.all, .association])
    func cell(_ id: String) throws -> Int { try #require(done.problem.cells.firstIndex { $0.id == id }) }
    let rests = try ["91001 all (rest)", "91002 all (rest)", "area whole all (rest)"].map(cell)
    #expect(rests.map { done.problem.cells[$0].value } == [10, 10, 30])
    #expect(rests.map { done.problem.cells[$0].units } == [1, 4, 5])
    #expect(rests.map { done.problem.cells[$0].largest } == [10, 4, 10])
    // One rest a commune, though the commune is a row of the table and a piece of the whole.
    #expect(done.problem.cells.filter { $0.id == "91002 all (rest)" }.count == 1)
    // The whole's rest is what its communes leave.
    let relations = done.problem.relations
    #expect((0..<relations.count).contains { relations.totals[$0] == rests[2] && relations.parts($0).count == 3 })
    // The cooperative is alone in its commune and in its rest, and no danger to itself.
    let owners = try [cell("91001 all"), rests[0]].map { place in
      done.problem.contributions.filter { $0.cell == place }.map(\.unit)
    }
    #expect(owners[0].count == 1 && owners[0] == owners[1])
    #expect(table.counts[0].isSecret)
    #expect(done.plan.unprotected == [])
    #expect(try DisclosureCheck.run(PublishedTables(done.problem, done.plan)).failures.map(\.id) == [])
  }

  /// A total that comes as a row of its own names nobody: the other families do.
  @Test func restsOfTotalsWithoutNames() throws {
    var rows: [String] = []
    for commune in 1...3 {
      rows.append("9100\(commune),all,jobs,70,")
      for unit in 1...4 { rows.append("9100\(commune),association,jobs,10,B\(commune)\(unit)") }
      rows.append("9100\(commune),cooperative,jobs,30,C")
    }
    let (_, done) = try Self.protect(rows, families: [.all, .association])
    let rests = done.problem.cells.filter { $0.id.hasSuffix("(rest)") }
    #expect(rests.map(\.units) == [1, 1, 1, 1] && rests.map(\.value) == [30, 30, 30, 90])
    #expect(done.plan.unprotected == [])
    #expect(try DisclosureCheck.run(PublishedTables(done.problem, done.plan)).isSafe)
  }
}
