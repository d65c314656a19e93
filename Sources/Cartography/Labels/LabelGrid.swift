import Geometry

/// The first and last column and row of a grid that a box touches.
struct LabelCells: Equatable {
  var left: UInt16
  var top: UInt16
  var right: UInt16
  var bottom: UInt16

  /// No cell.
  static let none = LabelCells(left: 1, top: 1, right: 0, bottom: 0)
}

/// Cells of equal size over a frame.
struct LabelMesh {
  private let frame: Bounds
  let columns: Int
  let rows: Int
  private let perWidth: Double
  private let perHeight: Double
  private static let most = 1024

  init(_ frame: Bounds, width: Double, height: Double) {
    self.frame = frame
    columns = min(max(1, Int((frame.width / width).rounded(.up))), Self.most)
    rows = min(max(1, Int((frame.height / height).rounded(.up))), Self.most)
    perWidth = 1 / width
    perHeight = 1 / height
  }

  /// The cells that a box touches; outside the frame, the nearest cells.
  func cells(_ box: Bounds) -> LabelCells {
    LabelCells(
      left: Self.index((box.minX - frame.minX) * perWidth, columns),
      top: Self.index((box.minY - frame.minY) * perHeight, rows),
      right: Self.index((box.maxX - frame.minX) * perWidth, columns),
      bottom: Self.index((box.maxY - frame.minY) * perHeight, rows))
  }

  /// Column and row of the first cell that a box touches.
  func corner(_ box: Bounds) -> (column: Int, row: Int) {
    let column = Self.index((box.minX - frame.minX) * perWidth, columns)
    return (Int(column), Int(Self.index((box.minY - frame.minY) * perHeight, rows)))
  }

  private static func index(_ value: Double, _ count: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: Int(min(max(value, 0), Double(count - 1))))
  }
}

/// The labels that touch each cell of a mesh.
struct LabelGrid: ~Copyable {
  private let columns: Int
  private let count: Int
  // `+=` on elements of these two breaks the compiler (Swift 6.3.1) under the thread sanitizer.
  /// `room` places for each cell, of which the first `counts[cell]` are used.
  private var members: UnsafeMutablePointer<Int32>
  private let counts: UnsafeMutablePointer<Int32>
  private var room = 8

  init(_ mesh: LabelMesh) {
    columns = mesh.columns
    count = mesh.columns * mesh.rows
    members = .allocate(capacity: count * room)
    members.initialize(repeating: 0, count: count * room)
    counts = .allocate(capacity: count)
    counts.initialize(repeating: 0, count: count)
  }

  deinit {
    members.deallocate()
    counts.deallocate()
  }

  mutating func insert(_ member: Int32, _ cells: LabelCells) {
    for row in stride(from: Int(cells.top), through: Int(cells.bottom), by: 1) {
      for cell in row * columns + Int(cells.left)...row * columns + Int(cells.right) {
        if Int(counts[cell]) == room { makeRoom() }
        members[cell * room + Int(counts[cell])] = member
        counts[cell] = counts[cell] + 1
      }
    }
  }

  mutating func remove(_ member: Int32, _ cells: LabelCells) {
    for row in stride(from: Int(cells.top), through: Int(cells.bottom), by: 1) {
      for cell in row * columns + Int(cells.left)...row * columns + Int(cells.right) {
        let own = members + cell * room
        let last = Int(counts[cell]) - 1
        var place = last
        while place >= 0, own[place] != member { place -= 1 }
        guard place >= 0 else { continue }
        own[place] = own[last]
        counts[cell] = counts[cell] - 1
      }
    }
  }

  /// Whether `holds` is true for all members of some cells; stops at the first that fails. A member may be
  /// asked about more than once.
  @inline(__always) func allSatisfy(_ cells: LabelCells, _ holds: (Int32) -> Bool) -> Bool {
    var start = Int(cells.top) &* columns &+ Int(cells.left)
    let across = Int(cells.right) &- Int(cells.left)
    var rows = Int(cells.bottom) &- Int(cells.top)
    while rows >= 0 {
      var cell = start
      let last = start &+ across
      while cell <= last {
        var next = UnsafePointer(members + cell &* room)
        let end = next + Int(counts[cell])
        while next < end {
          if !holds(next.pointee) { return false }
          next += 1
        }
        cell &+= 1
      }
      start &+= columns
      rows &-= 1
    }
    return true
  }

  private mutating func makeRoom() {
    let wider = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * count * room)
    wider.initialize(repeating: 0, count: 2 * count * room)
    for cell in 0..<count { (wider + 2 * cell * room).update(from: members + cell * room, count: room) }
    members.deallocate()
    members = wider
    room *= 2
  }
}

/// Boxes in a grid, to tell whether another one touches any of them.
struct BoxIndex: ~Copyable {
  private let mesh: LabelMesh
  private var grid: LabelGrid
  private var boxes: [Bounds] = []

  init(_ mesh: LabelMesh) {
    self.mesh = mesh
    grid = LabelGrid(mesh)
  }

  mutating func insert(_ box: Bounds) {
    grid.insert(Int32(boxes.count), mesh.cells(box))
    boxes.append(box)
  }

  func touches(_ box: Bounds) -> Bool { !grid.allSatisfy(mesh.cells(box)) { !boxes[Int($0)].intersects(box) } }
}
