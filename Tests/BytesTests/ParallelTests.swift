import Bytes
import Testing

@Suite struct ParallelTests {
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
