/// A source of bytes in order, used by one thread at a time.
public protocol ByteSource: AnyObject {
  /// Where the bytes come from, for messages.
  var path: String { get }
  /// Size of the file as it is stored, in bytes; 0 when unknown. For progress only.
  var total: Int { get }
  /// How many of the `total` bytes have been read.
  var done: Int { get }
  /// Copies at most `count` further bytes to `target` and returns how many; 0 at the end. Throws 74 when they
  /// cannot be read, 65 when compressed data is damaged.
  func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Problem) -> Int
}

/// Bytes already in memory, as a source of bytes.
public final class MemorySource: ByteSource {
  /// What messages call the bytes.
  public let path: String
  /// Bytes already read.
  public private(set) var done = 0
  /// All the bytes there are.
  public var total: Int { bytes.count }
  private let bytes: [UInt8]

  /// A source that gives `bytes` from the first; `path` names them in messages.
  public init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  /// Copies at most `count` further bytes to `target` and returns how many; 0 at the end.
  public func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    let given = min(count, bytes.count - done)
    bytes.withUnsafeBufferPointer {
      if given > 0, let start = $0.baseAddress { target.update(from: start + done, count: given) }
    }
    done += given
    return given
  }
}

/// A file open for reading, closed when this object is released; `-` is standard input. Not for several
/// threads.
public final class InputFile: ByteSource {
  /// The path as the user gave it.
  public let path: String
  /// Size in bytes; 0 when this is not a plain file but, for example, a pipe that is not spooled.
  public private(set) var total: Int
  /// Whether the bytes can be read in any order: a plain file, or a pipe after `spool`.
  public private(set) var isPlain: Bool
  /// Bytes that `read` has given so far; `seek` and `bytes(at:count:)` do not change it.
  public private(set) var done = 0
  private var descriptor: Int32

  /// Opens a file and has `Inputs` note it. Throws 66 when the file is missing or is a folder, 74 when it
  /// cannot be opened or is a device.
  public convenience init(_ path: String) throws(Problem) {
    guard path == "-" || FileBytes.exists(path) else { throw Problem.missing(path) }
    try self.init(path, isInput: path != "-")
  }

  /// Opens a file as `init(_:)` does; `Inputs` notes it only if `isInput`.
  init(_ path: String, isInput: Bool) throws(Problem) {
    self.path = path
    descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw Problem.missing(path) }
      let unreadable = Self.unreadable(path)
      throw FileBytes.isFolder(path) ? Problem.isFolder(path) : unreadable
    }
    var status = stat()
    fstat(descriptor, &status)
    let kind = status.st_mode & S_IFMT
    isPlain = kind == S_IFREG
    total = isPlain ? Int(status.st_size) : 0
    guard kind != S_IFDIR else { throw Problem.isFolder(path) }
    if kind == S_IFCHR || kind == S_IFBLK, isatty(descriptor) == 0, status.st_rdev != Self.null {
      throw Problem(
        .readOrWrite, file: path, Text("c’est un périphérique", "this is a device"),
        fix: Text("donnez un fichier", "give a file"))
    }
    if isInput, let read = FileStatus(descriptor: descriptor) { Inputs.note(read) }
  }

  /// The number of `/dev/null`, the only device that is read, but for a terminal, because others may never end.
  private static var null: dev_t? {
    var status = stat()
    return stat("/dev/null", &status) == 0 ? status.st_rdev : nil
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Copies at most `count` further bytes to `target` and returns how many; 0 at the end. Throws 74.
  public func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Problem) -> Int {
    while true {
      let got = systemRead(descriptor, target, count)
      if got >= 0 {
        done += got
        return got
      }
      if errno != EINTR { throw Self.unreadable(path) }
    }
  }

  /// At most `room` further bytes; none at the end. Throws 74.
  func piece(_ room: Int) throws(Problem) -> [UInt8] {
    var failed: Problem?
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      do throws(Problem) { filled = try read(buffer.baseAddress!, room) } catch { failed = error }
    }
    if let failed { throw failed }
    return piece
  }

  /// Exactly `count` bytes from `offset`, without moving the place of `read`; `nil` when the file is shorter.
  /// Throws 74.
  public func bytes(at offset: Int, count: Int) throws(Problem) -> [UInt8]? {
    guard offset >= 0, count >= 0, count <= total, offset <= total - count else { return nil }
    let descriptor = descriptor
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      nonisolated(unsafe) let buffer = buffer
      // Fresh memory costs as much as the copying; in a large file both are shared by the processors.
      let codes = Parallel.each(count, in: count / Self.run + 1, threads: Parallel.processors) { run -> Int32 in
        var at = run.lowerBound
        while at < run.upperBound {
          let got = pread(descriptor, buffer.baseAddress! + at, run.upperBound - at, off_t(offset + at))
          if got < 0 && errno == EINTR { continue }
          if got <= 0 { return got < 0 ? errno : EIO }
          at += got
        }
        return 0
      }
      if let code = codes.first(where: { $0 != 0 }) { (isRead, errno) = (false, code) } else { filled = count }
    }
    guard isRead else { throw Self.unreadable(path) }
    return bytes
  }

  /// Number of bytes that a thread reads at a time.
  static let run = 1 << 22

  /// Makes the next `read` begin at a byte offset.
  public func seek(_ offset: Int) { lseek(descriptor, off_t(offset), SEEK_SET) }

  /// Most bytes kept of a pipe: three times the largest compressed file SIRENE has published.
  private static let mostSpooled = 1 << 33

  /// Copies a pipe into an unlinked temporary file, so that it can be read in any order; `first` holds the
  /// bytes already read. Throws 74 when the copy cannot be written, 65 for a pipe without end.
  public func spool(_ first: [UInt8]) throws(Problem) {
    var template = Array(Path.join(WorkFolder.base, ".cartopole-XXXXXX").utf8CString)
    let copy = mkstemp(&template)
    guard copy >= 0 else { throw Self.unkept(path) }
    unlink(template)
    do throws(Problem) {
      var piece = first
      total = 0
      repeat {
        guard OutputFile.send(piece, to: copy) else { throw Self.unkept(path) }
        total += piece.count
        guard total <= Self.mostSpooled else {
          throw Problem(
            .badData, file: path, Text("archive sans fin", "an archive without end"),
            fix: Text("donnez un fichier", "give a file"))
        }
        piece = try self.piece(1 << 20)
      } while !piece.isEmpty
    } catch {
      close(copy)
      throw error
    }
    if descriptor > 0 { close(descriptor) }
    descriptor = copy
    isPlain = true
  }

  private static func unkept(_ path: String) -> Problem {
    Problem(
      .readOrWrite, file: path, Text.cannotKeepTemporaryCopy + FileBytes.systemError(), fix: Text.giveFileRatherThanPipe
    )
  }

  private static func unreadable(_ path: String) -> Problem {
    Problem(.readOrWrite, file: path, Text("lecture impossible : ", "cannot read: ") + FileBytes.systemError())
  }
}

private func systemRead(_ descriptor: Int32, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(descriptor, target, count)
}
