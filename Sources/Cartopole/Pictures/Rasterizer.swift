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
    guard let found = folders.map({ Path.join($0, "rsvg-convert") }).first(where: { access($0, X_OK) == 0 }) else {
      return nil
    }
    program = found
  }

  /// What to say when it is absent (69).
  public static let absent = Problem(
    .unavailable, Text("rsvg-convert est absent : ni PNG ni PDF", "rsvg-convert is absent: no PNG, no PDF"),
    fix: Text("installez-le : sudo apt install librsvg2-bin", "install it: sudo apt install librsvg2-bin"))

  /// An SVG as a PNG `width` px wide.
  public func png(_ svg: String, to output: String, width: Int) throws(Problem) {
    try run(["--width", String(width), "--keep-aspect-ratio", "--output", output, svg], output)
  }

  /// SVGs as the pages of a PDF, in their order.
  public func pdf(_ svgs: [String], to output: String) throws(Problem) {
    try run(["--format", "pdf", "--output", output] + svgs, output)
  }

  /// The same bytes for the same input: cairo dates a PDF by SOURCE_DATE_EPOCH.
  private static let environment = ["SOURCE_DATE_EPOCH=0", "LC_ALL=C.UTF-8"]

  private func run(_ arguments: [String], _ output: String) throws(Problem) {
    let kept = ["PATH", "HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH"].compactMap { name in
      getenv(name).map { "\(name)=" + String(cString: $0) }
    }
    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    var environment = (kept + Self.environment).map { strdup($0) } + [nil]
    defer { (argv + environment).forEach { free($0) } }
    var process = pid_t()
    guard posix_spawn(&process, program, nil, nil, &argv, &environment) == 0 else { throw Self.absent }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else {
      throw Problem(
        .readOrWrite, file: output, Text("rsvg-convert a échoué", "rsvg-convert failed"),
        fix: Text("regardez son message ci-dessus", "see its message above"))
    }
  }
}
