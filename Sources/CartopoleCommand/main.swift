import ArgumentParser
import Cartopole

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
Interruption.handle()
Inputs.protect()
Language.ofMessages = Arguments.language(CommandLine.arguments)
Messages.isQuiet = CommandLine.arguments.contains("--quiet")

do {
  var command = try CartopoleCommand.parseAsRoot()
  try command.run()
} catch let problem as Problem {
  Messages.error(problem)
  exit(problem.status.rawValue)
} catch let code as ExitCode {
  // The answer has been written; only the code says more.
  exit(code.rawValue)
} catch {
  // The parser's own: help goes to stdout with 0, usage errors to stderr with 64.
  let code = CartopoleCommand.exitCode(for: error)
  guard code != .success else {
    print(CartopoleCommand.fullMessage(for: error))
    exit(0)
  }
  Messages.standardError("error: " + Escape.lines(CartopoleCommand.message(for: error)) + "\n")
  Messages.standardError(say("Aide : cartopole --help", "Help: cartopole --help") + "\n")
  exit(code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue)
}
