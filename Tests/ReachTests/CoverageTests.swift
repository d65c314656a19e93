import Cartopole
import Testing

/// Several actions over each other, on four square communes.
@Suite struct CoverageTests {
  /// One action on communes; `parent` makes it a part.
  static func action(_ id: String, _ codes: [String], parent: String? = nil, status: String = "realised") -> String {
    let list = codes.map { "\"\($0)\"" }.joined(separator: ", ")
    let reach = """
          reach:
            basis: source
            rules:
              - communes: [\(list)]
      """
    return """
        - id: \(id)
          title: Action \(id)
          status: \(status)
      \(parent.map { "    parent: \($0)\n" } ?? "")    basis: source
      \(codes.isEmpty ? "    no_rule: undecided" : reach)

      """
  }

  @Test func jaccard() throws {
    let tiny = try TinyProject(
      actions: Self.action("b", ["01001", "01002", "01003"]) + Self.action("a", ["01002", "01003", "2A004"])
        + Self.action("c", ["2A004"]) + Self.action("none", []) + Self.action("p", ["01001"], status: "planned"))
    defer { tiny.remove() }
    let coverage = try tiny.project.coverage()
    let overlaps = coverage.overlaps(.realised)
    #expect(
      overlaps.map { "\($0.a)\($0.b) \($0.communes) \($0.population.shortWords.en)" } == [
        "ab 2 at least 200", "ac 1 50", "bc 0 0",
      ])
    #expect(overlaps.map(\.jaccard) == [2.0 / 4, 1.0 / 3, 0])
    #expect(coverage.overlaps(.planned).isEmpty)
    #expect(coverage.overlaps(.any).count == 6)
    #expect(coverage.counts(.realised) == [1, 2, 2, 2])
    #expect(coverage.counts(.any) == [2, 2, 2, 2])
    #expect(coverage.blindSpots(.planned).map { TinyProject.codes[$0] } == ["01002", "01003", "2A004"])
    #expect(coverage.blindSpots(.realised).isEmpty)
  }

  @Test func partsAreNeverComparedWithTheirWhole() throws {
    let tiny = try TinyProject(
      actions: Self.action("whole", ["01001", "01002"]) + Self.action("part", ["01001"], parent: "whole")
        + Self.action("piece", ["01001"], parent: "part") + Self.action("other-part", ["01001"], parent: "whole")
        + Self.action("other", ["01001"]))
    defer { tiny.remove() }
    let pairs = { (coverage: Coverage) in coverage.overlaps(.any).map { "\($0.a)/\($0.b)" } }
    let all = try tiny.project.coverage()
    #expect(
      pairs(all) == [
        "other/other-part", "other/part", "other/piece", "other/whole", "other-part/part", "other-part/piece",
      ])
    // Parts count, their whole beside them does not.
    #expect(all.counts(.any) == [3, 1, 0, 0])
    // A chosen few: `piece` is still a part of `whole`, though `part` is not asked for.
    let some = try tiny.project.coverage(["whole", "piece"])
    #expect(pairs(some).isEmpty)
    #expect(some.counts(.any) == [1, 1, 0, 0])
    #expect(pairs(Coverage(all.reaches.filter { $0.action.id != "part" }, of: all)).count == 4)
  }

  @Test func actionsWithoutRules() throws {
    let tiny = try TinyProject(actions: Self.action("none", []) + Self.action("some", ["01001"]))
    defer { tiny.remove() }
    let coverage = try tiny.project.coverage()
    #expect(coverage.reaches[0].totals == nil)
    #expect(coverage.reaches[0].rows.isEmpty)
    #expect(coverage.overlaps(.any).isEmpty)
    #expect(coverage.blindSpots(.realised).count == 3)
    #expect(coverage.reaching(.any).map(\.action.id) == ["some"])
    let nothing = try tiny.project.coverage(["none"])
    #expect(nothing.blindSpots(.any).count == 4)
    #expect(nothing.reachedRows(.any).isEmpty)
    // Who reads the table with a program finds the same columns whatever has been decided.
    let (some, none) = (ReachTables.blindSpots(coverage, .any), ReachTables.blindSpots(nothing, .any))
    #expect(some.rows.count == 3 && none.rows.isEmpty)
    #expect(some.columns.map(\.key) == none.columns.map(\.key))
  }
}
