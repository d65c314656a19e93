import Testing

@testable import Bytes

/// The line that says how far reading is.
struct ProgressTests {
  @Test(arguments: [
    (450, 1000, 2.0, "units: 45%, 0 MB/s, 3 s left"),
    (450_000_000, 1_000_000_000, 0.5, "units: 45%, 900 MB/s, 1 s left"),
    (2_000_000_000, 1_000_000_000, 2.0, "units: 100%, 1000 MB/s, 0 s left"), (300_000_000, 0, 2.0, "units: 150 MB/s"),
  ]) func shareRateAndTimeLeft(done: Int, total: Int, seconds: Double, line: String) {
    #expect(Progress.line(Text("unités", "units"), done, of: total, after: seconds).en == line)
  }
}
