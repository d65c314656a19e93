import Cartography
import Geometry

/// The frame of a map as a grid of cells, each of which lies on a feature, on a département around, or on
/// nothing. Furniture and names of surroundings are put where they hide least.
struct FreeCells {
  private static let cell = 8.0
  private static let feature = -1
  private static let nothing = -2
  private let view: Viewport
  private let columns: Int
  private let rows: Int
  /// `feature`, `nothing`, or the number of a département.
  private var kinds: [Int]
  private var departements: [String] = []

  /// Complexity: O(points of what is wider than two cells + features + cells).
  init(_ input: MapInput, _ symbols: [MapSymbol], _ view: Viewport) {
    self.view = view
    columns = max(1, Int(view.frame.width / Self.cell))
    rows = max(1, Int(view.frame.height / Self.cell))
    kinds = [Int](repeating: Self.nothing, count: columns * rows)
    if let around = input.surroundings {
      let shown = (0..<around.outlines.featureCount).filter { feature in
        around.departements[feature] != nil && around.outlines.bounds(of: feature).intersects(view.extent)
      }
      let names = shown.compactMap { around.departements[$0] }
      departements = names.distinct
      for (feature, number) in zip(shown, names.groups) { fill(feature, of: around.outlines, with: number) }
    }
    let features = input.outline ?? input.outlines
    for feature in 0..<features.featureCount { fill(feature, of: features, with: Self.feature) }
    for symbol in symbols { fill(symbol) }
  }

  /// The cells that a range of px meets, measured from the frame's own edge.
  private func cells(_ low: Double, _ high: Double, of count: Int) -> ClosedRange<Int>? {
    let first = max(0, Int(max(low / Self.cell, -1)))
    let last = min(count - 1, Int(min(high / Self.cell, Double(count))))
    return high >= 0 && first <= last ? first...last : nil
  }

  private mutating func fill(_ symbol: MapSymbol) {
    let (x, y) = (view.x(symbol.x) - view.frame.minX, view.y(symbol.y) - view.frame.minY)
    guard let across = cells(x - symbol.radius, x + symbol.radius, of: columns),
      let down = cells(y - symbol.radius, y + symbol.radius, of: rows)
    else { return }
    for row in down { for column in across { kinds[row * columns + column] = Self.feature } }
  }

  private mutating func fill(_ feature: Int, of layer: Layer, with kind: Int) {
    let box = layer.bounds(of: feature)
    guard !box.isEmpty,
      let across = cells(view.x(box.minX) - view.frame.minX, view.x(box.maxX) - view.frame.minX, of: columns),
      let down = cells(view.y(box.maxY) - view.frame.minY, view.y(box.minY) - view.frame.minY, of: rows)
    else { return }
    // A shape this small takes the cells it touches, since few of their middles, or none, lie inside it.
    guard layer.kind == .polygon, across.count > 2 || down.count > 2 else {
      for row in down { for column in across { kinds[row * columns + column] = kind } }
      return
    }
    for row in down {
      let py = view.frame.minY + (Double(row) + 0.5) * Self.cell
      let crossings = layer.crossings(of: feature, y: view.unproject(view.frame.minX, py).y).sorted()
      var passed = 0
      for column in across {
        let x = view.unproject(view.frame.minX + (Double(column) + 0.5) * Self.cell, py).x
        while passed < crossings.count, crossings[passed] <= x { passed += 1 }
        if (crossings.count - passed) % 2 == 1 { kinds[row * columns + column] = kind }
      }
    }
  }

  /// The corner of the frame where a box hides fewest features; among equals bottom left, bottom right, top right,
  /// top left.
  func corner(width: Double, height: Double, avoiding: [Bounds]) -> Bounds {
    let frame = view.frame
    let inset = 6.0
    let (left, right) = (frame.minX + inset, frame.maxX - inset - width)
    let (top, bottom) = (frame.minY + inset, frame.maxY - inset - height)
    let corners = [(left, bottom), (right, bottom), (right, top), (left, top)].map {
      Bounds(x: $0.0, y: $0.1, width: width, height: height)
    }.filter { box in !avoiding.contains { $0.overlaps(box) } }
    return corners.min { hidden($0) < hidden($1) } ?? Bounds(x: left, y: bottom, width: width, height: height)
  }

