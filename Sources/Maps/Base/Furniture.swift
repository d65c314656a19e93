import Cartography
import Geometry

/// Scale bar, north arrow and names of the départements around, each where it hides nothing of the territory.
struct Furniture {
  let scale: ScaleBar
  let scaleBox: Box
  let north: NorthArrow?
  let northBox: Box?
  let inset: (locator: Locator, box: Box)?
  let names: [(text: String, box: Box)]
  let radii: [(text: String, box: Box)]
  private let insetWidth: Double
  /// px.
  static let widestInset = 112.0

  init(_ base: BaseMap, _ view: Viewport, circles: [MapCircle]) {
    let frame = view.frame
    scale = ScaleBar(
      metresPerPixel: base.ground.metresPerUnit / view.scale, available: min(180, frame.width * 0.28))
    let free = FreeGround(base, view)
    // The largest chooses first.
    let insetWidth = frame.width < 500 ? 60.0 : Self.widestInset
    self.insetWidth = insetWidth
    inset = base.locator.flatMap { locator in
      let size = locator.size(width: insetWidth)
      let box = free.corner(width: size.width, height: size.height, avoiding: [])
      // Where every corner is taken by the territory, the territory is what people came for.
      return free.hidden(box) == 0 ? (locator, box) : nil
    }
    let taken = [inset?.box].compactMap { $0 }
    let size = scale.size
    let barBox = free.corner(width: size.width + 16, height: size.height + 12, avoiding: taken)
    scaleBox = barBox
    north = NorthArrow(convergence: base.ground.convergence, spread: base.ground.convergenceSpread)
    let arrow = north.map { _ in
      free.corner(
        width: NorthArrow.size.width + 12, height: NorthArrow.size.height + 14, avoiding: taken + [barBox])
    }
    northBox = arrow
    let furniture = taken + [barBox] + [arrow].compactMap { $0 }
    radii = circles.compactMap { free.label(of: $0, avoiding: furniture) }
    names = free.departementNames(avoiding: furniture + radii.map(\.box))
  }

  /// What labels must not cover.
  var obstacles: [Box] {
    [scaleBox] + [northBox, inset?.box].compactMap { $0 } + names.map(\.box) + radii.map(\.box)
  }

  func draw(in drawing: inout Drawing) {
    for name in names {
      drawing.text(
        name.text, name.box.x + name.box.width / 2, name.box.y + name.box.height - 4, class: "place",
        anchor: .middle)
    }
    drawing.edged(radii.indices.map { (id: "radius-\($0 + 1)", tone: .radius) }) { drawing, index in
      let box = radii[index].box
      drawing.text(radii[index].text, box.x + box.width / 2, box.maxY - 4, class: "t10b", anchor: .middle)
    }
    if let inset { inset.locator.draw(in: &drawing, box: inset.box, width: insetWidth) }
    scale.draw(in: &drawing, x: scaleBox.x + 16, y: scaleBox.maxY - 8)
    if let north, let northBox {
      north.draw(in: &drawing, x: northBox.x + northBox.width / 2, y: northBox.maxY - 6)
    }
  }
}

/// A circle to draw, in map coordinates.
struct MapCircle {
  /// Closed ring of x, y pairs.
  var ring: [Double]
  /// Whether it belongs to a planned action.
  var planned: Bool
  /// Its radius in words.
  var label: String
}

/// The frame as a grid of cells, each in the territory, in a département around it, or in nothing.
struct FreeGround {
  private static let cell = 8.0
  private let view: Viewport
  private let columns: Int
  private let rows: Int
  /// −1 for the territory, −2 for nothing, else the number of a département.
  private var kinds: [Int]
  private var departements: [String]

  init(_ base: BaseMap, _ view: Viewport) {
    self.view = view
    columns = Int(view.frame.width / Self.cell)
    rows = Int(view.frame.height / Self.cell)
    kinds = [Int](repeating: -2, count: columns * rows)
    departements = []
    var numbers: [String: Int] = [:]
    let people = base.subject.surroundings?.communes ?? []
    for feature in 0..<base.surroundings.featureCount {
      guard let name = people[feature].departementName,
        base.surroundings.bounds(of: feature).intersects(view.extent)
      else { continue }
      let number = numbers[name] ?? departements.count
      if numbers.updateValue(number, forKey: name) == nil { departements.append(name) }
      fill(feature, of: base.surroundings, with: number)
    }
    for feature in 0..<base.outline.featureCount { fill(feature, of: base.outline, with: -1) }
  }

  private mutating func fill(_ feature: Int, of layer: Layer, with kind: Int) {
    let box = layer.bounds(of: feature)
    let left = max(0, Int((view.x(box.minX) - view.frame.x) / Self.cell))
    let right = min(columns - 1, Int((view.x(box.maxX) - view.frame.x) / Self.cell))
    let top = max(0, Int((view.y(box.maxY) - view.frame.y) / Self.cell))
    let bottom = min(rows - 1, Int((view.y(box.minY) - view.frame.y) / Self.cell))
    guard left <= right, top <= bottom else { return }
    for row in top...bottom {
      let py = view.frame.y + (Double(row) + 0.5) * Self.cell
      let crossings = layer.crossings(of: feature, y: view.unproject(view.frame.x, py).y).sorted()
      var passed = 0
      for column in left...right {
        let x = view.unproject(view.frame.x + (Double(column) + 0.5) * Self.cell, py).x
        while passed < crossings.count, crossings[passed] <= x { passed += 1 }
        if (crossings.count - passed) % 2 == 1 { kinds[row * columns + column] = kind }
      }
    }
  }

