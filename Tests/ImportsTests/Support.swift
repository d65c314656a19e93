import Bytes
import Foundation

@testable import Imports

/// A folder a test writes its tables in; gone with the test.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("cartopole-imports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and returns its path.
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let path = url.appendingPathComponent(name).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  func write(_ text: String, _ name: String) throws -> String { try write(Array(text.utf8), name) }

  func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
}

enum Fixture {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  static func path(_ name: String) -> String { tests.appendingPathComponent("Fixtures/\(name)").path }

  static func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(name)))) }

  static func categories() throws -> LegalCategories { try shippedCategories.get() }

  private static let shippedCategories = Result {
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    return try LegalCategories(path: root.appendingPathComponent("GeoData/\(LegalCategories.fileName)").path)
  }
}

/// What `body` throws, `nil` when it does not.
func problem(_ body: () throws -> Void) -> Problem? {
  do {
    try body()
    return nil
  } catch { return error as? Problem }
}

/// A line of an error in English, plain spaces only.
extension Problem { var english: String { line(.en) } }

extension ImportResult {
  /// The table as lines of text, header left out.
  var lines: [String] {
    String(decoding: table.csv(), as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
  }

  /// `insee,family,measure,value,status` of every row.
  var cells: [String] {
    lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(5).joined(separator: ",") }
  }

  /// `line,reason` of every fault.
  var refused: [String] { faults.list.map { "\($0.fault.line),\($0.fault.kind.rawValue)" } }
}
