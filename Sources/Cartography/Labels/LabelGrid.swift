import Geometry

/// Which labels lie where: a grid of cells over the frame, each with the labels whose extent meets it.
struct LabelGrid {
  private static let cell = 48.0

  private let frame: Bounds
  private let columns: Int
  private let rows: Int
  private var members: [[Int32]]

  init(_ frame: Bounds) {
    self.frame = frame
    columns = max(1, Int((frame.width / Self.cell).rounded(.up)))
    rows = max(1, Int((frame.height / Self.cell).rounded(.up)))
    members = Array(repeating: [], count: columns * rows)
  }

  mutating func insert(_ label: Int, _ extent: Bounds) {
    forEachCell(extent) { members, cell in members[cell].append(Int32(label)) }
  }

  mutating func remove(_ label: Int, _ extent: Bounds) {
    forEachCell(extent) { members, cell in
      if let place = members[cell].firstIndex(of: Int32(label)) { members[cell].remove(at: place) }
    }
  }

  /// Asks `holds` of each label near an extent until it says no; a label may come more than once.
  @inline(__always)
  func allSatisfy(_ extent: Bounds, _ holds: (Int) -> Bool) -> Bool {
    let (left, top, right, bottom) = range(extent)
    for row in top...bottom {
      for column in left...right {
        for label in members[row * columns + column] where !holds(Int(label)) { return false }
      }
    }
    return true
  }

  private mutating func forEachCell(_ extent: Bounds, _ body: (inout [[Int32]], Int) -> Void) {
    let (left, top, right, bottom) = range(extent)
    for row in top...bottom {
      for column in left...right { body(&members, row * columns + column) }
    }
  }

  private func range(_ extent: Bounds) -> (left: Int, top: Int, right: Int, bottom: Int) {
    func index(_ value: Double, _ count: Int) -> Int { min(max(Int(value * (1 / Self.cell)), 0), count - 1) }
    return (
      index(extent.minX - frame.minX, columns), index(extent.minY - frame.minY, rows),
      index(extent.maxX - frame.minX, columns), index(extent.maxY - frame.minY, rows)
    )
  }
}
