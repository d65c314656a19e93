import Bytes

/// Boxes in a hierarchical grid, to find the boxes around another box without looking at all of them.
///
/// Cells double in size from level to level. A box lies on the level with cells at least as large as the box,
/// in the cells it touches, at most four. Up to 32 boxes are kept as a plain list.
public struct HierarchicalGrid: Sendable {
  private struct Cell: Hashable {
    var level: Int
    var column: Int
    var row: Int
  }

  private let boxes: [Bounds]
  private var whole = Bounds.empty
  /// Levels with at least one box; empty when the boxes are a plain list.
  private var levels: [Int] = []
  /// Numbers of the boxes in each cell, ascending.
  private var cells: [Cell: [Int32]] = [:]

  private static let few = 32

  /// A grid of boxes, numbered from 0 in the order given. Complexity: O(boxes).
  public init(_ boxes: [Bounds]) {
    self.boxes = boxes
    guard boxes.count > Self.few else { return }
    for box in boxes { whole.include(box) }
    for (number, box) in boxes.enumerated() where !box.isEmpty {
      let level = level(of: box)
      let (low, high) = (cell(level, box.minX, box.minY), cell(level, box.maxX, box.maxY))
      for column in low.column...high.column {
        for row in low.row...high.row {
          cells[Cell(level: level, column: column, row: row), default: []].append(Int32(number))
        }
      }
    }
    levels = Set(cells.keys.map(\.level)).sorted()
  }

  /// The lowest number above `number` of a box that contains all of `box`, edges included, and that `isWanted`
  /// accepts; `nil` when there is none or `box` is empty.
  ///
  /// Complexity: O(log boxes) for each level, and a test of each box near the lower corner of `box`, up to the
  /// one found.
  public func first(around box: Bounds, after number: Int, where isWanted: (Int) -> Bool) -> Int? {
    guard !box.isEmpty else { return nil }
    func isFound(_ other: Int) -> Bool {
      let wide = boxes[other]
      return wide.minX <= box.minX && wide.maxX >= box.maxX && wide.minY <= box.minY && wide.maxY >= box.maxY
        && isWanted(other)
    }
    if boxes.count <= Self.few { return (number + 1..<max(boxes.count, number + 1)).first(where: isFound) }
    var best = boxes.count
    for level in levels {
      guard let list = cells[cell(level, box.minX, box.minY)] else { continue }
      var place = list.partitioningIndex { $0 > number }
      while place < list.count, list[place] < best {
        if isFound(Int(list[place])) { best = Int(list[place]) }
        place += 1
      }
    }
    return best < boxes.count ? best : nil
  }

  private func level(of box: Bounds) -> Int {
    let largest = max(whole.width, whole.height)
    // Boxes far smaller than the whole share a level, so that columns and rows fit an integer.
    let side = max(box.width, box.height, largest * 0x1p-40)
    return side > 0 ? Int(side.exponent) + 1 : 0
  }

  private func cell(_ level: Int, _ x: Double, _ y: Double) -> Cell {
    let side = Double(sign: .plus, exponent: level, significand: 1)
    return Cell(
      level: level, column: Int(((x - whole.minX) / side).rounded(.down)),
      row: Int(((y - whole.minY) / side).rounded(.down)))
  }
}
