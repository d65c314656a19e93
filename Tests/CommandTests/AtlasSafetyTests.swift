import Foundation
import Testing

/// What goes wrong leaves the folder as it was.
struct AtlasSafetyTests {
  private let work: Workspace

  init() throws {
    work = try Workspace()
    try work.makeSmallProject()
  }

  /// Every file of the folder with its bytes.
  private func state(_ folder: String) throws -> [String: Data] {
    var state: [String: Data] = [:]
    for name in work.files() where name.hasPrefix(folder + "/") { state[name] = try work.data(name) }
    return state
  }

  private func nameMissingSimulation() throws {
    let yaml = try work.text("petit/pole.yaml")
    try work.write(yaml + "simulations: [absente.yaml]\n", to: "petit/pole.yaml")
  }

  @Test func aMissingSimulationTouchesNothing() throws {
    try nameMissingSimulation()
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "neuf/atlas", "--no-pictures")
    #expect(run.status == 66, "\(run.err)")
    #expect(run.errors.first?.contains("absente.yaml") == true)
    #expect(!FileManager.default.fileExists(atPath: work.url("neuf").path))
  }

  /// Each failure comes after an atlas is there, then where there is none.
  @Test(arguments: ["simulation", "tables", "pictures"]) func anEarlierAtlasStays(failure: String) throws {
    #expect(try work.cartopole("atlas", "--project", "petit", "-o", "a", "--no-pictures").status == 0)
    let status: Int32
    var words = ["atlas", "--project", "petit", "-o", "a", "--lang", "en"]
    switch failure {
    case "simulation":
      try nameMissingSimulation()
      status = 66
    case "tables":
      // A file where a folder should be: maps are written by then, tables cannot be.
      try FileManager.default.removeItem(at: work.url("a/tables"))
      try work.write("", to: "a/tables")
      status = 73
    default:
      try work.write("", to: "a/png")
      status = 73
    }
    if failure != "pictures" { words.append("--no-pictures") }
    let before = try state("a")
    #expect(before["a/manifest.json"] != nil)
    let run = try work.run(Tool.program, words)
    #expect(run.status == status, "\(run.err)")
    #expect(run.errors.count == 1, "\(run.err)")
    #expect(!run.err.contains(".cartopole-"), "\(run.err)")
    #expect(try state("a") == before)
    #expect(work.leftovers().isEmpty)
  }
}
