import Bytes

extension Thinning {
  /// Sets the threshold so that the layer keeps `wanted` points, counting the points that close rings, as files
  /// do. Nodes and the last three vertices of rings are kept whatever the number.
  ///
  /// Areas are compared with 24 bits of precision. Where many areas are equal, the points of that area are
  /// removed arc by arc, in order, as long as enough points are kept. Complexity: O(points), three passes.
  mutating func keep(points wanted: Int) {
    let pieces = layer.ringPieces()
    let high = histogram(pieces) { Int($0 >> 16) }
    let free = high.reduce(0, +)
    let excess = min(max(layer.pointCount - max(wanted, 0), 0), free)
    guard excess < free else {
      threshold = .infinity
      return
    }
    var removed = 0
    var top = 0
    while removed + high[top] <= excess {
      removed += high[top]
      top += 1
    }
    let prefix = top
    let low = histogram(pieces) { Int($0 >> 16) == prefix ? Int($0 & 0xFFFF) : -1 }
    var bottom = 0
    while removed + low[bottom] <= excess {
      removed += low[bottom]
      bottom += 1
    }
    threshold = Float(bitPattern: UInt32(top << 16 | bottom))
    if low[bottom] > wanted / 1000 { removeTies(atMost: excess - removed) }
  }

  /// Number of removable points by key; a key of −1 is not counted.
  private func histogram(_ pieces: [Range<Int>], _ key: @escaping @Sendable (UInt32) -> Int) -> [Int] {
    let shares = Parallel.each(min(threads, pieces.count), threads: threads) { thread in
      let counts = SharedBuffer<Int>(repeating: 0, count: 1 << 16)
      for piece in stride(from: thread, to: pieces.count, by: min(threads, pieces.count)) {
        for ring in pieces[piece] {
          for point in layer.distinctPoints(ofRing: ring) where places.numbers.base[point] >= 0 {
            let area = area(point)
            guard area < .infinity else { continue }
            let key = key(area.bitPattern)
            if key >= 0 { counts.base[key] += 1 }
          }
        }
      }
      return counts
    }
    var sum = [Int](repeating: 0, count: 1 << 16)
    for share in shares { for key in sum.indices { sum[key] += share.base[key] } }
    return sum
  }

  /// Removes points with exactly the threshold's area, arc by arc, at most `quota` points.
  private func removeTies(atMost quota: Int) {
    let lines = SharedBuffer<UInt16>(repeating: 0, count: layer.pointCount)
    for ring in 0..<layer.ringCount {
      for point in layer.distinctPoints(ofRing: ring) where places.numbers.base[point] >= 0 {
        lines.base[Int(places.numbers.base[point])] &+= 1
      }
    }
    var left = quota
    for ring in 0..<layer.ringCount {
      layer.forEachArc(ofRing: ring, places) { arc in
        guard arc.isRing || arc.length > 1, places.decides(arc) else { return }
        let inner = (arc.isRing ? 0 : 1)..<arc.length
        var count = 0
        for step in inner where area(arc.point(step)) == threshold {
          count += Int(lines.base[Int(places.numbers.base[arc.point(step)])])
        }
        guard count > 0, count <= left else { return }
        left -= count
        for step in inner where area(arc.point(step)) == threshold {
          areas.base[Int(places.numbers.base[arc.point(step)])] = -1
        }
      }
    }
  }
}
