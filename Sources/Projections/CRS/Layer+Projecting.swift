import Bytes
import Geometry

extension Layer {
  /// Points for which one more thread is worth the cost of its PROJ context.
  private static let share = 50_000
  /// Points from which patches are worth the cost of their nodes.
  private static let many = 2000
  /// Number of consecutive points that get patches of their own when patches for the whole layer would be too
  /// coarse.
  private static let run = 8192

  /// Projects every point in place. Layers with many points use all processors, and each thread has a PROJ
  /// context.
  ///
  /// With a `tolerance` above 0 (in units of the target, and far above a micrometre), a layer of at least 2,000
  /// points may be projected through quadratic patches that agree with PROJ within the tolerance. The patches
  /// cover the whole layer, or, when that is too coarse, runs of consecutive points, for example when a layer
  /// of France has its overseas communes at the end. With a tolerance of 0 PROJ projects every point. The
  /// result does not depend on the number of threads. `context` belongs to the calling thread. Throws as
  /// `Projector` does. `box` is that of the layer, where the caller knows it. Complexity: O(points).
  public mutating func project(
    from source: CRS, to target: CRS, context: ProjectionContext, tolerance: Double = 0,
    box: Bounds? = nil, threads: Int = Parallel.processors
  ) throws(Problem) {
    guard source != target, pointCount > 0 else { return }
    let projector = try Projector(from: source, to: target, context: context)
    let pieces = min(threads, max(1, pointCount / Self.share))
    let isPatched = tolerance > 0 && pointCount >= Self.many
    if isPatched, let patches = PatchedProjection(projector, over: box ?? bounds, tolerance: tolerance) {
      _ = try inPieces(pieces) { (points) throws(Problem) in patches.apply(points) }
      return
    }
    guard pieces > 1 || isPatched else { return try projector.project(&coordinates) }
    let failures = try inPieces(pieces) { (points) throws(Problem) in
      let own = try Projector(from: source, to: target, context: ProjectionContext())
      return isPatched ? Self.projectRuns(points, own, tolerance) : own.project(points)
    }
    // A piece numbers its own points from 0; the message gives the number in the whole layer.
    let each = pointsOfPiece(pieces)
    for (piece, failed) in failures.enumerated() {
      if let failed { throw Projector.outside(target, point: piece * each + failed) }
    }
  }

  /// Projects each run through its own patches, or point by point when its points are too far apart. Returns
  /// the first point without an image, from 0, or `nil`.
  private static func projectRuns(
    _ points: UnsafeMutableBufferPointer<Double>, _ projector: Projector, _ tolerance: Double
  ) -> Int? {
    for start in stride(from: 0, to: points.count, by: 2 * run) {
      let slice = UnsafeMutableBufferPointer(rebasing: points[start..<min(points.count, start + 2 * run)])
      var box = Bounds.empty
      for at in stride(from: 0, to: slice.count, by: 2) { box.include(slice[at], slice[at + 1]) }
      if let patches = PatchedProjection(projector, over: box, tolerance: tolerance, mostCells: 8) {
        patches.apply(slice)
      } else if let failed = projector.project(slice) {
        return start / 2 + failed
      }
    }
    return nil
  }

  /// Points of each piece except the last. They are whole runs, so that the runs are the same for any number of
  /// pieces.
  private func pointsOfPiece(_ pieces: Int) -> Int {
    let runs = (pointCount + Self.run - 1) / Self.run
    return (runs + pieces - 1) / pieces * Self.run
  }

  /// Divides the points into `pieces` and calls `body` on each, in place, on a thread of its own.
  private mutating func inPieces<Value>(
    _ pieces: Int, _ body: @escaping @Sendable (UnsafeMutableBufferPointer<Double>) throws(Problem) -> Value
  ) throws(Problem) -> [Value] {
    let count = pointCount
    let each = pointsOfPiece(pieces)
    let outcome = coordinates.withUnsafeMutableBufferPointer { buffer -> Result<[Value], Problem> in
      // Each piece is written by one thread only.
      nonisolated(unsafe) let all = buffer
      return Result { () throws(Problem) in
        try Parallel.map(pieces, threads: pieces) { (piece) throws(Problem) -> Value in
          let run = 2 * min(count, piece * each)..<2 * min(count, (piece + 1) * each)
          return try body(UnsafeMutableBufferPointer(rebasing: all[run]))
        }
      }
    }
    return try outcome.get()
  }
}
