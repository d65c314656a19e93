import ArgumentParser
import Cartopole

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
Heap.growInLargeSteps()
Interruption.handle()
Inputs.protect()
Language.ofMessages = Arguments.language(CommandLine.arguments)
Messages.isQuiet = CommandLine.arguments.contains("--quiet")

/// Ends the process at once: everything is written, the memory is the system's to clear, and libproj, which may still
/// be loading, must not meet the libraries' farewells half made.
func leave(_ status: Int32) -> Never {
  fflush(nil)
  _exit(status)
}

do {
  var command = try Arguments.command(CommandLine.arguments)
  try command.run()
  leave(0)
} catch let problem as Problem {
  Messages.error(problem)
  leave(problem.status.rawValue)
} catch let code as ExitCode {
  // The answer has been written; only the code says more.
  leave(code.rawValue)
} catch {
  // The parser's own: help goes to stdout with 0, usage errors to stderr with 64.
  let code = CartopoleCommand.exitCode(for: error)
  guard code != .success else {
    print(CartopoleCommand.fullMessage(for: error))
    leave(0)
  }
  Messages.standardError("error: " + Escape.lines(CartopoleCommand.message(for: error)) + "\n")
  Messages.standardError(say("Aide : cartopole --help", "Help: cartopole --help") + "\n")
  leave(code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue)
}
