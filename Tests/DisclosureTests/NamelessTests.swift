import Disclosure
import Bytes
import Statistics
import Testing

/// Files that count legal units without naming them, and families of which one is zero.
@Suite struct NamelessUnitsTests {
  /// One unit in the first of six communes; two cantons, and all of them. The second family is zero.
  private static func plainest(value: Double, families: Int = 2) throws -> (
    problem: DisclosureProblem, areas: LinkedAreas
  ) {
    let ten = Counted(value: 10 * value, units: 10, largest: 2 * value)
    let values = (0..<6).map { commune in
      let first = commune == 0 ? Counted(value: value, units: 1, largest: value) : ten
      return [first] + Array(repeating: .zero, count: families - 1)
    }
    return try nameless(values, areas: [[0, 1, 2], [3, 4, 5], [0, 1, 2, 3, 4, 5]])
  }

  @Test(arguments: [(57.0, 2), (1, 2), (1, 1), (57, 1), (57, 3)]) func oneUnitInOneCommune(value: Double, families: Int)
    throws
  {
    let (problem, areas) = try Self.plainest(value: value, families: families)
    let plan = DisclosurePlan(problem)
    #expect(plan.unprotected == [])
    #expect(plan.isWithheld(areas.cell(commune: 0, family: 0)))
    #expect(plan.isWithheld(areas.cell(commune: 0, family: nil)))
    #expect(!plan.complementary.isEmpty)
    let audit = try DisclosureCheck.run(PublishedTables(problem, plan))
    #expect(audit.failures.map(\.id) == [])
  }

  @Test func theUnitIsOneUnit() throws {
    let (problem, areas) = try Self.plainest(value: 57)
    let names = [nil, 0].map { family in
      problem.contributions.filter { $0.cell == areas.cell(commune: 0, family: family) }
    }
    #expect(names[0].count == 1 && names[0].map(\.unit) == names[1].map(\.unit))
  }

  /// The whole of a chain of sums has the units of its end: fewest and largest of those given.
  @Test func chains() throws {
    let cells = [
      cell("a", 57, units: 1), cell("zero", 0, units: 0), DisclosureCell(id: "b", value: 57, units: nil, largest: nil),
      cell("c", 57, units: 9, largest: 10), cell("d", 157, units: 20), cell("e", 100, units: 19),
    ]
    let problem = try DisclosureProblem(cells: cells, relations: sums([(2, [0, 1]), (3, [2, 1]), (4, [3, 5])]))
    #expect(problem.cells[..<4].map(\.units) == [1, 0, 1, 1])
    #expect(problem.cells[..<4].map(\.largest) == [57, 0, 57, 57])
    let ofChain = problem.contributions.filter { $0.cell < 4 }
    #expect(ofChain.map(\.cell) == [0, 2, 3])
    #expect(Set(ofChain.map(\.unit)).count == 1)
    // The total of the chain's end and of a cell of many units has the one's unit and the other's largest.
    #expect(problem.contributions.filter { $0.cell == 4 }.map(\.value).sorted() == [100.0 / 19, 57])
    #expect(problem.cells[4].units == 20)
  }

  /// Named units of one end of a chain are known at the other; a total of one unit has it behind all its parts.
  @Test func namesFollowChains() throws {
    let problem = try DisclosureProblem(
      cells: [
        cell("a", 9, units: 3), cell("b", 9, units: 3), cell("p", 4, units: 1), cell("q", 5, units: 1),
        cell("t", 9, units: 1),
      ], relations: sums([(1, [0]), (4, [2, 3])]),
      contributions: [.init(unit: 7, cell: 0, value: 4), .init(unit: 8, cell: 0, value: 5)])
    #expect(problem.contributions.filter { $0.cell == 1 }.map(\.unit) == [7, 8])
    #expect(Set(problem.contributions.filter { $0.cell > 1 }.map(\.unit)).count == 1)
  }

