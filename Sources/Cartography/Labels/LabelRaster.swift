import Geometry

/// The field as a raster, so that a question about the area under a box takes the same time for every box.
///
/// It never changes once it is made, so threads may share it.
public final class LabelRaster: @unchecked Sendable {
  static let cell = 3.0

  let x: RasterAxis
  let y: RasterAxis
  let cells: RasterCells

  /// The raster of a field's frame, polygons and avoided lines, without its obstacles. O(points + cells).
  public init(_ field: LabelField) {
    x = RasterAxis(field.frame.minX, field.frame.maxX)
    y = RasterAxis(field.frame.minY, field.frame.maxY)
    let owners = UnsafeMutablePointer<Int32>.allocate(capacity: x.count * y.count)
    owners.initialize(repeating: -1, count: x.count * y.count)
    var filler = PolygonFiller(x, y)
    for feature in 0..<field.polygons.featureCount { filler.fill(feature, of: field.polygons, into: owners) }
    cells = RasterCells(
      columns: x.count, owners: UnsafePointer(owners), covered: Self.covered(owners, x.count, y.count),
      lines: Self.lines(field.avoided, x, y))
  }

  deinit {
    cells.owners.deallocate()
    cells.covered.sums.deallocate()
    cells.lines?.sums.deallocate()
  }

  /// The integral image of the cells that a polygon covers.
  private static func covered(_ owners: UnsafePointer<Int32>, _ columns: Int, _ rows: Int) -> IntegralImage<Int32> {
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
    return IntegralImage(sums: UnsafePointer(sums), width: width)
  }

  /// The integral image of the length of segments in each cell, in px; `nil` without segments.
  private static func lines(_ segments: [Double], _ across: RasterAxis, _ down: RasterAxis) -> IntegralImage<Double>? {
    guard segments.count >= 4 else { return nil }
    let width = across.count + 1
    let sums = UnsafeMutablePointer<Double>.allocate(capacity: width * (down.count + 1))
    sums.initialize(repeating: 0, count: width * (down.count + 1))
    for start in stride(from: 0, to: segments.count - 3, by: 4) {
      let (x0, y0) = (segments[start], segments[start + 1])
      let (x1, y1) = (segments[start + 2], segments[start + 3])
      let length = ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)).squareRoot()
      let steps = max(1, Int((length / cell).rounded(.up)))
      for step in 0..<steps {
        let along = (Double(step) + 0.5) / Double(steps)
        let (column, row) = (across.cell(x0 + along * (x1 - x0)), down.cell(y0 + along * (y1 - y0)))
        guard column >= 0, row >= 0 else { continue }
        sums[(row + 1) * width + column + 1] += length / Double(steps)
      }
    }
    for row in 1...down.count {
      let sum = sums + row * width
      let above = sum - width
      for column in 1...across.count { sum[column] += sum[column - 1] + above[column] - above[column - 1] }
    }
    return IntegralImage(sums: UnsafePointer(sums), width: width)
  }

  /// The columns and rows with borders nearest to those of a box: at least one cell, within the raster.
  func spans(_ area: Bounds) -> (x: CellSpan, y: CellSpan) {
    (x.span(area.minX, area.maxX), y.span(area.minY, area.maxY))
  }

  /// The polygon at a point; −1 for none.
  func owner(_ x: Double, _ y: Double) -> Int {
    let (column, row) = (self.x.cell(x), self.y.cell(y))
    return column < 0 || row < 0 ? -1 : Int(cells.owners[row * self.x.count + column])
  }
}

/// The cells of a raster as pointers, which are valid as long as their `LabelRaster` exists.
struct RasterCells {
  let columns: Int
  /// The polygon at the centre of each cell; −1 for none.
  let owners: UnsafePointer<Int32>
  /// The cells with a polygon.
  let covered: IntegralImage<Int32>
  /// The px of avoided lines; `nil` without lines.
  let lines: IntegralImage<Double>?

  /// Cost of the avoided lines under a text.
  @inline(__always) func lineCost(_ across: CellSpan, _ down: CellSpan) -> Double {
    guard let lines else { return 0 }
    return min(0.2 * lines.sum(across, down), 5)
  }
}

/// Sums over the cells of a raster (Crow, SIGGRAPH 1984): each entry is the sum of all cells above and to the left, one row
/// and one column more than the raster has.
struct IntegralImage<Value> {
  let sums: UnsafePointer<Value>
  /// Entries in a row.
  let width: Int
}

