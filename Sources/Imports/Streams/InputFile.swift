import Bytes

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file open for reading, closed when nobody holds it; `-` is standard input.
final class InputFile {
  let path: String
  /// Bytes in all; 0 for what is no plain file, such as a pipe.
  let size: Int
  private let descriptor: Int32

  /// Throws 66 when the file is missing or is a folder, 74 when it cannot be opened.
  init(_ path: String) throws(Problem) {
    self.path = path
    if path != "-" {
      if FileBytes.isFolder(path) {
        throw Problem(
          .missingInput, file: path, Text("c’est un dossier", "this is a folder"),
          fix: Text("donnez un fichier", "give a file"))
      }
      if !FileBytes.exists(path) {
        throw Problem(
          .missingInput, file: path, Text("fichier introuvable", "no such file"),
          fix: Text("vérifiez le chemin", "check the path"))
      }
    }
    descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(path) }
    var status = stat()
    fstat(descriptor, &status)
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// The next bytes, at most `count`; 0 at the end. Throws 74.
  func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Problem) -> Int {
    while true {
      let got = systemRead(descriptor, target, count)
      if got >= 0 { return got }
      if errno != EINTR { throw Self.unreadable(path) }
    }
  }

  /// Exactly `count` bytes from `offset`, without moving; `nil` when the file is shorter. Throws 74.
  func bytes(at offset: Int, count: Int) throws(Problem) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset + count <= size else { return nil }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(descriptor, buffer.baseAddress! + filled, count - filled, off_t(offset + filled))
        if got < 0 && errno == EINTR { continue }
        if got <= 0 {
          failed = true
          return
        }
        filled += got
      }
    }
    if failed { throw Self.unreadable(path) }
    return bytes
  }

  /// The next `read` begins there.
  func seek(_ offset: Int) { lseek(descriptor, off_t(offset), SEEK_SET) }

  private static func unreadable(_ path: String) -> Problem {
    Problem(
      .readOrWrite, file: path, Text("lecture impossible : ", "cannot read: ") + FileBytes.systemError())
  }
}

private func systemRead(_ descriptor: Int32, _ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(descriptor, target, count)
}
