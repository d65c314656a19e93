import ArgumentParser
import Cartopole

/// The message for a command line that the parser refuses: the help page to read, and the known commands.
enum Usage {
  /// The command that the first words of a line call, those words, and the first word that calls none.
  private static func called(_ arguments: [String]) -> (
    command: any ParsableCommand.Type, words: [String], stray: String?
  ) {
    var command: any ParsableCommand.Type = CartopoleCommand.self
    var words: [String] = []
    for word in arguments.dropFirst() {
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
    let near = stray.nearest(among: names)
    let of = (["cartopole"] + words).joined(separator: " ")
    let proposal = near.isEmpty ? names : near
    return Text(
      "« \(stray) » n’est pas une commande de \(of) ; essayez : \(proposal.joined(separator: ", "))",
      "\"\(stray)\" is no command of \(of); try: \(proposal.joined(separator: ", "))")[.ofMessages]
  }

  /// The help page to read.
  static func help(_ arguments: [String]) -> String {
    let words = (["cartopole"] + called(arguments).words + ["--help"]).joined(separator: " ")
    return say("Aide : \(words)", "Help: \(words)")
  }
}