  /// The corner of the frame where a box hides least of the territory; among equals bottom left, bottom right,
  /// top right, top left.
  func corner(width: Double, height: Double, avoiding: [Box]) -> Box {
    let frame = view.frame
    let inset = 6.0
    let left = frame.x + inset
    let right = frame.maxX - inset - width
    let top = frame.y + inset
    let bottom = frame.maxY - inset - height
    let corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
      .map { Box(x: $0.0, y: $0.1, width: width, height: height) }
      .filter { box in !avoiding.contains { $0.intersects(box) } }
    return corners.min { hidden($0) < hidden($1) } ?? Box(x: left, y: bottom, width: width, height: height)
  }

  /// How many cells of the territory a box hides.
  func hidden(_ box: Box) -> Int {
    // One more cell than it takes on every side: which of them the box meets is asked below.
    let left = max(0, Int((box.x - view.frame.x) / Self.cell) - 1)
    let right = min(columns, Int((box.maxX - view.frame.x) / Self.cell) + 2)
    let top = max(0, Int((box.y - view.frame.y) / Self.cell) - 1)
    let bottom = min(rows, Int((box.maxY - view.frame.y) / Self.cell) + 2)
    guard left < right, top < bottom else { return 0 }
    var count = 0
    for row in top..<bottom {
      for column in left..<right where kinds[row * columns + column] == -1 {
        let cell = Box(
          x: view.frame.x + Double(column) * Self.cell, y: view.frame.y + Double(row) * Self.cell,
          width: Self.cell, height: Self.cell)
        if cell.intersects(box) { count += 1 }
      }
    }
    return count
  }

  /// The radius written across the circle, where it leaves the territory if it does; `nil` without room.
  func label(of circle: MapCircle, avoiding: [Box]) -> (text: String, box: Box)? {
    let width = TextMetrics.width(circle.label, size: 10, weight: .bold) + 4
    let points = circle.ring.count / 2
    let boxes = stride(from: 0, to: points, by: 3).map { point -> Box in
      let x = view.x(circle.ring[2 * point])
      let y = view.y(circle.ring[2 * point + 1])
      return Box(x: x - width / 2, y: y - 8, width: width, height: 15)
    }
    let inFrame = boxes.filter { box in
      box.x > view.frame.x + 4 && box.maxX < view.frame.maxX - 4 && box.y > view.frame.y + 4
        && box.maxY < view.frame.maxY - 4 && !avoiding.contains { $0.intersects(box) }
    }
    return inFrame.min { hidden($0) < hidden($1) }.map { (circle.label, $0) }
  }

  /// Each département's name in the widest spot of its visible part, when there is room for it.
  func departementNames(avoiding: [Box]) -> [(text: String, box: Box)] {
    var placed: [(text: String, box: Box)] = []
    for (number, name) in departements.enumerated() {
      let width = TextMetrics.width(name, size: 12.5) + 0.6 * Double(name.count) + 10
      let height = 18.0
      // By how many cells the box can grow on every side and still lie in the département.
      var best: (room: Int, box: Box)?
      for row in 0..<rows {
        for column in 0..<columns where kinds[row * columns + column] == number {
          let x = view.frame.x + (Double(column) + 0.5) * Self.cell
          let y = view.frame.y + (Double(row) + 0.5) * Self.cell
          let box = Box(x: x - width / 2, y: y - height / 2, width: width, height: height)
          let least = best?.room ?? 0
          guard least < Self.mostRoom, fits(box, least, number) else { continue }
          var room = least + 1
          while room < Self.mostRoom, fits(box, room, number) { room += 1 }
          if (avoiding + placed.map(\.box)).contains(where: { $0.intersects(box) }) { continue }
          best = (room, box)
        }
      }
      if let best { placed.append((name, best.box)) }
    }
    return placed
  }

  /// A name that could grow by so many cells has all the room it needs.
  private static let mostRoom = 12

  /// Whether a box grown by some cells on every side lies in one département.
  private func fits(_ box: Box, _ room: Int, _ number: Int) -> Bool {
    let grow = Double(room) * Self.cell
    let left = Int(((box.x - grow - view.frame.x) / Self.cell).rounded(.down))
    let right = Int(((box.maxX + grow - view.frame.x) / Self.cell).rounded(.down))
    let top = Int(((box.y - grow - view.frame.y) / Self.cell).rounded(.down))
    let bottom = Int(((box.maxY + grow - view.frame.y) / Self.cell).rounded(.down))
    guard left >= 0, top >= 0, right < columns, bottom < rows else { return false }
    return (top...bottom).allSatisfy { row in
      (left...right).allSatisfy { kinds[row * columns + $0] == number }
    }
  }
}
