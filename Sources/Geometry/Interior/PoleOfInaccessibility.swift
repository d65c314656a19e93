import Bytes

/// The point of a polygon furthest from its border, where a name or a symbol has the most room.
public struct PoleOfInaccessibility: Sendable, Equatable {
  /// East, in the units of the layer.
  public var x: Double
  /// North, in the units of the layer.
  public var y: Double
  /// Distance to the nearest border, in the units of the layer; not positive only when no point inside was
  /// found.
  public var distance: Double
}

extension Layer {
  /// The pole of inaccessibility of a polygon feature (Garcia-Castellanos & Lombardo, Scottish Geographical
  /// Journal 123, 2007), of its largest part when it has several; `nil` without area, and for a part smaller
  /// than 1e-100 units, because the squares of such lengths underflow.
  ///
  /// `precision`, in the units of the layer, is how much further from the border another point may be; the
  /// default is 1/1,000 of the larger side of the part's box. The search refines square cells, the most
  /// promising first, as Mapbox's polylabel does. Complexity: O(points of the part) for each cell, some hundred
  /// cells. The number of cells is limited; when it is used up, which takes a part of many thousand rings, the
  /// result is the best point found so far, or a point inside the part.
  public func poleOfInaccessibility(of feature: Int, precision: Double? = nil) -> PoleOfInaccessibility? {
    guard let part = largestPart(of: feature), area(ofPart: part) > 0 else { return nil }
    let box = bounds(ofRing: rings(ofPart: part).lowerBound)
    let length = max(box.width, box.height)
    guard length > 1e-100 else { return nil }
    let side = max(min(box.width, box.height), length / 32)
    let smallest = length * 1e-9
    let precision = max(precision ?? length / 1000, smallest)

    let edges = edges(ofPart: part)
    var cells = max(1000, Self.mostEdges / edges.count)
    func cell(_ x: Double, _ y: Double, _ half: Double) -> Cell {
      let distance = Self.distance(to: edges, x, y)
      return Cell(x: x, y: y, half: half, distance: distance, bound: distance + half * 2.0.squareRoot())
    }

    var queue = BinaryHeap<Cell>()
    let half = side / 2
    for column in 0..<max(1, Int((box.width / side).rounded(.up))) {
      for row in 0..<max(1, Int((box.height / side).rounded(.up))) {
        queue.push(cell(box.minX + Double(2 * column + 1) * half, box.minY + Double(2 * row + 1) * half, half))
      }
    }
    var best = cell(box.midX, box.midY, 0)
    if let centre = centroid(of: feature) {
      let candidate = cell(centre.x, centre.y, 0)
      if candidate.distance > best.distance { best = candidate }
    }
    while let next = queue.pop() {
      if next.distance > best.distance { best = next }
      let isInside = best.distance > 0 || next.half < smallest
      if isInside, next.bound - best.distance <= precision { break }
      cells -= 4
      guard cells > 0 else { break }
      let quarter = next.half / 2
      for (dx, dy) in [(-quarter, -quarter), (quarter, -quarter), (-quarter, quarter), (quarter, quarter)] {
        queue.push(cell(next.x + dx, next.y + dy, quarter))
      }
    }
    if best.distance <= 0, let inside = Self.middle(of: edges, in: box) { best = cell(inside.x, inside.y, 0) }
    return PoleOfInaccessibility(x: best.x, y: best.y, distance: best.distance)
  }

  /// Most edges the search looks at, over all its cells.
  private static let mostEdges = 1 << 28

  /// The middle of the longest stretch inside a part on sixteen lines of constant y.
  private static func middle(of edges: [Edge], in box: Bounds) -> (x: Double, y: Double)? {
    var best: (x: Double, y: Double)?
    var longest = 0.0
    for line in 0..<16 {
      let y = box.minY + box.height * (Double(line) + 0.5) / 16
      let crossings = edges.filter { ($0.y > y) != ($0.y + $0.dy > y) }.map { $0.x + (y - $0.y) / $0.dy * $0.dx }
        .sorted()
      for place in stride(from: 0, to: crossings.count - 1, by: 2) {
        let length = crossings[place + 1] - crossings[place]
        guard length > longest else { continue }
        longest = length
        best = (crossings[place] + length / 2, y)
      }
    }
    return best
  }

  /// `poleOfInaccessibility` of several features, in the order of `features`; many features are shared among
  /// threads.
  public func polesOfInaccessibility(of features: [Int], precision: Double? = nil, threads: Int = Parallel.processors)
    -> [PoleOfInaccessibility?]
  {
    // Enough runs that a thread which starts late still finds work.
    let runs = max(1, features.count / 16)
    return Parallel.each(features.count, in: runs, threads: threads) { run in
      features[run].map { poleOfInaccessibility(of: $0, precision: precision) }
    }.flatMap { $0 }
  }

  private func edges(ofPart part: Int) -> [Edge] {
    var edges: [Edge] = []
    edges.reserveCapacity(rings(ofPart: part).reduce(0) { $0 + points(ofRing: $1).count })
    coordinates.withUnsafeBufferPointer { buffer in
      for ring in rings(ofPart: part) {
        for point in points(ofRing: ring).dropLast() {
          let (x, y) = (buffer[2 * point], buffer[2 * point + 1])
          let (dx, dy) = (buffer[2 * point + 2] - x, buffer[2 * point + 3] - y)
          edges.append(Edge(x: x, y: y, dx: dx, dy: dy, length: dx * dx + dy * dy))
        }
      }
    }
    return edges
  }

  private static func distance(to edges: [Edge], _ x: Double, _ y: Double) -> Double {
    edges.withUnsafeBufferPointer { edges in
      var inside = false
      var nearest = Double.infinity
      for edge in edges {
        let (toX, toY) = (x - edge.x, y - edge.y)
        if (edge.y > y) != (edge.y + edge.dy > y), x < edge.x + toY / edge.dy * edge.dx { inside.toggle() }
        // For an edge without length this is not a number, and both comparisons below are false.
        let part = (toX * edge.dx + toY * edge.dy) / edge.length
        let positive = part > 0 ? part : 0
        let along = positive < 1 ? positive : 1
        let awayX = toX - along * edge.dx
        let awayY = toY - along * edge.dy
        let away = awayX * awayX + awayY * awayY
        nearest = away < nearest ? away : nearest
      }
      return inside ? nearest.squareRoot() : -nearest.squareRoot()
    }
  }
}

/// A side of a polygon: its first point, the vector to the next point, and (`length`) the square of its length.
private struct Edge {
  var x: Double
  var y: Double
  var dx: Double
  var dy: Double
  var length: Double
}

/// A square of the search: its centre, half its side, the centre's distance to the border, and an upper bound
/// of that distance for all its points.
private struct Cell: HeapElement {
  var x: Double
  var y: Double
  var half: Double
  var distance: Double
  var bound: Double

  func precedes(_ other: Cell) -> Bool { bound > other.bound }
}
