import Bytes

/// The faults found by an import, and the side file that lists them.
public struct Faults: Sendable {
  /// Most faults that are listed.
  public static let kept = 200_000

  /// The listed faults in the order in which the import found them, each with the path of its file.
  public private(set) var list: [(file: String, fault: Fault)] = []
  /// Number of all faults, listed or not.
  public private(set) var count = 0

  /// Whether there are no faults.
  public var isEmpty: Bool { count == 0 }

  mutating func add(_ faults: [Fault], of file: String, count: Int? = nil) {
    list += faults.prefix(max(0, Self.kept - list.count)).map { (file, $0) }
    self.count += count ?? faults.count
  }

  /// The first fault as the error (65) of an import that stops, with the number of further faults; `nil`
  /// without faults.
  public func problem() -> Problem? {
    guard let (file, fault) = list.first else { return nil }
    var what = fault.what
    if count > 1 {
      let more = count - 1
      what =
        what
        + Text(
          more == 1 ? " (et 1 autre défaut)" : " (et \(Numerals(.fr).integer(more)) autres défauts)",
          more == 1 ? " (and 1 more fault)" : " (and \(Numerals(.en).integer(more)) more faults)")
    }
    return Problem(.badData, file: file, at: fault.place, what, fix: fault.remedy + Text.orKeepGoingWithoutThem)
  }

  private static let header = "file,line,reason,column,value\n"

  /// Whether a file is a side file that an import wrote, judged by its header.
  static func isSideFile(_ path: String) -> Bool {
    guard FileStatus(path)?.kind == .file, let bytes = try? FileBytes.read(path, isInput: false) else { return false }
    return bytes.starts(with: header.utf8)
  }

  /// The side file as CSV: `file,line,reason,column,value`, in the order of `list`.
  public func csv() -> [UInt8] {
    var out = ByteWriter()
    out.text(Self.header)
    for (file, fault) in list {
      out.text(Escape.csv(file) + ",")
      out.integer(fault.line)
      out.text(",\(fault.kind.rawValue),\(Escape.csv(fault.column)),\(Escape.csv(fault.value))\n")
    }
    return out.bytes
  }
}
