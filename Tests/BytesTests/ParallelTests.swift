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
