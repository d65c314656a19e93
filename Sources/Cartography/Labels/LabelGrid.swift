import Geometry

/// Which labels lie where: a grid of cells over the frame, each with the labels whose extent meets it.
struct LabelGrid {
  private static let cell = 48.0

  private let frame: Bounds
  private let columns: Int
  private let rows: Int
  /// `room` places a cell, of which its count are taken.
  private var members: [Int32]
  private var counts: [Int32]
  private var room = 16

  /// The first and last column and row an extent meets.
  struct Cells {
    fileprivate let left: Int32
    fileprivate let top: Int32
    fileprivate let right: Int32
    fileprivate let bottom: Int32
  }

  init(_ frame: Bounds) {
    self.frame = frame
    columns = max(1, Int((frame.width / Self.cell).rounded(.up)))
    rows = max(1, Int((frame.height / Self.cell).rounded(.up)))
    members = Array(repeating: 0, count: columns * rows * room)
    counts = Array(repeating: 0, count: columns * rows)
  }

  mutating func insert(_ label: Int, _ cells: Cells) {
    for row in Int(cells.top)...Int(cells.bottom) {
      for column in Int(cells.left)...Int(cells.right) {
        let cell = row * columns + column
        if Int(counts[cell]) == room { makeRoom() }
        members[cell * room + Int(counts[cell])] = Int32(label)
        counts[cell] += 1
      }
    }
  }

  /// The others keep their order.
  mutating func remove(_ label: Int, _ cells: Cells) {
    for row in Int(cells.top)...Int(cells.bottom) {
      for column in Int(cells.left)...Int(cells.right) {
        let cell = row * columns + column
        let end = cell * room + Int(counts[cell])
        var from = cell * room
        while from < end, members[from] != Int32(label) { from += 1 }
        guard from < end else { continue }
        for place in from..<end - 1 { members[place] = members[place + 1] }
        counts[cell] -= 1
      }
    }
  }

  /// Asks `holds` of each label in some cells until it says no; a label may come more than once.
  @inline(__always)
  func allSatisfy(_ cells: Cells, _ holds: (Int) -> Bool) -> Bool {
    for row in Int(cells.top)...Int(cells.bottom) {
      for column in Int(cells.left)...Int(cells.right) {
        let cell = row * columns + column
        for place in cell * room..<cell * room + Int(counts[cell]) where !holds(Int(members[place])) {
          return false
        }
      }
    }
    return true
  }

  private mutating func makeRoom() {
    var wider = [Int32](repeating: 0, count: 2 * members.count)
    for cell in counts.indices {
      for place in 0..<room { wider[2 * cell * room + place] = members[cell * room + place] }
    }
    members = wider
    room *= 2
  }

  /// The cells an extent meets; outside the frame the nearest ones.
  func cells(_ extent: Bounds) -> Cells {
    func index(_ value: Double, _ count: Int) -> Int32 {
      Int32(min(max(Int(value * (1 / Self.cell)), 0), count - 1))
    }
    return Cells(
      left: index(extent.minX - frame.minX, columns), top: index(extent.minY - frame.minY, rows),
      right: index(extent.maxX - frame.minX, columns), bottom: index(extent.maxY - frame.minY, rows))
  }
}
