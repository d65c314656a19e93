/// How much of each pixel of a band the edges of one layer cover: exact areas, in whole numbers.
///
/// A cell holds what coverage changes by from the pixel on its left, as in FreeType's smooth rasteriser and in font-rs
/// (Levien 2016): the sum over a row up to a pixel is its coverage times the winding number, `whole` for 1.
///
/// The memory is whoever's calls `release`; copies share it.
struct Coverage {
  static let whole: Int32 = 1 << 17
  /// Pixels of a block, as many as a brush takes at once; blocks that hold something are known, so that what lies between them is passed over.
  static let block = 1 << Int(blockShift)
  private static let blockShift: Int32 = 3

  /// Cells of a row.
  let stride: Int
  /// Blocks of a row, a multiple of 8.
  let blocks: Int
  let cells: UnsafeMutablePointer<Int32>
  let touched: UnsafeMutablePointer<UInt8>
  /// Blocks, then rows of the band, that hold something.
  private(set) var columns = Coverage.nothing
  private(set) var rows = Coverage.nothing

  private static let nothing = (first: Int32.max, last: Int32.min)

  init(width: Int, rows: Int) {
    // An edge on the right border marks two cells more.
    blocks = (width + 2 + 8 * Self.block - 1) / (8 * Self.block) * 8
    stride = blocks * Self.block
    cells = .allocate(capacity: stride * rows)
    cells.initialize(repeating: 0, count: stride * rows)
    touched = .allocate(capacity: blocks * rows)
    touched.initialize(repeating: 0, count: blocks * rows)
  }

  func release() {
    cells.deallocate()
    touched.deallocate()
  }

  /// Starts a new layer.
  mutating func forget() {
    columns = Self.nothing
    rows = Self.nothing
  }

  /// Adds the part of an edge that lies in the band, whose rows are `top` ..< `bottom` in 256ths of a px.
  ///
  /// Always counts from the upper end, from the whole edge's ends: bands and neighbours meet exactly.
  @inline(__always)
  mutating func add(_ edge: Edge, top: Int32, bottom: Int32) {
    var (x0, y0, x1, y1) = (edge.x0, edge.y0, edge.x1, edge.y1)
    var wound: Int32 = 1
    if y0 > y1 {
      swap(&x0, &x1)
      swap(&y0, &y1)
      wound = -1
    }
    var y = max(y0, top)
    let end = min(y1, bottom)
    var row = (y &- top) >> 8
    rows = (min(rows.first, row), max(rows.last, (end &- 1 &- top) >> 8))
    let slope = Double(x1 &- x0) / Double(y1 &- y0)
    let start = Double(x0) + Self.wholeNumbers
    var x = y == y0 ? x0 : Self.whole(start + slope * Double(y &- y0))
    let firstX = x
    while y < end {
      let nextY = min(end, top &+ (row &+ 1) << 8)
      let nextX = nextY == y1 ? x1 : Self.whole(start + slope * Double(nextY &- y0))
      let height = nextY &- y
      if x >> 8 == nextX >> 8 {
        add(row: row, column: x >> 8, height: wound &* height, across: x & 255 &+ nextX & 255)
      } else {
        addSlanted(row: row, from: min(x, nextX), to: max(x, nextX), height: height, wound: wound)
      }
      (x, y) = (nextX, nextY)
      row &+= 1
    }
    let left = min(firstX, x) >> (8 + Self.blockShift)
    let right = (max(firstX, x) >> 8 &+ 1) >> Self.blockShift
    columns = (min(columns.first, left), max(columns.last, right))
  }

  /// `across`: where the edge enters and leaves the pixel, 256ths from its left side, added.
  @inline(__always)
  private func add(row: Int32, column: Int32, height: Int32, across: Int32) {
    let cell = cells + (Int(row) &* stride &+ Int(column))
    let right = height &* across
    cell[0] &+= height &* 512 &- right
    cell[1] &+= right
    let mark = touched + Int(row) &* blocks
    mark[Int(column >> Self.blockShift)] = 1
    mark[Int((column &+ 1) >> Self.blockShift)] = 1
  }

  /// The part of an edge in one row that passes several pixels.
  private func addSlanted(row: Int32, from: Int32, to: Int32, height: Int32, wound: Int32) {
    let rise = Double(height) / Double(to &- from)
    var x = from
    var y: Int32 = 0
    while x < to {
      let column = x >> 8
      let nextX = min(to, (column &+ 1) << 8)
      let nextY = nextX == to ? height : Self.whole(Double(nextX &- from) * rise + Self.wholeNumbers)
      add(row: row, column: column, height: wound &* (nextY &- y), across: x &+ nextX &- column << 9)
      (x, y) = (nextX, nextY)
    }
  }

  /// Added to a small number, leaves it rounded to whole numbers in the low bits: 1.5 · 2⁵².
  private static let wholeNumbers = 6_755_399_441_055_744.0

  /// The whole number in a sum with `wholeNumbers`.
  @inline(__always)
  private static func whole(_ sum: Double) -> Int32 { Int32(truncatingIfNeeded: sum.bitPattern) }
}