  /// Two single units are all there is: each sees the other as long as their total is printed.
  @Test func insidersTakeTheTotals() throws {
    let one = Counted(value: 10, units: 1, largest: 10)
    let (problem, areas) = try nameless([[one], [one]], areas: [[0, 1]])
    let plan = DisclosurePlan(problem)
    #expect(plan.unprotected == [])
    #expect(plan.isWithheld(areas.cell(area: 0, family: nil)))
    #expect(try DisclosureCheck.run(PublishedTables(problem, plan)).isSafe)
  }

  /// Units without a name in areas that have at least one: they may be the same or not, and the one of `d` may not
  /// learn what that of `b` has, as long as two sums that hold the large `a` would tell it.
  @Test func whatMayBeOneUnitMayBeSeveral() throws {
    func atLeast(_ id: String, _ value: Double, _ units: Int, _ largest: Double) -> DisclosureCell {
      DisclosureCell(id: id, value: value, units: units, boundsUnits: true, largest: largest, isCount: false)
    }
    let problem = try DisclosureProblem(
      cells: [
        cell("a", 141.5, units: 3, largest: 79, isCount: false), cell("b", 7, units: 1, isCount: false),
        cell("c", 72.5, units: 1, isCount: false), cell("d", 15.5, units: 1, isCount: false),
        atLeast("a and d", 157, 3, 94.5), atLeast("a and b", 148.5, 3, 86), atLeast("c and d", 88, 1, 88),
        atLeast("b and c", 79.5, 1, 79.5), atLeast("all", 236.5, 3, 174),
      ], relations: sums([(4, [0, 3]), (5, [0, 1]), (6, [2, 3]), (7, [1, 2]), (8, [0, 1, 2, 3])]))
    let plan = DisclosurePlan(problem)
    var tables = PublishedTables(problem, plan)
    #expect(try DisclosureCheck.run(tables).isSafe)
    for cell in 0..<9 { tables.printed[cell] = cell == 4 || cell == 5 ? problem.cells[cell].value : nil }
    let failures = try DisclosureCheck.run(tables).failures
    #expect(failures.map(\.id) == ["b", "d", "c and d"])
    #expect(
      failures.map { $0.insiders.map(\.en) } == [
        ["nameless unit of d"], ["nameless unit of b"], ["nameless unit of c"],
      ])
    // What they know together if they are one: b, c and d.
    let units = [1, 2, 3].map { cell in Set(problem.contributions.filter { $0.cell == cell }.map(\.unit)) }
    #expect(units.map(\.count) == [2, 2, 2] && units[0].intersection(units[1]).intersection(units[2]).count == 1)
  }

  /// What holds against the public is kept where a unit cannot be held off.
  @Test func theUnprotectedKeepWhatTheyHave() throws {
    let cells = [
      cell("a", 10, units: 1), cell("b", 15, units: 1), cell("total", 25, units: 2, standing: .published),
      cell("c", 40, units: 9), cell("a and c", 50, units: 10, standing: .published),
    ]
    let problem = try DisclosureProblem(cells: cells, relations: sums([(2, [0, 1]), (4, [0, 3])]))
    let plan = DisclosurePlan(problem)
    #expect(plan.unprotected == [0, 1])
    #expect(plan.complementary == [3])
    let audit = try DisclosureCheck.run(PublishedTables(problem, plan))
    // A unit nobody names is said by where it is.
    #expect(audit.intervals[0].insiders.map(\.fr) == ["unité sans nom de b"])
    #expect(audit.intervals[1].insiders.map(\.en) == ["nameless unit of a"])
    #expect(audit.intervals.prefix(2).map(\.low) == [0, 0] && audit.intervals.prefix(2).map(\.high) == [25, 25])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>, [(1, true), (2, true), (2, false), (3, true)]) func theCheckPasses(
    seed: UInt64, kind: (families: Int, isCount: Bool)
  ) throws {
    let problem = try randomNameless(seed: seed, families: kind.families, isCount: kind.isCount)
    let plan = DisclosurePlan(problem)
    #expect(plan.unprotected.map { problem.cells[$0].id } == [])
    let audit = try DisclosureCheck.run(PublishedTables(problem, plan))
    #expect(audit.failures.map(\.id) == [])
  }
}
