import Foundation
import Testing

/// A plain `render` takes a shorter way through the parser, and its project is opened meanwhile: nothing of that shows.
struct PlainMapTests {
  /// A line that says nothing the plain one does not, and that only the long way knows.
  private static let neutral = ["--protection", "0.1"]

  static let lines: [[String]] = [
    ["territory"], ["coverage"], ["visibility"], ["coverage", "mobilite-solidaire"],
    ["coverage", "mobilite-solidaire", "--lang", "en", "--width", "375"],
    ["coverage", "--labels", "none", "--theme", "dark"], ["territory", "--labels", "all", "--theme=print"],
    ["--width", "700", "coverage", "--project", "pole", "--quiet"], ["coverage", "--project=pole/pole.yaml"],
    ["coverage", "--project", "nulle-part", "--project", "pole"],
  ]

  @Test(arguments: lines) func theSameBytesEitherWay(line: [String]) throws {
    let work = try Workspace()
    try work.makeProject()
    let short = try work.run(Tool.program, ["render"] + line + ["-o", "short.svg"])
    let long = try work.run(Tool.program, ["render"] + line + Self.neutral + ["-o", "long.svg"])
    #expect(short.status == 0 && long.status == 0, "\(short.err) \(long.err)")
    #expect(short.err == long.err)
    #expect(try work.data("short.svg") == work.data("long.svg"))
    // On stdout as well.
    #expect(try work.run(Tool.program, ["render"] + line).out == work.data("short.svg"))
    #expect(work.leftovers().isEmpty)
  }

  /// Lines with something wrong, and the exit code.
  static let wrong: [(line: [String], status: Int32)] = [
    (["carte"], 64), (["coverage", "--width", "100"], 64), (["coverage", "--width", "large"], 64),
    (["coverage", "--theme", "rose"], 64), (["coverage", "--labels", "some"], 64),
    (["coverage", "--lang", "de"], 64),
    (["coverage", "-o", "carte.bmp"], 64), (["coverage", "nulle-action"], 64),
    (["coverage", "--inconnue"], 64),
    (["coverage", "-o"], 64), (["coverage", "--project", "absent"], 66), ([], 64),
    (["coverage", "epicerie-solidaire"], 64), (["coverage", "--project"], 64),
    (["coverage", "-o", "nul/carte.svg"], 73),
  ]

  @Test(arguments: wrong) func theSameErrorEitherWay(line: [String], status: Int32) throws {
    let work = try Workspace()
    let short = try work.run(Tool.program, ["render"] + line)
    let long = try work.run(Tool.program, ["render"] + Self.neutral + line)
    #expect(short.status == status, "\(short.err)")
    #expect(short.status == long.status)
    #expect(short.err == long.err)
    #expect(short.out.isEmpty && long.out.isEmpty)
    #expect(short.errors.count == 1, "\(short.err)")
    #expect(work.files().isEmpty)
  }

  /// Help is the long way's, and names every option.
  @Test func helpIsWhole() throws {
    let help = try Workspace().cartopole("render", "--help").text
    for option in [
      "--output", "--width", "--theme", "--labels", "--logo", "--scenario", "--geo", "--protection",
    ] {
      #expect(help.contains(option), "\(option)")
    }
  }
}