  /// How many cells with a feature a box hides.
  func hidden(_ box: Bounds) -> Int {
    guard let across = cells(box.minX - view.frame.minX, box.maxX - view.frame.minX, of: columns),
      let down = cells(box.minY - view.frame.minY, box.maxY - view.frame.minY, of: rows)
    else { return 0 }
    return down.reduce(0) { sum, row in sum + across.count { kinds[row * columns + $0] == Self.feature } }
  }

  /// The radius written across a circle, where it leaves the features if it does; `nil` without room.
  func label(of circle: MapCircle, avoiding: [Bounds]) -> (text: String, box: Bounds)? {
    let width = TextMetrics.width(circle.label, size: 10, weight: .bold) + 4
    let points = circle.ring.count / 2
    let boxes = stride(from: 0, to: points, by: 3).map { point -> Bounds in
      let x = view.x(circle.ring[2 * point])
      let y = view.y(circle.ring[2 * point + 1])
      return Bounds(x: x - width / 2, y: y - 8, width: width, height: 15)
    }
    let inFrame = boxes.filter { box in
      box.minX > view.frame.minX + 4 && box.maxX < view.frame.maxX - 4 && box.minY > view.frame.minY + 4
        && box.maxY < view.frame.maxY - 4 && !avoiding.contains { $0.overlaps(box) }
    }
    return inFrame.min { hidden($0) < hidden($1) }.map { (circle.label, $0) }
  }

  /// Each département's name in the widest spot of its visible part, when there is room for it.
  func departementNames(avoiding: [Bounds]) -> [(text: String, box: Bounds)] {
    var placed: [(text: String, box: Bounds)] = []
    for (number, name) in departements.enumerated() {
      let width = TextMetrics.width(name, size: 12.5) + 0.6 * Double(name.count) + 10
      let height = 18.0
      // By how many cells the box can grow on every side and still lie in the département.
      var best: (room: Int, box: Bounds)?
      for row in 0..<rows {
        for column in 0..<columns where kinds[row * columns + column] == number {
          let x = view.frame.minX + (Double(column) + 0.5) * Self.cell
          let y = view.frame.minY + (Double(row) + 0.5) * Self.cell
          let box = Bounds(x: x - width / 2, y: y - height / 2, width: width, height: height)
          let least = best?.room ?? 0
          guard least < Self.mostRoom, fits(box, least, number) else { continue }
          var room = least + 1
          while room < Self.mostRoom, fits(box, room, number) { room += 1 }
          if (avoiding + placed.map(\.box)).contains(where: { $0.overlaps(box) }) { continue }
          best = (room, box)
        }
      }
      if let best { placed.append((name, best.box)) }
    }
    return placed
  }

  /// A name whose box could grow by this many cells has all the room it needs.
  private static let mostRoom = 12

  /// Whether a box grown by some cells on every side lies in one département.
  private func fits(_ box: Bounds, _ room: Int, _ number: Int) -> Bool {
    let grow = Double(room) * Self.cell
    let left = Int(((box.minX - grow - view.frame.minX) / Self.cell).rounded(.down))
    let right = Int(((box.maxX + grow - view.frame.minX) / Self.cell).rounded(.down))
    let top = Int(((box.minY - grow - view.frame.minY) / Self.cell).rounded(.down))
    let bottom = Int(((box.maxY + grow - view.frame.minY) / Self.cell).rounded(.down))
    guard left >= 0, top >= 0, right < columns, bottom < rows else { return false }
    return (top...bottom).allSatisfy { row in (left...right).allSatisfy { kinds[row * columns + $0] == number } }
  }
}
