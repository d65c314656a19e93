import Testing

/// Numbers of options are read with a decimal comma or point.
struct TypedNumberTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private func cartopole(_ words: [String]) throws -> Run { try work.run(Tool.program, words) }

  @Test(arguments: [
    (["render", "territory", "--width", "800,5"], ["render", "territory", "--width", "800.5"]),
    (
      ["site", "epicerie-solidaire", "--count", "1", "--objective", "cover", "--radius-km", "9,5", "--format", "json"],
      ["site", "epicerie-solidaire", "--count", "1", "--objective", "cover", "--radius-km", "9.5", "--format", "json"]
    ),
  ]) func aCommaIsAPoint(comma: [String], point: [String]) throws {
    let (one, other) = (try cartopole(comma + ["--quiet"]), try cartopole(point + ["--quiet"]))
    #expect(one.status == 0 && one.out == other.out, "\(one.err)")
  }

  @Test func boundsMayHaveCommas() throws {
    try work.write("v\n1\n2\n3\n4\n", to: "v.csv")
    let run = try work.cartopole(
      "classify", "--data", "v.csv", "--value", "v", "--breaks", "1,5;3;4", "--format", "json")
    #expect(run.status == 0 && run.text.filter { !$0.isWhitespace }.contains("[1.5,3,4]"), "\(run.text)\(run.err)")
  }

  @Test(arguments: ["douze", "1,2,3", "0x1F", "inf", ""]) func whatIsNoNumberSaysSo(text: String) throws {
    let run = try work.cartopole("site", "a", "--count", "1", "--radius-km", text)
    #expect(run.status == 64 && run.err.contains("--radius-km") && run.err.contains("comme 12,5"), "\(run.err)")
    #expect(run.err.split(separator: "\n").count == 2)
  }
}
