import Bytes

/// Items, by number, in the cells of a grid of equal squares; cells are hashed into buckets, so that empty cells need no
/// memory (Teschner et al., Optimized Spatial Hashing for Collision Detection of Deformable Objects, 2003).
struct UniformGrid: Sendable {
  let minX: Double
  let minY: Double
  let cell: Double
  /// Things of one bucket that are compared pair by pair; more are swept.
  static let crowd = 64
  /// What is nearer than this touches.
  let slack: Double
  private let mask: Int
  /// The items that `fill` put into each bucket.
  private(set) var buckets = CompressedRows<Int32>(0) { _ in }
  /// Items added after `fill`, by bucket.
  private var late: [Int: [Int32]] = [:]

  var bucketCount: Int { mask + 1 }

  /// An empty grid over a box with at least as many buckets as `things`; `cell` is the side of a cell.
  ///
  /// - `slack`: `nil` for 10⁻⁹ of the box's larger side, a millimetre or two in a country.
  init(_ box: Bounds, cell: Double, things: Int, slack: Double? = nil) {
    minX = box.minX
    minY = box.minY
    // At most a million cells a side, so that a segment much longer than the others crosses no more.
    let side = max(box.width, box.height, .leastNormalMagnitude)
    self.cell = max(cell, side * 0x1p-20)
    self.slack = slack ?? side * 1e-9
    var size = 16
    while size < things { size *= 2 }
    mask = size - 1
  }

  /// Puts the items 0 ..< `count` into their buckets. `entries` gives bucket << 32 | number for each bucket of each item of
  /// a run.
  mutating func fill(_ count: Int, threads: Int, _ entries: @escaping @Sendable (UniformGrid, Range<Int>) -> [UInt64]) {
    let empty = self
    let lists = Parallel.each(0..<count, by: 1 << 14, threads: threads) { entries(empty, $0) }
    buckets = CompressedRows(bucketCount) { add in
      for list in lists { for entry in list { add(Int(entry >> 32), Int32(truncatingIfNeeded: entry)) } }
    }
  }

  mutating func add(_ item: Int32, to bucket: Int) { late[bucket, default: []].append(item) }

  @inline(__always) func forEachItem(in bucket: Int, _ body: (Int32) -> Void) {
    for item in buckets[bucket] { body(item) }
    if !late.isEmpty, let added = late[bucket] { for item in added { body(item) } }
  }

  @inline(__always) func column(_ x: Double) -> Int { Int(((x - minX) / cell).rounded(.down)) }
  @inline(__always) func row(_ y: Double) -> Int { Int(((y - minY) / cell).rounded(.down)) }

  /// The bucket of a cell. Squares of 16 by 16 cells are hashed as one, so that nearby cells have nearby
  /// buckets.
  @inline(__always) func bucket(_ column: Int, _ row: Int) -> Int {
    var mixed = UInt64(truncatingIfNeeded: column >> 4) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ UInt64(truncatingIfNeeded: row >> 4)) &* 0xBF58_476D_1CE4_E5B9
    let within = (row & 15) << 4 | (column & 15)
    return (Int(truncatingIfNeeded: mixed >> 32) << 8 | within) & mask
  }

  /// The buckets of the cells that a segment crosses or almost touches, row by row; a bucket may occur twice.
  @inline(__always) func forEachBucket(of segment: Segment, _ body: (Int) -> Void) {
    let rows = row(min(segment.y0, segment.y1) - slack)...row(max(segment.y0, segment.y1) + slack)
    let left = min(segment.x0, segment.x1) - slack
    let right = max(segment.x0, segment.x1) + slack
    guard rows.count > 1 else {
      for column in column(left)...column(right) { body(bucket(column, rows.lowerBound)) }
      return
    }
    let slope = (segment.x1 - segment.x0) / (segment.y1 - segment.y0)
    guard slope.magnitude < 1e6 else {
      for row in rows { for column in column(left)...column(right) { body(bucket(column, row)) } }
      return
    }
    let wide = cell * 1e-6 + slack * (1 + slope.magnitude)
    for row in rows {
      // The x where the segment enters and leaves the row.
      let low = segment.x0 + (minY + Double(row) * cell - segment.y0) * slope
      let high = low + cell * slope
      let start = max(left, min(low, high) - wide)
      let end = min(right, max(low, high) + wide)
      guard start <= end else { continue }
      for column in column(start)...column(end) { body(bucket(column, row)) }
    }
  }
}
