import Geometry

/// The field as a raster, so that asking what lies under a box costs the same whatever the box.
///
/// Integral images (Crow, SIGGRAPH 1984): each entry sums all cells above and to the left.
struct LabelGround {
  static let cell = 3.0

  /// Columns and rows, the right one and the bottom one excluded.
  typealias Cells = (left: Int, top: Int, right: Int, bottom: Int)

  private let box: Bounds
  private let columns: Int
  private let rows: Int
  /// The polygon at each cell's centre, −1 for none.
  private var owners: [Int32]
  /// Sums of cells with a polygon and of px of avoided lines, one row and one column larger than the raster.
  private var covered: [Int32]
  private var lines: [Double]

  init(_ field: LabelField) {
    box = field.frame
    columns = max(1, Int((box.width / Self.cell).rounded(.up)))
    rows = max(1, Int((box.height / Self.cell).rounded(.up)))
    owners = [Int32](repeating: -1, count: columns * rows)
    covered = [Int32](repeating: 0, count: (columns + 1) * (rows + 1))
    lines = [Double](repeating: 0, count: (columns + 1) * (rows + 1))
    for feature in 0..<field.polygons.featureCount { fill(feature, of: field.polygons) }
    for start in stride(from: 0, to: field.avoided.count - 3, by: 4) { trace(field.avoided[start..<start + 4]) }
    for row in 0..<rows {
      for column in 0..<columns {
        let at = (row + 1) * (columns + 1) + column + 1
        let up = at - columns - 1
        covered[at] =
          (owners[row * columns + column] >= 0 ? 1 : 0) + covered[at - 1] + covered[up] - covered[up - 1]
        lines[at] += lines[at - 1] + lines[up] - lines[up - 1]
      }
    }
  }

  /// The polygon at a point, −1 for none or outside the frame.
  func owner(_ x: Double, _ y: Double) -> Int {
    guard box.contains(x, y) else { return -1 }
    let column = min(Int((x - box.minX) * (1 / Self.cell)), columns - 1)
    let row = min(Int((y - box.minY) * (1 / Self.cell)), rows - 1)
    return Int(owners[row * columns + column])
  }

  /// Cells under a box that have a polygon, and all cells under it.
  func cells(under area: Cells) -> (covered: Int, all: Int) {
    let (left, top, right, bottom) = area
    let width = columns + 1
    let sum =
      covered[bottom * width + right] - covered[top * width + right] - covered[bottom * width + left]
      + covered[top * width + left]
    return (Int(sum), (right - left) * (bottom - top))
  }

  /// Length of avoided lines under a box, in px.
  func lineLength(under area: Cells) -> Double {
    let (left, top, right, bottom) = area
    let width = columns + 1
    return lines[bottom * width + right] - lines[top * width + right] - lines[bottom * width + left]
      + lines[top * width + left]
  }

  /// The sums of one polygon's cells over its box.
  func own(_ feature: Int, box area: Bounds) -> OwnGround {
    let (left, top, right, bottom) = range(area)
    let width = right - left + 1
    var sums = [Int32](repeating: 0, count: width * (bottom - top + 1))
    for row in top..<bottom {
      for column in left..<right {
        let at = (row - top + 1) * width + column - left + 1
        let own: Int32 = owners[row * columns + column] == Int32(feature) ? 1 : 0
        sums[at] = own + sums[at - 1] + sums[at - width] - sums[at - width - 1]
      }
    }
    return OwnGround(sums: sums, left: left, top: top, right: right, bottom: bottom)
  }

  /// Columns and rows whose borders are nearest to those of a box: at least one cell, within the raster.
  func range(_ area: Bounds) -> Cells {
    func nearest(_ value: Double, _ from: Int, _ to: Int) -> Int {
      min(max(Int(value * (1 / Self.cell) + 0.5), from), to)
    }
    let left = nearest(area.minX - box.minX, 0, columns - 1)
    let top = nearest(area.minY - box.minY, 0, rows - 1)
    return (
      left, top, nearest(area.maxX - box.minX, left + 1, columns), nearest(area.maxY - box.minY, top + 1, rows)
    )
  }

  /// Marks the cells whose centre lies in a polygon, even-odd, row by row.
  private mutating func fill(_ feature: Int, of layer: Layer) {
    var crossings: [(row: Int, x: Double)] = []
    for ring in layer.rings(of: feature) {
      for point in layer.points(ofRing: ring).dropLast() {
        let (x0, y0, x1, y1) = (layer.x(point), layer.y(point), layer.x(point + 1), layer.y(point + 1))
        let low = (min(y0, y1) - box.minY) / Self.cell - 0.5
        let high = (max(y0, y1) - box.minY) / Self.cell - 0.5
        let first = Int(min(max(low.rounded(.down) + 1, 0), Double(rows)))
        let last = Int(min(max(high.rounded(.down), -1), Double(rows - 1)))
        guard first <= last else { continue }
        for row in first...last {
          let y = box.minY + (Double(row) + 0.5) * Self.cell
          crossings.append((row, x0 + (y - y0) / (y1 - y0) * (x1 - x0)))
        }
      }
    }
    crossings.sort { ($0.row, $0.x) < ($1.row, $1.x) }
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      let left = ((crossings[pair].x - box.minX) / Self.cell - 0.5).rounded(.up)
      let right = ((crossings[pair + 1].x - box.minX) / Self.cell - 0.5).rounded(.down)
      let from = Int(min(max(left, 0), Double(columns)))
      let to = Int(min(max(right, -1), Double(columns - 1)))
      guard from <= to else { continue }
      for column in from...to { owners[crossings[pair].row * columns + column] = Int32(feature) }
    }
  }

  /// Spreads a segment's length over the cells it passes.
  private mutating func trace(_ segment: ArraySlice<Double>) {
    let (x0, y0) = (segment[segment.startIndex], segment[segment.startIndex + 1])
    let (x1, y1) = (segment[segment.startIndex + 2], segment[segment.startIndex + 3])
    let length = ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)).squareRoot()
    let steps = max(1, Int((length / Self.cell).rounded(.up)))
    for step in 0..<steps {
      let along = (Double(step) + 0.5) / Double(steps)
      let x = x0 + along * (x1 - x0)
      let y = y0 + along * (y1 - y0)
      guard box.contains(x, y) else { continue }
      let column = min(Int((x - box.minX) / Self.cell), columns - 1)
      let row = min(Int((y - box.minY) / Self.cell), rows - 1)
      lines[(row + 1) * (columns + 1) + column + 1] += length / Double(steps)
    }
  }
}

/// The cells of one polygon, summed over its box.
struct OwnGround {
  fileprivate let sums: [Int32]
  fileprivate let left: Int
  fileprivate let top: Int
  fileprivate let right: Int
  fileprivate let bottom: Int

  /// How many of the polygon's cells lie in a range of columns and rows.
  func cells(_ area: LabelGround.Cells) -> Int {
    let fromX = max(area.left, left) - left
    let toX = min(area.right, right) - left
    let fromY = max(area.top, top) - top
    let toY = min(area.bottom, bottom) - top
    guard fromX < toX, fromY < toY else { return 0 }
    let width = right - left + 1
    let sum = sums[toY * width + toX] - sums[fromY * width + toX] - sums[toY * width + fromX]
    return Int(sum + sums[fromY * width + fromX])
  }
}
