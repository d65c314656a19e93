import Geometry

/// Makes the candidates of a request.
struct LabelCandidates {
  let field: LabelField
  let ground: LabelGround

  init(_ field: LabelField) {
    self.field = field
    ground = LabelGround(field)
  }

  /// Places without a leader, at the size asked for or only at a smaller one, cheapest first.
  func near(_ request: LabelRequest, _ forms: [LabelForm], smaller: Bool) -> [LabelCandidate] {
    var found: [LabelCandidate] = []
    for (number, form) in forms.enumerated() where smaller == (form.size < request.size) {
      if let feature = request.feature {
        found += inPolygon(feature, request, form, number)
      } else {
        found += aroundPoint(request, form, number)
      }
    }
    return found.stablySorted()
  }

  /// A lattice of places in and beside the polygon, the best of each small square of it.
  private func inPolygon(
    _ feature: Int, _ request: LabelRequest, _ form: LabelForm, _ number: Int
  ) -> [LabelCandidate] {
    guard let polygon = field.polygons.bounds(of: feature).intersection(field.frame) else { return [] }
    let own = ground.own(feature, box: polygon)
    let step = 4.0
    let block = 3
    // Every place whose box touches the polygon's, counted in steps from the anchor.
    let reachX = form.width / 2 + 2
    let reachY = form.height / 2 + 2
    let columns =
      Int((polygon.minX - reachX - request.x) / step)...Int((polygon.maxX + reachX - request.x) / step)
    let rows = Int((polygon.minY - reachY - request.y) / step)...Int((polygon.maxY + reachY - request.y) / step)
    let acrossX = columns.count / block + 1
    var best = [(cost: Double, x: Double, y: Double)](
      repeating: (.infinity, 0, 0), count: acrossX * (rows.count / block + 1))
    for row in rows {
      let y = request.y + Double(row) * step
      for column in columns {
        let x = request.x + Double(column) * step
        let box = Bounds(centreX: x, centreY: y, width: form.width, height: form.height)
        // What the letters cover: without padding, from cap height to baseline.
        let ink = Bounds(
          centreX: x, centreY: y, width: form.width - 2 * field.padding, height: form.height - 0.4 * form.size)
        let cells = ground.range(ink)
        let under = ground.cells(under: cells)
        let mine = Double(own.cells(cells)) / Double(under.all)
        let foreign = max(Double(under.covered) / Double(under.all) - mine, 0)
        let middle = ground.owner(x, y)
        if middle != feature, mine < 0.25 {
          // Beside its polygon, on nobody else's, and touching it.
          guard foreign < 0.1, own.cells(ground.range(box.grown(by: 2))) > 0 else { continue }
        }
        let away = ((x - request.x) * (x - request.x) + (y - request.y) * (y - request.y)).squareRoot()
        let cost =
          form.cost + 4 * foreign + 2 * max(1 - mine - foreign, 0) + 0.012 * away
          + (middle == feature ? 0 : middle < 0 ? 1.5 : 2.5) + lineCost(cells)
        let place = (row - rows.lowerBound) / block * acrossX + (column - columns.lowerBound) / block
        if cost < best[place].cost, isFree(box) { best[place] = (cost, x, y) }
      }
    }
    let least = best.reduce(Double.infinity) { min($0, $1.cost) }
    return best.filter { $0.cost < least + 6 }.map { place in
      let box = Bounds(centreX: place.x, centreY: place.y, width: form.width, height: form.height)
      return LabelCandidate(box: box, cost: place.cost, form: number, anchor: .middle)
    }
  }

