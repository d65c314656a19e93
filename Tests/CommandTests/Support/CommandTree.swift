import Foundation

/// A command as the argument parser describes it with `--experimental-dump-help`.
struct CommandTree: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandTree]?
  let arguments: [Argument]?

  struct Argument: Decodable {
    let kind: String
    let abstract: String?
    let valueName: String?
    let names: [Name]?

    struct Name: Decodable {
      let kind: String
      let name: String
    }

    /// `--output` for options and flags, `actions` for arguments.
    var label: String { (names ?? []).first { $0.kind == "long" }.map { "--" + $0.name } ?? valueName ?? "" }
  }

  private struct Document: Decodable { let command: CommandTree }

  static func read() throws -> CommandTree {
    let run = try Workspace().cartopole("--experimental-dump-help")
    return try JSONDecoder().decode(Document.self, from: run.out).command
  }

  /// A command and the words that call it, without the program's own name.
  struct Called {
    let words: [String]
    let command: CommandTree
    var options: [Argument] { (command.arguments ?? []).filter { $0.kind != "positional" } }
  }

  /// This command and all those below it, without the parser's own `help`.
  func all(_ words: [String] = []) -> [Called] {
    [Called(words: words, command: self)]
      + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap { $0.all(words + [$0.commandName]) }
  }
}
