import Bytes
import Testing

struct ParallelTests {
  @Test(arguments: [1, 2, 7], [0, 1, 2, 1000]) func resultsInOrder(threads: Int, count: Int) throws {
    let values = try Parallel.map(count, threads: threads) { (index) throws(Problem) -> Int in
      // The first pieces take longest, so that later ones end before them.
      (0..<(count - index)).reduce(index) { $0 ^ ($1 & 0) }
    }
    #expect(values == Array(0..<count))
  }

  /// The same error whatever thread met one first.
  @Test(arguments: [1, 2, 7]) func smallestIndexThatFailed(threads: Int) {
    let problem = #expect(throws: Problem.self) {
      _ = try Parallel.map(100, threads: threads) { (index) throws(Problem) -> Int in
        guard index < 40 else { throw Problem(.badData, Text(same: "piece \(index)")) }
        return index
      }
    }
    #expect(problem?.what == Text(same: "piece 40"))
  }

  /// Both end whatever happens to the other, and the first error is that of the first.
  @Test(arguments: [false, true], [false, true]) func bothRunAndTheFirstErrorCounts(first: Bool, second: Bool) {
    let ended = Guarded(0)
    func piece(_ name: String, _ fails: Bool) throws(Problem) -> String {
      // Pieces may be parallel themselves.
      let sum = Parallel.each(100) { $0 }.reduce(0, +)
      ended.withLock { $0 += 1 }
      if fails { throw Problem(.badData, Text(same: name)) }
      return "\(name) \(sum)"
    }
    let result = Result { () throws(Problem) in
      try Parallel.both { () throws(Problem) in
        try piece("first", first)
      } and: { [ended] () throws(Problem) -> String in
        ended.withLock { $0 += 1 }
        if second { throw Problem(.badData, Text(same: "second")) }
        return "second"
      }
    }
    switch result {
    case .success(let values):
      #expect(!first && !second)
      #expect(values == ("first 4950", "second"))
    case .failure(let problem): #expect(problem.what == Text(same: first ? "first" : "second"))
    }
    #expect(ended.withLock { $0 } == 2)
  }

  @Test(arguments: [0, 1, 2, 9]) func everyWorkerRunsOnce(_ workers: Int) {
    var runs = [Int](repeating: 0, count: workers)
    runs.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      Parallel.run(workers: workers) { buffer[$0] += $0 + 1 }
    }
    #expect(runs == (0..<workers).map { $0 + 1 })
    #expect(Parallel.processors >= 1)
  }
}
