/// Edges that overlap without having the same end points, found with a grid.
struct OverlappingEdges {
  private let layer: Layer
  private let edges: [Int]
  private let tolerance: Double
  private let box: Bounds
  private let cell: Double
  private let columns: Int
  private let rows: Int

  init(_ layer: Layer, edges: [Int], tolerance: Double) {
    self.layer = layer
    self.edges = edges
    self.tolerance = tolerance
    var box = Bounds.empty
    for edge in edges {
      box.include(layer.x(edge), layer.y(edge))
      box.include(layer.x(edge + 1), layer.y(edge + 1))
    }
    self.box = box
    let side = max(box.width, box.height)
    let across = min(max(Double(edges.count).squareRoot().rounded(.up), 1), 1024)
    cell = side > 0 ? side / across : 1
    columns = edges.isEmpty ? 0 : Int(box.width / cell) + 1
    rows = edges.isEmpty ? 0 : Int(box.height / cell) + 1
  }

  /// Calls `body` with two edges that overlap; a pair may come more than once.
  func forEachPair(_ body: (Int, Int) -> Void) {
    forEachNearPair { first, second in if overlap(first, second) { body(first, second) } }
  }

  /// Calls `body` with the end point of an edge and another edge that passes within the tolerance of it.
  func forEachTouch(_ body: (_ point: Int, _ edge: Int) -> Void) {
    forEachNearPair { first, second in
      for (point, edge) in [(first, second), (first + 1, second), (second, first), (second + 1, first)]
      where touches(point, edge) { body(point, edge) }
    }
  }

  private func forEachNearPair(_ body: (Int, Int) -> Void) {
    guard edges.count > 1 else { return }
    var starts = [Int](repeating: 0, count: columns * rows + 1)
    for edge in edges { forEachCell(edge) { starts[$0 + 1] += 1 } }
    for cell in 0..<columns * rows { starts[cell + 1] += starts[cell] }
    var entries = [Int](repeating: 0, count: starts[columns * rows])
    var fill = starts
    for edge in edges {
      forEachCell(edge) { cell in
        entries[fill[cell]] = edge
        fill[cell] += 1
      }
    }
    for cell in 0..<columns * rows {
      let members = entries[starts[cell]..<starts[cell + 1]]
      for (place, first) in members.enumerated() { for second in members.dropFirst(place + 1) { body(first, second) } }
    }
  }

  /// Calls `body` with the cells of the edge's box, which are few because edges of borders are short.
  private func forEachCell(_ edge: Int, _ body: (Int) -> Void) {
    let x0 = layer.x(edge)
    let x1 = layer.x(edge + 1)
    let y0 = layer.y(edge)
    let y1 = layer.y(edge + 1)
    func index(_ value: Double, _ origin: Double, _ count: Int) -> Int {
      min(max(Int((value - origin) / cell), 0), count - 1)
    }
    let left = index(min(x0, x1) - tolerance, box.minX, columns)
    let right = index(max(x0, x1) + tolerance, box.minX, columns)
    let bottom = index(min(y0, y1) - tolerance, box.minY, rows)
    let top = index(max(y0, y1) + tolerance, box.minY, rows)
    for row in bottom...top { for column in left...right { body(row * columns + column) } }
  }

  /// Whether the shorter of two edges lies within the tolerance of the longer one along more than ten
  /// tolerances.
  private func overlap(_ first: Int, _ second: Int) -> Bool {
    let (long, short) = length(first) >= length(second) ? (first, second) : (second, first)
    let size = length(long)
    guard size > 0 else { return false }
    let ux = (layer.x(long + 1) - layer.x(long)) / size
    let uy = (layer.y(long + 1) - layer.y(long)) / size
    var along: [Double] = []
    for point in [short, short + 1] {
      let dx = layer.x(point) - layer.x(long)
      let dy = layer.y(point) - layer.y(long)
      guard (dx * uy - dy * ux).magnitude <= tolerance else { return false }
      along.append(dx * ux + dy * uy)
    }
    let shared = min(max(along[0], along[1]), size) - max(min(along[0], along[1]), 0)
    return shared > 10 * tolerance
  }

  /// Whether a point is at most the tolerance away from an edge.
  private func touches(_ point: Int, _ edge: Int) -> Bool {
    let size = length(edge)
    guard size > 0 else { return false }
    let ux = (layer.x(edge + 1) - layer.x(edge)) / size
    let uy = (layer.y(edge + 1) - layer.y(edge)) / size
    let dx = layer.x(point) - layer.x(edge)
    let dy = layer.y(point) - layer.y(edge)
    let along = min(max(dx * ux + dy * uy, 0), size)
    let awayX = dx - along * ux
    let awayY = dy - along * uy
    return awayX * awayX + awayY * awayY <= tolerance * tolerance
  }

  private func length(_ edge: Int) -> Double {
    let dx = layer.x(edge + 1) - layer.x(edge)
    let dy = layer.y(edge + 1) - layer.y(edge)
    return (dx * dx + dy * dy).squareRoot()
  }
}
