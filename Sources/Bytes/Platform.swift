// Everything that differs between Linux and macOS. Code that imports Bytes also has the C library with its
// mathematics.

#if canImport(Glibc)
  @_exported import Glibc
#else
  @_exported import Darwin
#endif

enum Platform {
  #if canImport(Glibc)
    /// How `getrlimit` calls the number of open files.
    static let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    static let openFiles = RLIMIT_NOFILE
  #endif

  /// When a file was last written.
  static func written(_ status: stat) -> timespec {
    #if canImport(Glibc)
      status.st_mtim
    #else
      status.st_mtimespec
    #endif
  }
}
