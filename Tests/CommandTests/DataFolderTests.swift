import Foundation
import Testing

/// Where the program finds the data it is shipped with.
struct DataFolderTests {
  /// The program as `make install` puts it, in `bin`, with a stranger's data above.
  private static func installed() throws -> (work: Workspace, program: URL) {
    let work = try Workspace()
    for folder in ["usr/local/bin", "empty", "usr"] {
      try FileManager.default.createDirectory(at: work.url(folder), withIntermediateDirectories: true)
    }
    let program = work.url("usr/local/bin/cartopole")
    try FileManager.default.copyItem(at: Tool.program.resolvingSymlinksInPath(), to: program)
    try FileManager.default.copyItem(at: Tool.data, to: work.url("usr/GeoData"))
    return (work, program)
  }

  private static func reach(_ work: Workspace, _ program: URL) throws -> Run {
    try work.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "cd empty && exec \"$0\" reach mobilite-solidaire --format json", program.path])
  }

  @Test func aStrangersFolderAboveIsNotTaken() throws {
    let (work, program) = try Self.installed()
    let run = try Self.reach(work, program)
    #expect(run.status == 66)
    #expect(run.err.contains("usr/local/share/cartopole"), "\(run.err)")
    #expect(!run.err.contains("usr/GeoData"), "\(run.err)")
  }

  @Test func theInstalledDataAreTaken() throws {
    let (work, program) = try Self.installed()
    try FileManager.default.createDirectory(at: work.url("usr/local/share"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Tool.data, to: work.url("usr/local/share/cartopole"))
    let run = try Self.reach(work, program)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("usr/local/share/cartopole/pole.yaml"), "\(run.err)")
  }

  @Test func theBuiltProgramHasThoseOfItsSources() throws {
    let work = try Workspace()
    let run = try work.cartopole("reach", "mobilite-solidaire", "--format", "json")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains(Tool.data.appendingPathComponent("pole.yaml").path), "\(run.err)")
  }
}
