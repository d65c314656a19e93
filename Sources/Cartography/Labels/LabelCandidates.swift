import Geometry

/// Makes the candidates of a request. It reuses its buffers for every name, so each thread needs its own maker.
struct LabelCandidates {
  let field: LabelField
  private let ground: LabelGround
  private let mesh: LabelMesh
  /// The candidates found since `start`, in the order of forms and places; their leaders are in `leaders`.
  private(set) var found: [LabelCandidate] = []
  private(set) var leaders: [LeaderLine] = []
  private var own = OwnGround()
  private var columns: [LabelMark] = []
  private var rows: [LabelMark] = []
  private var best: [Place] = []
  private var inTheWay: [Bounds] = []

  /// The best place in a small square of the lattice.
  private struct Place {
    var cost: Double
    var x: Double
    var y: Double
  }

  init(_ field: LabelField, _ ground: LabelGround) {
    self.field = field
    self.ground = ground
    mesh = LabelSearch.mesh(field.frame)
  }

  /// Forgets the candidates found.
  mutating func start() {
    found.removeAll(keepingCapacity: true)
    leaders.removeAll(keepingCapacity: true)
  }

  /// Finds places without a leader, either at the size requested or, with `smaller`, only at smaller sizes.
  mutating func near(_ request: LabelRequest, _ forms: [LabelForm], smaller: Bool) {
    var polygon: Bounds?
    if let feature = request.feature {
      guard let box = field.polygons.bounds(of: feature).intersection(field.frame) else { return }
      own.sum(feature, box, of: ground)
      polygon = box
    }
    for (number, form) in forms.enumerated() where smaller == (form.size < request.size) {
      if let polygon { inPolygon(polygon, request, form, number) } else { aroundPoint(request, form, number) }
    }
  }

  private static let step = 4.0
  /// Least share of a name's letters on its own polygon, in percent: 60, and a little for the raster.
  private static let ownPercent = 68
  /// Side of a small square in steps of the lattice.
  private static let block = 3

  /// Tries a lattice of places in the polygon and next to it, and adds the best place of each small square.
  private mutating func inPolygon(_ polygon: Bounds, _ request: LabelRequest, _ form: LabelForm, _ number: Int) {
    // The lattice has every middle, in steps from the anchor, in the box of the polygon: one beside it would leave
    // most of the name on other ground.
    mark(polygon, request, form)
    look(polygon.grown(x: form.width / 2, y: form.height / 2))

    let acrossX = columns.count / Self.block + 1
    best.removeAll(keepingCapacity: true)
    let none = Place(cost: .infinity, x: 0, y: 0)
    best.append(contentsOf: repeatElement(none, count: acrossX * (rows.count / Self.block + 1)))
    let feature = Int32(request.feature ?? -1)
    let raster = ground.raster
    best.withUnsafeMutableBufferPointer { [columns, rows, own, inTheWay] best in
      own.lend { own in
        columns.withUnsafeBufferPointer { columns in
          for (rowNumber, row) in rows.enumerated() where row.isInFrame {
            let blocks = rowNumber / Self.block * acrossX
            for columnNumber in columns.indices where columns[columnNumber].isInFrame {
              let column = columns[columnNumber]
              let cost = Self.cost(column, row, form.cost, feature, raster, own)
              let place = blocks + columnNumber / Self.block
              guard cost < best[place].cost else { continue }
              let box = Bounds(centreX: column.at, centreY: row.at, width: form.width, height: form.height)
              if inTheWay.contains(where: { box.overlaps($0) }) { continue }
              best[place] = Place(cost: cost, x: column.at, y: row.at)
            }
          }
        }
      }
    }
    let least = best.reduce(Double.infinity) { min($0, $1.cost) }
    for place in best where place.cost < least + 6 {
      let box = Bounds(centreX: place.x, centreY: place.y, width: form.width, height: form.height)
      add(box, cost: place.cost, number, .middle)
    }
  }

  /// Collects the obstacles in a box.
  private mutating func look(_ box: Bounds) {
    inTheWay.removeAll(keepingCapacity: true)
    for obstacle in field.obstacles where obstacle.overlaps(box) { inTheWay.append(obstacle) }
  }

  /// The cost of a place; `.infinity` where no label may stand.
  @inline(__always) private static func cost(
    _ column: LabelMark, _ row: LabelMark, _ form: Double, _ feature: Int32, _ raster: LabelRaster,
    _ own: OwnGround.Sums
  ) -> Double {
    let cells = column.ink.count &* row.ink.count
    let ownCells = own.cells(column.own, row.own)
    // A name on somebody else's ground names that: it stands on its own, or outside with a leader.
    guard 100 &* ownCells >= ownPercent &* cells else { return .infinity }
    let covered = raster.covered(column.ink, row.ink)
    let mine = Double(ownCells) / Double(cells)
    let foreign = max(Double(covered) / Double(cells) - mine, 0)
    let isOutside = column.cell < 0 || row.cell < 0
    let middle = isOutside ? -1 : raster.owners[row.cell &* raster.columns &+ column.cell]
    let away = (column.square + row.square).squareRoot()
    return form + 4 * foreign + 2 * max(1 - mine - foreign, 0) + 0.012 * away
      + (middle == feature ? 0 : middle < 0 ? 1.5 : 2.5) + raster.lineCost(column.ink, row.ink)
  }

