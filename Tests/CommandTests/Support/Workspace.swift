import Foundation

/// A temporary folder a test runs the program in; gone with the test.
final class Workspace {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cartopole-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }
  func data(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }
  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }
  func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: url(name)) }

  /// Every file in the folder, by its path from there, sorted; hidden ones too.
  func files() -> [String] {
    let all = FileManager.default.subpaths(atPath: folder.path) ?? []
    var isFolder: ObjCBool = false
    return all.filter {
      FileManager.default.fileExists(atPath: url($0).path, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  /// Temporaries a run has left.
  func leftovers() -> [String] { files().filter { $0.contains(".cartopole-") } }

  /// Runs `cartopole` here and waits for it. `path` is its PATH; `standardOutput` a file it writes to instead.
  @discardableResult func cartopole(
    _ arguments: String..., input: String? = nil, path: String = "/usr/local/bin:/usr/bin:/bin",
    environment: [String: String] = [:], standardOutput: String? = nil
  ) throws -> Run {
    try run(Tool.program, arguments, input: input, path: path, environment: environment, standardOutput: standardOutput)
  }

  /// Runs `cartopole` here with files of 4 kB at most (`ulimit -f`).
  func limited(_ arguments: [String]) throws -> Run {
    // Blocks are 512 bytes in a POSIX shell, 1,024 in others: 4 or 8 kB.
    let words = [Tool.program.path] + arguments
    let line = words.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }.joined(separator: " ")
    return try run(URL(fileURLWithPath: "/bin/sh"), ["-c", "ulimit -f 8; exec " + line])
  }

  /// Runs a program here and waits for it.
  func run(
    _ program: URL, _ arguments: [String], input: String? = nil, path: String = "/usr/local/bin:/usr/bin:/bin",
    environment: [String: String] = [:], standardOutput: String? = nil
  ) throws -> Run {
    let streams = try Workspace.Streams(input)
    defer { streams.remove() }
    let process = prepare(program, arguments, path: path, environment)
    process.standardInput = try FileHandle(forReadingFrom: streams.input)
    process.standardOutput = try FileHandle(
      forWritingTo: standardOutput.map { URL(fileURLWithPath: $0) } ?? streams.output)
    process.standardError = try FileHandle(forWritingTo: streams.error)
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, out: try Data(contentsOf: streams.output),
      err: try Data(contentsOf: streams.error))
  }

  /// A program that is to run here, with an environment that does not depend on who runs the tests.
  func prepare(_ program: URL, _ arguments: [String], path: String, _ environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": path, "HOME": folder.path, "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    return process
  }

  /// Files for the standard streams, outside the folder. Files rather than pipes: nothing to empty meanwhile.
  private struct Streams {
    let input: URL
    let output: URL
    let error: URL

    init(_ text: String?) throws {
      let base = FileManager.default.temporaryDirectory.appendingPathComponent("cartopole-run-\(UUID().uuidString)")
      input = base.appendingPathExtension("in")
      output = base.appendingPathExtension("out")
      error = base.appendingPathExtension("err")
      try Data((text ?? "").utf8).write(to: input)
      try Data().write(to: output)
      try Data().write(to: error)
    }

    func remove() { for file in [input, output, error] { try? FileManager.default.removeItem(at: file) } }
  }
}
