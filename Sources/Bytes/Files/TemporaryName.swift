/// The hidden names under which files are first written, next to their final places: `.NAME.cartopole-PID`,
/// followed by `-2`, `-3`… when that is taken. A run holds a lock on each of its files, which ends when the run
/// does.
enum TemporaryName {
  private static let mark = ".cartopole-"

  /// The beginning of the hidden names of `name`, short enough for the file system of `folder`.
  static func stem(of name: String, in folder: String) -> String {
    let limit = pathconf(folder, Int32(_PC_NAME_MAX))
    // Room is left for the dot in front, the mark, the process id and the number.
    let room = (limit > 0 ? Int(limit) : 255) - 1 - mark.utf8.count - 14
    guard name.utf8.count > room else { return "." + name + mark }
    // The digits of the hash tell long names with the same beginning apart.
    let digits = "-" + SHA256.hexadecimal(Array(name.utf8)).prefix(8)
    var short = ""
    for scalar in name.unicodeScalars {
      guard short.utf8.count + UTF8.width(scalar) + digits.utf8.count <= room else { break }
      short.unicodeScalars.append(scalar)
    }
    return "." + short + digits + mark
  }

  /// Removes what runs that died left in a folder: files and folders with the hidden names of `stem`, or,
  /// without a stem, files with any hidden name.
  static func removeLeftovers(in folder: String, stem: String? = nil) {
    for name in FileBytes.names(in: folder) where isHidden(name, stem) {
      removeUnlessLocked(Path.join(folder, name), folders: stem != nil)
    }
  }

  private static func isHidden(_ name: String, _ stem: String?) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.first == UInt8(ascii: "."), let end = afterLastMark(bytes) else { return false }
    if let stem, !bytes[..<end].elementsEqual(stem.utf8) { return false }
    let numbers = bytes[end...].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return numbers.count <= 2 && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }
  }

  private static func afterLastMark(_ name: [UInt8]) -> Int? {
    let mark = Array(mark.utf8)
    guard name.count > mark.count else { return nil }
    return (mark.count..<name.count).last { name[($0 - mark.count)..<$0].elementsEqual(mark) }
  }

  /// Removes a leftover unless a running process, on this machine or another, still holds its lock.
  private static func removeUnlessLocked(_ path: String, folders: Bool) {
    let flags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    var descriptor = open(path, O_RDWR | flags)
    if descriptor < 0 { descriptor = open(path, O_RDONLY | flags) }
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor), status.kind == .file || folders && status.kind == .folder,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0, FileStatus(path, followsLinks: false)?.identity == status.identity
    else { return }
    OutputFile.removeTree(path)
  }

  /// Creates an empty file under a free hidden name and locks it; `nil` when it cannot be created, `errno`
  /// saying why.
  static func create(in folder: String, stem: String, mode: mode_t) -> (path: String, descriptor: Int32)? {
    var number = 1
    while true {
      let path = Path.join(folder, stem + String(getpid()) + (number == 1 ? "" : "-\(number)"))
      let descriptor = Interruption.postponed {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        if descriptor >= 0 { Interruption.register(path) }
        return descriptor
      }
      if descriptor >= 0 {
        if lock(descriptor, path) { return (path, descriptor) }
        close(descriptor)
        Interruption.forget(path)
      } else if errno == EMFILE, raiseLimit() {
        continue
      } else if errno != EEXIST || number > 9_000 {
        return nil
      }
      number += 1
    }
  }

  /// Locks a new file; false when another run took it for a leftover and removed it before it was locked.
  private static func lock(_ descriptor: Int32, _ path: String) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK { return false }
    guard let mine = FileStatus(descriptor: descriptor) else { return false }
    return mine.identity == FileStatus(path, followsLinks: false)?.identity
  }

  /// Raises the limit of open files as far as this process may, because every file that is begun stays open.
  private static func raiseLimit() -> Bool {
    var limit = rlimit()
    guard getrlimit(Platform.openFiles, &limit) == 0 else { return false }
    let wanted = min(limit.rlim_max, 10_240)
    guard limit.rlim_cur < wanted else { return false }
    limit.rlim_cur = wanted
    return setrlimit(Platform.openFiles, &limit) == 0
  }
}
