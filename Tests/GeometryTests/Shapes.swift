import Bytes
import Geometry

/// Small layers for tests.
enum Shapes {
  /// Unit squares, clockwise, lower left corners given; each side may be cut in equal pieces.
  static func squares(_ corners: [(Double, Double)], pieces: [Int] = []) -> Layer {
    var layer = Layer(.polygon)
    for (number, (x, y)) in corners.enumerated() {
      let count = number < pieces.count ? pieces[number] : 1
      let turns = [(0.0, 0.0, 0.0, 1.0), (0, 1, 1, 0), (1, 1, 0, -1), (1, 0, -1, 0)]
      for (startX, startY, dx, dy) in turns {
        for piece in 0..<count {
          let along = Double(piece) / Double(count)
          layer.addPoint(x + startX + along * dx, y + startY + along * dy)
        }
      }
      layer.addPoint(x, y)
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    return layer
  }

  static func polygon(_ rings: [[(Double, Double)]]) -> Layer {
    var layer = Layer(.polygon)
    for ring in rings {
      for (x, y) in ring { layer.addPoint(x, y) }
      layer.endRing()
    }
    layer.endPart()
    layer.endFeature()
    return layer
  }
}

/// Tests/Fixtures/sud-essonne-1400.csv, with y turned up again so that rings turn as a layer's do.
struct SudEssonne {
  let table: CSVTable
  let layer: Layer

  init() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    table = try CSVTable(path: "/" + root + "/Tests/Fixtures/sud-essonne-1400.csv")
    let column = try table.column("outline")
    var layer = Layer(.polygon)
    for row in table.rows {
      let numbers = row.fields[column].split(separator: " ").compactMap { Double($0) }
      for index in stride(from: 0, to: numbers.count, by: 2) { layer.addPoint(numbers[index], -numbers[index + 1]) }
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    self.layer = layer
  }

  func numbers(_ name: String) throws -> [Double] {
    let column = try table.column(name)
    return table.rows.compactMap { Double($0.fields[column]) }
  }
}
