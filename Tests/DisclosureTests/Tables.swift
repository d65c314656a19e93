import Disclosure
import Bytes
import Statistics

enum Files { static let root = Path.folder(Path.folder(Path.folder(#filePath))) }

/// A cell in short: its value and units; the largest unit holds an equal share unless given.
func cell(
  _ id: String, _ value: Double, units: Int, largest: Double? = nil, isCount: Bool = true,
  standing: DisclosureCell.Standing = .open
) -> DisclosureCell {
  DisclosureCell(
    id: id, value: value, units: units, largest: largest ?? value / Double(max(1, units)), isCount: isCount,
    standing: standing)
}

func sums(_ all: [(total: Int, parts: [Int])]) -> SparseRelations {
  var relations = SparseRelations()
  for one in all { relations.append(total: one.total, parts: one.parts) }
  return relations
}

/// A table of rows × columns with all its margins; contributors are unknown.
func twoWay(_ values: [[Double]], units: [[Int]], isCount: Bool = true) throws -> DisclosureProblem {
  let width = values[0].count + 1
  var cells: [DisclosureCell] = []
  for (row, line) in values.enumerated() {
    for (column, value) in line.enumerated() {
      cells.append(cell("r\(row) c\(column)", value, units: units[row][column], isCount: isCount))
    }
    cells.append(cell("r\(row)", line.reduce(0, +), units: 9, isCount: isCount))
  }
  for column in 0..<width {
    let total = values.reduce(0.0) { $0 + (column < $1.count ? $1[column] : $1.reduce(0, +)) }
    cells.append(cell("c\(column)", total, units: 9, isCount: isCount))
  }
  var relations = SparseRelations()
  for row in 0...values.count {
    relations.append(total: row * width + width - 1, parts: (0..<width - 1).map { row * width + $0 })
  }
  for column in 0..<width {
    relations.append(total: values.count * width + column, parts: values.indices.map { $0 * width + column })
  }
  return try DisclosureProblem(cells: cells, relations: relations)
}

/// Communes, families and overlapping areas with invented holdings.
func randomAreas(seed: UInt64, isCount: Bool = true) throws -> DisclosureProblem {
  var random = Seeded(state: seed)
  let communes = Int.random(in: 4...8, using: &random)
  let families = Int.random(in: 2...3, using: &random)
  var areas = [LinkedAreas.Area(id: "whole", communes: Array(0..<communes))]
  for number in 0..<Int.random(in: 1...3, using: &random) {
    let members = (0..<communes).filter { _ in Bool.random(using: &random) }
    if members.count > 1 { areas.append(.init(id: "area \(number)", communes: members)) }
  }
  let tables = try LinkedAreas(
    communes: (0..<communes).map { "commune \($0)" }, areas: areas, families: (0..<families).map { "family \($0)" })
  var holdings: [LinkedAreas.Holding] = []
  for commune in 0..<communes {
    for family in 0..<families {
      for number in 0..<Int.random(in: 0...6, using: &random) {
        let unit = Bool.random(using: &random) ? number : 100 * commune + 10 * family + number + 1000
        let value = Double(Int.random(in: 1...40, using: &random))
        holdings.append(.init(unit: unit, commune: commune, family: family, value: value))
      }
    }
  }
  return try tables.problem(holdings: holdings, isCount: isCount)
}

/// What a file without legal units' names says of one commune and family.
struct Counted {
  var value: Double
  var units: Int
  var largest: Double

  static let zero = Counted(value: 0, units: 0, largest: 0)
}

/// Communes × families and areas of which only the number of units and the largest are known, as files give them:
/// units of areas are added up.
func nameless(
  _ values: [[Counted]], areas: [[Int]], isCount: Bool = true,
  standing: (_ cell: Int) -> DisclosureCell.Standing = { _ in .open }
) throws -> (problem: DisclosureProblem, areas: LinkedAreas) {
  let tables = try LinkedAreas(
    communes: values.indices.map { "commune \($0)" },
    areas: areas.enumerated().map { .init(id: "area \($0.offset)", communes: $0.element) },
    families: values[0].indices.map { "family \($0)" })
  func cell(_ index: Int, _ parts: [Counted]) -> DisclosureCell {
    DisclosureCell(
      id: tables.id(index), value: parts.reduce(0) { $0 + $1.value }, units: parts.reduce(0) { $0 + $1.units },
      largest: parts.map(\.largest).max() ?? 0, isCount: isCount, standing: standing(index))
  }
  var cells = (0..<tables.cellCount).map { cell($0, []) }
  for place in 0..<(values.count + areas.count) {
    let members = place < values.count ? [place] : areas[place - values.count]
    for family in values[0].indices {
      let index = tables.cell(commune: place, family: family)
      cells[index] = cell(index, members.map { values[$0][family] })
    }
    let index = tables.cell(commune: place, family: nil)
    cells[index] = cell(index, members.flatMap { values[$0] })
  }
  return (try DisclosureProblem(cells: cells, relations: tables.relations), tables)
}

/// Random tables without names, the second of their families zero everywhere.
func randomNameless(seed: UInt64, families: Int, isCount: Bool) throws -> DisclosureProblem {
  var random = Seeded(state: seed)
  let communes = Int.random(in: 3...9, using: &random)
  let values = (0..<communes).map { _ in
    (0..<families).map { family -> Counted in
      let units = family == 1 ? 0 : Int.random(in: 0...5, using: &random)
      guard units > 0 else { return .zero }
      let parts = (0..<units).map { _ in Double(Int.random(in: 1...30, using: &random)) }
      return Counted(value: parts.reduce(0, +), units: units, largest: parts.max()!)
    }
  }
  var areas = [Array(0..<communes)]
  for _ in 0..<Int.random(in: 0...3, using: &random) {
    areas.append((0..<communes).filter { _ in Bool.random(using: &random) })
  }
  return try nameless(values, areas: areas.filter { $0.count > 1 }, isCount: isCount).problem
}
