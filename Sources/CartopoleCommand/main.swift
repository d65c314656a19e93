import ArgumentParser
import Cartopole

Interruption.handle()
Inputs.protect()
Language.ofMessages = Arguments.language(CommandLine.arguments)
Terminal.isQuiet = CommandLine.arguments.contains("--quiet")

// The parser would print the first page of the help for a command that there is not.
if CommandLine.arguments.dropFirst().first == "help", let what = Usage.unknownCommand(CommandLine.arguments) {
  Usage.report(what, CommandLine.arguments)
  exit(ExitStatus.usage.rawValue)
}

do {
  var command = try CartopoleCommand.parseAsRoot()
  try command.run()
} catch let problem as Problem {
  Terminal.error(problem)
  exit(problem.status.rawValue)
} catch let code as ExitCode {
  // The answer has been written; only the exit code says more.
  exit(code.rawValue)
} catch {
  // Exits of the parser: help goes to stdout with 0, usage errors to stderr with 64.
  let code = CartopoleCommand.exitCode(for: error)
  guard code != .success else {
    print(ParserMessages.help(CartopoleCommand.fullMessage(for: error)))
    exit(0)
  }
  let what = Usage.unknownCommand(CommandLine.arguments) ?? ParserMessages.line(CartopoleCommand.message(for: error))
  Usage.report(what, CommandLine.arguments)
  exit(code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue)
}