extension IntegralImage<Int32> {
  /// The sum over a box of cells.
  @inline(__always) func sum(_ across: CellSpan, _ down: CellSpan) -> Int {
    let top = sums + down.from &* width
    let bottom = sums + down.to &* width
    return Int(bottom[across.to] &- top[across.to] &- bottom[across.from] &+ top[across.from])
  }
}

extension IntegralImage<Double> {
  /// The sum over a box of cells.
  @inline(__always) func sum(_ across: CellSpan, _ down: CellSpan) -> Double {
    let top = sums + down.from &* width
    let bottom = sums + down.to &* width
    return bottom[across.to] - top[across.to] - bottom[across.from] + top[across.from]
  }
}

/// The columns or the rows of a raster, along one side of its frame.
struct RasterAxis {
  /// Where the frame starts and ends, px.
  let low: Double
  let high: Double
  /// Number of columns or rows.
  let count: Int

  init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
    count = max(1, Int((max(high - low, 0) / LabelRaster.cell).rounded(.up)))
  }

  /// The cells between the borders nearest to two places: at least one.
  func span(_ from: Double, _ to: Double) -> CellSpan {
    func nearest(_ place: Double, _ least: Int, _ most: Int) -> Int {
      min(max(Int((place - low) * (1 / LabelRaster.cell) + 0.5), least), most)
    }
    let first = nearest(from, 0, count - 1)
    return CellSpan(from: first, to: nearest(to, first + 1, count))
  }

  /// The column or row at a place; −1 outside the frame.
  func cell(_ place: Double) -> Int {
    place >= low && place <= high ? min(Int((place - low) * (1 / LabelRaster.cell)), count - 1) : -1
  }
}

/// A run of columns or rows of the raster; `to` is past the last one.
struct CellSpan {
  var from: Int
  var to: Int

  var count: Int { to &- from }

  /// The common part of two runs, counted from the start of `other`; 0 ..< 0 for nothing.
  func within(_ other: CellSpan) -> CellSpan {
    let first = max(from, other.from)
    let last = min(to, other.to)
    return first < last ? CellSpan(from: first - other.from, to: last - other.from) : CellSpan(from: 0, to: 0)
  }
}

/// Marks the cells of a raster with their centre in a polygon (even-odd rule), row by row.
private struct PolygonFiller {
  private let x: RasterAxis
  private let y: RasterAxis
  /// Where the current polygon crosses the middles of rows, unsorted and (`sorted`) by row.
  private var crossings: [(row: Int, x: Double)] = []
  private var sorted: [Double] = []
  /// Number of crossings in each row, and during filling the start of each row in `sorted`.
  private var counts: [Int]

  init(_ x: RasterAxis, _ y: RasterAxis) {
    self.x = x
    self.y = y
    counts = [Int](repeating: 0, count: y.count)
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
        let left = ((sorted[pair] - x.low) / LabelRaster.cell - 0.5).rounded(.up)
        let right = ((sorted[pair + 1] - x.low) / LabelRaster.cell - 0.5).rounded(.down)
        let from = Int(min(max(left, 0), Double(x.count)))
        let to = Int(min(max(right, -1), Double(x.count - 1)))
        guard from <= to else { continue }
        for column in from...to { owners[row * x.count + column] = Int32(feature) }
      }
    }
    for row in first...last { counts[row] = 0 }
  }

  private mutating func cross(_ feature: Int, of layer: Layer) {
    crossings.removeAll(keepingCapacity: true)
    for ring in layer.rings(of: feature) {
      for point in layer.points(ofRing: ring).dropLast() {
        let (x0, y0, x1, y1) = (layer.x(point), layer.y(point), layer.x(point + 1), layer.y(point + 1))
        let low = (min(y0, y1) - y.low) / LabelRaster.cell - 0.5
        let high = (max(y0, y1) - y.low) / LabelRaster.cell - 0.5
        let first = Int(min(max(low.rounded(.down) + 1, 0), Double(y.count)))
        let last = Int(min(max(high.rounded(.down), -1), Double(y.count - 1)))
        guard first <= last else { continue }
        for row in first...last {
          let middle = y.low + (Double(row) + 0.5) * LabelRaster.cell
          crossings.append((row, x0 + (middle - y0) / (y1 - y0) * (x1 - x0)))
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
