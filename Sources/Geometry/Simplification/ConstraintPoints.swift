/// Points that are never removed: all nodes, and one point of each ring without nodes. Each must stay on its side of every
/// line (the sidedness of Saalfeld, Cartography and Geographic Information Science 26, 1999): a simplified line that moves
/// across an island, an enclave or a connected group of them necessarily moves across one of these points.
struct ConstraintPoints: Sendable {
  private let points: [Int32]
  private let grid: UniformGrid
  private static let manyCells = 4096

  /// Complexity: O(points).
  init(_ thinning: Thinning, _ box: Bounds, cell: Double) {
    let layer = thinning.layer
    let places = thinning.places
    let lists = layer.eachPiece(threads: thinning.threads) { rings in
      var found: [Int32] = []
      for ring in rings {
        let points = layer.distinctPoints(ofRing: ring)
        var isFree = true
        for point in points where places.numbers.base[point] < 0 {
          isFree = false
          if Int(~places.numbers.base[point]) == point { found.append(Int32(point)) }
        }
        if isFree, let point = points.first(where: { thinning.keeps($0) }), Int(places.numbers.base[point]) == point {
          found.append(Int32(point))
        }
      }
      return found
    }
    let all = Array(lists.joined())
    var grid = UniformGrid(box, cell: cell, things: 2 * all.count)
    grid.fill(all.count, threads: thinning.threads) { grid, numbers in
      numbers.map { number in
        let point = Int(all[number])
        let bucket = grid.bucket(grid.column(layer.x(point)), grid.row(layer.y(point)))
        return UInt64(bucket) << 32 | UInt64(number)
      }
    }
    points = all
    self.grid = grid
  }

  /// Whether one of them lies between a subchain of the layer and the segment that replaces it.
  func lieBetween(_ subchain: Subchain, _ thinning: Thinning) -> Bool {
    let layer = thinning.layer
    return layer.coordinates.withUnsafeBufferPointer { coordinates in
      var box = Bounds.empty
      thinning.forEachPoint(of: subchain) { box.include(coordinates[2 * $0], coordinates[2 * $0 + 1]) }
      var isBetween = false
      func ask(_ number: Int32) {
        let point = Int(points[Int(number)])
        let x = coordinates[2 * point]
        let y = coordinates[2 * point + 1]
        guard box.contains(x, y), !isEnd(x, y, subchain, coordinates) else { return }
        isBetween = encloses(subchain, x, y, coordinates, thinning)
      }
      let columns = grid.column(box.minX)...grid.column(box.maxX)
      let rows = grid.row(box.minY)...grid.row(box.maxY)
      if columns.count * rows.count > Self.manyCells {
        for number in points.indices where !isBetween { ask(Int32(number)) }
      } else {
        for row in rows where !isBetween {
          for column in columns where !isBetween {
            for number in grid.buckets[grid.bucket(column, row)] where !isBetween { ask(number) }
          }
        }
      }
      return isBetween
    }
  }

  private func isEnd(_ x: Double, _ y: Double, _ subchain: Subchain, _ coordinates: UnsafeBufferPointer<Double>) -> Bool
  {
    let from = 2 * Int(subchain.from)
    let to = 2 * Int(subchain.to)
    return (x == coordinates[from] && y == coordinates[from + 1]) || (x == coordinates[to] && y == coordinates[to + 1])
  }

  /// Whether a point lies in the area between a subchain and its segment, by the even–odd rule.
  private func encloses(
    _ subchain: Subchain, _ x: Double, _ y: Double, _ coordinates: UnsafeBufferPointer<Double>, _ thinning: Thinning
  ) -> Bool {
    var inside = false
    var last = Int(subchain.to)
    thinning.forEachPoint(of: subchain) { point in
      let x0 = coordinates[2 * last]
      let y0 = coordinates[2 * last + 1]
      let x1 = coordinates[2 * point]
      let y1 = coordinates[2 * point + 1]
      if (y0 > y) != (y1 > y), x < x0 + (y - y0) / (y1 - y0) * (x1 - x0) { inside.toggle() }
      last = point
    }
    return inside
  }
}
