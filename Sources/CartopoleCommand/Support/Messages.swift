import ArgumentParser
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
    warn(problem.warnings)
    standardError("error: " + Advice.completing(problem).line(.ofMessages) + "\n")
  }

  static func warn(_ warnings: [Warning]) {
    guard !isQuiet else { return }
    for warning in warnings { standardError("warning: " + Advice.completing(warning).line(.ofMessages) + "\n") }
  }

  static func note(_ text: Text) {
    guard !isQuiet else { return }
    standardError(Escape.lines(text[.ofMessages]) + "\n")
  }

  static func standardError(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = write(2, bytes.baseAddress, bytes.count) }
  }

  static var isTerminal: Bool { isatty(1) != 0 }
}

/// What must be known of the arguments before they are parsed: the language of help pages, and what to begin with.
enum Arguments {
  /// The command they call, and meanwhile, on both processors, what it will wait for: libproj, or the project a map is
  /// drawn of. A guess that proves wrong costs nothing but that work.
  static func command(_ arguments: [String]) throws -> any ParsableCommand {
    guard arguments.count > 1, !askForHelp(arguments) else { return try CartopoleCommand.parseAsRoot() }
    if ["atlas", "reach", "visibility", "site", "inspect", "convert"].contains(arguments[1]) {
      ProjectionContext.prepare()
    }
    guard arguments[1] == "render", !arguments.contains(where: { $0.hasPrefix("--geo") }) else {
      return try Direct.command(arguments) ?? CartopoleCommand.parseAsRoot()
    }
    let parsed = Aside { Parsed(command: Direct.command(arguments)) }
    Project.openAhead(option("--project", in: arguments))
    return try parsed.get().command ?? CartopoleCommand.parseAsRoot()
  }

  /// A command made by one thread and then left to another.
  private struct Parsed: @unchecked Sendable {
    let command: (any ParsableCommand)?
  }

  /// The last value of an option, as the parser would take it.
  private static func option(_ name: String, in arguments: [String]) -> String? {
    var value: String?
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix(name + "=") { value = String(argument.dropFirst(name.count + 1)) }
      if argument == name, index + 1 < arguments.count { value = arguments[index + 1] }
    }
    return value
  }

  static func askForHelp(_ arguments: [String]) -> Bool {
    arguments.contains { $0 == "--help" || $0 == "-h" || $0 == "help" || $0 == "--version" }
  }

  static func language(_ arguments: [String]) -> Language {
    option("--lang", in: arguments).flatMap(Language.init(rawValue:)) ?? .fr
  }
}

/// A text of the program in the language of its messages.
func say(_ fr: String, _ en: String) -> String { Text(fr, en)[.ofMessages] }
