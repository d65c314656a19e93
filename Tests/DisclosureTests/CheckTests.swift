import Disclosure
import Bytes
import Statistics
import Testing

@Suite struct DisclosureCheckTests {
  // 2 × 2 inside margins 70, 38 and 28, 80: low = max(0, row − other column), high = min(row, column).
  @Test func theTwoByTwoOfTheTextbooks() throws {
    let tables = PublishedTables(
      ids: ["a", "b", "c", "d", "row 1", "row 2", "column 1", "column 2"],
      printed: [nil, nil, nil, nil, 70, 38, 28, 80], isCount: Array(repeating: true, count: 8),
      relations: sums([(4, [0, 1]), (5, [2, 3]), (6, [0, 2]), (7, [1, 3])]),
      reasons: [0: .sensitive(value: 20), 1: .complementary, 2: .sensitive(value: 8), 3: .complementary])
    let audit = try DisclosureCheck.run(tables)
    #expect(audit.intervals.map(\.low) == [0, 42, 0, 10])
    #expect(audit.intervals.map(\.high) == [28, 70, 28, 38])
    #expect(audit.isSafe)
  }

  // The whole less an overlapping area is one commune, though no commune is printed.
  @Test func areasSubtractedFromEachOther() throws {
    var tables = PublishedTables(
      ids: ["c1", "c2", "c3", "A", "whole"], printed: [nil, nil, nil, 50, 57],
      isCount: Array(repeating: true, count: 5), relations: sums([(3, [1, 2]), (4, [0, 1, 2])]),
      reasons: [0: .sensitive(value: 7), 1: .complementary, 2: .complementary])
    let open = try DisclosureCheck.run(tables)
    #expect(open.intervals[0].low == 7 && open.intervals[0].high == 7)
    #expect(open.failures.map(\.id) == ["c1"])
    tables.printed[3] = nil
    tables.reasons[3] = .complementary
    #expect(try DisclosureCheck.run(tables).isSafe)
  }

  // Two cells of one unit each under a printed total: the public sees [0, 25], each of the two sees the other.
  @Test func singleContributors() throws {
    var tables = PublishedTables(
      ids: ["a", "b", "total"], printed: [nil, nil, 25], isCount: [true, true, true], relations: sums([(2, [0, 1])]),
      reasons: [0: .sensitive(value: 10), 1: .sensitive(value: 15)])
    #expect(try DisclosureCheck.run(tables).isSafe)
    tables.insiders = [
      .init(name: Text(same: "alone in a"), parts: [.init(cell: 0, value: 10, isWhole: true)]),
      .init(name: Text(same: "alone in b"), parts: [.init(cell: 1, value: 15, isWhole: true)]),
    ]
    let audit = try DisclosureCheck.run(tables)
    #expect(audit.intervals.map { $0.insiders.map(\.en) } == [["alone in b"], ["alone in a"]])
    #expect(audit.intervals.map(\.high) == [25, 25])
    #expect(!audit.isSafe)
  }

  // One of two knows at least its own 14 of b = 15: a is at most 11, not 1.1 × 10.1.
  @Test(arguments: [(13.0, true), (15.0, false)]) func oneOfTwo(part: Double, isSafe: Bool) throws {
    let tables = PublishedTables(
      ids: ["a", "b", "total"], printed: [nil, nil, 25], isCount: [true, true, true], relations: sums([(2, [0, 1])]),
      reasons: [0: .sensitive(value: 10), 1: .complementary],
      insiders: [.init(name: Text(same: "u"), parts: [.init(cell: 1, value: part, isWhole: false)])])
    #expect(try DisclosureCheck.run(tables).isSafe == isSafe)
  }

  // a + b ≤ 5, b + c ≤ 5, a + c ≤ 5 bound a + b + c by 7.5; a count is at most 7, short of 1.05 × 7.
  @Test(arguments: [(true, 7.0, false), (false, 7.5, true)]) func countsAreRoundedInward(
    isCount: Bool, high: Double, isSafe: Bool
  ) throws {
    let tables = PublishedTables(
      ids: ["a", "b", "c", "s", "t", "u", "d", "ab", "bc", "ac"],
      printed: [nil, nil, nil, nil, nil, nil, nil, 5, 5, 5], isCount: Array(repeating: isCount, count: 10),
      relations: sums([(7, [0, 1, 3]), (8, [1, 2, 4]), (9, [0, 2, 5]), (6, [0, 1, 2])]),
      reasons: [6: .sensitive(value: 7)])
    let audit = try DisclosureCheck.run(tables, rule: DisclosureRule(protection: 0.05))
    let interval = try #require(audit.intervals.first { $0.id == "d" })
    #expect(abs(interval.high - high) < 1e-9)
    #expect(interval.isProtected == isSafe)
  }

  @Test func complementaryCellsAreNotPoints() throws {
    let tables = PublishedTables(
      ids: ["a", "b", "total"], printed: [nil, 10, 25], isCount: [true, true, true], relations: sums([(2, [0, 1])]),
      reasons: [0: .complementary])
    let audit = try DisclosureCheck.run(tables)
    #expect(audit.failures.map(\.low) == [15])
  }

  @Test func nothingAboveMeansNoUpperBound() throws {
    let tables = PublishedTables(
      ids: ["a"], printed: [nil], isCount: [true], relations: SparseRelations(), reasons: [0: .sensitive(value: 3)])
    #expect(try DisclosureCheck.run(tables).intervals[0].high == .infinity)
  }

  @Test(arguments: [[nil, 10, 25, 3.0], [1.0, 2.0, 4.0, 3.0], [nil, 30.0, 25.0, 3.0]] as [[Double?]])
  func contradictionsAreBadData(printed: [Double?]) throws {
    let tables = PublishedTables(
      ids: ["a", "b", "total", "other"], printed: printed, isCount: Array(repeating: true, count: 4),
      relations: sums([(2, [0, 1]), (3, [0])]), reasons: [:])
    #expect { try DisclosureCheck.run(tables) } throws: { ($0 as? Problem)?.status == .badData }
  }

  /// Tests/Oracles/disclosure/oracle.py: 40 random linked tables, bounds by HiGHS.
  @Test func agreesWithHiGHS() throws {
    let cells = try CSVTable(path: Path.join(Files.root, "Tests/Oracles/disclosure/cells.csv"))
    let links = try CSVTable(path: Path.join(Files.root, "Tests/Oracles/disclosure/sums.csv"))
    var compared = 0
    for number in 0..<40 {
      let rows = cells.rows.filter { $0.fields[0] == "\(number)" }.map(\.fields)
      let relations = links.rows.filter { $0.fields[0] == "\(number)" }.map { row in
        (total: Int(row.fields[1])!, parts: row.fields[2].split(separator: " ").map { Int($0)! })
      }
      let tables = PublishedTables(
        ids: rows.map { $0[1] }, printed: rows.map { Double($0[2]) },
        isCount: Array(repeating: false, count: rows.count), relations: sums(relations), reasons: [:])
      for interval in try DisclosureCheck.run(tables).intervals {
        let low = Double(rows[interval.cell][3])!
        let high = rows[interval.cell][4] == "inf" ? .infinity : Double(rows[interval.cell][4])!
        #expect(abs(interval.low - low) < 1e-6)
        #expect(interval.high == high || abs(interval.high - high) < 1e-6)
        compared += 1
      }
    }
    #expect(compared > 300)
  }
}
