import Geometry

/// One possible place and form of a name.
struct LabelCandidate {
  /// The box that the label reserves, in px.
  var box: Bounds
  /// How bad the candidate is; 0 is a name in one line in the middle of its polygon.
  var cost: Double
  /// The cells of the search's grid that the label touches, with the space around its leader.
  var cells: LabelCells
  /// Index of the leader in `LabelStock.leaders`; −1 for a label without a leader.
  var leader: Int32 = -1
  /// Index of the form among the forms of the request.
  var form: UInt8
  var anchor: TextAnchor

  /// Distance in px between a leader and other labels, because a closer leader would look like an underline.
  private static let clearance = 2.5
  /// Distance in px between two leaders, at most twice the clearance, because the eye confuses closer ones.
  private static let separation = 4.0

  /// The box around a label and the space that its leader keeps free.
  static func extent(_ box: Bounds, _ leader: LeaderLine) -> Bounds {
    var extent = box
    extent.include(leader.x0, leader.y0)
    extent.include(leader.x1, leader.y1)
    return extent.grown(by: clearance)
  }

  /// Whether the leader of one label is too near the other label or its leader.
  static func crosses(_ box: Bounds, _ leader: LeaderLine?, _ other: Bounds, _ otherLeader: LeaderLine?) -> Bool {
    if let leader {
      if leader.touches(other.grown(by: clearance)) { return true }
      if let otherLeader, leader.isNear(otherLeader, within: separation) { return true }
    }
    return otherLeader?.touches(box.grown(by: clearance)) ?? false
  }
}

/// A name as one or two lines at one font size.
struct LabelForm {
  var lines: [String]
  var size: Double
  /// Width of the widest line with padding, and height from the ascent of the first line to the descent of the
  /// last, px.
  var width: Double
  var height: Double
  /// Cost of the form itself, which is added to that of the place.
  var cost: Double

  static let leading = 1.12

  var lineHeight: Double { size * Self.leading }

  /// The forms of a request in order of preference: one line, two lines, then both a little smaller.
  static func all(_ request: LabelRequest, padding: Double, minimumSize: Double) -> [LabelForm] {
    var forms: [LabelForm] = []
    let smaller = max(request.size * 0.9, minimumSize)
    let broken = LineBreak.twoLines(request.text, weight: request.weight)
    for (size, cost) in [(request.size, 0.0), (smaller, 1.2)] {
      guard cost == 0 || size < request.size - 0.25 else { continue }
      for (lines, extra) in [([request.text], 0.0), (broken ?? [], 0.5)] where !lines.isEmpty {
        let widest = lines.reduce(0) { max($0, TextMetrics.width($1, size: size, weight: request.weight)) }
        let height = size * (TextMetrics.ascent + TextMetrics.descent + Double(lines.count - 1) * leading)
        forms.append(
          LabelForm(lines: lines, size: size, width: widest + 2 * padding, height: height, cost: cost + extra))
      }
    }
    return forms
  }
}

/// A straight line between two points.
struct LeaderLine {
  var x0: Double
  var y0: Double
  var x1: Double
  var y1: Double

  /// Whether two segments share a point; collinear ones do when their boxes meet.
  func crosses(_ other: LeaderLine) -> Bool {
    let mine = Bounds(minX: min(x0, x1), minY: min(y0, y1), maxX: max(x0, x1), maxY: max(y0, y1))
    let theirs = Bounds(
      minX: min(other.x0, other.x1), minY: min(other.y0, other.y1), maxX: max(other.x0, other.x1),
      maxY: max(other.y0, other.y1))
    guard mine.intersects(theirs) else { return false }
    return side(other.x0, other.y0) * side(other.x1, other.y1) <= 0 && other.side(x0, y0) * other.side(x1, y1) <= 0
  }

  /// Whether two segments are nearer to each other than `distance`.
  func isNear(_ other: LeaderLine, within distance: Double) -> Bool {
    let nearest = min(
      squaredDistance(other.x0, other.y0), squaredDistance(other.x1, other.y1), other.squaredDistance(x0, y0),
      other.squaredDistance(x1, y1))
    return nearest < distance * distance || crosses(other)
  }

  private func squaredDistance(_ x: Double, _ y: Double) -> Double {
    let (dx, dy) = (x1 - x0, y1 - y0)
    let square = dx * dx + dy * dy
    let along = square > 0 ? min(max(((x - x0) * dx + (y - y0) * dy) / square, 0), 1) : 0
    let (ax, ay) = (x - x0 - along * dx, y - y0 - along * dy)
    return ax * ax + ay * ay
  }

  /// Whether any part of the line lies in a box (Liang & Barsky, ACM Transactions on Graphics 3, 1984).
  func touches(_ box: Bounds) -> Bool {
    var from = 0.0
    var to = 1.0
    return Self.clip(x1 - x0, box.minX - x0, box.maxX - x0, &from, &to)
      && Self.clip(y1 - y0, box.minY - y0, box.maxY - y0, &from, &to)
  }

  /// Limits the part `from`…`to` of a segment to what lies between two borders; returns whether anything is
  /// left.
  private static func clip(_ delta: Double, _ low: Double, _ high: Double, _ from: inout Double, _ to: inout Double)
    -> Bool
  {
    if delta == 0 { return low <= 0 && high >= 0 }
    from = max(from, min(low / delta, high / delta))
    to = min(to, max(low / delta, high / delta))
    return from <= to
  }

  private func side(_ x: Double, _ y: Double) -> Double { (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) }
}

extension Bounds {
  /// The common part of two boxes; `nil` when there is none.
  func intersection(_ other: Bounds) -> Bounds? {
    guard overlaps(other) else { return nil }
    return Bounds(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY)
    )
  }

  init(centreX: Double, centreY: Double, width: Double, height: Double) {
    self.init(
      minX: centreX - width / 2, minY: centreY - height / 2, maxX: centreX + width / 2, maxY: centreY + height / 2)
  }
}
