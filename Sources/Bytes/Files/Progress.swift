/// A line on stderr that says how far a long task is. It appears only on a terminal and after half a second,
/// and `end` removes it.
public struct Progress: Sendable {
  private let label: Text
  private let isShown = isatty(2) != 0
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  /// Starts the clock; `label` stands before the numbers, in the language of messages.
  public init(_ label: Text) { self.label = label }

  /// Shows `done/total`.
  public mutating func step(_ done: Int, of total: Int) {
    guard isShown, ContinuousClock.now - start > .milliseconds(500) else { return }
    show("\r\u{1B}[K\(Escape.oneLine(label[.ofMessages])) \(done)/\(total)")
    last = .now
  }

  /// Shows share, rate and time left for `done` bytes of `total`, or the rate alone when `total` is 0
  /// (unknown). Redraws at most ten times a second.
  public mutating func step(bytes done: Int, of total: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > .milliseconds(500), last.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    last = now
    let elapsed = Double((now - start).components.attoseconds) / 1e18 + Double((now - start).components.seconds)
    show("\r\u{1B}[K" + Escape.oneLine(Self.line(label, done, of: total, after: elapsed)[.ofMessages]))
  }

  /// « StockEtablissement : 45 %, 780 Mo/s, encore 3 s ».
  static func line(_ label: Text, _ done: Int, of total: Int, after seconds: Double) -> Text {
    let rate = Double(done) / seconds
    let megabytes = Int((rate / 1e6).rounded())
    let speed = Text("\(megabytes) Mo/s", "\(megabytes) MB/s")
    guard total > 0 else { return label + Text(" : ", ": ") + speed }
    let share = min(100, done * 100 / total)
    let left = rate > 0 ? Int((Double(max(0, total - done)) / rate).rounded(.up)) : 0
    return label + Text(" : \(share) %, ", ": \(share)%, ") + speed + Text(", encore \(left) s", ", \(left) s left")
  }

  /// Clears the line if it was shown.
  public mutating func end() { if last != nil { show("\r\u{1B}[K") } }

  private func show(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = write(2, bytes.baseAddress, bytes.count) }
  }
}
