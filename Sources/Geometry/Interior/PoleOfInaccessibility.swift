/// The point of a polygon furthest from its border: where a name or a symbol has most room.
public struct PoleOfInaccessibility: Sendable, Equatable {
  public var x: Double
  public var y: Double
  /// Distance to the nearest border, in the units of the layer.
  public var distance: Double
}

extension Layer {
  /// The pole of inaccessibility of a polygon feature (Garcia-Castellanos & Lombardo, Scottish Geographical
  /// Journal 123, 2007), of its largest part when it has several; `nil` without area.
  ///
  /// `precision`, in the units of the layer, is how much further from the border another point may be; without
  /// one, 1/1,000 of the larger side of the part's box. Best-first refinement of square cells, as Mapbox's
  /// polylabel does. Complexity: O(points of the part) per cell, some hundred cells.
  public func poleOfInaccessibility(of feature: Int, precision: Double? = nil) -> PoleOfInaccessibility? {
    guard let part = largestPart(of: feature), area(ofPart: part) > 0 else { return nil }
    var box = Bounds.empty
    for point in points(ofRing: rings(ofPart: part).lowerBound) { box.include(x(point), y(point)) }
    let length = max(box.width, box.height)
    let side = max(min(box.width, box.height), length / 32)
    let smallest = length * 1e-9
    let precision = max(precision ?? length / 1000, smallest)

    func cell(_ x: Double, _ y: Double, _ half: Double) -> Cell {
      let distance = distanceToBorder(ofPart: part, x, y)
      return Cell(x: x, y: y, half: half, distance: distance, bound: distance + half * 2.0.squareRoot())
    }

    var queue = CellQueue()
    let half = side / 2
    for column in 0..<max(1, Int((box.width / side).rounded(.up))) {
      for row in 0..<max(1, Int((box.height / side).rounded(.up))) {
        queue.push(
          cell(box.minX + Double(2 * column + 1) * half, box.minY + Double(2 * row + 1) * half, half))
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
      let quarter = next.half / 2
      for (dx, dy) in [(-quarter, -quarter), (quarter, -quarter), (-quarter, quarter), (quarter, quarter)] {
        queue.push(cell(next.x + dx, next.y + dy, quarter))
      }
    }
    return PoleOfInaccessibility(x: best.x, y: best.y, distance: best.distance)
  }

  /// Distance from a point to the border of a part, negative outside.
  func distanceToBorder(ofPart part: Int, _ x: Double, _ y: Double) -> Double {
    coordinates.withUnsafeBufferPointer { buffer in
      var inside = false
      var nearest = Double.infinity
      for ring in rings(ofPart: part) {
        for point in points(ofRing: ring).dropLast() {
          let x0 = buffer[2 * point]
          let y0 = buffer[2 * point + 1]
          let dx = buffer[2 * point + 2] - x0
          let dy = buffer[2 * point + 3] - y0
          if (y0 > y) != (y0 + dy > y), x < x0 + (y - y0) / dy * dx { inside.toggle() }
          let length = dx * dx + dy * dy
          let along = length > 0 ? min(max(((x - x0) * dx + (y - y0) * dy) / length, 0), 1) : 0
          let awayX = x - x0 - along * dx
          let awayY = y - y0 - along * dy
          nearest = min(nearest, awayX * awayX + awayY * awayY)
        }
      }
      return inside ? nearest.squareRoot() : -nearest.squareRoot()
    }
  }
}

/// A square of the search: its centre, half its side, the centre's distance, and a bound on that of its points.
private struct Cell {
  var x: Double
  var y: Double
  var half: Double
  var distance: Double
  var bound: Double
}

/// A binary heap, the cell with the largest bound first.
private struct CellQueue {
  private var cells: [Cell] = []

  mutating func push(_ cell: Cell) {
    cells.append(cell)
    var child = cells.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard cells[parent].bound < cells[child].bound else { return }
      cells.swapAt(parent, child)
      child = parent
    }
  }

  mutating func pop() -> Cell? {
    guard let top = cells.first, let last = cells.popLast() else { return nil }
    guard !cells.isEmpty else { return top }
    cells[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < cells.count else { return top }
      if child + 1 < cells.count, cells[child + 1].bound > cells[child].bound { child += 1 }
      guard cells[child].bound > cells[parent].bound else { return top }
      cells.swapAt(parent, child)
      parent = child
    }
  }
}
