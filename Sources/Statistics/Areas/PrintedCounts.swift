import Bytes
import Disclosure
import Territory

/// What a table of counts prints of a protected measure, as an outsider sees it. It is made from
/// the rows of the file and the printed numbers alone, by other means than `DisclosureSystem`, so
/// that each finds the faults of the other.
///
/// Every printed number is a sum of atoms: the value of a family in a commune, what the families leave of
/// their total, and what lies outside the ESS.
struct PrintedCounts {
  private let table: AreaTable
  private let rule: DisclosureRule
  private var cells: [DisclosureCell] = []
  private var relations = SparseRelations()
  private var contributions: [Contribution] = []
  private var isPrinted: [Bool] = []
  private var cellOfAtoms: [[Int]: Int] = [:]
  private var numbers: [String: Int] = [:]
  /// Whether an outsider knows every value to be a whole number.
  private var isCount = true
  /// Whether bounds of any value are published.
  private var hasBounds: Bool { table.tally.observations.hasBounds }

  /// A number and its legal units, before it is known whether it is printed.
  private struct Amount {
    var value = 0.0
    /// What each unit holds; `nil` where not all are named.
    var holders: [String: Tally.Holding]? = [:]
    /// What is published of the value beside itself.
    var known: ClosedRange<Double> = 0...0
    var units: Int? = 0
    /// Whether these are what several communes have at least.
    var boundsUnits = false
    var largest: Double? = 0
    var isPublished = true
    /// Whether the number of units is unknown and need not be known.
    var isUnjudged = false
    /// The cells that add up to it, without the empty ones.
    var atoms: [Int] = []

    /// Adds an amount of other units, or of units that may be the same (`mayShareUnits`).
    mutating func add(_ other: Amount, mayShareUnits: Bool) {
      // Nothing that no unit has is no secret, and changes no sum.
      if value == 0, units == 0, !isUnjudged {
        self = other
        return
      }
      guard other.value != 0 || other.units != 0 else { return }
      value += other.value
      known = known.lowerBound + other.known.lowerBound...known.upperBound + other.known.upperBound
      let nobodys = [self, other].filter { $0.isPublished && $0.units == nil }
      let whole = (units: units, largest: largest, value: value - other.value)
      holders = holders.flatMap { own in other.holders.map { own.merging($0, uniquingKeysWith: +) } }
      units = units.flatMap { own in other.units.map { mayShareUnits ? max(own, $0) : own + $0 } }
      largest = largest.flatMap { own in other.largest.map { mayShareUnits ? own + $0 : max(own, $0) } }
      if nobodys.count == 1 {
        // A published amount belongs to no unit; added to the largest unit, it hides nothing.
        let ownFirst = other.isPublished && other.units == nil
        units = ownFirst ? whole.units : other.units
        largest = (ownFirst ? whole.largest : other.largest).map { $0 + (ownFirst ? other.value : whole.value) }
      }
      isPublished = isPublished && other.isPublished
      isUnjudged = isUnjudged || other.isUnjudged
      atoms += other.atoms
      name()
    }

    /// Counts the units when every one is named.
    mutating func name() {
      guard let holders else { return }
      units = holders.count
      largest = holders.values.map(\.value).max() ?? 0
    }