  /// The eight places around a point in the order of Yoeli (The Cartographic Journal 9, 1972).
  private func aroundPoint(_ request: LabelRequest, _ form: LabelForm, _ number: Int) -> [LabelCandidate] {
    let gap = request.radius + 2
    let diagonal = request.radius * 0.7 + 1
    let places: [(dx: Double, dy: Double, cost: Double)] = [
      (1, -1, 0), (1, 1, 0.2), (-1, -1, 0.4), (-1, 1, 0.6), (1, 0, 0.3), (-1, 0, 0.7), (0, -1, 0.5),
      (0, 1, 0.8),
    ]
    return places.compactMap { place in
      let reach = place.dx != 0 && place.dy != 0 ? diagonal : gap
      let box = Bounds(
        centreX: request.x + place.dx * (reach + form.width / 2),
        centreY: request.y + place.dy * (reach + form.height / 2), width: form.width, height: form.height)
      guard isFree(box) else { return nil }
      let cost = form.cost + place.cost + lineCost(ground.range(box))
      let anchor: LabelPlacement.Anchor = place.dx > 0 ? .start : place.dx < 0 ? .end : .middle
      return LabelCandidate(box: box, cost: cost, form: number, anchor: anchor)
    }
  }

  /// Places with a leader, cheapest first: 16 directions, step by step outwards.
  func led(_ request: LabelRequest, _ forms: [LabelForm]) -> [LabelCandidate] {
    guard field.longestLeader > 0 else { return [] }
    let gap = 3.0
    var found: [LabelCandidate] = []
    for (number, form) in forms.enumerated() where form.size >= request.size - 0.25 {
      for (dx, dy) in Self.directions {
        var length = 14.0 + request.radius
        while length <= field.longestLeader {
          let endX = request.x + dx * length
          let endY = request.y + dy * length
          length += 7
          // The line meets the middle of a side; steep ones meet the top or the bottom.
          let sideways = dx.magnitude > 0.35
          let sign = sideways ? (dx < 0 ? -1.0 : 1.0) : (dy < 0 ? -1.0 : 1.0)
          let box = Bounds(
            centreX: endX + (sideways ? sign * (gap + form.width / 2) : 0),
            centreY: endY + (sideways ? 0 : sign * (gap + form.height / 2)), width: form.width,
            height: form.height)
          let leader = Segment(
            x0: request.x + dx * request.radius, y0: request.y + dy * request.radius, x1: endX, y1: endY)
          guard isFree(box), !field.obstacles.contains(where: leader.touches) else { continue }
          let under = ground.cells(under: ground.range(box))
          let foreign = Double(under.covered) / Double(under.all)
          let cost =
            form.cost + 7 + 0.03 * length + 4 * foreign
            + lineCost(ground.range(box))
            + (sideways ? 0 : 0.3)
          let anchor: LabelPlacement.Anchor = sideways ? (sign < 0 ? .end : .start) : .middle
          found.append(LabelCandidate(box: box, leader: leader, cost: cost, form: number, anchor: anchor))
        }
      }
    }
    return found.stablySorted()
  }

  private func isFree(_ box: Bounds) -> Bool {
    box.minX >= field.frame.minX && box.maxX <= field.frame.maxX && box.minY >= field.frame.minY
      && box.maxY <= field.frame.maxY && !field.obstacles.contains(where: box.overlaps)
  }

  /// What the avoided lines under a text cost.
  private func lineCost(_ cells: LabelGround.Cells) -> Double {
    min(0.2 * ground.lineLength(under: cells), 5)
  }

  /// Sixteen unit vectors, cosines and sines of multiples of 22.5°.
  private static let directions: [(Double, Double)] = {
    let (a, b, c) = (0.923_879_532_511_286_7, 0.707_106_781_186_547_6, 0.382_683_432_365_089_8)
    let quarter = [(1.0, 0.0), (a, c), (b, b), (c, a)]
    return [(1.0, 1.0), (-1, 1), (-1, -1), (1, -1)].flatMap { signX, signY in
      quarter.map { x, y in signX * signY > 0 ? (signX * x, signY * y) : (signX * y, signY * x) }
    }
  }()
}

extension [LabelCandidate] {
  /// Cheapest first, equal ones in the order they have.
  func stablySorted() -> [LabelCandidate] {
    indices.sorted { (self[$0].cost, $0) < (self[$1].cost, $1) }.map { self[$0] }
  }
}
