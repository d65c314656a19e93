extension Parallel {
  /// `each` for runs of at most `size` numbers of a range.
  public static func each<Value>(
    _ numbers: Range<Int>, by size: Int, threads: Int = processors, _ body: @escaping @Sendable (Range<Int>) -> Value
  ) -> [Value] {
    each((numbers.count + size - 1) / size, threads: threads) { piece in
      let start = numbers.lowerBound + piece * size
      return body(start..<min(start + size, numbers.upperBound))
    }
  }

  /// `each` for as many runs of about equally many numbers from 0, on as many threads at most.
  public static func each<Value>(
    _ count: Int, in runs: Int, threads: Int, _ body: @escaping @Sendable (Range<Int>) -> Value
  ) -> [Value] {
    each(runs, threads: min(threads, runs)) { run in body(count * run / runs..<count * (run + 1) / runs) }
  }
}
