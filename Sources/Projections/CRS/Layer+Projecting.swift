import Bytes
import Geometry

extension Layer {
  /// Points a thread should have to do before another one is worth its context.
  private static let share = 50_000
  /// Points for which patches are worth their nodes.
  private static let many = 100_000

  /// Projects every point in place, on all processors when there are many, each with a PROJ context of its own.
  ///
  /// With a `tolerance` above 0, in units of the target, a large layer may be projected through quadratic patches
  /// that agree with PROJ within it; with 0 every point goes through PROJ. The result does not depend on the
  /// number of threads. Throws what `Projector` throws. O(points).
  public mutating func project(
    from source: CRS, to target: CRS, context: ProjectionContext, tolerance: Double = 0,
    threads: Int = Parallel.processors
  ) throws(Problem) {
    guard source != target, pointCount > 0 else { return }
    let projector = try Projector(from: source, to: target, context: context)
    let pieces = min(threads, max(1, pointCount / Self.share))
    if tolerance > 0, pointCount >= Self.many,
      let patches = PatchedProjection(projector, over: bounds, tolerance: tolerance)
    {
      _ = try inPieces(pieces) { (points) throws(Problem) in patches.apply(points) }
      return
    }
    guard pieces > 1 else { return try projector.project(&coordinates) }
    let failures = try inPieces(pieces) { (points) throws(Problem) in
      let own = try Projector(from: source, to: target, context: ProjectionContext())
      return own.project(points)
    }
    // Pieces know their own points only: the number is that of the whole layer.
    let each = (pointCount + pieces - 1) / pieces
    for (piece, failed) in failures.enumerated() {
      if let failed { throw Projector.outside(target, point: piece * each + failed) }
    }
  }

  /// Runs `body` on as many runs of points, in place, each on a thread of its own.
  private mutating func inPieces<Value>(
    _ pieces: Int, _ body: @escaping @Sendable (UnsafeMutableBufferPointer<Double>) throws(Problem) -> Value
  ) throws(Problem) -> [Value] {
    let count = pointCount
    let each = (count + pieces - 1) / pieces
    let outcome = coordinates.withUnsafeMutableBufferPointer { buffer -> Result<[Value], Problem> in
      // Each piece is written by one thread only.
      nonisolated(unsafe) let all = buffer
      return Result { () throws(Problem) in
        try Parallel.map(pieces, threads: pieces) { (piece) throws(Problem) -> Value in
          let run = 2 * piece * each..<2 * min(count, (piece + 1) * each)
          return try body(UnsafeMutableBufferPointer(rebasing: all[run]))
        }
      }
    }
    return try outcome.get()
  }
}
