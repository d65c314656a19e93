import Disclosure
import Bytes
import Statistics
import Testing

@Suite struct DisclosurePlanTests {
  @Test func primaryRule() {
    let rule = DisclosureRule()
    #expect(rule.isSensitive(cell("two units", 10, units: 2)))
    #expect(!rule.isSensitive(cell("three units", 9, units: 3)))
    #expect(!rule.isSensitive(cell("85 % exactly", 100, units: 4, largest: 85)))
    #expect(rule.isSensitive(cell("above 85 %", 100, units: 4, largest: 86)))
    #expect(!rule.isSensitive(cell("zero", 0, units: 0)))
    #expect(!rule.isSensitive(cell("printed elsewhere", 10, units: 1, standing: .published)))
    #expect(rule.isSensitive(cell("secret at its source", 90, units: 9, standing: .secret)))
    #expect(rule.isSensitive(DisclosureCell(id: "unknown", value: 9, units: nil, largest: nil)))
    #expect(rule.isSensitive(DisclosureCell(id: "largest unknown", value: 9, units: 5, largest: nil)))
  }

  /// Four economic sectors × four regions; one cell of one unit.
  @Test func aRectangleProtectsOneCell() throws {
    let problem = try twoWay(
      [[20, 50, 10, 40], [8, 19, 22, 60], [17, 32, 12, 30], [9, 11, 13, 15]],
      units: [[9, 9, 9, 9], [9, 9, 9, 9], [9, 9, 1, 9], [9, 9, 9, 9]])
    let plan = DisclosurePlan(problem)
    #expect(plan.primary == [12])
    // The cheapest rectangle with r2 c2 = 12 that can give and take 2: 12, 17, 9, 13.
    #expect(plan.complementary.map { problem.cells[$0].value }.sorted() == [9, 13, 17])
    #expect(try DisclosureCheck.run(PublishedTables(problem, plan)).isSafe)
    #expect(plan.cell(12, of: problem) == .secret)
    #expect(plan.cell(0, of: problem) == .number(20))
    #expect(plan.withholds(derivedFrom: [0, 12]))
    #expect(!plan.withholds(derivedFrom: [0, 1]))
  }

  @Test func zerosAreNeverWithheld() throws {
    let problem = try twoWay([[5, 0, 30], [0, 40, 25], [20, 30, 10]], units: [[1, 0, 9], [0, 9, 9], [9, 9, 9]])
    let plan = DisclosurePlan(problem)
    #expect(!plan.isWithheld(1) && !plan.isWithheld(4))
    #expect(try DisclosureCheck.run(PublishedTables(problem, plan)).isSafe)
  }

  // A third cell joins two single contributors, who would otherwise see each other.
  @Test func singleContributorsNeedAThirdCell() throws {
    let cells = [
      cell("a", 10, units: 1), cell("b", 15, units: 1), cell("c", 40, units: 8), cell("d", 60, units: 9),
      cell("total", 125, units: 19),
    ]
    let problem = try DisclosureProblem(cells: cells, relations: sums([(4, [0, 1, 2, 3])]))
    #expect(DisclosurePlan(problem).complementary == [2])
  }

  // What is printed elsewhere cannot be taken back; the plan says what it cannot protect, and the check agrees.
  @Test func publishedElsewhere() throws {
    let cells = [
      cell("a", 10, units: 1), cell("b", 15, units: 9, standing: .published),
      cell("total", 25, units: 10, standing: .published),
    ]
    let problem = try DisclosureProblem(cells: cells, relations: sums([(2, [0, 1])]))
    let plan = DisclosurePlan(problem)
    #expect(plan.unprotected == [0])
    #expect(try DisclosureCheck.run(PublishedTables(problem, plan)).failures.map(\.id) == ["a"])
  }

  // Communes nobody prints are unknowns, and protected from what areas say of them.
  @Test func hiddenCommunes() throws {
    let tables = try LinkedAreas(
      communes: ["c1", "c2", "c3"],
      areas: [.init(id: "A", communes: [1, 2]), .init(id: "whole", communes: [0, 1, 2])], families: ["f"])
    var holdings = [LinkedAreas.Holding(unit: 1, commune: 0, family: 0, value: 7)]
    for unit in 2..<10 { holdings.append(.init(unit: unit, commune: 1 + unit % 2, family: 0, value: 6)) }
    let problem = try tables.problem(holdings: holdings) { $0 < 3 ? .hidden : .open }
    let plan = DisclosurePlan(problem)
    #expect(plan.fates == [.hidden, .hidden, .hidden, .complementary, .published])
    #expect(try DisclosureCheck.run(PublishedTables(problem, plan)).isSafe)
  }