    /// What is left of the amount without others, which have other units.
    func less(_ parts: [Amount]) -> Amount {
      guard !parts.isEmpty else { return self }
      var left = self
      left.atoms = []
      left.known = PublishedBounds.none
      left.value = parts.reduce(value) { $0 - $1.value }
      let isNothing = left.value <= 1e-9 * max(1, value)
      if isNothing { left.value = 0 }
      if var own = holders, parts.allSatisfy({ $0.holders != nil }) {
        for unit in own.keys { own[unit]?.known = PublishedBounds.none }
        for (unit, held) in parts.flatMap({ $0.holders! }) { own[unit]?.value -= held.value }
        left.holders = own.filter { unit, held in
          held.value > 1e-9 * max(1, value) || !parts.contains { $0.holders?[unit] != nil }
        }
        // Units named with 0 that are in none of the parts are there still.
        if isNothing { for unit in left.holders!.keys { left.holders?[unit]?.value = 0 } }
        left.name()
        if isNothing, left.holders!.isEmpty { left = Amount() }
      } else if isNothing {
        left = Amount()
      } else {
        left.holders = nil
        left.units = units.flatMap { own in
          parts.allSatisfy { $0.units != nil } ? max(1, own - parts.reduce(0) { $0 + $1.units! }) : nil
        }
        left.largest = largest.map { min($0, left.value) }
      }
      left.isPublished = isPublished && parts.allSatisfy(\.isPublished)
      return left
    }
  }

  /// Checks everything that a protected table prints of its protected measures.
  ///
  /// Throws 69 without the Clp library.
  static func check(_ table: AreaTable, _ rule: DisclosureRule) throws(Problem) -> [(
    measure: Measure, audit: DisclosureAudit
  )] {
    let judged = table.series.indices.filter { table.isProtected(table.series(at: $0).measure) }
    var done: [(measure: Measure, audit: DisclosureAudit)] = []
    for position in judged where !table.series(at: position).measure.isOfEverybody {
      let everybody = judged.first {
        table.series(at: $0).measure == table.series(at: position).measure.everybody
          && table.series(at: $0).date == table.series(at: position).date
      }
      done.append((table.series(at: position).measure, try audit(table, rule, position, everybody)))
    }
    for position in judged where table.series(at: position).measure.isOfEverybody {
      let own = table.series(at: position)
      let isDone = judged.contains {
        table.series(at: $0).measure.everybody == own.measure && table.series(at: $0).date == own.date
      }
      if !isDone { done.append((own.measure, try audit(table, rule, nil, position))) }
    }
    return done
  }

  private static func audit(_ table: AreaTable, _ rule: DisclosureRule, _ position: Int?, _ everybody: Int?)
    throws(Problem) -> DisclosureAudit
  {
    var printed = PrintedCounts(table: table, rule: rule)
    printed.gather(position, everybody)
    return try printed.audit()
  }

  private init(table: AreaTable, rule: DisclosureRule) {
    self.table = table
    self.rule = rule
  }

  // MARK: Atoms

  /// The amounts of each piece in the rows of a series, by family.
  private func amounts(_ position: Int) -> [Family: [Int: Amount]] {
    let data = table.tally.observations
    let isList = data.lists.contains(table.series[position])
    let says = Self.saysUnits(table, position)
    var all: [Family: [Int: Amount]] = [:]
    for (row, piece) in zip(data.rows, table.tally.pieceOfRow) where row.series == table.series[position] {
      guard let piece, let value = row.value.value else { continue }
      let unit = row.contributor
      var one = Amount()
      one.value = value
      one.known = row.bounds ?? PublishedBounds.none
      one.isPublished = !row.publisher.isEmpty || (table.publisher != nil && !says)
      if !unit.isEmpty {
        one.holders = [unit: Tally.Holding(value: value, known: one.known)]
        one.name()
      } else if value > 0 {
        one.holders = nil
        one.units = row.units ?? (isList ? Int(value) : nil)
        one.largest = row.largest ?? (isList ? 1 : nil)
      } else {
        one.isPublished = true
        one.known = 0...0
      }
      all[row.family, default: [:]][piece, default: Amount()].add(one, mayShareUnits: true)
    }
    // A piece of which the file has a part only has no amount.
    for (family, amounts) in all {
      let column = table.tally.column(table.series[position], family)
      for piece in amounts.keys where column[piece].cell.value == nil { all[family]?[piece] = nil }
    }
    return all
  }

