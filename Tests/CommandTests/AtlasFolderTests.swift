import Cartopole
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An atlas replaces and removes what an atlas wrote, and nothing else.
struct AtlasFolderTests {
  private let work: Workspace

  init() throws {
    work = try Workspace()
    try work.makeSmallProject()
  }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: work.url(name), withIntermediateDirectories: true)
  }

  private func atlas(_ folder: String, project: String = "petit", theme: String = "light") throws -> Run {
    try work.cartopole("atlas", "--project", project, "-o", folder, "--theme", theme, "--no-pictures")
  }

  private func state(_ folder: String) throws -> [String: Data] {
    var state: [String: Data] = [:]
    for name in work.files() where name.hasPrefix(folder + "/") { state[name] = try work.data(name) }
    return state
  }

  /// Every output the manifest lists has the bytes it says; there is no other file of the atlas's folders.
  private func isWhole(_ folder: String) throws -> Bool {
    let manifest = try JSONSerialization.jsonObject(with: work.data("\(folder)/manifest.json")) as? [String: Any]
    let outputs = manifest?["outputs"] as? [[String: String]] ?? []
    #expect(!outputs.isEmpty)
    return try outputs.allSatisfy { output in
      let bytes = try work.data("\(folder)/\(output["file"] ?? "")")
      return SHA256.hexadecimal(Array(bytes)) == output["sha256"]
    }
  }

  @Test func intoTheProjectItself() throws {
    for name in ["simulations", "tables", "png"] { try makeFolder("petit/\(name)") }
    try work.write("title: Essai\n", to: "petit/simulations/essai.yaml")
    try work.write("précieux", to: "petit/tables/notes.txt")
    try work.write("photo", to: "petit/png/photo.png")
    let before = try state("petit")
    for theme in ["light", "dark"] { #expect(try atlas("petit", theme: theme).status == 0) }
    let after = try state("petit")
    for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
    #expect(try isWhole("petit"))
    #expect(work.leftovers().isEmpty)
  }

  /// Each is in the way of the atlas: it stays, the line names it, and nothing else is there.
  @Test(arguments: ["index.html", "manifest.json", "maps/coverage.svg", "tables/actions.csv"]) func aFileInTheWay(
    name: String
  ) throws {
    try makeFolder("a/maps")
    try makeFolder("a/tables")
    try work.write("à moi", to: "a/\(name)")
    let before = try state("a")
    let run = try atlas("a")
    #expect(run.status == 73, "\(run.err)")
    #expect(run.errors.count == 1 && run.errors[0].contains("a/\(name): "), "\(run.err)")
    #expect(try state("a") == before)
  }

  /// Even where an earlier atlas wrote it: what the project reads is not replaced.
  @Test func anInputInTheWay() throws {
    #expect(try atlas("petit").status == 0)
    let yaml = try work.text("petit/pole.yaml")
    try work.write(yaml + "simulations: [tables/actions.csv]\n", to: "petit/pole.yaml")
    try work.write("title: Essai\nactions: []\n", to: "petit/tables/actions.csv")
    let run = try atlas("petit")
    #expect(run.status != 0)
    #expect(try work.text("petit/tables/actions.csv") == "title: Essai\nactions: []\n")
  }

  /// What the earlier atlas had and this one has not goes, unless a person has changed it.
  @Test func whatIsNoLongerOfTheAtlas() throws {
    #expect(try atlas("a").status == 0)
    let names = work.files().filter { $0.hasPrefix("a/tables/reach-jardin") }
    #expect(names.count == 3)
    try work.write("mes notes", to: names[0])
    let yaml = try work.text("petit/pole.yaml")
    let jardin = try #require(yaml.range(of: "  - id: jardin"))
    try work.write(String(yaml[..<jardin.lowerBound]), to: "petit/pole.yaml")
    let run = try atlas("a")
    #expect(run.status == 0, "\(run.err)")
    #expect(work.files().filter { $0.hasPrefix("a/tables/reach-jardin") } == [names[0]])
    #expect(run.err.contains("tables/"), "\(run.err)")
    #expect(try work.text(names[0]) == "mes notes")
    // From now on it is a stranger that is in nobody's way.
    #expect(try !atlas("a").err.contains("modifié"))
  }

  /// A manifest may list what it likes: nothing outside the folder is touched.
  @Test func aManifestThatPointsElsewhere() throws {
    #expect(try atlas("a").status == 0)
    try work.write("à moi", to: "dehors.txt")
    let hash = SHA256.hexadecimal(Array("à moi".utf8))
    let manifest = try work.text("a/manifest.json")
    let outputs = try #require(manifest.range(of: "\"outputs\": ["))
    try work.write(
      manifest.replacingCharacters(
        in: outputs, with: "\"outputs\": [{\"file\": \"../dehors.txt\", \"sha256\": \"\(hash)\"},"),
      to: "a/manifest.json")
    #expect(try atlas("a").status == 0)
    #expect(try work.text("dehors.txt") == "à moi")
  }

  /// A run that is killed between its first file and its last does not lock the folder: the next takes its files for
  /// its own, and those of the run before it.
  @Test func afterARunThatWasKilled() throws {
    #expect(try atlas("neuf", theme: "dark").status == 0)
    #expect(try atlas("a").status == 0)
    // As a killed run leaves it: half of the files new, no manifest, the journal.
    let entries = try #require(JSONSerialization.jsonObject(with: work.data("neuf/manifest.json")) as? [String: Any])[
      "outputs"]
    let old = try #require(JSONSerialization.jsonObject(with: work.data("a/manifest.json")) as? [String: Any])[
      "outputs"]
    let all = (entries as? [Any] ?? []) + (old as? [Any] ?? [])
    try JSONSerialization.data(withJSONObject: ["schema": 1, "files": all]).write(to: work.url("a/.cartopole-journal"))
    try FileManager.default.removeItem(at: work.url("a/manifest.json"))
    for name in work.files().filter({ $0.hasPrefix("neuf/maps/") }) {
      try work.data(name).write(to: work.url("a/" + name.dropFirst("neuf/".count)))
    }
    try work.write("reste", to: "a/maps/.coverage.svg.cartopole-4999999")
    let run = try atlas("a")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.split(separator: "\n").count <= 1, "\(run.err)")
    #expect(try isWhole("a"))
    #expect(!work.files().contains { $0.contains("cartopole-") || $0.contains("edited") })
  }

  /// Two at once: one whole atlas after the other, and neither complains of the other.
  @Test func twoAtOnce() throws {
    let runs = ["light", "dark"].map { theme in
      work.prepare(Tool.program, ["atlas", "--project", "petit", "-o", "a", "--theme", theme], path: "")
    }
    for run in runs { try run.run() }
    for run in runs { run.waitUntilExit() }
    #expect(runs.map(\.terminationStatus) == [0, 0])
    #expect(try isWhole("a"))
    #expect(work.leftovers().isEmpty)
  }

  /// What a living run writes is locked, on whatever machine it runs; what nobody has locked is a leftover.
  @Test func whatALivingRunWritesStays() throws {
    try makeFolder("a/maps")
    try work.write("vivant", to: "a/maps/.coverage.svg.cartopole-4999999")
    try work.write("mort", to: "a/maps/.coverage.svg.cartopole-4999998")
    let descriptor = open(work.url("a/maps/.coverage.svg.cartopole-4999999").path, O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(try atlas("a").status == 0)
    #expect(work.leftovers() == ["a/maps/.coverage.svg.cartopole-4999999"])
  }

  /// Interrupted at any time, it leaves neither temporaries nor empty folders.
  @Test(arguments: [1, 2, 3, 4, 5]) func interrupted(tenths: UInt32) throws {
    let process = work.prepare(Tool.program, ["atlas", "--project", "petit", "-o", "neuf/a"], path: "/usr/bin")
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    try process.run()
    // Until it writes, then a little longer.
    for _ in 0..<2000 where work.leftovers().isEmpty && process.isRunning { usleep(10_000) }
    usleep(tenths * 60_000)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(work.leftovers().isEmpty)
    guard process.terminationStatus != 0 else { return }
    #expect(process.terminationStatus == 130)
    #expect(!FileManager.default.fileExists(atPath: work.url("neuf").path))
  }

  /// A link in an atlas's folder was made by a person, and what it leads to is not the atlas's, whether or not it is there.
  @Test(arguments: ["maps/territory.svg", "index.html", "maps"], [false, true]) func aLinkInTheWay(
    name: String, isLater: Bool
  ) throws {
    try work.write("précieux", to: "p.txt")
    try makeFolder("ailleurs")
    if isLater { #expect(try atlas("a").status == 0) }
    try makeFolder("a/maps")
    try? FileManager.default.removeItem(at: work.url("a/\(name)"))
    let targets = name == "maps" ? ["ailleurs"] : ["p.txt", "rien.txt"]
    for target in targets {
      try FileManager.default.createSymbolicLink(
        atPath: work.url("a/\(name)").path, withDestinationPath: work.url(target).path)
      let before = try state("a")
      let run = try atlas("a")
      #expect(run.status == 73 && run.errors.count == 1, "\(run.err)")
      #expect(run.err.contains("a/\(name)") && run.err.contains("lien"), "\(run.err)")
      #expect(try state("a") == before)
      try FileManager.default.removeItem(at: work.url("a/\(name)"))
    }
    #expect(try work.text("p.txt") == "précieux")
    #expect(work.files().filter { $0.hasPrefix("ailleurs/") || $0 == "rien.txt" }.isEmpty)
  }

  /// The folder itself may be a link, however it is written; in it a link is in the way as elsewhere.
  @Test(arguments: ["l", "l/"]) func theFolderMayBeALink(folder: String) throws {
    try makeFolder("a")
    try FileManager.default.createSymbolicLink(atPath: work.url("l").path, withDestinationPath: "a")
    let first = try atlas(folder)
    #expect(first.status == 0, "\(first.err)")
    #expect(try isWhole("a"))
    try work.write("précieux", to: "p.txt")
    try FileManager.default.removeItem(at: work.url("a/index.html"))
    try FileManager.default.createSymbolicLink(atPath: work.url("a/index.html").path, withDestinationPath: "../p.txt")
    #expect(try atlas(folder).status == 73)
    #expect(try work.text("p.txt") == "précieux")
  }

  /// A file too large for the system ends in one line that names it; nothing is left.
  @Test func aFullDisk() throws {
    let before = work.files()
    let run = try work.limited(["atlas", "--project", "petit", "-o", "a", "--no-pictures"])
    #expect(run.status == 74, "\(run.err)")
    #expect(run.err.split(separator: "\n").count { !$0.hasPrefix("warning") } == 1, "\(run.err)")
    #expect(run.err.contains("a/"), "\(run.err)")
    #expect(work.files() == before)
  }
}
