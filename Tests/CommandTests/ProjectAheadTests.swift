import Foundation
import Testing

/// The project of a map is opened before the line that asks for it is read: what is wrong with it is said once, when it
/// is asked for, and nothing is written.
struct ProjectAheadTests {
  /// A passage of the shipped pole.yaml, what replaces it, the exit code and the words of the line.
  static let broken: [(old: String, new: String, status: Int32, words: [String])] = [
    ("\ntitle:", "\ntitel:", 65, ["pole/pole.yaml", "ligne 13", "titel"]),
    ("\nsites:", "\nsites: un", 65, ["pole/pole.yaml", "ligne 47", "YAML"]),
    ("layer: sud-essonne.shp", "layer: absente.shp", 66, ["pole/absente.shp"]),
    ("region: ile-de-france.shp", "region: absente.shp", 66, ["pole/absente.shp"]),
    ("context: context.shp", "context: absente.shp", 66, ["pole/absente.shp"]),
    ("insee: \"91223\"", "insee: \"99999\"", 65, ["pole/pole.yaml", "99999"]),
  ]

  @Test(arguments: broken)
  func oneLine(old: String, new: String, status: Int32, words: [String]) throws {
    let work = try Workspace()
    try work.makeProject(replacing: old, with: new)
    let before = work.files()
    for rest in [[], ["--lang", "fr", "--protection", "0.1"], ["-o", "carte.svg"]] {
      let run = try work.run(Tool.program, ["render", "coverage", "--project", "pole"] + rest)
      #expect(run.status == status, "\(run.err)")
      #expect(run.errors.count == 1 && run.err.split(separator: "\n").count == 1, "\(run.err)")
      for word in words { #expect(run.err.contains(word), "\(word): \(run.err)") }
      #expect(run.out.isEmpty)
    }
    #expect(work.files() == before)
  }

  @Test(arguments: [["--project", "absent"], ["--project=absent/pole.yaml"]])
  func aProjectThatIsNotThere(option: [String]) throws {
    let work = try Workspace()
    let run = try work.run(Tool.program, ["render", "coverage", "-o", "carte.svg"] + option)
    #expect(run.status == 66)
    #expect(run.errors.count == 1 && run.errors.first?.hasPrefix("error: absent") == true, "\(run.err)")
    #expect(work.files().isEmpty)
  }

  /// What is wrong with a project nobody asks for is not said: help, usage and an unknown kind come first.
  @Test func nobodyAsked() throws {
    let work = try Workspace()
    try work.makeProject(replacing: "\ntitle:", with: "\ntitel:")
    for line in [
      ["--help"], ["carte", "--project", "pole"], ["coverage", "--width", "1", "--project", "pole"],
    ] {
      let run = try work.run(Tool.program, ["render"] + line)
      #expect(!run.err.contains("titel") && !run.text.contains("titel"))
      #expect(run.status == (line == ["--help"] ? 0 : 64))
    }
  }

  /// A pole.yaml in the folder is the project; a broken one is not passed over for the shipped one.
  @Test func theFoldersOwn() throws {
    let work = try Workspace()
    try work.makeSmallProject()
    let named = try work.cartopole("render", "territory", "--project", "petit")
    #expect(named.status == 0)
    try work.write(try work.text("petit/pole.yaml"), to: "petit/copie.yaml")
    let other = try work.cartopole("render", "territory", "--project", "petit/copie.yaml")
    #expect(other.out == named.out)
    try work.write("title: [", to: "pole.yaml")
    let run = try work.cartopole("render", "territory")
    #expect(run.status == 65)
    #expect(
      run.errors.count == 1 && run.errors.first?.hasPrefix("error: pole.yaml: ligne") == true, "\(run.err)")
    #expect(run.out.isEmpty)
  }

  /// The project on standard input is read once.
  @Test func standardInput() throws {
    let work = try Workspace()
    try work.makeProject()
    let yaml = try work.text("pole/pole.yaml")
    let run = try work.cartopole("render", "territory", "--project", "-", input: yaml)
    let old = try work.cartopole("render", "territory", "--protection", "0.1", "--project", "-", input: yaml)
    #expect(run.status == old.status)
    #expect(run.out == old.out)
    #expect(run.err == old.err)
  }
}
