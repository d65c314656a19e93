import Bytes

/// Finds the contributors that can exclude a value that must stay possible for one sensitive cell.
struct InsiderAttack {
  typealias Changes = [(column: Int, change: Double)]

  let check: DisclosureCheck
  let knowers: [[(insider: Int, part: PublishedTables.Insider.Part)]]
  let columnOf: [Int: Int]
  let reference: [Double]
  let column: Int
  let value: Double
  let upwards: Bool
  let isCount: Bool
  /// The contributors that can.
  private(set) var winners: [Int] = []
  /// The tables that show that the others cannot.
  private(set) var found: [Changes] = []
  private(set) var tried = 0
  private(set) var fractional = 0

  init(
    check: DisclosureCheck, knowers: [[(insider: Int, part: PublishedTables.Insider.Part)]],
    columnOf: [Int: Int], reference: [Double], cell: Int, column: Int, value: Double, upwards: Bool
  ) {
    isCount = check.tables.isCount[cell]
    self.check = check
    self.knowers = knowers
    self.columnOf = columnOf
    self.reference = reference
    self.column = column
    self.value = value
    self.upwards = upwards
  }

  /// Runs the attack.
  ///
  /// - Parameter opposite: tables found in the other direction; with their
  ///   signs turned they may serve in this one.
  mutating func run(opposite: [Changes], _ search: inout NearestTable) throws(Problem) {
    let required = check.rule.required(value)
    // A contributor always knows its own part, so only values above that part must stay possible.
    let own = Dictionary(
      knowers[column].map { ($0.insider, $0.part.value) }, uniquingKeysWith: { max($0, $1) })
    var exposed: Set<Int>?
    for changes in opposite {
      let turned = changes.map { (column: $0.column, change: -$0.change) }
      guard turned.allSatisfy({ reference[$0.column] + $0.change >= -1e-9 }) else { continue }
      let excluding = excluding(turned)
      exposed = exposed?.intersection(excluding) ?? excluding
    }
    if exposed == nil {
      guard let first = try attempt([], required, floor: 0, &search) else { return }
      found.append(first)
      exposed = excluding(first)
    }
    var others: [Int] = []
    for insider in (exposed ?? []).sorted() {
      let part = own[insider] ?? 0
      if !upwards && part > required.lowerBound {
        // It may deduce only what it knew: every value down to its own part must stay possible.
        if part < value, try attempt([insider], required, floor: part, &search) == nil {
          winners.append(insider)
        }
      } else {
        others.append(insider)
      }
    }
    try settle(others, required, &search)
  }

  /// Solves one programme against all contributors; when no table stands against all, one against each half.
  private mutating func settle(_ insiders: [Int], _ required: ClosedRange<Double>, _ search: inout NearestTable)
    throws(Problem)
  {
    guard !insiders.isEmpty else { return }
    if let table = try attempt(insiders, required, floor: 0, &search) {
      found.append(table)
      return
    }
    guard insiders.count > 1 else {
      winners += insiders
      return
    }
    let middle = insiders.count / 2
    try settle(Array(insiders[..<middle]), required, &search)
    try settle(Array(insiders[middle...]), required, &search)
  }

  /// A table that none of `insiders` can exclude and in which the cell has the
  /// required value; `nil` when there is none.
  private mutating func attempt(
    _ insiders: [Int], _ required: ClosedRange<Double>, floor: Double, _ search: inout NearestTable
  ) throws(Problem) -> Changes? {
    var floors: [Int: Double?] = [:]
    for insider in insiders {
      for part in check.tables.insiders[insider].parts {
        guard let known = columnOf[part.cell], known != column else { continue }
        if part.isWhole {
          floors[known] = .some(nil)
        } else if let before = floors[known] {
          if let before { floors[known] = max(before, part.value) }
        } else {
          floors[known] = .some(part.value)
        }
      }
    }
    var target = upwards ? required.upperBound : max(floor, required.lowerBound)
    let near = 1e-6 * max(1, value)
    if isCount { target = upwards ? (target - near).rounded(.up) : (target + near).rounded(.down) }
    tried += 1
    let found = try search.changes(column: column, by: target - value, floors: floors)
    if isCount, let found, found.contains(where: { abs($0.change - $0.change.rounded()) > 1e-5 }) {
      fractional += 1
    }
    return found
  }

  /// Contributors that know that the table with these changes is not the true one.
  private func excluding(_ changes: Changes) -> Set<Int> {
    var found: Set<Int> = []
    for (changed, change) in changes {
      let left = reference[changed] + change
      for (insider, part) in knowers[changed] {
        if part.isWhole || left < part.value - 1e-6 * max(1, part.value) { found.insert(insider) }
      }
    }
    for (insider, part) in knowers[column] where part.isWhole { found.remove(insider) }
    return found
  }
}
