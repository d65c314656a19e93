import Bytes
import Geometry

/// A projection replaced, over a box, by quadratic patches that agree with PROJ within a given error. It is for
/// drawings, in which printed coordinates are far coarser than PROJ's.
///
/// The box is cut into equal cells. In each cell both target coordinates are biquadratic functions of the
/// source coordinates that pass through PROJ's own values at nine nodes. Neighbouring patches share the nodes
/// on their edge, so there are no gaps. The error is measured at sixteen places in every cell, and the cells
/// are halved until it is under a quarter of the tolerance; the quarter allows for larger errors between these
/// places. The idea is that of GDAL's approximate transformer, which interpolates linearly along lines.
struct PatchedProjection: Sendable {
  private let minX: Double
  private let minY: Double
  private let perX: Double
  private let perY: Double
  private let columns: Int
  private let rows: Int
  /// Eighteen for each cell: nine for x, then nine for y; the power of the first source coordinate varies
  /// fastest.
  private let coefficients: [Double]

  /// Patches over a box; `nil` when `mostCells` cells on a side are not enough for the tolerance, or when some
  /// point has no image.
  init?(_ projector: Projector, over box: Bounds, tolerance: Double, mostCells: Int = 64) {
    guard !box.isEmpty, box.width > 0, box.height > 0, tolerance > 0 else { return nil }
    var cells = 4
    while cells <= mostCells, let made = Self.make(projector, box, cells) {
      let error = made.error(projector, box)
      if error <= tolerance / 4 {
        self = made.patches
        return
      }
      // Halving the cells divides the error by about eight; give up when even the smallest cells cannot be good
      // enough.
      let halvings = Double(mostCells / cells)
      guard error / (halvings * halvings * halvings) <= tolerance else { return nil }
      cells *= 2
    }
    return nil
  }

  private init(_ box: Bounds, _ cells: Int, _ coefficients: [Double]) {
    minX = box.minX
    minY = box.minY
    perX = Double(cells) / box.width
    perY = Double(cells) / box.height
    columns = cells
    rows = cells
    self.coefficients = coefficients
  }

  /// Patches with an error that is still to be measured.
  private struct Draft {
    let patches: PatchedProjection

    /// An upper bound of the distance from PROJ's points at the places between the nodes, in units of the
    /// target; infinite when a place has no image.
    func error(_ projector: Projector, _ box: Bounds) -> Double {
      let cells = patches.columns
      let places = [0.125, 0.375, 0.625, 0.875]
      var exact: [Double] = []
      exact.reserveCapacity(2 * 16 * cells * cells)
      for row in 0..<cells {
        for column in 0..<cells {
          for v in places {
            for u in places {
              exact.append(box.minX + (Double(column) + u) / patches.perX)
              exact.append(box.minY + (Double(row) + v) / patches.perY)
            }
          }
        }
      }
      var near = exact
      guard (try? projector.project(&exact)) != nil else { return .infinity }
      near.withUnsafeMutableBufferPointer { patches.apply($0) }
      var worst = 0.0
      for index in exact.indices { worst = max(worst, (exact[index] - near[index]).magnitude) }
      return worst * 1.4142135623730951
    }
  }

  private static func make(_ projector: Projector, _ box: Bounds, _ cells: Int) -> Draft? {
    let side = 2 * cells + 1
    var nodes: [Double] = []
    nodes.reserveCapacity(2 * side * side)
    for row in 0..<side {
      for column in 0..<side {
        nodes.append(box.minX + box.width * Double(column) / Double(side - 1))
        nodes.append(box.minY + box.height * Double(row) / Double(side - 1))
      }
    }
    guard (try? projector.project(&nodes)) != nil else { return nil }
    var coefficients: [Double] = []
    coefficients.reserveCapacity(18 * cells * cells)
    for row in 0..<cells {
      for column in 0..<cells {
        for axis in 0..<2 {
          // Quadratics along the first coordinate in each of three lines of nodes, then across the lines.
          let lines = (0..<3).map { line -> (Double, Double, Double) in
            let at = 2 * ((2 * row + line) * side + 2 * column) + axis
            return quadratic(nodes[at], nodes[at + 2], nodes[at + 4])
          }
          let c0 = quadratic(lines[0].0, lines[1].0, lines[2].0)
          let c1 = quadratic(lines[0].1, lines[1].1, lines[2].1)
          let c2 = quadratic(lines[0].2, lines[1].2, lines[2].2)
          coefficients += [c0.0, c1.0, c2.0, c0.1, c1.1, c2.1, c0.2, c1.2, c2.2]
        }
      }
    }
    return Draft(patches: PatchedProjection(box, cells, coefficients))
  }

  /// Coefficients of the quadratic through three values at 0, ½ and 1.
  private static func quadratic(_ f0: Double, _ f1: Double, _ f2: Double) -> (Double, Double, Double) {
    (f0, 4 * f1 - 3 * f0 - f2, 2 * f0 - 4 * f1 + 2 * f2)
  }

  /// Projects x,y pairs that lie in the box, in place. O(points), some nanoseconds each.
  func apply(_ points: UnsafeMutableBufferPointer<Double>) {
    coefficients.withUnsafeBufferPointer { coefficients in
      for at in stride(from: 0, to: points.count - 1, by: 2) {
        let x = (points[at] - minX) * perX
        let y = (points[at + 1] - minY) * perY
        let column = min(max(Int(x), 0), columns - 1)
        let row = min(max(Int(y), 0), rows - 1)
        let u = x - Double(column)
        let v = y - Double(row)
        let cell = coefficients.baseAddress! + 18 * (row * columns + column)
        points[at] = Self.value(cell, u, v)
        points[at + 1] = Self.value(cell + 9, u, v)
      }
    }
  }

  @inline(__always) private static func value(_ c: UnsafePointer<Double>, _ u: Double, _ v: Double) -> Double {
    let a = c[0] + u * (c[1] + u * c[2])
    let b = c[3] + u * (c[4] + u * c[5])
    let d = c[6] + u * (c[7] + u * c[8])
    return a + v * (b + v * d)
  }
}
