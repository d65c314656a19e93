#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The hidden names under which files are written beside their places: `.NAME.cartopole-PID`, and `-2`, `-3`… behind
/// where that is taken. The name of a file begun is locked as long as its run lives.
enum TemporaryName {
  private static let mark = ".cartopole-"

  /// What the hidden names of `name` begin with, short enough for the file system of `folder`.
  static func stem(of name: String, in folder: String) -> String {
    let limit = pathconf(folder, Int32(_PC_NAME_MAX))
    // A dot in front, the mark, and behind it a process and a number.
    let room = (limit > 0 ? Int(limit) : 255) - 1 - mark.utf8.count - 14
    guard name.utf8.count > room else { return "." + name + mark }
    // Long names that begin alike are told apart by the digits.
    let digits = "-" + SHA256.hexadecimal(Array(name.utf8)).prefix(8)
    var short = ""
    for scalar in name.unicodeScalars {
      guard short.utf8.count + UTF8.width(scalar) + digits.utf8.count <= room else { break }
      short.unicodeScalars.append(scalar)
    }
    return "." + short + digits + mark
  }

  /// Removes the files, and under a stem the folders, that runs which died left in a folder under the hidden names of
  /// the stem, or the files under any.
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
    return numbers.count <= 2
      && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }
  }

  private static func afterLastMark(_ name: [UInt8]) -> Int? {
    let mark = Array(mark.utf8)
    guard name.count > mark.count else { return nil }
    return (mark.count..<name.count).last { name[($0 - mark.count)..<$0].elementsEqual(mark) }
  }

  /// A lock that can be had belongs to nobody alive, on this machine or another.
  private static func removeUnlessLocked(_ path: String, folders: Bool) {
    let flags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    var descriptor = open(path, O_RDWR | flags)
    if descriptor < 0 { descriptor = open(path, O_RDONLY | flags) }
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor),
      status.kind == .file || folders && status.kind == .folder,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      FileStatus(path, followsLinks: false)?.identity == status.identity
    else { return }
    OutputFile.removeTree(path)
  }

  /// Creates an empty file under a free hidden name and locks it; `nil` when it cannot be created, `errno` saying why.
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

  /// Whether the file is this run's: another may have taken it for a leftover before it was locked.
  private static func lock(_ descriptor: Int32, _ path: String) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK { return false }
    guard let mine = FileStatus(descriptor: descriptor) else { return false }
    return mine.identity == FileStatus(path, followsLinks: false)?.identity
  }

  /// Asks for as many open files as this process may have: every file begun is one.
  private static func raiseLimit() -> Bool {
    var limit = rlimit()
    guard getrlimit(openFiles, &limit) == 0 else { return false }
    let wanted = min(limit.rlim_max, 10_240)
    guard limit.rlim_cur < wanted else { return false }
    limit.rlim_cur = wanted
    return setrlimit(openFiles, &limit) == 0
  }

  #if canImport(Glibc)
    private static let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let openFiles = RLIMIT_NOFILE
  #endif
}
