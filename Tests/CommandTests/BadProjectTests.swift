import Foundation
import Testing

/// Project files with something wrong: the line names file, line and key.
struct BadProjectTests {
  /// A passage of the shipped pole.yaml, what replaces it, the key or value the line must name.
  static let typos: [(old: String, new: String, words: [String])] = [
    ("\ntitle:", "\ntitel:", ["ligne 13", "titel", "title"]),
    ("    status: realised", "    statuss: realised", ["statuss", "status"]),
    ("    status: realised", "    status: done", ["status", "done", "planned"]),
    ("insee: \"91223\"", "insee: \"9122\"", ["ligne 71", "9122", "cinq caractères"]),
    ("sources: [{ commune: \"91223\" }]", "sources: [{ commune: \"99999\" }]", ["journal", "99999"]),
    ("- \"91081\"                  #", "- \"91999\" #", ["91999"]),
    ("site: etampes, km: 15 }\n", "site: etampes, km: quinze }\n", ["ligne 4", "km"]),
    ("\nsites:", "\nsites: un", ["ligne 69", "YAML"]), ("layer: sud-essonne.shp", "layer: [a, b]", ["layer"]),
    ("\nschema: 1", "\nschema: 99", ["schema"]),
  ]

  @Test(arguments: typos) func oneLineNamesTheKey(old: String, new: String, words: [String]) throws {
    let work = try Workspace()
    try work.makeProject(replacing: old, with: new)
    let before = work.files()
    let run = try work.cartopole("reach", "-o", "o.csv", "--project", "pole")
    #expect(run.status == 65, "\(run.err)")
    #expect(run.errors.count == 1)
    let line = run.errors.first ?? ""
    #expect(line.hasPrefix("error: pole/pole.yaml: ligne "), "\(line)")
    for word in words { #expect(line.contains(word), "\(word): \(line)") }
    #expect(work.files() == before)
  }

  @Test func everyCommandSaysTheSame() throws {
    let work = try Workspace()
    try work.makeProject(replacing: "\ntitle:", with: "\ntitel:")
    let before = work.files()
    for command in [
      ["reach"], ["render", "coverage", "-o", "o.svg"], ["atlas", "-o", "atlas"], ["audit"], ["compare"],
    ] {
      let run = try work.run(Tool.program, command + ["--project", "pole"])
      #expect(run.status == 65)
      #expect(run.errors.first?.contains("titel") == true, "\(run.err)")
    }
    #expect(work.files() == before)
  }

  @Test func aLayerThatIsNotThere() throws {
    let work = try Workspace()
    try work.makeProject(replacing: "layer: sud-essonne.shp", with: "layer: absente.shp")
    let run = try work.cartopole("reach", "--project", "pole")
    #expect(run.status == 66)
    #expect(run.errors.first?.hasPrefix("error: pole/absente.shp: ") == true)
  }

  /// A commune of a rule that the layer has not, by the line it stands in.
  @Test func aCommuneTheLayerHasNot() throws {
    let work = try Workspace()
    try work.makeSmallProject()
    let yaml = try work.text("petit/pole.yaml")
    try work.write(
      yaml.replacingOccurrences(of: "- within_km: { commune: \"91223\", km: 8 }", with: "- communes: [\"75056\"]"),
      to: "petit/pole.yaml")
    let run = try work.cartopole("reach", "--project", "petit/pole.yaml")
    #expect(run.status == 65)
    #expect(run.errors.first?.contains("petit/pole.yaml: ligne 18") == true, "\(run.err)")
    #expect(run.errors.first?.contains("75056") == true)
    #expect(run.errors.first?.contains("canton.shp") == true)
  }

  @Test func aRegisterWithABadNumber() throws {
    let work = try Workspace()
    try work.makeProject()
    let register = try work.text("pole/ess-figures.csv")
    try work.write(
      register.replacingOccurrences(of: ",jobs,374000,", with: ",jobs,beaucoup,"), to: "pole/ess-figures.csv")
    for command in ["compare", "audit"] {
      let run = try work.cartopole(command, "--project", "pole")
      #expect(run.status == 65)
      #expect(run.errors.first?.contains("pole/ess-figures.csv: ligne 3") == true, "\(run.err)")
      #expect(run.errors.first?.contains("beaucoup") == true)
    }
  }
}
