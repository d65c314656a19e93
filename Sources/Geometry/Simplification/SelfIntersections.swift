import Bytes

/// The edges of a layer, each shared border once, that meet without a common vertex.
///
/// They are compared by short chains of edges, as JTS does it: chains with separate boxes cannot meet; of two others only
/// the edges within both boxes are compared.
struct SelfIntersections: Sendable {
  private struct Chain {
    var box: Bounds
    var start: Int32
    var count: Int32
    var ring: Int32
  }

  private let thinning: Thinning
  private let chains: [Chain]
  private var grid: UniformGrid
  private static let edgesInChain = 8

  /// Complexity: O(points) for edges spread evenly and of like length.
  init(_ thinning: Thinning) {
    self.thinning = thinning
    let layer = thinning.layer
    let found = layer.eachPiece(threads: thinning.threads) { rings in
      var chains: [Chain] = []
      layer.coordinates.withUnsafeBufferPointer { coordinates in
        for ring in rings {
          layer.forEachArc(ofRing: ring, thinning.places) { arc in
            guard !arc.isRing && arc.length == 1 || thinning.places.decides(arc) else { return }
            for step in stride(from: 0, to: arc.length, by: Self.edgesInChain) {
              let count = min(Self.edgesInChain, arc.length - step)
              var box = Bounds.empty
              for edge in step...step + count {
                let point = arc.point(edge)
                box.include(coordinates[2 * point], coordinates[2 * point + 1])
              }
              chains.append(Chain(box: box, start: Int32(arc.point(step)), count: Int32(count), ring: Int32(ring)))
            }
          }
        }
      }
      return chains
    }
    let chains = Array(found.joined())
    var length = 0.0
    for chain in chains { length += max(chain.box.width, chain.box.height) }
    grid = UniformGrid(layer.bounds, cell: length / Double(max(chains.count, 1)), things: 2 * chains.count)
    grid.fill(chains.count, threads: thinning.threads) { grid, numbers in
      var entries: [UInt64] = []
      for number in numbers {
        // Consecutive edges mostly lie in the same cell.
        var last = -1
        Self.forEachEdge(of: chains[number], layer) { edge, _, _ in
          grid.forEachBucket(of: edge) { bucket in
            if bucket != last { entries.append(UInt64(bucket) << 32 | UInt64(number)) }
            last = bucket
          }
        }
      }
      return entries
    }
    self.chains = chains
  }

  /// The end points of edges that meet another edge; a point may occur more than once.
  func points() -> [Int32] {
    let found = Parallel.each(0..<grid.bucketCount, by: 1 << 12, threads: thinning.threads) { buckets in
      var points: [Int32] = []
      for bucket in buckets {
        if grid.buckets[bucket].count > UniformGrid.crowd {
          sweep(grid.buckets[bucket], &points)
          continue
        }
        grid.buckets.forEachPair(in: bucket) { one, other in
          let (one, other) = (chains[Int(one)], chains[Int(other)])
          if one.box.grown(by: grid.slack).intersects(other.box) { compare(one, other, &points) }
        }
      }
      return points
    }
    let within = Parallel.each(0..<chains.count, by: 1 << 12, threads: thinning.threads) { numbers in
      var points: [Int32] = []
      for number in numbers { compareWithin(chains[number], &points) }
      return points
    }
    return Array(found.joined()) + Array(within.joined())
  }

  private func compare(_ one: Chain, _ other: Chain, _ points: inout [Int32]) {
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

  /// Appends the end points of meeting edges of many chains, found by a sweep over all their edges.
  private func sweep(_ numbers: ArraySlice<Int32>, _ points: inout [Int32]) {
    var segments: [Segment] = []
    var edges: [(chain: Int32, from: Int32, to: Int32)] = []
    for number in Set(numbers).sorted() {
      Self.forEachEdge(of: chains[Int(number)], thinning.layer) { segment, from, to in
        segments.append(segment)
        edges.append((number, from, to))
      }
    }
    let slack = grid.slack
    let met = SegmentSweep(segments, slack: slack).meeting { one, other in
      edges[one].chain != edges[other].chain && segments[one].meets(segments[other], slack: slack)
    }
    for one in met { points += [edges[one].from, edges[one].to] }
  }

  private func compareWithin(_ chain: Chain, _ points: inout [Int32]) {
    guard chain.count > 1 else { return }
    let slack = grid.slack
    var number = 0
    Self.forEachEdge(of: chain, thinning.layer) { first, from, to in
      var later = 0
      Self.forEachEdge(of: chain, thinning.layer) { second, start, end in
        if later > number, first.meets(second, slack: slack) { points += [from, to, start, end] }
        later += 1
      }
      number += 1
    }
  }

  @inline(__always) private static func forEachEdge(
    of chain: Chain, _ layer: Layer, _ body: (Segment, Int32, Int32) -> Void
  ) {
    let points = layer.distinctPoints(ofRing: Int(chain.ring))
    layer.coordinates.withUnsafeBufferPointer { coordinates in
      var point = Int(chain.start)
      for _ in 0..<chain.count {
        let next = points.next(point)
        body(Segment(coordinates, from: point, to: next), Int32(point), Int32(next))
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
    for point in SelfIntersections(self).points() where places.numbers.base[Int(point)] >= 0 { restore(Int(point)) }
  }
}
