#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One file of the machine, whatever its names and the links that lead to it.
public struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

/// What the system says of a file.
public struct FileStatus: Sendable {
  public enum Kind: Sendable {
    case file, folder, link
    /// A device, a pipe, a socket.
    case special
  }

  public let kind: Kind
  public let identity: FileIdentity
  /// Permissions, without the kind.
  let mode: mode_t
  let owner: uid_t
  let group: gid_t
  /// Bytes.
  public let size: Int
  /// When it was last written, in nanoseconds of whatever the file system's clock begins with.
  public let written: Int

  /// `nil` when there is nothing, or a link that leads nowhere. Without `followsLinks` a link is what it is.
  public init?(_ path: String, followsLinks: Bool = true) {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    self.init(status)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
    identity = FileIdentity(status)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    size = Int(status.st_size)
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    written = Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
