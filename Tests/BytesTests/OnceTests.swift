import Bytes
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Values made once, and work done aside.
struct OnceTests {
  private final class Count: Sendable {
    private let made = Atomic(0)
    var value: Int { made.load(ordering: .sequentiallyConsistent) }
    func next() -> Int { made.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue }
  }

  /// Sixteen threads ask at once for what takes a while: one making, and its value for all.
  @Test func concurrentAskersGetOneMaking() {
    let (once, count) = (Once<Int, Never>(), Count())
    let values = Parallel.each(16, threads: 16) { _ in
      once.get {
        usleep(20_000)
        return count.next()
      }
    }
    #expect(values == [Int](repeating: 1, count: 16))
    #expect(count.value == 1)
  }

  /// Several values are made at the same time: one thread's making does not hold up another value's.
  @Test func valuesDoNotWaitForEachOther() {
    let (first, second) = (Once<Int, Never>(), Once<Int, Never>())
    let value = first.get { second.get { 2 } + 1 }
    #expect(value == 3)
    #expect(second.get { 7 } == 2)
  }

  @Test func errorsAreKept() {
    let (once, count) = (Once<Int, Problem>(), Count())
    for _ in 0..<3 {
      let problem = #expect(throws: Problem.self) {
        try once.get { () throws(Problem) -> Int in throw Problem(.badData, Text(same: "making \(count.next())")) }
      }
      #expect(problem?.what == Text(same: "making 1"))
    }
    // Nor does a making that would succeed get another chance.
    #expect(throws: Problem.self) { try once.get { () throws(Problem) in 5 } }
    #expect(count.value == 1)
  }
}
