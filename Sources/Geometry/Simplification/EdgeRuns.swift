import Bytes

/// The edges of a layer in short runs, each shared border once, to find edges that meet without a common
/// vertex.
///
/// Runs with separate boxes cannot meet; of two others only the edges within both boxes are compared.
struct EdgeRuns: Sendable {
  private struct Run {
    var box: Bounds
    var start: Int32
    var count: Int32
    var ring: Int32
  }

  private let thinning: Thinning
  private let runs: [Run]
  private var grid: BucketGrid
  private static let edgesInRun = 8
  /// Complexity: O(points) for edges spread evenly and of like length.
  init(_ thinning: Thinning) {
    self.thinning = thinning
    let layer = thinning.layer
    let pieces = layer.ringPieces()
    let found = Parallel.each(pieces.count, threads: thinning.threads) { piece in
      var runs: [Run] = []
      layer.coordinates.withUnsafeBufferPointer { coordinates in
        for ring in pieces[piece] {
          layer.forEachArc(ofRing: ring, thinning.places) { arc in
            guard !arc.isRing && arc.length == 1 || thinning.places.decides(arc) else { return }
            for step in stride(from: 0, to: arc.length, by: Self.edgesInRun) {
              let count = min(Self.edgesInRun, arc.length - step)
              var box = Bounds.empty
              for edge in step...step + count {
                let point = arc.point(edge)
                box.include(coordinates[2 * point], coordinates[2 * point + 1])
              }
              runs.append(Run(box: box, start: Int32(arc.point(step)), count: Int32(count), ring: Int32(ring)))
            }
          }
        }
      }
      return runs
    }
    let runs = Array(found.joined())
    var length = 0.0
    for run in runs { length += max(run.box.width, run.box.height) }
    let grid = BucketGrid(layer.bounds, cell: length / Double(max(runs.count, 1)), things: 2 * runs.count)
    let size = 1 << 14
    let entries = Parallel.each((runs.count + size - 1) / size, threads: thinning.threads) { piece in
      var entries: [UInt64] = []
      for number in piece * size..<min((piece + 1) * size, runs.count) {
        // Consecutive edges mostly lie in the same cell.
        var last = -1
        Self.forEachEdge(of: runs[number], layer) { edge, _, _ in
          grid.forEachBucket(of: edge) { bucket in
            if bucket != last { entries.append(UInt64(bucket) << 32 | UInt64(number)) }
            last = bucket
          }
        }
      }
      return entries
    }
    self.runs = runs
    self.grid = grid
    self.grid.fill(entries)
  }

  /// The end points of edges that meet another edge; a point may occur more than once.
  func pointsOfMeetings() -> [Int32] {
    let size = 1 << 12
    let found = Parallel.each((grid.bucketCount + size - 1) / size, threads: thinning.threads) { piece in
      var points: [Int32] = []
      for bucket in piece * size..<min((piece + 1) * size, grid.bucketCount) {
        if grid.items(in: bucket).count > BucketGrid.crowd {
          sweep(grid.items(in: bucket), &points)
          continue
        }
        grid.forEachPair(in: bucket) { one, other in
          if runs[one].box.grown(by: grid.slack).intersects(runs[other].box) {
            compare(runs[one], runs[other], &points)
          }
        }
      }
      return points
    }
    let within = Parallel.each((runs.count + size - 1) / size, threads: thinning.threads) { piece in
      var points: [Int32] = []
      for number in piece * size..<min((piece + 1) * size, runs.count) { compareWithin(runs[number], &points) }
      return points
    }
    return Array(found.joined()) + Array(within.joined())
  }

  private func compare(_ one: Run, _ other: Run, _ points: inout [Int32]) {
    let slack = grid.slack
    let common = Bounds(
      minX: max(one.box.minX, other.box.minX), minY: max(one.box.minY, other.box.minY),
      maxX: min(one.box.maxX, other.box.maxX), maxY: min(one.box.maxY, other.box.maxY)
    ).grown(by: slack)
    Self.forEachEdge(of: one, thinning.layer) { first, from, to in
      guard first.touches(common) else { return }
      Self.forEachEdge(of: other, thinning.layer) { second, start, end in
        if second.touches(common), first.meets(second, slack: slack) { points += [from, to, start, end] }
      }
    }
  }

  /// Appends the end points of meeting edges of many runs, found by a sweep over all their edges.
  private func sweep(_ numbers: ArraySlice<Int32>, _ points: inout [Int32]) {
    var segments: [Segment] = []
    var edges: [(run: Int32, from: Int32, to: Int32)] = []
    for number in Set(numbers).sorted() {
      Self.forEachEdge(of: runs[Int(number)], thinning.layer) { segment, from, to in
        segments.append(segment)
        edges.append((number, from, to))
      }
    }
    let slack = grid.slack
    let met = SegmentSweep(segments, slack: slack).meeting { one, other in
      edges[one].run != edges[other].run && segments[one].meets(segments[other], slack: slack)
    }
    for one in met { points += [edges[one].from, edges[one].to] }
  }

  private func compareWithin(_ run: Run, _ points: inout [Int32]) {
    guard run.count > 1 else { return }
    let slack = grid.slack
    var number = 0
    Self.forEachEdge(of: run, thinning.layer) { first, from, to in
      var later = 0
      Self.forEachEdge(of: run, thinning.layer) { second, start, end in
        if later > number, first.meets(second, slack: slack) { points += [from, to, start, end] }
        later += 1
      }
      number += 1
    }
  }

  @inline(__always) private static func forEachEdge(
    of run: Run, _ layer: Layer, _ body: (Segment, Int32, Int32) -> Void
  ) {
    let points = layer.distinctPoints(ofRing: Int(run.ring))
    layer.coordinates.withUnsafeBufferPointer { coordinates in
      var point = Int(run.start)
      for _ in 0..<run.count {
        let next = point + 1 == points.upperBound ? points.lowerBound : point + 1
        let edge = Segment(
          x0: coordinates[2 * point], y0: coordinates[2 * point + 1], x1: coordinates[2 * next],
          y1: coordinates[2 * next + 1])
        body(edge, Int32(point), Int32(next))
        point = next
      }
    }
  }
}

extension Segment {
  /// Whether the segment's box shares a point with another box.
  @inline(__always) fileprivate func touches(_ box: Bounds) -> Bool {
    min(x0, x1) <= box.maxX && max(x0, x1) >= box.minX && min(y0, y1) <= box.maxY && max(y0, y1) >= box.minY
  }
}

extension Thinning {
  /// Keeps the end points of edges that meet another edge of the layer without a common vertex, as in overlaps
  /// and in lines that cross themselves, so that these places stay unchanged. Call before the threshold is set.
  func keepMeetings() {
    for point in EdgeRuns(self).pointsOfMeetings() where places.numbers.base[Int(point)] >= 0 { restore(Int(point)) }
  }
}
