import Bytes
import Cartography
import Geometry
import Statistics

/// The frame of a funnel plot: scales, limits, points and names.
struct FunnelAxes {
  private let points: [FunnelPlot.Point]
  private let box: Bounds
  private let numerals: Numerals
  /// Range of log₁₀ of the expected count.
  private let low: Double
  private let high: Double
  private let top: Double
  private let radius = 4.5

  init(_ plot: FunnelPlot, _ frame: Bounds, _ numerals: Numerals) {
    points = plot.points.filter(\.isOnAxis)
    self.numerals = numerals
    box = Bounds(x: frame.minX + 36, y: frame.minY + 26, width: frame.width - 44, height: frame.height - 70)
    let expected = points.map { log10($0.expected) }
    low = (expected.min() ?? 0) - 0.12
    high = max((expected.max() ?? 1) + 0.12, low + 0.5)
    top = max(2, (points.map(\.ratio).max() ?? 2) * 1.08)
  }

  private func x(_ expected: Double) -> Double { box.minX + (log10(expected) - low) / (high - low) * box.width }
  private func y(_ ratio: Double) -> Double { box.maxY - ratio / top * box.height }

  func draw(in drawing: inout Drawing) {
    drawing.rectangle(box, class: "ground")
    drawing.group(id: "limits", clip: box) { drawing in
      drawing.line(box.minX, y(1), box.maxX, y(1), class: "thin")
      for (level, style) in zip(FunnelPlot.levels, ["leader", "outline"]) {
        for isUpper in [false, true] {
          let line = limit(level, isUpper)
          if line.count >= 4 { drawing.path(Self.path(line), class: style) }
        }
      }
    }
    scales(in: &drawing)
    drawing.group(id: "areas") { drawing in
      for point in points.sorted(by: { ($0.standing, $0.name) < ($1.standing, $1.name) }) {
        let title =
          "\(point.name) : \(numerals.short(point.count, 1)) / \(expected(point)) = \(numerals.decimal(point.ratio, 2))"
        drawing.circle(
          x(point.expected), y(point.ratio), radius: radius, class: FunnelPlot.style(point.standing), title: title)
      }
    }
    labels(in: &drawing)
    drawing.rectangle(box, class: "frame")
  }

  /// An expected count in words, with two significant digits below 1.
  private func expected(_ point: FunnelPlot.Point) -> String {
    numerals.decimal(point.expected, max(1, 1 - Int(log10(point.expected).rounded(.down))))
  }

  /// One limit along the part of the plot where it is drawn, with a
  /// point on every other px: x, y pairs, y down.
  ///
  /// An upper limit below one establishment separates no counts and falls
  /// to 0 on the left, so that it is not drawn.
  private func limit(_ level: Double, _ isUpper: Bool) -> [Double] {
    var line: [Double] = []
    for step in 0...Int(box.width / 2) {
      let expected = pow(10, low + (high - low) * Double(step) * 2 / box.width)
      let limits = FunnelLimits(expected: expected, level: level)
      guard let ratio = isUpper ? limits.upper : limits.lower, !isUpper || ratio * expected >= 1 else { continue }
      line += [box.minX + 2 * Double(step), y(min(ratio, 2 * top))]
    }
    return line
  }

  private static func path(_ limit: [Double]) -> PathData {
    var line = limit
    for place in stride(from: 1, to: line.count, by: 2) { line[place] = -line[place] }
    let identity = Viewport(Bounds(minX: 0, minY: -1, maxX: 1, maxY: 0), in: Bounds(x: 0, y: 0, width: 1, height: 1))
    var path = PathData()
    line.withUnsafeBufferPointer { path.add($0, closed: false, through: identity) }
    return path
  }

  /// The limits inside the frame in short segments, x0, y0, x1, y1; names keep off them.
  private func limitSegments() -> [Double] {
    var segments: [Double] = []
    for level in FunnelPlot.levels {
      for isUpper in [false, true] {
        let line = limit(level, isUpper)
        for place in stride(from: 0, to: max(line.count - 6, 0), by: 6) {
          let segment = [line[place], line[place + 1], line[place + 6], line[place + 7]]
          if segment[3] > box.minY, segment[1] < box.maxY - 0.5 { segments += segment }
        }
      }
    }
    return segments
  }

  private func scales(in drawing: inout Drawing) {
    for tick in stride(from: 0, through: top, by: LinearAxis.step(top, most: 8, least: 0.5)) {
      drawing.tick(numerals.short(tick, 1), leftOf: box.minX, y(tick))
    }
    let decades = Int(low.rounded(.down))...Int(high.rounded(.up))
    var last = -Double.infinity
    for decade in decades {
      for digit in [1.0, 2, 5] {
        let value = digit * pow(10, Double(decade))
        let at = x(value)
        guard at >= box.minX, at <= box.maxX, at - last > 34 else { continue }
        last = at
        drawing.tick(numerals.short(value, max(0, -decade)), at, below: box.maxY)
      }
    }
    drawing.text(
      Text("observés / attendus", "observed / expected")[numerals.language], box.minX - 30, box.minY - 10, class: "t12g"
    )
    drawing.text(Text.establishmentsExpectedOnLogScale[numerals.language], box.minX, box.maxY + 34, class: "t12g")
  }

  /// Names points that stand out first, clear of the limits. A name that stands out and has no such place
  /// may cross a limit rather than be missing.
  private func labels(in drawing: inout Drawing) {
    let isNarrow = box.width < 420
    let requests = points.map { point in
      LabelRequest(
        text: point.name, priority: Double(point.standing) * 1e9 + point.expected, size: isNarrow ? 9 : 11,
        weight: point.standing == 2 ? .bold : .regular, x: x(point.expected), y: y(point.ratio), radius: radius + 1)
    }
    let dots = requests.map {
      Bounds(minX: $0.x - radius, minY: $0.y - radius, maxX: $0.x + radius, maxY: $0.y + radius)
    }
    let limits = limitSegments()
    let walls = stride(from: 0, to: limits.count, by: 4).map { at in
      Bounds(
        minX: limits[at], minY: min(limits[at + 1], limits[at + 3]) - 0.7, maxX: limits[at + 2],
        maxY: max(limits[at + 1], limits[at + 3]) + 0.7)
    }
    let frame = Bounds(minX: box.minX + 2, minY: box.minY + 2, maxX: box.maxX - 2, maxY: box.maxY - 2)
    var taken = dots
    var names: [PlacedName] = []
    for standing in [2, 1, 0] {
      let clear = points.indices.filter { points[$0].standing == standing }
      let field = LabelField(
        frame: frame, obstacles: taken + walls, avoided: [box.minX, y(1), box.maxX, y(1)], minimumSize: 9,
        longestLeader: 0)
      let late = place(clear, requests, in: field, &taken, &names)
      guard standing > 0 else { continue }
      let crossed = LabelField(frame: frame, obstacles: taken, avoided: limits, minimumSize: 9, longestLeader: 70)
      _ = place(late, requests, in: crossed, &taken, &names)
    }
    drawing.group(id: "labels") { $0.names(names) }
  }

  /// Places the names of some points where there is room, and returns those that have none.
  private func place(
    _ points: [Int], _ requests: [LabelRequest], in field: LabelField, _ taken: inout [Bounds],
    _ names: inout [PlacedName]
  ) -> [Int] {
    let result = LabelPlacer.place(points.map { requests[$0] }, in: field)
    for placement in result.placements {
      taken.append(placement.box)
      names.append(PlacedName(placement, isBold: requests[points[placement.request]].weight == .bold))
    }
    return result.unplaced.map { points[$0] }
  }
}
