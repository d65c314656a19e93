import Disclosure
import Bytes
import Geometry
import Statistics
import Territory
import Testing

/// Counts by commune added up, compared and protected, on four square communes worked by hand.
@Suite struct CountsTests {
  private static func layer() throws -> CommuneLayer {
    var outlines = Layer(.polygon)
    for index in 0..<4 {
      let left = 2 + Double(index) * 0.1
      for (dx, dy) in [(0.0, 0.0), (0.0, 0.1), (0.1, 0.1), (0.1, 0.0), (0.0, 0.0)] {
        outlines.addPoint(left + dx, 48 + dy)
      }
      outlines.endRing()
      outlines.endPart()
      outlines.endFeature()
    }
    let communes = (1...4).map { index in
      Commune(
        insee: "9100\(index)", name: "C\(index)", population: 1000 * index, departement: "91", region: "11",
        longitude: 2, latitude: 48, position: .chefLieu)
    }
    return try CommuneLayer(path: "layer", communes: communes, outlines: outlines, vintage: 2024)
  }

  /// The table of the four communes, of the first two together as `pair`, and of all of them as `all`.
  private static func table(
    _ rows: [String], families: [Family] = [.all], header: String = "insee,family,measure,value,units,largest,unit"
  ) throws -> AreaTable {
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    let data = try Observations(Array(text.utf8), path: "counts.csv")
    let mesh = Mesh(
      [try layer()], vintages: [2024], lists: [.init(data.distinctCodes, cog: 2024)], events: CommuneEvents([]))
    let tally = Tally(data, on: mesh, list: 0, cog: 2024)
    let areas =
      mesh.areas(.commune, touching: [0, 1, 2, 3]) + [
        MeshArea(code: "pair", name: "pair", level: .area, pieces: [0, 1]),
        MeshArea(code: "all", name: "all", level: .area, pieces: [0, 1, 2, 3]),
      ]
    return try AreaTable(tally, areas: areas, families: families)
  }

  private static func comparison(_ table: AreaTable) throws -> Comparison {
    let population = MeshPopulation(table.tally.mesh, date: ReferenceDate("2021"), source: Text(same: "layer"))
    return try Comparison(Comparison.Counted(table: table, population: population, shown: Array(0..<6), reference: 5))
  }

  private func rows(_ measure: String, _ values: [Int]) -> [String] {
    values.enumerated().map { "9100\($0.offset + 1),all,\(measure),\($0.element),,," }
  }

  @Test func sumsAndHoles() throws {
    let table = try Self.table([
      "91001,all,establishments,3,,,", "91002,all,establishments,0,,,", "91003,all,establishments,5,,,",
    ])
    let counts = (0..<6).map { table.counts[$0] }
    #expect(counts.map(\.cell) == [.number(3), .number(0), .number(5), .missing, .number(3), .notAvailable])
    #expect(counts[5].known == 8)
    #expect(counts[5].without == 1)
    #expect(counts[5].atLeast?.en == "at least 8; 1 commune without a value")
  }

  @Test func familiesMakeAllWhereEveryOneOfThemHasARow() throws {
    let table = try Self.table([
      "91001,association,establishments,3,,,", "91001,cooperative,establishments,1,,,",
      "91002,association,establishments,2,,,",
    ])
    #expect(table.counts[0].cell == .number(4))
    // Cooperatives of the second commune are missing, not none.
    #expect(table.counts[1].cell == .missing)
  }

  @Test func contributorsAreCountedOnceInASum() throws {
    let table = try Self.table([
      "91001,all,jobs,10,,,X", "91002,all,jobs,5,,,X", "91002,all,jobs,4,,,Y", "91003,all,jobs,1,,,Z",
      "91004,all,jobs,0,,,Z",
    ])
    #expect(table.counts[1].units == 2)
    #expect(table.counts[4].cell == .number(19))
    #expect(table.counts[4].units == 2)
    #expect(table.counts[4].largest == 15)
    #expect(table.counts[5].units == 3)
  }

