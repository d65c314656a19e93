import Bytes
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct OutputFileTests {
  private let folder = NSTemporaryDirectory() + "cartopole-bytes-" + UUID().uuidString

  init() throws { try OutputFile.makeFolder(folder) }

  private func path(_ name: String) -> String { Path.join(folder, name) }
  private func text(_ name: String) throws -> String { String(decoding: try FileBytes.read(path(name)), as: UTF8.self) }
  private func put(_ text: String, _ name: String) throws { try OutputFile.write(Array(text.utf8), to: path(name)) }

  /// Until the first of a set is whole there is none: nobody takes a mixture for one.
  @Test func aSetThatFailsIsPlainlyIncomplete() throws {
    defer { OutputFile.removeTree(folder) }
    for name in ["a", "b", "c", "old"] { try put("old", name) }
    // A set is written or not: a folder in the way is found before anything is changed.
    try OutputFile.makeFolder(path("d"))
    #expect(throws: Problem.self) {
      try OutputFile.writeTogether([(path("a"), [1]), (path("b"), [1]), (path("d"), [1])], removing: [path("old")])
    }
    #expect(FileBytes.names(in: folder) == ["a", "b", "c", "d", "old"])
    #expect(try text("a") == "old" && text("b") == "old")
    try OutputFile.writeTogether([(path("a"), [49]), (path("b"), [50])], removing: [path("old"), path("none")])
    #expect(FileBytes.names(in: folder) == ["a", "b", "c", "d"])
    #expect(try text("a") == "1" && text("b") == "2")
  }

  /// A file in pieces is the same file, in a pipe too.
  @Test func piecesAreWrittenInOrder() throws {
    defer { OutputFile.removeTree(folder) }
    let pieces = [Array("a".utf8), [], Array(repeating: 98, count: 1 << 17), Array("c\n".utf8)]
    let whole = Array(pieces.joined())
    try put("old", "f")
    try OutputFile.write(pieces, to: path("f"))
    #expect(try FileBytes.read(path("f")) == whole)
    #expect(FileBytes.names(in: folder) == ["f"])
    try #require(mkfifo(path("pipe"), 0o600) == 0)
    let pipe = path("pipe")
    let (read, isRead) = (Guarded<[UInt8]?>(nil), DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      let bytes = try? FileBytes.read(pipe)
      read.withLock { $0 = bytes }
      isRead.signal()
    }
    try OutputFile.write(pieces, to: pipe)
    // A pipe that is never closed is a failure after a minute, not a test without end.
    try #require(isRead.wait(timeout: .now() + 60) == .success)
    #expect(read.withLock { $0 } == whole)
  }

  /// What somebody writes between reading and writing is edited, not lost.
  @Test func anEditIsOfWhatIsThere() throws {
    defer { OutputFile.removeTree(folder) }
    try put("a", "f")
    var times = 0
    try OutputFile.edit(path("f")) { (bytes) throws(Problem) in
      times += 1
      if times == 1 { try OutputFile.write(Array("b".utf8), to: path("f")) }
      return bytes + Array("+".utf8)
    }
    #expect(try text("f") == "b+")
    #expect(times == 2)
    let problem = #expect(throws: Problem.self) {
      try OutputFile.edit(path("f")) { (bytes) throws(Problem) in
        times += 1
        try OutputFile.write(Array("\(times)".utf8), to: path("f"))
        return bytes
      }
    }
    #expect(problem?.status == .readOrWrite)
    #expect(FileBytes.names(in: folder) == ["f"])
  }

  @Test func aFolderHasOneWriter() throws {
    defer { OutputFile.removeTree(folder) }
    var lock: FolderLock? = try FolderLock(folder)
    let problem = #expect(throws: Problem.self) { _ = try FolderLock(folder, waiting: .milliseconds(100)) }
    #expect(problem?.status == .readOrWrite)
    #expect(problem?.file == folder)
    withExtendedLifetime(lock) {}
    lock = nil
    _ = try FolderLock(folder, waiting: .milliseconds(100))
    #expect(throws: Problem.self) { _ = try FolderLock(path("nowhere")) }
  }

  /// Who waits for a folder that is then removed gets the lock of the one that takes its place.
  @Test func aFolderThatGoesMeanwhile() throws {
    defer { OutputFile.removeTree(folder) }
    let inner = path("inner")
    try OutputFile.makeFolder(inner)
    var first: FolderLock? = try FolderLock(inner)
    let second = Once<FolderLock, Problem>()
    let waiting: @Sendable () throws(Problem) -> FolderLock = { () throws(Problem) in
      try FolderLock(inner) { () throws(Problem) in try OutputFile.makeFolder(inner) }
    }
    DispatchQueue.global().async { _ = try? second.get(waiting) }
    usleep(200_000)
    OutputFile.removeFolder(inner)
    withExtendedLifetime(first) {}
    first = nil
    let held = try second.get(waiting)
    #expect(FileBytes.isFolder(inner))
    #expect(throws: Problem.self) { _ = try FolderLock(inner, waiting: .milliseconds(50)) }
    withExtendedLifetime(held) {}
  }

  @Test func hiddenNamesFitTheFileSystem() throws {
    defer { OutputFile.removeTree(folder) }
    let names = ["a", "b"].map { String(repeating: "é", count: 120) + $0 }
    let files = try names.map { try PendingFile(path($0)) }
    let hidden = FileBytes.names(in: folder)
    #expect(hidden.count == 2)
    #expect(hidden.allSatisfy { $0.utf8.count <= 255 && $0.hasPrefix(".é") })
    for file in files { file.abandon() }
    #expect(FileBytes.names(in: folder).isEmpty)
  }

  /// Only the system's own answer says that a run is dead: a number can be anybody's.
  @Test func leftoversAreWhatNobodyHolds() throws {
    defer { OutputFile.removeTree(folder) }
    let pid = getpid()
    let strangers = [".f.cartopole-x", ".f.cartopole-1-2-3", ".g.cartopole-1", "f.cartopole-1", ".f.cartopole-"]
    for name in strangers + [".f.cartopole-1", ".f.cartopole-\(pid)", ".f.cartopole-2-3"] { try put("x", name) }
    let held = open(path(".f.cartopole-1"), O_RDONLY)
    defer { close(held) }
    #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
    try put("new", "f")
    #expect(FileBytes.names(in: folder) == (strangers + [".f.cartopole-1", "f"]).sorted())
  }
}
