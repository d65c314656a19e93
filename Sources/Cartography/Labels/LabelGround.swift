import Geometry

/// The field as a raster, so that a question about the area under a box takes the same time for every box.
///
/// It has integral images (Crow, SIGGRAPH 1984): each entry is the sum of all cells above and to the left.
///
/// It never changes once it is made, so threads may share it.
public final class LabelGround: @unchecked Sendable {
  static let cell = 3.0

  let box: Bounds
  let columns: Int
  let rows: Int
  let raster: LabelRaster

  /// The raster of a field's frame, polygons and avoided lines, without its obstacles. O(points + cells).
  public init(_ field: LabelField) {
    box = field.frame
    columns = max(1, Int((box.width / Self.cell).rounded(.up)))
    rows = max(1, Int((box.height / Self.cell).rounded(.up)))
    let owners = UnsafeMutablePointer<Int32>.allocate(capacity: columns * rows)
    owners.initialize(repeating: -1, count: columns * rows)
    var filler = PolygonFiller(box, columns: columns, rows: rows)
    for feature in 0..<field.polygons.featureCount { filler.fill(feature, of: field.polygons, into: owners) }
    let lines = Self.lines(field.avoided, box, columns, rows)
    raster = LabelRaster(
      columns: columns, owners: UnsafePointer(owners), covered: Self.covered(owners, columns, rows), lines: lines)
  }

  deinit {
    raster.owners.deallocate()
    raster.covered.deallocate()
    raster.lines?.deallocate()
  }

  /// The integral image of the cells that a polygon covers.
  private static func covered(_ owners: UnsafePointer<Int32>, _ columns: Int, _ rows: Int) -> UnsafePointer<Int32> {
    let width = columns + 1
    let sums = UnsafeMutablePointer<Int32>.allocate(capacity: width * (rows + 1))
    sums.initialize(repeating: 0, count: width)
    for row in 0..<rows {
      let from = owners + row * columns
      let above = sums + row * width + 1
      let sum = above + width
      sum[-1] = 0
      var across: Int32 = 0
      for column in 0..<columns {
        across &+= from[column] >= 0 ? 1 : 0
        sum[column] = above[column] &+ across
      }
    }
    return UnsafePointer(sums)
  }

  /// The integral image of the length of segments in each cell, in px; `nil` without segments.
  private static func lines(_ segments: [Double], _ box: Bounds, _ columns: Int, _ rows: Int) -> UnsafePointer<Double>?
  {
    guard segments.count >= 4 else { return nil }
    let width = columns + 1
    let sums = UnsafeMutablePointer<Double>.allocate(capacity: width * (rows + 1))
    sums.initialize(repeating: 0, count: width * (rows + 1))
    for start in stride(from: 0, to: segments.count - 3, by: 4) {
      let (x0, y0) = (segments[start], segments[start + 1])
      let (x1, y1) = (segments[start + 2], segments[start + 3])
      let length = ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)).squareRoot()
      let steps = max(1, Int((length / cell).rounded(.up)))
      for step in 0..<steps {
        let along = (Double(step) + 0.5) / Double(steps)
        let x = x0 + along * (x1 - x0)
        let y = y0 + along * (y1 - y0)
        guard box.contains(x, y) else { continue }
        let column = min(Int((x - box.minX) * (1 / cell)), columns - 1)
        let row = min(Int((y - box.minY) * (1 / cell)), rows - 1)
        sums[(row + 1) * width + column + 1] += length / Double(steps)
      }
    }
    for row in 1...rows {
      let sum = sums + row * width
      let above = sum - width
      for column in 1...columns { sum[column] += sum[column - 1] + above[column] - above[column - 1] }
    }
    return UnsafePointer(sums)
  }

  /// The columns and rows with borders nearest to those of a box: at least one cell, within the raster.
  func spans(_ area: Bounds) -> LabelSpans {
    LabelSpans(x: span(x: area.minX, area.maxX), y: span(y: area.minY, area.maxY))
  }

  func span(x from: Double, _ to: Double) -> LabelSpan { LabelSpan(from - box.minX, to - box.minX, columns) }

  func span(y from: Double, _ to: Double) -> LabelSpan { LabelSpan(from - box.minY, to - box.minY, rows) }

  /// The polygon at a point; −1 for none.
  func owner(_ x: Double, _ y: Double) -> Int {
    let (across, down) = (column(x), row(y))
    return across < 0 || down < 0 ? -1 : Int(raster.owners[down * columns + across])
  }

  /// The column of an x; −1 outside the frame.
  func column(_ x: Double) -> Int {
    x >= box.minX && x <= box.maxX ? min(Int((x - box.minX) * (1 / Self.cell)), columns - 1) : -1
  }

  /// The row of a y; −1 outside the frame.
  func row(_ y: Double) -> Int {
    y >= box.minY && y <= box.maxY ? min(Int((y - box.minY) * (1 / Self.cell)), rows - 1) : -1
  }
}

/// The raster as pointers, which are valid as long as its `LabelGround` exists.
struct LabelRaster {
  let columns: Int
  /// The polygon at the centre of each cell; −1 for none.
  let owners: UnsafePointer<Int32>
  /// Integral image of cells with a polygon, one row and one column larger than the raster.
  let covered: UnsafePointer<Int32>
  /// Integral image of the px of avoided lines, of the same size; `nil` without lines.
  let lines: UnsafePointer<Double>?

