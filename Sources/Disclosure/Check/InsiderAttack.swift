import Bytes

/// Finds the contributors that can exclude a value that must stay possible for one sensitive cell.
struct InsiderAttack {
  typealias Changes = [(column: Int, change: Double)]

  let check: DisclosureCheck
  let knowers: [[(insider: Int, part: PublishedTables.Insider.Part)]]
  let columnOf: [Int: Int]
  /// The cell of each column.
  let component: [Int]
  let reference: [Double]
  let column: Int
  let value: Double
  let upwards: Bool
  /// The contributors that can.
  private(set) var winners: [Int] = []
  /// The tables that show that the others cannot.
  private(set) var found: [Changes] = []
  private(set) var tried = 0
  private(set) var fractional = 0

  private var cell: Int { component[column] }
  private var isCount: Bool { check.tables.isCount[cell] }

  /// Runs the attack.
  ///
  /// - Parameter opposite: tables found in the other direction; with their
  ///   signs turned they may serve in this one.
  mutating func run(opposite: [Changes], _ search: inout NearestTable) throws(Problem) {
    let known = check.tables.known[cell]
    let required = check.rule.required(value, within: known)
    // A contributor always knows its own part, so that only what lies beyond it is owed.
    let own = Dictionary(
      knowers[column].map { ($0.insider, range(of: $0.part, known, value)) }, uniquingKeysWith: { $0.clamped(to: $1) })
    var exposed: Set<Int>?
    for changes in opposite {
      let turned = changes.map { (column: $0.column, change: -$0.change) }
      guard turned.allSatisfy({ isPossible($0.column, reference[$0.column] + $0.change) }),
        turned.contains(where: { $0.column == column && reaches(required, value + $0.change) })
      else { continue }
      let excluding = excluding(turned)
      exposed = exposed?.intersection(excluding) ?? excluding
    }
    if exposed == nil {
      guard let first = try attempt([], required, &search) else { return }
      found.append(first)
      exposed = excluding(first)
    }
    var others: [Int] = []
    for insider in (exposed ?? []).sorted() {
      let part = own[insider] ?? PublishedBounds.none
      let knows = upwards ? part.upperBound < required.upperBound : part.lowerBound > required.lowerBound
      guard knows else {
        others.append(insider)
        continue
      }
      // It may only deduce what it knew: anything as far as its own part lets it.
      let isOpen = upwards ? part.upperBound > value : part.lowerBound < value
      if isOpen, try attempt([insider], required.clamped(to: part), &search) == nil,
        try !knowsBetter(insider, required.clamped(to: part), &search)
      {
        winners.append(insider)
      }
    }
    try settle(others, required, &search)
  }

  /// Solves one programme against all contributors; when no table stands against all, one against each half.
  private mutating func settle(_ insiders: [Int], _ required: ClosedRange<Double>, _ search: inout NearestTable)
    throws(Problem)
  {
    guard !insiders.isEmpty else { return }
    if let table = try attempt(insiders, required, &search) {
      found.append(table)
      return
    }
    guard insiders.count > 1 else {
      if try !knowsBetter(insiders[0], required, &search) { winners += insiders }
      return
    }
    let middle = insiders.count / 2
    try settle(Array(insiders[..<middle]), required, &search)
    try settle(Array(insiders[middle...]), required, &search)
  }

  /// Whether a contributor who excludes what is required would do so without any printed number, from its own figures
  /// and the bounds that are published, and excludes no more than that.
  private mutating func knowsBetter(_ insider: Int, _ required: ClosedRange<Double>, _ search: inout NearestTable)
    throws(Problem) -> Bool
  {
    let tables = check.tables
    guard tables.known.contains(where: { $0 != PublishedBounds.none }) else { return false }
    var known = tables.known
    for part in tables.insiders[insider].parts {
      let value = columnOf[part.cell].map { reference[$0] } ?? part.value
      known[part.cell] = part.isWhole ? value...value : range(of: part, tables.known[part.cell], value)
    }
    let blind = PublishedBounds.narrowed(known, isCount: tables.isCount, tables.relations)[cell]
    let room = min(blind.lowerBound, value)...max(blind.upperBound, value)
    let least = required.clamped(to: room)
    let end = upwards ? least.upperBound : least.lowerBound
    if abs(end - value) <= 1e-6 * max(1, value) { return true }
    guard end != (upwards ? required.upperBound : required.lowerBound) else { return false }
    return try attempt([insider], least, &search) != nil
  }

  /// A table nobody among `insiders` can exclude, in which the cell is as far as it must be.
  private mutating func attempt(_ insiders: [Int], _ required: ClosedRange<Double>, _ search: inout NearestTable)
    throws(Problem) -> Changes?
  {
    var bounds: [Int: ClosedRange<Double>?] = [:]
    for insider in insiders {
      for part in check.tables.insiders[insider].parts {
        guard let known = columnOf[part.cell], known != column else { continue }
        let range = range(of: part, check.tables.known[part.cell], reference[known])
        if part.isWhole {
          bounds[known] = .some(nil)
        } else if let before = bounds[known] {
          if let before { bounds[known] = before.clamped(to: range) }
        } else {
          bounds[known] = range
        }
      }
    }
    var target = upwards ? required.upperBound : required.lowerBound
    let near = 1e-6 * max(1, value)
    if isCount { target = upwards ? (target - near).rounded(.up) : (target + near).rounded(.down) }
    tried += 1
    let found = try search.changes(column: column, by: target - value, bounds: bounds)
    if isCount, let found, found.contains(where: { abs($0.change - $0.change.rounded()) > 1e-5 }) { fractional += 1 }
    return found
  }

  /// Contributors that know that the table with these changes is not the true one.
  private func excluding(_ changes: Changes) -> Set<Int> {
    var found: Set<Int> = []
    for (changed, change) in changes {
      let left = reference[changed] + change
      for (insider, part) in knowers[changed] {
        let range = range(of: part, check.tables.known[component[changed]], reference[changed])
        let near = 1e-6 * max(1, left.magnitude)
        if part.isWhole || left < range.lowerBound - near || left > range.upperBound + near { found.insert(insider) }
      }
    }
    for (insider, part) in knowers[column] where part.isWhole { found.remove(insider) }
    return found
  }

  /// What a contributor knows of a cell before it sees what is printed.
  private func range(of part: PublishedTables.Insider.Part, _ known: ClosedRange<Double>, _ value: Double)
    -> ClosedRange<Double>
  {
    let low = max(known.lowerBound, part.value + part.others.lowerBound)
    return min(low, value)...max(value, min(known.upperBound, part.value + part.others.upperBound))
  }

  private func isPossible(_ column: Int, _ value: Double) -> Bool {
    let known = check.tables.known[component[column]]
    return value >= known.lowerBound - 1e-9 && value <= known.upperBound + 1e-9 * max(1, value)
  }

  private func reaches(_ required: ClosedRange<Double>, _ value: Double) -> Bool {
    let near = 1e-6 * max(1, self.value)
    return upwards ? value >= required.upperBound - near : value <= required.lowerBound + near
  }
}
