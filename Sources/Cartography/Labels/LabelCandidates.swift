import Geometry

/// Makes the candidates of a request. It reuses its buffers for every name, so each thread needs its own maker.
struct LabelCandidates {
  let field: LabelField
  private let raster: LabelRaster
  private let mesh: LabelMesh
  /// The candidates found since `start`, in the order of forms and places; their leaders are in `leaders`.
  private(set) var found: [LabelCandidate] = []
  private(set) var leaders: [LeaderLine] = []
  private var own = OwnCells()
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

  init(_ field: LabelField, _ raster: LabelRaster) {
    self.field = field
    self.raster = raster
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
      own.sum(feature, box, of: raster)
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
    let cells = raster.cells
    best.withUnsafeMutableBufferPointer { [columns, rows, own, inTheWay] best in
      own.lend { own in
        columns.withUnsafeBufferPointer { columns in
          for (rowNumber, row) in rows.enumerated() where row.isInFrame {
            let blocks = rowNumber / Self.block * acrossX
            for columnNumber in columns.indices where columns[columnNumber].isInFrame {
              let column = columns[columnNumber]
              let cost = Self.cost(column, row, form.cost, feature, cells, own)
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
    _ column: LabelMark, _ row: LabelMark, _ form: Double, _ feature: Int32, _ raster: RasterCells,
    _ own: IntegralImage<Int32>
  ) -> Double {
    let cells = column.ink.count &* row.ink.count
    let ownCells = own.sum(column.own, row.own)
    // A name on somebody else's ground names that: it stands on its own, or outside with a leader.
    guard 100 &* ownCells >= ownPercent &* cells else { return .infinity }
    let covered = raster.covered.sum(column.ink, row.ink)
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
    let (inkWidth, inkHeight) = (form.width - 2 * field.padding, form.height - 0.4 * form.size)
    Self.mark(&columns, raster.x, own.x, reach.minX, reach.maxX, around: request.x, side: form.width, ink: inkWidth)
    Self.mark(&rows, raster.y, own.y, reach.minY, reach.maxY, around: request.y, side: form.height, ink: inkHeight)
  }

  /// Prepares the places between two ends along one axis: labels of the length `side` with letters of the length `ink`.
  private static func mark(
    _ marks: inout [LabelMark], _ axis: RasterAxis, _ own: CellSpan, _ low: Double, _ high: Double,
    around anchor: Double, side: Double, ink: Double
  ) {
    marks.removeAll(keepingCapacity: true)
    for number in Int((low - anchor) / step)...Int((high - anchor) / step) {
      let at = anchor + Double(number) * step
      let letters = axis.span(at - ink / 2, at + ink / 2)
      marks.append(
        LabelMark(
          at: at, square: (at - anchor) * (at - anchor), ink: letters, own: letters.within(own), cell: axis.cell(at),
          isInFrame: at - side / 2 >= axis.low && at + side / 2 <= axis.high))
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
      let spans = raster.spans(box)
      let cost = form.cost + place.cost + raster.cells.lineCost(spans.x, spans.y)
      let anchor: TextAnchor = place.dx > 0 ? .start : place.dx < 0 ? .end : .middle
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
            raster.owner(request.x + dx * (request.radius + by), request.y + dy * (request.radius + by)) != feature
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
          let spans = raster.spans(box.grown(by: LabelRaster.cell / 2))
          let covered = raster.cells.covered.sum(spans.x, spans.y)
          let foreign = Double(covered) / Double(spans.x.count * spans.y.count)
          // The name of a polygon that is not on it stands on none.
          if request.feature != nil, covered > 0 { continue }
          let cost =
            form.cost + 7 + 0.03 * length + 4 * foreign + raster.cells.lineCost(spans.x, spans.y)
            + (sideways ? 0 : 0.3)
          let anchor: TextAnchor = sideways ? (sign < 0 ? .end : .start) : .middle
          add(box, cost: cost, number, anchor, leader)
        }
      }
    }
  }

  private mutating func add(
    _ box: Bounds, cost: Double, _ form: Int, _ anchor: TextAnchor, _ leader: LeaderLine? = nil
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
  var ink: CellSpan
  var own: CellSpan
  /// Column or row of the raster under the middle; −1 outside the frame.
  var cell: Int
  /// Whether the labels are within the frame.
  var isInFrame: Bool
}

/// The integral image of the cells of one polygon over its box.
private struct OwnCells {
  private var sums: [Int32] = []
  /// The columns and rows of the polygon's box.
  private(set) var x = CellSpan(from: 0, to: 0)
  private(set) var y = CellSpan(from: 0, to: 0)

  /// Computes the integral image of a polygon's cells over a box.
  mutating func sum(_ feature: Int, _ box: Bounds, of raster: LabelRaster) {
    (x, y) = raster.spans(box)
    let width = x.count + 1
    sums.removeAll(keepingCapacity: true)
    sums.append(contentsOf: repeatElement(0, count: width * (y.count + 1)))
    for row in 0..<y.count {
      let owners = (y.from + row) * raster.x.count + x.from
      var across: Int32 = 0
      for column in 0..<x.count {
        if raster.cells.owners[owners + column] == Int32(feature) { across += 1 }
        let at = (row + 1) * width + column + 1
        sums[at] = sums[at - width] + across
      }
    }
  }

  /// Calls `use` with the image, which is valid only during the call.
  func lend(_ use: (IntegralImage<Int32>) -> Void) {
    sums.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { use(IntegralImage(sums: start, width: x.count + 1)) }
    }
  }
}

extension Bounds {
  fileprivate func grown(x: Double, y: Double) -> Bounds {
    Bounds(minX: minX - x, minY: minY - y, maxX: maxX + x, maxY: maxY + y)
  }
}
