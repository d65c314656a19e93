import Bytes
import Disclosure

/// The tables that one run publishes: communes × families, and any areas made of communes, which may overlap.
struct LinkedAreas: Sendable {
  /// An area made of communes.
  struct Area: Sendable, Equatable {
    /// Name of the area in messages.
    var id: String
    /// Positions in `communes` of those it is made of.
    var communes: [Int]

    /// Makes an area of these values.
    init(id: String, communes: [Int]) {
      self.id = id
      self.communes = communes
    }
  }

  /// The value that one legal unit holds in one commune and family.
  struct Holding: Sendable, Equatable {
    /// Any number that tells legal units apart.
    var unit: Int
    /// Position of the commune in `communes`.
    var commune: Int
    /// Position of the family in `families`.
    var family: Int
    /// The value; only values above 0 count.
    var value: Double

    /// Makes a holding of these values.
    init(unit: Int, commune: Int, family: Int, value: Double) {
      self.unit = unit
      self.commune = commune
      self.family = family
      self.value = value
    }
  }

  /// Ids of the communes.
  let communes: [String]
  /// The areas made of them.
  let areas: [Area]
  /// Ids of the families that partition the whole, in order.
  let families: [String]

  /// Makes the tables. Throws 65 when an area names a commune twice.
  init(communes: [String], areas: [Area], families: [String]) throws(Problem) {
    for area in areas where Set(area.communes).count < area.communes.count {
      throw Problem(
        .badData, at: Text(same: area.id), Text("une commune y figure deux fois", "a commune appears twice in it"),
        fix: Text("gardez une ligne par commune et zone", "keep one row a commune and area"))
    }
    self.communes = communes
    self.areas = areas
    self.families = families
  }

  /// Number of cells of each place: one for each family and, when there are several, one for all families.
  /// Cells are numbered by place, communes first, then areas.
  var cellsPerPlace: Int { families.count + (families.count > 1 ? 1 : 0) }
  /// Number of cells of all communes and areas.
  var cellCount: Int { (communes.count + areas.count) * cellsPerPlace }

  /// Number of the cell of a commune; `family` `nil` means all families.
  func cell(commune: Int, family: Int?) -> Int {
    commune * cellsPerPlace + (families.count > 1 ? family ?? families.count : 0)
  }

  /// Number of the cell of an area; `family` `nil` means all families.
  func cell(area: Int, family: Int?) -> Int { cell(commune: communes.count + area, family: family) }

  /// Every sum: the families of a place add up to the place, the communes of an area to the area.
  var relations: SparseRelations {
    var relations = SparseRelations()
    if families.count > 1 {
      for place in 0..<(communes.count + areas.count) {
        relations.append(
          total: cell(commune: place, family: nil), parts: families.indices.map { cell(commune: place, family: $0) })
      }
    }
    for (index, area) in areas.enumerated() where !area.communes.isEmpty {
      for family in families.indices {
        relations.append(
          total: cell(area: index, family: family), parts: area.communes.map { cell(commune: $0, family: family) })
      }
    }
    return relations
  }

  /// The problem of a magnitude for which the holdings of every legal unit are known, so that units and the
  /// largest of them are counted exactly in every cell. Throws 65 when a value is not finite.
  ///
  /// - `holdings`: in any order; several holdings of a unit in one cell are added up.
  /// - `standing`: gives the standing of a cell, `open` by default; use `hidden`
  ///   for communes that are not published.
  func problem(
    holdings: [Holding], isCount: Bool = true, standing: (_ cell: Int) -> DisclosureCell.Standing = { _ in .open }
  ) throws(Problem) -> DisclosureProblem {
    let contributions = contributions(holdings)
    var cells = (0..<cellCount).map {
      DisclosureCell(id: id($0), value: 0, units: 0, largest: 0, isCount: isCount, standing: standing($0))
    }
    for one in contributions {
      cells[one.cell].value += one.value
      cells[one.cell].units = (cells[one.cell].units ?? 0) + 1
      cells[one.cell].largest = max(cells[one.cell].largest ?? 0, one.value)
    }
    return try DisclosureProblem(cells: cells, relations: relations, contributions: contributions)
  }

  /// The holdings as parts of every cell they count in, one for each unit and cell.
  private func contributions(_ holdings: [Holding]) -> [Contribution] {
    var areasOf: [[Int]] = Array(repeating: [], count: communes.count)
    for (index, area) in areas.enumerated() { for commune in area.communes { areasOf[commune].append(index) } }
    var all: [Contribution] = []
    for one in holdings where one.value > 0 {
      let places = [one.commune] + areasOf[one.commune].map { communes.count + $0 }
      for place in places {
        all.append(Contribution(unit: one.unit, cell: cell(commune: place, family: one.family), value: one.value))
        guard families.count > 1 else { continue }
        all.append(Contribution(unit: one.unit, cell: cell(commune: place, family: nil), value: one.value))
      }
    }
    all.sort { $0.cell != $1.cell ? $0.cell < $1.cell : $0.unit < $1.unit }
    var merged: [Contribution] = []
    for one in all {
      if let last = merged.last, last.cell == one.cell, last.unit == one.unit {
        merged[merged.count - 1].value += one.value
      } else {
        merged.append(one)
      }
    }
    return merged
  }

  /// Name of a cell in messages: `91016 association`, `91016 all`.
  func id(_ cell: Int) -> String {
    let place = cell / cellsPerPlace
    let family = cell % cellsPerPlace
    let name = place < communes.count ? communes[place] : areas[place - communes.count].id
    return name + " " + (family < families.count ? families[family] : "all")
  }
}