  /// Number of cells under a box that a polygon covers.
  @inline(__always) func covered(_ across: LabelSpan, _ down: LabelSpan) -> Int {
    let top = covered + down.from &* (columns &+ 1)
    let bottom = covered + down.to &* (columns &+ 1)
    return Int(bottom[across.to] &- top[across.to] &- bottom[across.from] &+ top[across.from])
  }

  /// Cost of the avoided lines under a text.
  @inline(__always) func lineCost(_ across: LabelSpan, _ down: LabelSpan) -> Double {
    guard let lines else { return 0 }
    let top = lines + down.from &* (columns &+ 1)
    let bottom = lines + down.to &* (columns &+ 1)
    let length = bottom[across.to] - top[across.to] - bottom[across.from] + top[across.from]
    return min(0.2 * length, 5)
  }
}

/// A run of columns or rows of the raster; `to` is past the last one.
struct LabelSpan {
  var from: Int
  var to: Int

  var count: Int { to &- from }

  init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  /// The cells between the borders nearest to two distances, in px, from the edge of the raster: at least one
  /// of `most`.
  init(_ low: Double, _ high: Double, _ most: Int) {
    func nearest(_ value: Double, _ from: Int, _ to: Int) -> Int {
      min(max(Int(value * (1 / LabelGround.cell) + 0.5), from), to)
    }
    from = nearest(low, 0, most - 1)
    to = nearest(high, from + 1, most)
  }

  /// The common part of two runs, counted from the start of `other`; 0 ..< 0 for nothing.
  func within(_ other: LabelSpan) -> LabelSpan {
    let first = max(from, other.from)
    let last = min(to, other.to)
    return first < last ? LabelSpan(from: first - other.from, to: last - other.from) : LabelSpan(from: 0, to: 0)
  }
}

/// Columns and rows under a box.
struct LabelSpans {
  var x: LabelSpan
  var y: LabelSpan
}

/// Marks the cells of a raster with their centre in a polygon (even-odd rule), row by row.
private struct PolygonFiller {
  private let box: Bounds
  private let columns: Int
  private let rows: Int
  /// Where the current polygon crosses the middles of rows, unsorted and (`sorted`) by row.
  private var crossings: [(row: Int, x: Double)] = []
  private var sorted: [Double] = []
  /// Number of crossings in each row, and during filling the start of each row in `sorted`.
  private var counts: [Int]

  init(_ box: Bounds, columns: Int, rows: Int) {
    self.box = box
    self.columns = columns
    self.rows = rows
    counts = [Int](repeating: 0, count: rows)
  }

  mutating func fill(_ feature: Int, of layer: Layer, into owners: UnsafeMutablePointer<Int32>) {
    cross(feature, of: layer)
    guard let first = crossings.min(by: { $0.row < $1.row })?.row else { return }
    // A counting sort by row, then a sort of each row.
    var last = first
    for crossing in crossings {
      counts[crossing.row] += 1
      last = max(last, crossing.row)
    }
    var end = 0
    for row in first...last {
      end += counts[row]
      counts[row] = end
    }
    sorted.removeAll(keepingCapacity: true)
    sorted.append(contentsOf: repeatElement(0, count: end))
    for crossing in crossings {
      counts[crossing.row] -= 1
      sorted[counts[crossing.row]] = crossing.x
    }
    for row in first...last {
      let start = counts[row]
      let stop = row == last ? end : counts[row + 1]
      sort(start..<stop)
      for pair in stride(from: start, to: stop - 1, by: 2) {
        let left = ((sorted[pair] - box.minX) / LabelGround.cell - 0.5).rounded(.up)
        let right = ((sorted[pair + 1] - box.minX) / LabelGround.cell - 0.5).rounded(.down)
        let from = Int(min(max(left, 0), Double(columns)))
        let to = Int(min(max(right, -1), Double(columns - 1)))
        guard from <= to else { continue }
        for column in from...to { owners[row * columns + column] = Int32(feature) }
      }
    }
    for row in first...last { counts[row] = 0 }
  }

  private mutating func cross(_ feature: Int, of layer: Layer) {
    crossings.removeAll(keepingCapacity: true)
    for ring in layer.rings(of: feature) {
      for point in layer.points(ofRing: ring).dropLast() {
        let (x0, y0, x1, y1) = (layer.x(point), layer.y(point), layer.x(point + 1), layer.y(point + 1))
        let low = (min(y0, y1) - box.minY) / LabelGround.cell - 0.5
        let high = (max(y0, y1) - box.minY) / LabelGround.cell - 0.5
        let first = Int(min(max(low.rounded(.down) + 1, 0), Double(rows)))
        let last = Int(min(max(high.rounded(.down), -1), Double(rows - 1)))
        guard first <= last else { continue }
        for row in first...last {
          let y = box.minY + (Double(row) + 0.5) * LabelGround.cell
          crossings.append((row, x0 + (y - y0) / (y1 - y0) * (x1 - x0)))
        }
      }
    }
  }

  private mutating func sort(_ run: Range<Int>) {
    guard run.count > 1 else { return }
    if run.count > 32 { return sorted[run].sort() }
    // Insertion sort, because a row mostly crosses a polygon only a few times.
    for place in run.dropFirst() {
      let x = sorted[place]
      var hole = place
      while hole > run.lowerBound, sorted[hole - 1] > x {
        sorted[hole] = sorted[hole - 1]
        hole -= 1
      }
      sorted[hole] = x
    }
  }
}