  /// Prepares the columns and rows of the lattice of places in a box.
  private mutating func mark(_ reach: Bounds, _ request: LabelRequest, _ form: LabelForm) {
    // The area of the letters: without padding, from cap height to baseline.
    let inkWidth = form.width - 2 * field.padding
    let inkHeight = form.height - 0.4 * form.size
    columns.removeAll(keepingCapacity: true)
    for column in Int((reach.minX - request.x) / Self.step)...Int((reach.maxX - request.x) / Self.step) {
      let x = request.x + Double(column) * Self.step
      let (low, high) = (x - form.width / 2, x + form.width / 2)
      let ink = ground.span(x: x - inkWidth / 2, x + inkWidth / 2)
      columns.append(
        LabelMark(
          at: x, square: (x - request.x) * (x - request.x), ink: ink, own: ink.within(own.x), cell: ground.column(x),
          isInFrame: low >= field.frame.minX && high <= field.frame.maxX))
    }
    rows.removeAll(keepingCapacity: true)
    for row in Int((reach.minY - request.y) / Self.step)...Int((reach.maxY - request.y) / Self.step) {
      let y = request.y + Double(row) * Self.step
      let (low, high) = (y - form.height / 2, y + form.height / 2)
      let ink = ground.span(y: y - inkHeight / 2, y + inkHeight / 2)
      rows.append(
        LabelMark(
          at: y, square: (y - request.y) * (y - request.y), ink: ink, own: ink.within(own.y), cell: ground.row(y),
          isInFrame: low >= field.frame.minY && high <= field.frame.maxY))
    }
  }

  /// Adds the free places among the eight around a point, in the order of Yoeli (The Cartographic Journal 9,
  /// 1972), and the one on it when no symbol stands there.
  private mutating func aroundPoint(_ request: LabelRequest, _ form: LabelForm, _ number: Int) {
    let gap = request.radius + 2
    let reach = Bounds(centreX: request.x, centreY: request.y, width: 2 * gap, height: 2 * gap)
    look(reach.grown(x: form.width + 1, y: form.height + 1))
    let diagonal = request.radius * 0.7 + 1
    var places: [(dx: Double, dy: Double, cost: Double)] = [
      (1, -1, 0), (1, 1, 0.2), (-1, -1, 0.4), (-1, 1, 0.6), (1, 0, 0.3), (-1, 0, 0.7), (0, -1, 0.5), (0, 1, 0.8),
    ]
    // Without a symbol there is nothing to hide.
    if request.radius == 0 { places.insert((0, 0, -0.1), at: 0) }
    for place in places {
      let away = place.dx != 0 && place.dy != 0 ? diagonal : gap
      let box = Bounds(
        centreX: request.x + place.dx * (away + form.width / 2),
        centreY: request.y + place.dy * (away + form.height / 2), width: form.width, height: form.height)
      guard isFree(box) else { continue }
      let spans = ground.spans(box)
      let cost = form.cost + place.cost + ground.raster.lineCost(spans.x, spans.y)
      let anchor: LabelPlacement.Anchor = place.dx > 0 ? .start : place.dx < 0 ? .end : .middle
      add(box, cost: cost, number, anchor)
    }
  }

