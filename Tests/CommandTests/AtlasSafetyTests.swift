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

  /// The `$PATH` of a rsvg-convert that fails.
  private func failingHelper() throws -> String {
    try FileManager.default.createDirectory(at: work.url("bin"), withIntermediateDirectories: true)
    try work.write("#!/bin/sh\nexit 3\n", to: "bin/rsvg-convert")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: work.url("bin/rsvg-convert").path)
    return work.url("bin").path
  }

  @Test func aMissingSimulationTouchesNothing() throws {
    try nameMissingSimulation()
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "neuf/atlas", path: "")
    #expect(run.status == 66, "\(run.err)")
    #expect(run.errors.first?.contains("absente.yaml") == true)
    #expect(!FileManager.default.fileExists(atPath: work.url("neuf").path))
  }

  /// Each failure comes after an atlas is there, then where there is none.
  @Test(arguments: ["simulation", "tables", "pictures"]) func anEarlierAtlasStays(failure: String) throws {
    #expect(try work.cartopole("atlas", "--project", "petit", "-o", "a", path: "").status == 0)
    let status: Int32
    var path = ""
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
      // A program no picture of these needs: a folder cannot be made.
      try work.write("", to: "a/png")
      path = try failingHelper()
      status = 73
    }
    let before = try state("a")
    #expect(before["a/manifest.json"] != nil)
    let run = try work.cartopole("atlas", "--project", "petit", "-o", "a", "--lang", "en", path: path)
    #expect(run.status == status, "\(run.err)")
    #expect(run.errors.count == 1, "\(run.err)")
    #expect(!run.err.contains(".cartopole-"), "\(run.err)")
    #expect(try state("a") == before)
    #expect(work.leftovers().isEmpty)
  }

  /// Without fonts of its own to draw with, the program asks the helper.
  @Test func aFailingHelperLeavesNothing() throws {
    try work.write("<fontconfig/>\n", to: "no-fonts.conf")
    let run = try work.cartopole(
      "atlas", "--project", "petit", "-o", "b/c", path: try failingHelper(),
      environment: ["FONTCONFIG_FILE": work.url("no-fonts.conf").path])
    #expect(run.status == 74, "\(run.err)")
    #expect(run.errors.count == 1, "\(run.err)")
    #expect(!FileManager.default.fileExists(atPath: work.url("b").path))
    try work.write("<svg viewBox=\"0 0 2 1\" xmlns=\"http://www.w3.org/2000/svg\"/>", to: "logo.svg")
    let map = try work.cartopole(
      "render", "territory", "--project", "petit", "--logo", "logo.svg", "-o", "c.png",
      path: try failingHelper())
    #expect(map.status == 74, "\(map.err)")
    #expect(!work.files().contains { $0.hasSuffix(".png") })
    #expect(work.leftovers().isEmpty)
  }
}
