import Disclosure
import Bytes
import Statistics
import Testing

/// Classes of headcounts, and whatever else bounds a number before any is printed.
@Suite struct PublishedBoundsTests {
  private static func cell(
    _ id: String, _ value: Double, _ units: Int, _ largest: Double, known: ClosedRange<Double> = 0 ... .infinity
  ) -> DisclosureCell { DisclosureCell(id: id, value: value, units: units, largest: largest, known: known) }

  /// `a` and `b` in a printed 115: a class of the one bounds the other.
  @Test func whatIsPublishedBoundsTheRest() throws {
    let problem = try DisclosureProblem(
      cells: [Self.cell("a", 15, 1, 15), Self.cell("b", 100, 10, 20, known: 100...101), Self.cell("all", 115, 11, 20)],
      relations: sums([(2, [0, 1])]))
    let plan = DisclosurePlan(problem)
    var tables = PublishedTables(problem, plan)
    // The sum cannot be printed: 115 less 100 or 101 is 14 or 15.
    #expect(plan.isWithheld(0) && plan.isWithheld(2) && !plan.isWithheld(1))
    #expect(try DisclosureCheck.run(tables).isSafe)
    tables.printed = [nil, nil, 115]
    tables.reasons[1] = .complementary
    let audit = try DisclosureCheck.run(tables)
    #expect(audit.intervals.map(\.low) == [14, 100] && audit.intervals.map(\.high) == [15, 101])
    #expect(audit.failures.map(\.id) == ["a"])
    // Without the class it can.
    let open = try DisclosureProblem(
      cells: [Self.cell("a", 15, 1, 15), Self.cell("b", 100, 10, 20), Self.cell("all", 115, 11, 20)],
      relations: sums([(2, [0, 1])]))
    #expect(!DisclosurePlan(open).isWithheld(2))
  }

  /// A class narrower than the doubt that is wanted is all the doubt there can be.
  @Test func nothingIsHiddenBeyondAClass() throws {
    let rule = DisclosureRule()
    let problem = try DisclosureProblem(
      cells: [
        Self.cell("a", 100, 1, 100, known: 98...103), Self.cell("b", 200, 9, 40), Self.cell("all", 300, 10, 100),
      ], relations: sums([(2, [0, 1])]))
    let plan = DisclosurePlan(problem)
    #expect(plan.unprotected == [] && plan.isWithheld(0))
    #expect(rule.isNarrowed(problem.cells[0]))
    let audit = try DisclosureCheck.run(PublishedTables(problem, plan))
    #expect(audit.isSafe)
    #expect(audit.intervals[0].required == 98...103)
    let exact = try DisclosureProblem(
      cells: [Self.cell("a", 3, 1, 3, known: 3...3), Self.cell("b", 20, 9, 4), Self.cell("all", 23, 10, 4)],
      relations: sums([(2, [0, 1])]))
    #expect(DisclosurePlan(exact).unprotected == [])
    #expect(try DisclosureCheck.run(PublishedTables(exact, DisclosurePlan(exact))).isSafe)
  }

  /// Bounds of parts are bounds of their total, and those of a total leave some for its parts.
  @Test func boundsFollowTheSums() throws {
    let problem = try DisclosureProblem(
      cells: [
        Self.cell("a", 12, 4, 4, known: 10...19), Self.cell("b", 30, 4, 9, known: 20...49), Self.cell("c", 5, 4, 2),
        Self.cell("all", 47, 12, 9, known: 0...50),
      ], relations: sums([(3, [0, 1, 2])]))
    #expect(problem.cells.map(\.known) == [10...19, 20...40, 0...20, 30...50])
    #expect(throws: Problem.self) {
      try DisclosureProblem(cells: [Self.cell("a", 12, 4, 4, known: 20...49)], relations: sums([]))
    }
  }

  /// Whoever has 12 of an area of two, the other being in the class 10 to 19, knows it between 22 and 31.
  @Test func contributorsKnowTheClassesOfTheOthers() throws {
    let problem = try DisclosureProblem(
      cells: [
        Self.cell("a", 12, 1, 12, known: 10...19), Self.cell("b", 15, 1, 15, known: 10...19),
        DisclosureCell(id: "both", value: 27, units: 2, largest: 15), Self.cell("c", 300, 9, 50),
        Self.cell("all", 327, 11, 50),
      ], relations: sums([(2, [0, 1]), (4, [2, 3])]))
    let mine = try #require(problem.contributions.first { $0.cell == 2 && $0.value == 12 })
    #expect(mine.others == 10...19)
    let plan = DisclosurePlan(problem)
    #expect(plan.unprotected == [])
    #expect(try DisclosureCheck.run(PublishedTables(problem, plan)).isSafe)
  }

  /// Whatever the classes, the check agrees with the plan, and nothing is left unprotected.
  @Test(arguments: 1...40 as ClosedRange<UInt64>, [1, 2, 3]) func theCheckPasses(seed: UInt64, families: Int) throws {
    let plain = try randomNameless(seed: seed, families: families, isCount: true)
    let starts = [1.0, 3, 6, 10, 20, 50, 100, 200, 250, 500, 1000, 1e6]
    let totals = Set((0..<plain.relations.count).map { plain.relations.totals[$0] })
    var cells = plain.cells
    for index in cells.indices where cells[index].value > 0 && !totals.contains(index) {
      let next = starts.firstIndex { $0 > cells[index].value }!
      cells[index].known = starts[next - 1]...(starts[next] - 1)
    }
    let problem = try DisclosureProblem(cells: cells, relations: plain.relations)
    let plan = DisclosurePlan(problem)
    #expect(plan.unprotected.map { problem.cells[$0].id } == [])
    let failures = try DisclosureCheck.run(PublishedTables(problem, plan)).failures
    #expect(failures.map(\.id) == [])
  }
}
