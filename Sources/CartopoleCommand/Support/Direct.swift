import ArgumentParser

/// The shortest way to a command: only its own options are built, not those of the whole program.
///
/// The parser reads a command line three times over and describes every command first, 5 ms; this takes 2. Whatever
/// is not a plain, right call of one of these commands goes the long way, where help and errors are written.
enum Direct {
  /// The command a line of arguments calls, parsed; `nil` for the long way. Help is not asked for.
  static func command(_ arguments: [String]) -> (any ParsableCommand)? {
    let rest = Array(arguments.dropFirst(2))
    switch arguments[1] {
    case "render":
      if let map = try? Alone<PlainMap>.parse(rest).command { return map }
      return try? Alone<RenderCommand>.parse(rest).command
    case "reach": return try? Alone<ReachCommand>.parse(rest).command
    case "compare": return try? Alone<CompareCommand>.parse(rest).command
    case "atlas": return try? Alone<AtlasCommand>.parse(rest).command
    default: return nil
    }
  }

  /// A command as the whole program. `_superCommandName` spares the parser its look for completion scripts.
  private struct Alone<Command: ParsableCommand>: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "alone", _superCommandName: "cartopole")
    }

    @OptionGroup var command: Command
  }
}