  private static func saysUnits(_ table: AreaTable, _ position: Int) -> Bool {
    let data = table.tally.observations
    let isAlone = table.series(at: position).measure.isOfEverybody
    return data.rows.contains { row in
      let measure = data.series[row.series].measure
      let isRelated =
        row.series == table.series[position]
        || (!isAlone && measure.isMagnitude && !measure.isOfEverybody && table.series(at: position).measure.isMagnitude)
      return isRelated && (!row.contributor.isEmpty || (row.units ?? 0) > 0)
    }
  }

  private mutating func atom(_ id: String, _ amount: Amount) -> Amount {
    var amount = amount
    let isEmpty = amount.value == 0 && (amount.units ?? 0) == 0
    amount.atoms = isEmpty ? [] : [cell(id, amount, atoms: nil)]
    return amount
  }

  /// The cell of an amount: an atom, or a sum of atoms; sums of the same atoms share a cell.
  private mutating func cell(_ id: String, _ amount: Amount, atoms: [Int]?) -> Int {
    if let atoms, let known = atoms.count == 1 ? atoms[0] : cellOfAtoms[atoms] {
      cells[known].known = cells[known].known.clamped(to: amount.known)
      return known
    }
    let number = cells.count
    cells.append(
      DisclosureCell(
        id: id, value: amount.value, units: amount.units, boundsUnits: amount.boundsUnits, largest: amount.largest,
        isCount: isCount, standing: amount.isUnjudged ? .unknown : amount.isPublished ? .published : .hidden,
        known: amount.known))
    isPrinted.append(false)
    let others = Tally.Holding.others(of: amount.holders ?? [:])
    for (unit, held) in (amount.holders ?? [:]).sorted(by: { $0.key < $1.key }) {
      let name = numbers[unit] ?? numbers.count
      numbers[unit] = name
      contributions.append(
        Contribution(unit: name, cell: number, value: held.value, others: others[unit] ?? PublishedBounds.none))
    }
    if let atoms {
      relations.append(total: number, parts: atoms)
      cellOfAtoms[atoms] = number
    }
    return number
  }

  /// The cell of what a commune has of a column, all its atoms together.
  private mutating func pieceCell(_ amount: Amount, _ id: String) -> Int {
    cell(id, amount, atoms: amount.atoms.sorted())
  }

  // MARK: Sums

