import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A run that is stopped leaves nothing: neither files nor helpers.
struct InterruptionTests {
  /// The program is caught while a helper, put in place of rsvg-convert, takes its time over a picture with a logo,
  /// which the program does not draw itself.
  @Test(arguments: [SIGINT, SIGTERM])
  func nothingIsLeft(signalNumber: Int32) throws {
    let work = try Workspace()
    try work.write(
      """
      #!/bin/sh
      echo début > "$2"
      echo $$ > helper.pid
      exec sleep 60
      """, to: "rsvg-convert")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: work.url("rsvg-convert").path)
    try work.write("<svg viewBox=\"0 0 2 1\" xmlns=\"http://www.w3.org/2000/svg\"/>", to: "logo.svg")
    let process = work.prepare(
      Tool.program, ["render", "territory", "--logo", "logo.svg", "-o", "carte.png"],
      path: work.folder.path + ":/usr/bin:/bin")
    process.standardError = FileHandle.nullDevice
    // Threads of the test runner block signals, and a program inherits what is blocked.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    try process.run()
    var helper: pid_t?
    for _ in 0..<600 where helper == nil {
      usleep(50_000)
      helper = (try? work.text("helper.pid")).flatMap { pid_t($0.trimmingCharacters(in: .newlines)) }
    }
    let started = try #require(helper, "the helper did not start")
    #expect(work.leftovers().count == 2)
    kill(process.processIdentifier, signalNumber)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(work.files() == ["helper.pid", "logo.svg", "rsvg-convert"])
    var waited = 0
    while kill(started, 0) == 0, !isZombie(started), waited < 40 {
      usleep(50_000)
      waited += 1
    }
    #expect(waited < 40, "the helper goes on")
  }

  /// Ended, but nobody has collected it yet: its parent is gone.
  private func isZombie(_ process: pid_t) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
    return text.split(separator: ")").last?.split(separator: " ").first == "Z"
  }
}