  @Test func quotientsByHand() throws {
    let table = try Self.table(
      rows("establishments", [2, 4, 6, 8]) + rows("jobs", [10, 20, 30, 60])
        + rows("all_salaried_jobs", [100, 100, 300, 700]))
    let comparison = try Self.comparison(table)
    func value(_ id: String, _ row: Int) -> Double? { comparison.value(id, in: comparison.rows[row])?.cell.value }
    #expect(value("establishments_per_10000", 0) == 20)
    #expect(value("jobs_per_establishment", 1) == 5)
    #expect(abs((value("share_of_jobs", 1) ?? 0) - 0.2) < 1e-15)
    // 20 ÷ 100 over 120 ÷ 1200.
    #expect(abs((value("location_quotient", 1) ?? 0) - 2) < 1e-12)
    #expect(value("relative_density", 0) == 1)
    #expect(value("location_quotient", 5) == 1)
    #expect(value("expected_establishments", 3) == 8)
    #expect(comparison.rows.map(\.restsOnLittle) == [true, true, true, true, true, false])
  }

  @Test func whatIsWithheldTakesEverythingMadeOfItAlong() throws {
    var table = try Self.table(
      rows("establishments", [2, 4, 6, 8]) + [
        "91001,all,jobs,10,1,10,", "91002,all,jobs,20,9,4,", "91003,all,jobs,30,9,4,", "91004,all,jobs,60,9,9,",
      ] + rows("all_salaried_jobs", [100, 100, 300, 700]))
    table.publisher = "Insee"
    let done = try table.protect(DisclosureRule())
    // One system: what all have less what the ESS has is a third number.
    #expect(done.map(\.measures) == [[.jobs, .allJobs]])
    #expect(table.publishedMeasures == [.allJobs])
    let comparison = try Self.comparison(table)
    for id in ["jobs", "jobs_per_establishment", "share_of_jobs", "location_quotient"] {
      #expect(comparison.value(id, in: comparison.rows[0])?.cell == .secret, "\(id)")
    }
    #expect(comparison.value("establishments_per_10000", in: comparison.rows[0])?.cell.value == 20)
    // The pair less the second commune would tell the first: one of the two goes too.
    let jobs = (0..<6).map { table.counts[table.index(area: $0, series: 1, family: 0)] }
    #expect(jobs[1].isSecret || jobs[4].isSecret)
    for count in jobs where count.isSecret { #expect(count.known == 0 && count.units == nil && count.largest == nil) }
    let audit = try DisclosureCheck.run(PublishedTables(done[0].problem, done[0].plan))
    #expect(audit.isSafe)
  }

  @Test func aSecretOfTheSourceStaysOne() throws {
    let table = try Self.table(
      ["91001,all,jobs,,s", "91002,all,jobs,7,"], header: "insee,family,measure,value,value_status")
    #expect(table.counts[0].cell == .secret)
    #expect(table.counts[4].cell == .notAvailable)
  }

  @Test func threeAreasOfALevelAreSmoothed() throws {
    let comparison = try Self.comparison(try Self.table(rows("establishments", [20, 0, 6, 80])))
    let counts = [20.0, 0, 6, 80]
    let people = [1000.0, 2000, 3000, 4000]
    let m = 106.0 / 10_000
    let spread = zip(counts, people).reduce(0) { $0 + $1.1 * ($1.0 / $1.1 - m) * ($1.0 / $1.1 - m) } / 10_000
    let a = spread - m / 2500
    for row in 0..<4 {
      let expected = m + a / (a + m / people[row]) * (counts[row] / people[row] - m)
      let found = comparison.value("smoothed_per_10000", in: comparison.rows[row])?.cell.value ?? 0
      #expect(abs(found - 10_000 * expected) < 1e-9)
    }
    // Two areas have no mean worth drawing towards.
    #expect(comparison.value("smoothed_per_10000", in: comparison.rows[4])?.cell == .notAvailable)
  }
}