  /// Finds places with a leader: 16 directions, step by step outwards.
  mutating func led(_ request: LabelRequest, _ forms: [LabelForm]) {
    guard field.longestLeader > 0 else { return }
    let gap = 3.0
    for (number, form) in forms.enumerated() where form.size >= request.size - 0.25 {
      let most = 2 * (field.longestLeader + gap)
      let reach = Bounds(centreX: request.x, centreY: request.y, width: most, height: most)
      look(reach.grown(x: form.width + 1, y: form.height + 1))
      for (dx, dy) in Self.directions {
        // A leader from the edge of a symbol starts on the symbol's own polygon, too.
        if let feature = request.feature, request.radius > 0, !request.hidesPolygon,
          [-2, 2].contains(where: { by in
            ground.owner(request.x + dx * (request.radius + by), request.y + dy * (request.radius + by)) != feature
          })
        {
          continue
        }
        var length = 14.0 + request.radius
        while length <= field.longestLeader {
          let endX = request.x + dx * length
          let endY = request.y + dy * length
          length += 7
          // The leader ends at the middle of the left or right side of the label, or of its top or bottom when
          // it is steep.
          let sideways = dx.magnitude > 0.35
          let sign = sideways ? (dx < 0 ? -1.0 : 1.0) : (dy < 0 ? -1.0 : 1.0)
          let box = Bounds(
            centreX: endX + (sideways ? sign * (gap + form.width / 2) : 0),
            centreY: endY + (sideways ? 0 : sign * (gap + form.height / 2)), width: form.width, height: form.height)
          let leader = LeaderLine(
            x0: request.x + dx * request.radius, y0: request.y + dy * request.radius, x1: endX, y1: endY)
          guard isFree(box), !inTheWay.contains(where: { leader.touches($0) }) else { continue }
          let spans = ground.spans(box.grown(by: LabelGround.cell / 2))
          let covered = ground.raster.covered(spans.x, spans.y)
          let foreign = Double(covered) / Double(spans.x.count * spans.y.count)
          // The name of a polygon that is not on it stands on none.
          if request.feature != nil, covered > 0 { continue }
          let cost =
            form.cost + 7 + 0.03 * length + 4 * foreign + ground.raster.lineCost(spans.x, spans.y)
            + (sideways ? 0 : 0.3)
          let anchor: LabelPlacement.Anchor = sideways ? (sign < 0 ? .end : .start) : .middle
          add(box, cost: cost, number, anchor, leader)
        }
      }
    }
  }

  private mutating func add(
    _ box: Bounds, cost: Double, _ form: Int, _ anchor: LabelPlacement.Anchor, _ leader: LeaderLine? = nil
  ) {
    var candidate = LabelCandidate(box: box, cost: cost, cells: .none, form: UInt8(form), anchor: anchor)
    if let leader {
      candidate.leader = Int32(leaders.count)
      candidate.cells = mesh.cells(LabelCandidate.extent(box, leader))
      leaders.append(leader)
    } else {
      candidate.cells = mesh.cells(box)
    }
    found.append(candidate)
  }

  /// Whether a box is within the frame and touches none of the obstacles collected.
  private func isFree(_ box: Bounds) -> Bool {
    box.minX >= field.frame.minX && box.maxX <= field.frame.maxX && box.minY >= field.frame.minY
      && box.maxY <= field.frame.maxY && !inTheWay.contains(where: { box.overlaps($0) })
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

/// What all places in one column or row of the lattice have in common.
private struct LabelMark {
  /// The x or y of the middles of the labels.
  var at: Double
  /// Square of its distance from the anchor.
  var square: Double
  /// Columns or rows of the raster under the letters, and the same counted within those of the polygon.
  var ink: LabelSpan
  var own: LabelSpan
  /// Column or row of the raster under the middle; −1 outside the frame.
  var cell: Int
  /// Whether the labels are within the frame.
  var isInFrame: Bool
}

/// The integral image of the cells of one polygon over its box.
private struct OwnGround {
  private var sums: [Int32] = []
  /// The columns and rows of the polygon's box.
  private(set) var x = LabelSpan(from: 0, to: 0)
  private(set) var y = LabelSpan(from: 0, to: 0)

  /// Computes the integral image of a polygon's cells over a box.
  mutating func sum(_ feature: Int, _ box: Bounds, of ground: LabelGround) {
    let spans = ground.spans(box)
    x = spans.x
    y = spans.y
    let width = x.count + 1
    sums.removeAll(keepingCapacity: true)
    sums.append(contentsOf: repeatElement(0, count: width * (y.count + 1)))
    for row in 0..<y.count {
      let owners = (y.from + row) * ground.columns + x.from
      var across: Int32 = 0
      for column in 0..<x.count {
        if ground.raster.owners[owners + column] == Int32(feature) { across += 1 }
        let at = (row + 1) * width + column + 1
        sums[at] = sums[at - width] + across
      }
    }
  }

  /// The integral image, valid only during `lend`.
  struct Sums {
    fileprivate let sums: UnsafePointer<Int32>
    fileprivate let width: Int

    /// Number of the polygon's cells in a range of its columns and rows.
    @inline(__always) func cells(_ across: LabelSpan, _ down: LabelSpan) -> Int {
      guard across.from < across.to, down.from < down.to else { return 0 }
      let top = sums + down.from &* width
      let bottom = sums + down.to &* width
      return Int(bottom[across.to] &- top[across.to] &- bottom[across.from] &+ top[across.from])
    }
  }

  func lend(_ use: (Sums) -> Void) {
    sums.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { use(Sums(sums: start, width: x.count + 1)) }
    }
  }
}

extension Bounds {
  fileprivate func grown(x: Double, y: Double) -> Bounds {
    Bounds(minX: minX - x, minY: minY - y, maxX: maxX + x, maxY: maxY + y)
  }
}
