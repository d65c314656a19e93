import Bytes

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `rsvg-convert`, the program that turns SVG into PNG and PDF.
public struct Rasterizer: Sendable {
  private let program: String

  /// `nil` when no folder of `$PATH` has it.
  public init?() {
    let folders = getenv("PATH").map { String(cString: $0) }?.split(separator: ":").map(String.init) ?? []
    guard let found = folders.map({ Path.join($0, "rsvg-convert") }).first(where: { access($0, X_OK) == 0 })
    else {
      return nil
    }
    program = found
  }

  /// What the program says of its version; empty when it says nothing.
  public var version: String {
    guard let pipe = popen("rsvg-convert --version 2>/dev/null", "r") else { return "" }
    defer { pclose(pipe) }
    var line = [CChar](repeating: 0, count: 200)
    guard fgets(&line, 200, pipe) != nil else { return "" }
    let bytes = line.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init(bitPattern:))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What to say when it is absent (69).
  public static let absent = Problem(
    .unavailable, Text("rsvg-convert est absent : ni PNG ni PDF", "rsvg-convert is absent: no PNG, no PDF"),
    fix: Text("installez-le : sudo apt install librsvg2-bin", "install it: sudo apt install librsvg2-bin"))

  /// One run of the program.
  public struct Job: Sendable {
    /// The file it makes, whole or not at all.
    public var output: String
    fileprivate var arguments: [String]

    /// An SVG as a PNG `width` px wide.
    public static func png(_ svg: String, to output: String, width: Int) -> Job {
      Job(output: output, arguments: ["--width", String(width), "--keep-aspect-ratio", svg])
    }

    /// SVGs as the pages of a PDF, in their order.
    public static func pdf(_ svgs: [String], to output: String) -> Job {
      Job(output: output, arguments: ["--format", "pdf"] + svgs)
    }
  }

  /// Runs jobs, as many at a time as there are processors. Throws 74 naming the first output that failed, 69 when
  /// the program cannot be started; the other outputs are finished first. They are left under their temporary names:
  /// follow with `OutputFile.commit` or `abandon`.
  public func run(_ jobs: [Job]) throws(Problem) {
    var waiting = jobs[...]
    var running: [pid_t: Job] = [:]
    var problem: Problem?
    var progress = Progress(Text("images", "pictures"))
    defer { progress.end() }
    // Inherited as ignored, it would have children vanish before they are waited for.
    signal(SIGCHLD, SIG_DFL)
    let most = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    while !waiting.isEmpty || !running.isEmpty {
      while running.count < most, problem == nil, let job = waiting.popFirst() {
        do throws(Problem) {
          running[try start(job)] = job
        } catch {
          problem = error
        }
      }
      guard !running.isEmpty else { break }
      var status: Int32 = 0
      let process = waitpid(-1, &status, 0)
      if process < 0 && errno != EINTR { throw Self.failed(running.values.first?.output ?? "rsvg-convert") }
      guard let job = running.removeValue(forKey: process) else { continue }
      Interruption.forget(process: process)
      progress.step(jobs.count - waiting.count - running.count, of: jobs.count)
      if status != 0 {
        OutputFile.abandon(job.output)
        problem = problem ?? Self.failed(job.output)
      }
    }
    if let problem { throw problem }
  }

  private static func failed(_ output: String) -> Problem {
    Problem(
      .readOrWrite, file: output, Text("rsvg-convert a échoué", "rsvg-convert failed"),
      fix: Text("regardez son message ci-dessus", "see its message above"))
  }

  /// Throws 69 when the program cannot be started, 73 for the output.
  private func start(_ job: Job) throws(Problem) -> pid_t {
    // cairo dates a PDF by SOURCE_DATE_EPOCH: the same input must give the same bytes.
    var environment: [String] = ["SOURCE_DATE_EPOCH=0", "LC_ALL=C.UTF-8"]
    for name in ["PATH", "HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH"] {
      if let value = getenv(name) { environment.append(name + "=" + String(cString: value)) }
    }
    let arguments: [String] = [program, "--output", try OutputFile.begin(job.output)] + job.arguments
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    let started = Interruption.starting {
      // Signals are kept waiting in this step, and not in the program it starts.
      var attributes = posix_spawnattr_t()
      var none = sigset_t()
      posix_spawnattr_init(&attributes)
      sigemptyset(&none)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
      defer { posix_spawnattr_destroy(&attributes) }
      var process = pid_t()
      return posix_spawn(&process, program, nil, &attributes, &argv, &envp) == 0 ? process : nil
    }
    guard let started else {
      OutputFile.abandon(job.output)
      throw Self.absent
    }
    return started
  }
}
