/// A piece of an arc between two consecutive kept points, which the simplified layer draws as one segment: a subchain and
/// its shortcut (Imai & Iri, Computational Morphology, 1988).
struct Subchain: BitwiseCopyable {
  var from: Int32
  var to: Int32
  var ring: Int32
  /// Whether points between the ends were removed.
  var isShortcut: Bool
}

extension Thinning {
  /// The points of a subchain, its ends included, in order.
  @inline(__always) func forEachPoint(of subchain: Subchain, _ body: (Int) -> Void) {
    let points = layer.distinctPoints(ofRing: Int(subchain.ring))
    var point = Int(subchain.from)
    let end = Int(subchain.to)
    body(point)
    repeat {
      point = points.next(point)
      body(point)
    } while point != end
  }

  /// The segment that replaces a subchain.
  func segment(of subchain: Subchain) -> Segment {
    layer.coordinates.withUnsafeBufferPointer { Segment($0, from: Int(subchain.from), to: Int(subchain.to)) }
  }

  /// The removed points between the ends.
  func inner(_ subchain: Subchain) -> [Int] {
    var points: [Int] = []
    forEachPoint(of: subchain) { points.append($0) }
    return Array(points.dropFirst().dropLast())
  }

  /// Every subchain once, even if several lines or rings follow it; only an edge between two nodes may occur
  /// twice. Complexity: O(points).
  func subchains() -> [Subchain] {
    let found = layer.eachPiece(threads: threads) { rings in
      var subchains: [Subchain] = []
      for ring in rings { forEachSubchain(ofRing: ring) { subchains.append($0) } }
      return subchains
    }
    return Array(found.joined())
  }

  @inline(__always) private func forEachSubchain(ofRing ring: Int, _ body: (Subchain) -> Void) {
    let points = layer.distinctPoints(ofRing: ring)
    var first = -1
    var last = -1
    func end(_ point: Int) {
      let subchain = Subchain(
        from: Int32(last), to: Int32(point), ring: Int32(ring), isShortcut: point != points.next(last))
      if decides(subchain, points) { body(subchain) }
    }
    for point in points where keeps(point) {
      if first < 0 { first = point } else { end(point) }
      last = point
    }
    if layer.kind == .polygon, first != last { end(first) }
  }

  @inline(__always) private func decides(_ subchain: Subchain, _ points: Range<Int>) -> Bool {
    let from = Int(subchain.from)
    let to = Int(subchain.to)
    if subchain.isShortcut {
      return places.decides(points.next(from), to == points.lowerBound ? points.upperBound - 1 : to - 1)
    }
    let numbers = places.numbers.base
    if numbers[from] >= 0 { return Int(numbers[from]) == from }
    if numbers[to] >= 0 { return Int(numbers[to]) == to }
    return true
  }
}

extension Range where Bound == Int {
  /// The number after another one of the range, the first after the last.
  @inline(__always) func next(_ number: Int) -> Int { number + 1 == upperBound ? lowerBound : number + 1 }
}
