import ArgumentParser
import Cartopole

/// Writes messages to stderr.
enum Terminal {
  nonisolated(unsafe) static var isQuiet = false

  static func error(_ problem: Problem) {
    warn(problem.warnings)
    standardError("error: " + Settings.asOptions(Advice.completing(problem).line(.ofMessages)) + "\n")
  }

  static func warn(_ warnings: [Warning]) {
    guard !isQuiet else { return }
    for warning in warnings {
      standardError("warning: " + Settings.asOptions(Advice.completing(warning).line(.ofMessages)) + "\n")
    }
  }

  /// The communes of a layer that a list on the command line means, with its notes written.
  static func rows(_ list: [String], in layer: CommuneLayer) throws(Problem) -> [Int] {
    let (rows, notes) = try CommuneListing.rows(list, in: layer)
    warn(notes)
    return rows
  }

  static func note(_ text: Text) {
    guard !isQuiet else { return }
    standardError(Settings.asOptions(Escape.lines(text[.ofMessages])) + "\n")
  }

  static func standardError(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = write(2, bytes.baseAddress, bytes.count) }
  }

  static var isTerminal: Bool { isatty(1) != 0 }

  /// Characters of a line of the terminal on stdout; `nil` when stdout is none or does not say.
  static var terminalWidth: Int? {
    var size = winsize()
    guard isTerminal, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// What the library calls a setting, ‹key›, is an option of the command line: `--key`.
enum Settings {
  static func asOptions(_ text: String) -> String { text.replacing(/‹([a-z][a-z0-9-]*)›/) { "--\($0.output.1)" } }
}

/// Reads from the arguments, before they are parsed, the language of help pages.
enum Arguments {
  /// The last `--lang` that names a language; French without one.
  static func language(_ arguments: [String]) -> Language {
    var language: String?
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { language = String(argument.dropFirst("--lang=".count)) }
      if argument == "--lang", index + 1 < arguments.count { language = arguments[index + 1] }
    }
    return language.flatMap(Language.init(rawValue:)) ?? .fr
  }
}

/// A text of the program in the language of its messages.
func say(_ fr: String, _ en: String) -> String { Text(fr, en)[.ofMessages] }

/// The example of a help page, one for each language where its words differ.
func example(_ fr: String, _ en: String? = nil) -> String { say("Exemple : \(fr)", "Example: \(en ?? fr)") }

/// Options that do not go together, in the language of messages.
func misuse(_ fr: String, _ en: String) -> ValidationError { ValidationError(say(fr, en)) }

/// Throws 64 for options that do not go together, in the language of messages.
func refuse(_ isMisused: Bool, _ fr: String, _ en: String) throws { if isMisused { throw misuse(fr, en) } }

/// The first option that was given.
func firstGiven(_ options: KeyValuePairs<String, Bool>) -> String? { options.first(where: \.value)?.key }

extension ArgumentHelp {
  /// What an option is for, in the language of messages, and what help pages call its value.
  static func words(_ fr: String, _ en: String, _ value: String? = nil) -> ArgumentHelp {
    ArgumentHelp(say(fr, en), valueName: value)
  }
}
