import Bytes

/// A piece of an arc between two consecutive kept points, which the simplified layer draws as one segment.
struct Stretch: BitwiseCopyable {
  var from: Int32
  var to: Int32
  var ring: Int32
  /// Whether points between the ends were removed.
  var isShortcut: Bool
}

extension Thinning {
  /// The points of a stretch, its ends included, in order.
  @inline(__always) func forEachPoint(of stretch: Stretch, _ body: (Int) -> Void) {
    let points = layer.distinctPoints(ofRing: Int(stretch.ring))
    var point = Int(stretch.from)
    let end = Int(stretch.to)
    body(point)
    repeat {
      point += 1
      if point == points.upperBound { point = points.lowerBound }
      body(point)
    } while point != end
  }

  /// The removed points between the ends.
  func inner(_ stretch: Stretch) -> [Int] {
    var points: [Int] = []
    forEachPoint(of: stretch) { points.append($0) }
    return Array(points.dropFirst().dropLast())
  }

  /// Every stretch once, even if several lines or rings follow it; only an edge between two nodes may occur
  /// twice. Complexity: O(points).
  func stretches() -> [Stretch] {
    let pieces = layer.ringPieces()
    let found = Parallel.each(pieces.count, threads: threads) { piece in
      var stretches: [Stretch] = []
      for ring in pieces[piece] { forEachStretch(ofRing: ring) { stretches.append($0) } }
      return stretches
    }
    return Array(found.joined())
  }

  @inline(__always) private func forEachStretch(ofRing ring: Int, _ body: (Stretch) -> Void) {
    let points = layer.distinctPoints(ofRing: ring)
    var first = -1
    var last = -1
    func end(_ point: Int) {
      let stretch = Stretch(
        from: Int32(last), to: Int32(point), ring: Int32(ring), isShortcut: point != next(last, in: points))
      if decides(stretch, points) { body(stretch) }
    }
    for point in points where keeps(point) {
      if first < 0 { first = point } else { end(point) }
      last = point
    }
    if layer.kind == .polygon, first != last { end(first) }
  }

  @inline(__always) private func next(_ point: Int, in points: Range<Int>) -> Int {
    point + 1 == points.upperBound ? points.lowerBound : point + 1
  }

  @inline(__always) private func decides(_ stretch: Stretch, _ points: Range<Int>) -> Bool {
    let from = Int(stretch.from)
    let to = Int(stretch.to)
    if stretch.isShortcut {
      return places.decides(next(from, in: points), to == points.lowerBound ? points.upperBound - 1 : to - 1)
    }
    let numbers = places.numbers.base
    if numbers[from] >= 0 { return Int(numbers[from]) == from }
    if numbers[to] >= 0 { return Int(numbers[to]) == to }
    return true
  }
}
