import Cartopole

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What goes to stderr.
enum Messages {
  nonisolated(unsafe) static var isQuiet = false

  static func error(_ problem: Problem) {
    standardError("error: " + problem.line(.ofMessages) + "\n")
  }

  static func warn(_ warnings: [Warning]) {
    guard !isQuiet else { return }
    for warning in warnings { standardError("warning: " + warning.line(.ofMessages) + "\n") }
  }

  static func note(_ text: Text) {
    guard !isQuiet else { return }
    standardError(text[.ofMessages] + "\n")
  }

  static func standardError(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = write(2, bytes.baseAddress, bytes.count) }
  }

  static var isTerminal: Bool { isatty(1) != 0 }
}

/// What must be known of the arguments before they are parsed: the language of help pages, and what to load.
enum Arguments {
  /// Whether the command projects or measures: all that read a layer, unless help is asked for.
  static func needProjections(_ arguments: [String]) -> Bool {
    guard arguments.count > 1 else { return false }
    switch arguments[1] {
    case "atlas", "render", "reach", "visibility", "site", "inspect", "convert": return !askForHelp(arguments)
    default: return false
    }
  }

  static func askForHelp(_ arguments: [String]) -> Bool {
    arguments.contains { $0 == "--help" || $0 == "-h" || $0 == "help" || $0 == "--version" }
  }

  static func language(_ arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) ?? .fr }
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? .fr
      }
    }
    return .fr
  }
}

/// A text of the program in the language of its messages.
func say(_ fr: String, _ en: String) -> String { Text(fr, en)[.ofMessages] }