  private mutating func gather(_ position: Int?, _ everybody: Int?) {
    let mesh = table.tally.mesh
    let families = table.tally.observations.familiesPresent.filter { $0 != .all }
    let rows = position.map(amounts) ?? [:]
    let ofEverybody = everybody.map { amounts($0)[.all] ?? [:] } ?? [:]
    let known = rows.values.flatMap(\.values) + ofEverybody.values
    isCount = known.allSatisfy { amount in
      ([amount.value] + (amount.holders ?? [:]).values.map(\.value)).allSatisfy { $0 == $0.rounded() }
    }
    var columns: [Family: [Int: Amount]] = [:]
    var rests: [Int: Amount] = [:]
    var totals: [Int: Amount] = [:]
    var others: [Int: Amount] = [:]
    for piece in mesh.pieces.indices {
      let code = mesh.pieces[piece].code
      var known: [Amount] = []
      for family in families {
        guard let amount = rows[family]?[piece] else { continue }
        let made = atom(code + " " + family.rawValue, amount)
        columns[family, default: [:]][piece] = made
        known.append(made)
      }
      if var all = rows[.all]?[piece] {
        let rest = atom(code + " all (rest)", all.less(known))
        rests[piece] = rest
        all.atoms = known.flatMap(\.atoms) + rest.atoms
        columns[.all, default: [:]][piece] = all
      } else if !families.isEmpty, known.count == families.count {
        var all = Amount()
        for one in known { all.add(one, mayShareUnits: false) }
        columns[.all, default: [:]][piece] = all
      }
      if hasBounds, let all = columns[.all]?[piece], !all.atoms.isEmpty { _ = pieceCell(all, code + " all") }
      guard var whole = ofEverybody[piece] else { continue }
      let ess = columns[.all]?[piece].map { [$0] } ?? known
      let sum = ess.reduce(0) { $0 + $1.value }
      let name = code + " " + (everybody.map { table.series(at: $0).measure.id } ?? "")
      if ess.isEmpty || sum > whole.value * (1 + 1e-9) {
        whole = atom(name, whole)
      } else {
        var left = whole.less(ess)
        // When the units of the whole economy are unknown, those outside the ESS cannot be known.
        left.isUnjudged = left.units == nil && whole.isPublished && !left.isPublished
        left = atom(name + " (rest)", left)
        if columns[.all]?[piece] != nil { others[piece] = left }
        whole.atoms = ess.flatMap(\.atoms) + left.atoms
      }
      totals[piece] = whole
      if hasBounds, !whole.atoms.isEmpty {
        let parts = (ess + [others[piece]].compactMap { $0 }).filter { !$0.atoms.isEmpty }
        let cells = parts.map { pieceCell($0, code + " all") }
        let total = pieceCell(whole, name)
        if parts.flatMap(\.atoms).sorted() == whole.atoms.sorted(), cells != [total] {
          relations.append(total: total, parts: cells)
        }
      }
    }
    for (number, area) in table.areas.enumerated() {
      let name = area.level == .commune ? area.code : area.level.rawValue + " " + area.code
      for (family, column) in columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        guard let position, let index = table.families.firstIndex(of: family) else { continue }
        sum(
          area, column, name + " " + family.rawValue,
          printed: table.counts[table.index(area: number, series: position, family: index)])
      }
      sum(area, rests, name + " all (rest)", printed: nil)
      guard let everybody else { continue }
      let measure = table.series(at: everybody).measure.id
      sum(
        area, totals, name + " " + measure,
        printed: table.counts[table.index(area: number, series: everybody, family: 0)])
      sum(area, others, name + " " + measure + " (rest)", printed: nil)
    }
  }

  private mutating func sum(_ area: MeshArea, _ column: [Int: Amount], _ id: String, printed: AreaCount?) {
    guard area.partial.isEmpty, !area.pieces.isEmpty else { return }
    var total = Amount()
    for piece in area.pieces {
      guard let amount = column[piece] else { return }
      total.add(amount, mayShareUnits: area.pieces.count > 1)
    }
    guard !total.atoms.isEmpty else { return }
    total.largest = total.largest.map { min($0, total.value) }
    total.boundsUnits = area.pieces.count > 1 && total.holders == nil
    total.atoms.sort()
    let cell = cell(id, total, atoms: total.atoms)
    if hasBounds, area.pieces.count > 1 {
      // What is known of each commune as a whole is known of the area.
      let parts = area.pieces.compactMap { column[$0] }.filter { !$0.atoms.isEmpty }
      let cells = parts.map { pieceCell($0, id + " (commune)") }
      if cells != [cell] { relations.append(total: cell, parts: cells) }
    }
    guard let printed else { return }
    if printed.cell.value != nil { isPrinted[cell] = true }
    if cells[cell].standing == .hidden { cells[cell].standing = .open }
  }

  // MARK: Judgement

  /// Bounds every number that is not printed; a sensitive number that is printed is a failure.
  private func audit() throws(Problem) -> DisclosureAudit {
    let problem = try DisclosureProblem(cells: cells, relations: relations, contributions: contributions)
    var audit = try DisclosureCheck.run(PublishedTables(problem, printed: isPrinted, rule: rule), rule: rule)
    // Communes that are not rows are unknowns of the system; they get a line only when they must be protected.
    audit.intervals = audit.intervals.filter { $0.reason != .hidden }
    for (index, cell) in problem.cells.enumerated() where isPrinted[index] && rule.isSensitive(cell) {
      audit.intervals.append(
        DeducedInterval(
          cell: index, id: cell.id, low: cell.value, high: cell.value, reason: .sensitive(value: cell.value),
          required: rule.required(cell.value), isProtected: false))
    }
    audit.intervals.sort { $0.cell < $1.cell }
    return audit
  }
}
