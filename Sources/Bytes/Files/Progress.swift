#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A line on stderr that says how far a long task is: on a terminal only, after half a second, gone at the end.
public struct Progress {
  private let label: Text
  private let isShown = isatty(2) != 0
  private let start = ContinuousClock.now
  private var isDrawn = false

  public init(_ label: Text) { self.label = label }

  public mutating func step(_ done: Int, of total: Int) {
    guard isShown, ContinuousClock.now - start > .milliseconds(500) else { return }
    show("\r\u{1B}[K\(label[.ofMessages]) \(done)/\(total)")
    isDrawn = true
  }

  public mutating func end() {
    if isDrawn { show("\r\u{1B}[K") }
  }

  private func show(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = write(2, bytes.baseAddress, bytes.count) }
  }
}
