import Cartopole
import Testing

/// A visibility model that makes no sense is refused with its line.
struct BadModelTests {
  /// What stands in a good model, and what it is replaced with.
  static let mistakes: [(old: String, new: String, line: String)] = [
    ("strength: 0.5", "strength: 1.01", "65 pole.yaml: line 18: \"strength\" must be between 0 and 1"),
    ("strength: 0.5", "strength: -0.1", "65 pole.yaml: line 18: \"strength\" must be between 0 and 1"),
    ("strength: 0.5", "strength: 3/2", "65 pole.yaml: line 18: \"strength\" must be a number"),
    ("strength: 0.5", "strength: nan", "65 pole.yaml: line 18: \"strength\" must be a number"),
    ("strength: 0.5", "strength: 50 %", "65 pole.yaml: line 18: \"strength\" must be a number"),
    ("strength: 0.5", "strengh: 0.5", "65 pole.yaml: line 18: unknown key \"strengh\""),
    ("s_km: 2", "s_km: 0", "65 pole.yaml: line 19: \"s_km\" must be greater than 0"),
    ("s_km: 2", "s_km: -2", "65 pole.yaml: line 19: \"s_km\" must be greater than 0"),
    (", s_km: 2", "", "65 pole.yaml: line 19: no key \"s_km\""),
    ("kind: exponential", "kind: none", "65 pole.yaml: line 19: \"s_km\" means nothing"),
    ("kind: exponential", "kind: linear", "65 pole.yaml: line 19: \"linear\" is no value of kind"),
    ("{ commune: \"01001\" }", "{ commune: \"99999\" }", "65 pole.yaml: line 16: channel \"a\": no commune \"99999\""),
    ("{ commune: \"01001\" }", "{ site: relais }", "65 pole.yaml: line 21: \"site\" points to \"relais\""),
    ("{ commune: \"01001\" }", "{ site: siege, commune: zonza }", "65 pole.yaml: line 21: a source is a site or"),
    ("[{ commune: \"01001\" }]", "[]", "65 pole.yaml: line 16: channel \"a\" has no source"),
    ("communes: [zonza]", "communes: [Paris]", "65 pole.yaml: line 22: channel \"b\": no commune \"Paris\""),
    ("- id: b", "- id: a", "65 pole.yaml: line 22: id \"a\" is already used on line 16"),
    ("threshold: 0.5", "threshold: 1.5", "65 pole.yaml: line 13: \"threshold\" must be between 0 and 1"),
    ("threshold: 0.5", "threshold: -0.5", "65 pole.yaml: line 13: \"threshold\" must be between 0 and 1"),
    ("threshold: 0.5", "threshold: beaucoup", "65 pole.yaml: line 13: \"threshold\" must be a number"),
    ("basis: assumption\n", "basis: declared\n", "65 pole.yaml: line 26: \"basis: declared\" without \"by\""),
  ]

  private static let model =
    "  threshold: 0.5\n  basis: source\n  channels:\n" + ModelTests.channel("a", "0.5", "kind: exponential, s_km: 2")
    + ModelTests.channel(
      "b", "0.25", "kind: none", ["communes: [zonza]"], basis: "basis: assumption\n      reason: essai")

  @Test(arguments: mistakes) func oneLine(old: String, new: String, line: String) throws {
    let range = try #require(Self.model.firstRange(of: old))
    let tiny = try TinyProject(visibility: Self.model.replacingCharacters(range, new))
    let refusal = tiny.refusal { _ = try tiny.open() }
    #expect(refusal?.hasPrefix(line) == true, "\(refusal ?? "accepted")")
  }

  @Test func theModelItselfIsGood() throws {
    #expect(try TinyProject(visibility: Self.model).open().visibility().index.count == 4)
  }

  @Test func noModel() throws {
    let tiny = try TinyProject()
    #expect(
      tiny.refusal { _ = try tiny.open().visibility() }?.hasPrefix("65 pole.yaml: the project has no visibility model")
        == true)
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, _ text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
