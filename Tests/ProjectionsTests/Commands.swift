import Bytes

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Programs of the PROJ installation, run through the shell.
enum Commands {
  static func isOnPath(_ name: String) -> Bool { system("command -v \(name) >/dev/null 2>&1") == 0 }

  /// Standard output of a command given `input`.
  static func run(_ command: String, input: String) throws -> String {
    let file = "/tmp/cartopole-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    try OutputFile.write(Array(input.utf8), to: file)
    defer { OutputFile.remove(file) }
    guard let pipe = popen("\(command) < \(file) 2>/dev/null", "r") else { return "" }
    defer { pclose(pipe) }
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { out += buffer[..<count] }
    return String(decoding: out, as: UTF8.self)
  }
}
