import ArgumentParser
import Cartopole

/// The message for a command line that the parser refuses: the help page to read, and the known commands.
enum Usage {
  /// The command that the first words of a line call, those words, and the first word that calls none. The options that
  /// every command has may stand before it, and so may `help`.
  private static func called(_ arguments: [String]) -> (
    command: any ParsableCommand.Type, words: [String], stray: String?
  ) {
    var command: any ParsableCommand.Type = CartopoleCommand.self
    var words: [String] = []
    var isValue = false
    for (index, word) in arguments.enumerated().dropFirst() {
      let isOption = isValue || word == "--quiet" || word == "--lang" || word.hasPrefix("--lang=")
      isValue = word == "--lang" && !isValue
      if isOption || (index == 1 && word == "help") { continue }
      let below = commands(below: command)
      guard let next = below.first(where: { name($0) == word }) else {
        return (command, words, below.isEmpty || word.hasPrefix("-") || word == "help" ? nil : word)
      }
      command = next
      words.append(word)
    }
    return (command, words, nil)
  }

  private static func commands(below command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    let configuration = command.configuration
    return configuration.ungroupedSubcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
  }

  private static func name(_ command: any ParsableCommand.Type) -> String { command.configuration.commandName ?? "" }

  /// The error in one line, when a word should be a command and is none; `nil` for another error.
  static func unknownCommand(_ arguments: [String]) -> String? {
    let (command, words, stray) = called(arguments)
    guard let stray else { return nil }
    let names = commands(below: command).map(name)
    let deeper = commands(below: command).flatMap { parent in
      commands(below: parent).map(name).filter { $0 == stray }.map { "\(name(parent)) \($0)" }
    }
    let near = deeper.isEmpty ? stray.nearest(among: names) : deeper
    let of = (["cartopole"] + words).joined(separator: " ")
    let proposal = near.isEmpty ? names : near
    return Text.notACommandTryThese(stray, of, proposal.joined(separator: ", "))[.ofMessages]
  }

  /// Says on stderr what is wrong with a command line, and the help page to read.
  static func report(_ what: String, _ arguments: [String]) {
    let words = (["cartopole"] + called(arguments).words + ["--help"]).joined(separator: " ")
    Terminal.standardError("error: \(what)\n\(say("Aide : \(words)", "Help: \(words)"))\n")
  }
}