  @Test func unitsAreCountedOnceInAnArea() throws {
    let tables = try LinkedAreas(
      communes: ["c1", "c2"], areas: [.init(id: "A", communes: [0, 1])], families: ["f", "g"])
    let problem = try tables.problem(holdings: [
      .init(unit: 1, commune: 0, family: 0, value: 7), .init(unit: 1, commune: 1, family: 0, value: 5),
      .init(unit: 2, commune: 1, family: 1, value: 6),
    ])
    let area = problem.cells[tables.cell(area: 0, family: 0)]
    #expect(area.units == 1 && area.largest == 12 && area.value == 12)
    #expect(problem.cells[tables.cell(area: 0, family: nil)].units == 2)
    #expect(problem.cells[tables.cell(commune: 1, family: nil)].id == "c2 all")
  }

  @Test func sumsThatDoNotHold() {
    #expect {
      try DisclosureProblem(cells: [cell("a", 1, units: 1), cell("t", 2, units: 1)], relations: sums([(1, [0])]))
    } throws: { ($0 as? Problem)?.status == .badData }
  }
}

@Suite struct DisclosurePropertyTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>, [true, false]) func theCheckPasses(seed: UInt64, isCount: Bool) throws
  {
    let problem = try randomAreas(seed: seed, isCount: isCount)
    let plan = DisclosurePlan(problem)
    let audit = try DisclosureCheck.run(PublishedTables(problem, plan))
    #expect(plan.unprotected.isEmpty)
    #expect(audit.failures.map(\.id) == [])
    #expect(audit.attacks > 0 || plan.primary.isEmpty)
  }

  /// No complementary cell can be printed again: without any one of them the check fails.
  @Test(arguments: 1...12 as ClosedRange<UInt64>) func nothingIsWithheldForNothing(seed: UInt64) throws {
    let problem = try randomAreas(seed: seed, isCount: false)
    let plan = DisclosurePlan(problem)
    let tables = PublishedTables(problem, plan)
    for cell in plan.complementary {
      var mutant = tables
      mutant.printed[cell] = problem.cells[cell].value
      mutant.reasons[cell] = nil
      #expect(try !DisclosureCheck.run(mutant).isSafe, "\(problem.cells[cell].id)")
    }
  }

  /// By enumeration of whole-number tables, 3 × 3 with margins: every primary reaches both ends.
  @Test(arguments: 1...25 as ClosedRange<UInt64>) func bruteForce(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let values = (0..<3).map { _ in (0..<3).map { _ in Double(Int.random(in: 0...9, using: &random)) } }
    let units = values.map { $0.map { $0 == 0 ? 0 : Int.random(in: 2...6, using: &random) } }
    let problem = try twoWay(values, units: units)
    let plan = DisclosurePlan(problem)
    let inside = (0..<9).map { $0 / 3 * 4 + $0 % 3 }
    var low = problem.cells.map { _ in Double.infinity }
    var high = problem.cells.map { _ in -Double.infinity }
    var table = problem.cells.map(\.value)
    let free = inside.filter { plan.isWithheld($0) }
    let margins = problem.cells.indices.filter { !inside.contains($0) }
    func visit(_ depth: Int) {
      guard depth < free.count else {
        for margin in margins { table[margin] = 0 }
        for cell in inside {
          let places = [cell / 4 * 4 + 3, 12 + cell % 4, 15]
          for place in places { table[place] += table[cell] }
        }
        for margin in margins where !plan.isWithheld(margin) && table[margin] != problem.cells[margin].value { return }
        for (index, value) in table.enumerated() {
          low[index] = min(low[index], value)
          high[index] = max(high[index], value)
        }
        return
      }
      for value in 0...12 {
        table[free[depth]] = Double(value)
        visit(depth + 1)
      }
    }
    guard free.count <= 5 else { return }
    visit(0)
    for primary in plan.primary where !plan.unprotected.contains(primary) {
      let value = problem.cells[primary].value
      #expect(low[primary] <= 0.9 * value && high[primary] >= min(12, 1.1 * value))
    }
    let audit = try DisclosureCheck.run(PublishedTables(problem, plan))
    guard audit.intervals.allSatisfy({ $0.high <= 12 }) else { return }
    for interval in audit.intervals {
      // A table with margins is totally unimodular: linear programming gives the very whole numbers.
      #expect(interval.low == low[interval.cell] && interval.high == high[interval.cell])
    }
  }
}

@Suite struct DisclosureGeographyTests {
  /// 132 communes of the Sud Essonne, their cantons, EPCI, département, région and the territory itself.
  @Test func sudEssonne() throws {
    let jobs = try SyntheticJobs(
      layers: ["sud-essonne"], withTerritory: true, families: 2, seed: 7, geoData: Path.join(Files.root, "GeoData"))
    let problem = try jobs.areas.problem(holdings: jobs.holdings)
    let plan = DisclosurePlan(problem)
    #expect(plan.unprotected.isEmpty)
    #expect(plan.primary.count > 60)
    let audit = try DisclosureCheck.run(PublishedTables(problem, plan))
    #expect(audit.failures.map(\.id) == [])
  }
}
