#if canImport(Glibc)
  import Glibc
#endif

/// Memory in large pages: one fault for 2 MB rather than one for each 4 KB, a fifth of the time of a large layer.
public enum LargePages {
  /// Below it, in bytes, nothing is asked.
  private static let least = 4 << 20
  private static let page = 4096

  /// Asks the system to back memory that is not touched yet with large pages; it may decline.
  public static func advise(_ start: UnsafeMutableRawPointer?, bytes: Int) {
    #if canImport(Glibc)
      guard let start, bytes >= least else { return }
      let begin = (UInt(bitPattern: start) + UInt(page) - 1) & ~UInt(page - 1)
      let end = (UInt(bitPattern: start) + UInt(bytes)) & ~UInt(page - 1)
      madvise(UnsafeMutableRawPointer(bitPattern: begin), Int(end - begin), MADV_HUGEPAGE)
    #endif
  }
}

extension Array {
  /// Reserves room for this many elements, in large pages when there are many.
  public mutating func reserveLarge(_ count: Int) {
    guard count > capacity else { return }
    reserveCapacity(count)
    let bytes = capacity * MemoryLayout<Element>.stride
    withUnsafeMutableBytes { LargePages.advise($0.baseAddress, bytes: bytes) }
  }
}
