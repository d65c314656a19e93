/// Items, by number, in the cells of a square grid; cells are hashed into buckets, so that empty cells need no
/// memory.
struct BucketGrid: Sendable {
  let minX: Double
  let minY: Double
  let cell: Double
  /// Things of one bucket that are compared pair by pair; more are swept.
  static let crowd = 64
  /// What is nearer than this touches: 10⁻⁹ of the box's larger side, a millimetre or two in a country.
  let slack: Double
  private let mask: Int
  private var starts: [Int32] = []
  private var items: [Int32] = []
  /// Items added after `fill`, by bucket.
  private var late: [Int: [Int32]] = [:]

  var bucketCount: Int { mask + 1 }

  /// An empty grid over a box with at least as many buckets as `things`; `cell` is the side of a cell.
  init(_ box: Bounds, cell: Double, things: Int) {
    minX = box.minX
    minY = box.minY
    // At most a million cells a side, so that a segment much longer than the others crosses no more.
    let side = max(box.width, box.height, .leastNormalMagnitude)
    self.cell = max(cell, side * 0x1p-20)
    slack = side * 1e-9
    var size = 16
    while size < things { size *= 2 }
    mask = size - 1
  }

  /// Puts items into their buckets; each entry is bucket << 32 | number.
  mutating func fill(_ entries: [[UInt64]]) {
    starts = [Int32](repeating: 0, count: mask + 2)
    for list in entries { for entry in list { starts[Int(entry >> 32) + 1] += 1 } }
    for bucket in 0...mask { starts[bucket + 1] += starts[bucket] }
    items = [Int32](repeating: 0, count: Int(starts[mask + 1]))
    var next = starts
    for list in entries {
      for entry in list {
        let bucket = Int(entry >> 32)
        items[Int(next[bucket])] = Int32(truncatingIfNeeded: entry)
        next[bucket] += 1
      }
    }
  }

  mutating func add(_ item: Int32, to bucket: Int) { late[bucket, default: []].append(item) }

  /// The items of a bucket that `fill` put there, without those added later.
  @inline(__always) func items(in bucket: Int) -> ArraySlice<Int32> {
    items[Int(starts[bucket])..<Int(starts[bucket + 1])]
  }

  /// Every pair of items of a bucket that `fill` put there.
  @inline(__always) func forEachPair(in bucket: Int, _ body: (Int, Int) -> Void) {
    let end = Int(starts[bucket + 1])
    for place in Int(starts[bucket])..<end {
      for other in place + 1..<end { body(Int(items[place]), Int(items[other])) }
    }
  }

  @inline(__always) func forEachItem(in bucket: Int, _ body: (Int32) -> Void) {
    for place in Int(starts[bucket])..<Int(starts[bucket + 1]) { body(items[place]) }
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
