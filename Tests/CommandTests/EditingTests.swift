import Foundation
import Testing

/// A project of one's own: made, added to, asked.
struct EditingTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  @Test func aCopyHasTheSameBytes() throws {
    let run = try work.cartopole("init", "pole", "--from", "sud-essonne")
    #expect(run.status == 0)
    #expect(run.err.contains("pole/pole.yaml"))
    for name in work.files().map({ String($0.dropFirst("pole/".count)) }) {
      #expect(try work.data("pole/\(name)") == Data(contentsOf: Tool.data.appendingPathComponent(name)))
    }
    let there = try work.cartopole("reach", "--format", "json", "--project", "pole")
    #expect(there.err.isEmpty)
    #expect(there.out == (try work.cartopole("reach", "--format", "json")).out)
    #expect(try work.cartopole("init", "pole").status == 73)
  }

  @Test func anEmptyProjectOpens() throws {
    try work.cartopole("init", "neuf")
    let run = try work.cartopole("reach", "--project", "neuf", "--format", "json")
    #expect(run.status == 0)
    #expect(try run.array().isEmpty)
  }

  @Test func anActionIsAddedAndFound() throws {
    try work.makeProject()
    let before = try work.data("pole/pole.yaml")
    let run = try work.cartopole(
      "action", "add", "jardin", "--title", "Jardin : « partagé » # 1", "--status", "planned", "--communes",
      "Dourdan, 91223", "--reason", "lieu pressenti", "--project", "pole")
    #expect(run.status == 0, "\(run.err)")
    let after = try work.data("pole/pole.yaml")
    let common = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    #expect(common + tail >= before.count, "a byte that was there has changed")
    let reach = try work.cartopole("reach", "jardin", "--project", "pole", "--format", "json").array()
    let communes = reach.first?["communes"] as? [[String: Any]] ?? []
    #expect(communes.compactMap { $0["insee"] as? String } == ["91200", "91223"])
    #expect(reach.first?["title"] as? String == "Jardin : « partagé » # 1")
    #expect(reach.first?["status"] as? String == "planned")
    #expect(reach.first?["basis"] as? String == "assumption")
    #expect(work.leftovers().isEmpty)
  }

  /// Options of `action add` and how many communes of the shipped project follow.
  static let rules: [(options: [String], communes: ClosedRange<Int>)] = [
    (["--within-km", "8", "--site", "etampes"], 1...60), (["--within-km", "5", "--commune", "Dourdan"], 1...20),
    (["--neighbours", "1", "--commune", "Dourdan"], 2...15), (["--canton", "9108"], 11...11),
    (["--territory"], 132...132), (["--no-rule", "undecided"], 0...0), (["--communes", "liste.csv"], 2...2),
  ]

  @Test(arguments: rules) func everyRule(options: [String], communes: ClosedRange<Int>) throws {
    try work.makeProject()
    try work.write("insee\n91200\nÉtampes\n", to: "liste.csv")
    let run = try work.run(
      Tool.program,
      ["action", "add", "essai", "--title", "Essai", "--status", "realised", "--reason", "essai", "--project", "pole"]
        + options)
    #expect(run.status == 0, "\(run.err)")
    let reach = try work.cartopole("reach", "essai", "--project", "pole", "--format", "json").array()
    #expect(communes.contains((reach.first?["communes"] as? [Any])?.count ?? -1))
  }

  /// Arguments, the code, and what the line must say; the file stays as it was.
  static let refusals: [(arguments: [String], status: Int32, words: [String])] = [
    (["plaquette", "--communes", "Dourdan"], 65, ["plaquette"]),
    (["Majuscule", "--communes", "Dourdan"], 64, ["Majuscule"]),
    ([String(repeating: "a", count: 65), "--communes", "Dourdan"], 64, ["64"]),
    (["x", "--communes", "Dourdn"], 65, ["Dourdn", "Dourdan"]), (["x"], 64, ["--communes"]),
    (["x", "--within-km", "-3", "--commune", "Dourdan"], 64, ["rayon"]),
    (["x", "--within-km", "trois", "--commune", "Dourdan"], 64, ["trois", "--within-km"]),
    (["x", "--within-km", "3"], 64, ["--site", "--commune"]),
    (["x", "--within-km", "3", "--site", "ailleurs"], 65, ["ailleurs", "etampes"]),
    (["x", "--neighbours", "-1", "--commune", "Dourdan"], 64, ["voisinage"]),
    (["x", "--neighbours", "1", "--site", "etampes"], 64, ["--neighbours", "--commune"]),
    (["x", "--communes", "Dourdan", "--site", "etampes"], 64, ["--site"]),
    (["x", "--canton", "0000"], 65, ["0000", "9108"]),
    (["x", "--communes", "Dourdan", "--parent", "personne"], 65, ["personne"]),
    (["x", "--communes", "Dourdan", "--basis", "declared", "--by", "moi", "--date", "hier"], 64, ["hier"]),
  ]

  @Test(arguments: refusals) func whatCannotBeAdded(arguments: [String], status: Int32, words: [String]) throws {
    try work.makeProject()
    let before = try work.data("pole/pole.yaml")
    let run = try work.run(
      Tool.program,
      ["action", "add"] + arguments + ["--title", "T", "--status", "planned", "--reason", "r", "--project", "pole"])
    #expect(run.status == status, "\(run.err)")
    #expect(run.errors.count == 1, "\(run.err)")
    for word in words { #expect(run.errors.first?.contains(word) == true, "\(word): \(run.err)") }
    #expect(try work.data("pole/pole.yaml") == before)
    #expect(work.leftovers().isEmpty)
  }

  /// Each adds to the file as the one before left it.
  @Test func eightAtOnce() throws {
    try work.makeSmallProject("pole")
    let runs = (1...8).map { number in
      work.prepare(
        Tool.program,
        [
          "action", "add", "a\(number)", "--title", "T", "--status", "planned", "--communes", "Étampes", "--reason",
          "r", "--project", "pole",
        ], path: "")
    }
    for run in runs { try run.run() }
    for run in runs { run.waitUntilExit() }
    #expect(runs.allSatisfy { $0.terminationStatus == 0 })
    let yaml = try work.text("pole/pole.yaml")
    for number in 1...8 { #expect(yaml.contains("- id: a\(number)\n")) }
    #expect(work.leftovers().isEmpty)
  }

  /// Who could not read the file cannot read it afterwards, and a link stays one.
  @Test func modeAndLinkStay() throws {
    try work.makeSmallProject("vrai")
    try work.makeSmallProject("pole")
    try FileManager.default.removeItem(at: work.url("pole/pole.yaml"))
    try FileManager.default.createSymbolicLink(
      atPath: work.url("pole/pole.yaml").path, withDestinationPath: "../vrai/pole.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: work.url("vrai/pole.yaml").path)
    let run = try work.cartopole(
      "action", "add", "x", "--title", "T", "--status", "planned", "--communes", "Étampes", "--reason", "r",
      "--project", "pole")
    #expect(run.status == 0, "\(run.err)")
    let attributes = try FileManager.default.attributesOfItem(atPath: work.url("vrai/pole.yaml").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try work.text("vrai/pole.yaml").contains("- id: x\n"))
    let link = try FileManager.default.attributesOfItem(atPath: work.url("pole/pole.yaml").path)
    #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  /// In a folder that is there nobody's file is replaced.
  @Test func initReplacesNothing() throws {
    try FileManager.default.createDirectory(at: work.url("pole"), withIntermediateDirectories: true)
    try work.write("à moi", to: "pole/notes.txt")
    #expect(try work.cartopole("init", "pole/").status == 0)
    #expect(try work.text("pole/notes.txt") == "à moi")
    try FileManager.default.createDirectory(at: work.url("autre"), withIntermediateDirectories: true)
    try work.write("à moi", to: "autre/ess-figures.csv")
    let run = try work.cartopole("init", "autre")
    #expect(run.status == 73)
    #expect(run.errors.first?.contains("autre/ess-figures.csv: ") == true, "\(run.err)")
    #expect(work.files().filter { $0.hasPrefix("autre/") } == ["autre/ess-figures.csv"])
    #expect(work.leftovers().isEmpty)
  }

  /// A file size limit stands for a full disk: the new folder is not there, nor those made for it.
  @Test func initIsWholeOrAbsent() throws {
    try work.write("reste", to: "dehors")
    try FileManager.default.createDirectory(
      at: work.url(".pole.cartopole-4999999/simulations"), withIntermediateDirectories: true)
    try work.write("reste", to: ".pole.cartopole-4999999/simulations/x.yaml")
    let run = try work.limited(["init", "neuf/pole", "--from", "sud-essonne"])
    #expect(run.status == 74, "\(run.err)")
    #expect(run.errors.count == 1, "\(run.err)")
    #expect(!FileManager.default.fileExists(atPath: work.url("neuf").path))
    // What a killed run left goes with the next of that name.
    #expect(try work.cartopole("init", "pole").status == 0)
    #expect(work.leftovers().isEmpty)
  }

  /// Files are named after ids: one written by hand is refused where it stands, not when the atlas is made.
  @Test func anIdTooLongForFiles() throws {
    try work.makeSmallProject("pole")
    let yaml = try work.text("pole/pole.yaml")
    let long = String(repeating: "a", count: 65)
    try work.write(yaml.replacingOccurrences(of: "id: jardin", with: "id: \(long)"), to: "pole/pole.yaml")
    let run = try work.cartopole("reach", "--project", "pole", "--lang", "en")
    #expect(run.status == 65)
    #expect(run.errors.first?.contains("an id of 65 characters; 64 at most") == true, "\(run.err)")
    try work.write(yaml.replacingOccurrences(of: "id: jardin", with: "id: \(long.dropLast())"), to: "pole/pole.yaml")
    #expect(try work.cartopole("atlas", "--project", "pole", "-o", "a", "--no-pictures").status == 0)
  }

  @Test func theShippedProjectIsNotEdited() throws {
    let before = try Data(contentsOf: Tool.data.appendingPathComponent("pole.yaml"))
    let run = try work.cartopole(
      "action", "add", "x", "--title", "T", "--status", "planned", "--communes", "Dourdan", "--reason", "r")
    #expect(run.status == 64)
    #expect(run.errors.first?.contains("cartopole init") == true)
    #expect(try Data(contentsOf: Tool.data.appendingPathComponent("pole.yaml")) == before)
  }
}
