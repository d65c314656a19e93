/// A file of this machine by device and inode: equal for all the names and links that lead to the same file.
public struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

/// What the system says about a file.
public struct FileStatus: Sendable {
  /// What stands at a path.
  public enum Kind: Sendable {
    case file, folder, link
    /// A device, a pipe, a socket.
    case special
  }

  /// The kind of the file; a link only when links are not followed.
  public let kind: Kind
  /// Device and inode, to tell whether two paths are one file.
  public let identity: FileIdentity
  /// Permission bits, without the bits of the kind.
  let mode: mode_t
  let owner: uid_t
  let group: gid_t
  /// Size in bytes.
  public let size: Int
  /// Time of the last write, in nanoseconds since 1970.
  public let written: Int

  /// The status of the file at a path; `nil` when nothing is there or a link leads nowhere. Without
  /// `followsLinks` a link itself is described.
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
    let time = Platform.written(status)
    written = Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
