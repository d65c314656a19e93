import Bytes
import Geometry

extension Layer {
  /// Points a thread should have to do before a second one is worth its context.
  private static let share = 50_000

  /// Projects every point in place, on all processors when there are many, each with a context of its own.
  ///
  /// The result does not depend on the number of threads. Throws what `Projector` throws.
  public mutating func project(
    from source: CRS, to target: CRS, context: ProjectionContext, threads: Int = Parallel.processors
  ) throws(Problem) {
    guard source != target, pointCount > 0 else { return }
    let pieces = min(threads, max(1, pointCount / Self.share))
    guard pieces > 1 else {
      return try Projector(from: source, to: target, context: context).project(&coordinates)
    }
    let points = coordinates
    let each = (pointCount + pieces - 1) / pieces
    let count = pointCount
    let done = try Parallel.map(pieces, threads: pieces) { (piece) throws(Problem) -> [Double] in
      var part = Array(points[2 * piece * each..<2 * min(count, (piece + 1) * each)])
      try Projector(from: source, to: target, context: ProjectionContext()).project(&part)
      return part
    }
    coordinates = Array(done.joined())
  }
}
