import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The package and the program built from it.
enum Tool {
  /// The package's folder, found from where this file stands.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let data = package.appendingPathComponent("GeoData")

  /// The program: beside the test bundle, which on Linux is what runs, else where `swift build` puts it.
  static let program: URL = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("cartopole")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return package.appendingPathComponent(".build/debug/cartopole")
  }()

  /// Where a program of the system lies, `nil` when it is not installed.
  static func find(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}

/// What a run of a program left behind. In `text` and `err` the no-break spaces of French are plain ones.
struct Run {
  let status: Int32
  let out: Data
  let err: String

  init(status: Int32, out: Data, err: Data) {
    self.status = status
    self.out = out
    self.err = Self.plain(err)
  }

  var text: String { Self.plain(out) }

  private static func plain(_ bytes: Data) -> String {
    String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\u{A0}", with: " ").replacingOccurrences(
      of: "\u{202F}", with: " ")
  }

  /// The lines of stderr that begin with `error: `.
  var errors: [String] { err.split(separator: "\n").map(String.init).filter { $0.hasPrefix("error: ") } }

  /// stdout as JSON; throws where it is none.
  func json() throws -> Any { try JSONSerialization.jsonObject(with: out, options: .fragmentsAllowed) }

  func object() throws -> [String: Any] { try json() as? [String: Any] ?? [:] }
  func array() throws -> [[String: Any]] { try json() as? [[String: Any]] ?? [] }

  /// stdout as rows of cells; good for the plain CSV of these tests, where no cell holds a comma.
  func rows() -> [[String]] {
    text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
