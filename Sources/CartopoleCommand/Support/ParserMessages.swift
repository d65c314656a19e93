import Cartopole

/// What the parser says of a command line in English, in French where its pattern is known.
enum ParserMessages {
  /// The message in the language of messages, on one line.
  static func line(_ message: String) -> String {
    guard Language.ofMessages == .fr else { return Escape.lines(message) }
    return Escape.lines(french(message) ?? message)
  }

  /// What the parser writes into a help page, and the same in French; none is longer, since lines are broken already.
  private static let sentences = [
    ("Show the version.", "affiche la version"), ("Show help information.", "affiche cette aide"),
    ("Show subcommand help information.", "L’aide d’une commande."), ("OVERVIEW: ", ""), ("<subcommand>", "<commande>"),
    ("(values:", "(choix :"), ("(default as flag:", "(sans valeur :"), ("default:", "défaut :"),
    (" SUBCOMMANDS:", ":"), ("SUBCOMMANDS:", "COMMANDES:"),
  ]

  /// A help page with the parser's own sentences in the language of messages.
  static func help(_ page: String) -> String {
    guard Language.ofMessages == .fr else { return page }
    return sentences.reduce(page) { $0.replacing($1.0, with: $1.1) }
      .replacing(/See '(.+)' for detailed help\./) { "Une commande en détail : \($0.output.1)" }
      .replacing(/(?m)^([\p{Lu}’ ]+):/) { "\($0.output.1) :" }
  }

  private static func french(_ message: String) -> String? {
    if let match = message.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
      return "option inconnue « \(match.1) »" + (match.2.map { " ; essayez : \($0)" } ?? "")
    }
    if let match = message.wholeMatch(of: /Missing value for '(.+)'/) { return "il manque la valeur de « \(match.1) »" }
    if let match = message.wholeMatch(of: /Missing expected argument '(.+)'/) { return "il manque « \(match.1) »" }
    if let match = message.wholeMatch(of: /Missing one of: '(.+)'/) {
      return "il manque l’un de : \(match.1.replacing("', '", with: ", "))"
    }
    if let match = message.wholeMatch(of: /Unexpected argument '(.*)'/) { return "mot de trop : « \(match.1) »" }
    if let match = message.wholeMatch(of: /\d+ unexpected arguments: '(.*)'/) {
      return "mots de trop : « \(match.1.replacing("', '", with: " », « ")) »"
    }
    if let match = message.wholeMatch(of: /The option '(.+)' does not take any value, but '(.*)' was specified\./) {
      return "« \(match.1) » ne prend pas de valeur, et « \(match.2) » en est une"
    }
    if let match = message.wholeMatch(of: /Value to be set with flag '(.+)' had already been set with flag '(.+)'/) {
      return "« \(match.1) » contredit « \(match.2) »"
    }
    if let match = message.wholeMatch(
      of: /The value '(.*)' is invalid for '(.+?)'(?:\. Please provide one of (?:the following:\n)?(.+?)\.?|: (.+))?/
        .dotMatchesNewlines())
    {
      let values = match.3.map { list in
        let words = list.matches(of: /'([^']+)'|- (\S+)/).map { String($0.1 ?? $0.2 ?? "") }
        return " ; valeurs : \(words.joined(separator: ", "))"
      }
      return "« \(match.1) » n’est pas une valeur de « \(match.2) »" + (values ?? match.4.map { " : \($0)" } ?? "")
    }
    return nil
  }
}
