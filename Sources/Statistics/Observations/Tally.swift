import Bytes
import Disclosure
import Territory

/// The counts of a file laid over a mesh: for each measure and family, a cell for each piece.
public struct Tally: Sendable {
  /// The rows of the file.
  public let observations: Observations
  /// The mesh that they are laid over.
  public let mesh: Mesh
  /// The piece of each row of the file; `nil` for a commune that no layer has.
  public let pieceOfRow: [Int?]
  /// Families of the file other than `all`: where a commune has no row `all`, they add up to it.
  private let parts: [Family]
  /// Pieces of which the file has only some communes.
  private let incomplete: Set<Int>
  /// Pieces that several codes of the file make up, with those codes.
  private let merged: [Int: Set<String>]

  /// Lays the rows over the mesh. `list` is the position in the mesh of the list of the
  /// observations' distinct codes, `cog` their vintage.
  public init(_ observations: Observations, on mesh: Mesh, list: Int, cog: Int) {
    self.observations = observations
    self.mesh = mesh
    let pieceOfCode = Dictionary(uniqueKeysWithValues: zip(observations.distinctCodes, mesh.pieceOfCode[list]))
    pieceOfRow = observations.rows.map { pieceOfCode[$0.code] ?? nil }
    parts = observations.familiesPresent.filter { $0 != .all }
    incomplete = Set(mesh.covers([observations.distinctCodes], cog: cog)[0].partial)
    var codes: [Int: Set<String>] = [:]
    for (code, piece) in pieceOfCode { if let piece { codes[piece, default: []].insert(code) } }
    merged = codes.filter { $0.value.count > 1 }
  }

  /// One cell of a piece, with what disclosure control must know.
  public struct Entry: Sendable {
    /// The value of the piece, or why there is none.
    public var cell: Cell = .missing
    /// Number of distinct legal units; `nil` when unknown.
    public var units: Int?
    /// The value of the largest of them; `nil` when unknown.
    public var largest: Double?
    /// Number of lines of the file it was read from; 0 for a commune without a row.
    public var lineCount = 0
    /// The first of those lines, 1-based; 0 without any.
    public var firstLine = 0
    /// The last of those lines, 1-based; 0 without any.
    public var lastLine = 0
    /// Whether every row names its publisher; a zero without a unit needs none.
    public var isPublished = false
    /// Parts by legal unit, where the file gives them.
    public var contributors: [(unit: String, held: Holding)] = []
    /// Bounds of the value that somebody published.
    public var known: ClosedRange<Double> = 0 ... .infinity
  }

  /// What a legal unit holds, and what everybody knows of that.
  public struct Holding: Sendable, Equatable {
    /// What it holds.
    public var value: Double
    /// Bounds of it that somebody published, both included.
    public var known: ClosedRange<Double> = 0 ... .infinity

    static func + (one: Holding, other: Holding) -> Holding {
      Holding(
        value: one.value + other.value,
        known: one.known.lowerBound + other.known.lowerBound...one.known.upperBound + other.known.upperBound)
    }

    /// For each unit of a cell what everybody knows of the others' parts.
    static func others(of holdings: [String: Holding]) -> [String: ClosedRange<Double>] {
      let sum = PublishedBounds.Sum(holdings.values.map(\.known))
      return holdings.mapValues { sum.without($0.known) }
    }
  }

  /// A cell for each piece of a series and family. Complexity: O(rows + pieces).
  ///
  /// The rows of merged communes and of contributors add up. When a commune has no row of all families, its
  /// families add up to one if every family of the file has a row for it; otherwise the cell is missing.
  public func column(_ series: Int, _ family: Family) -> [Entry] {
    var entries = raw(series, family)
    guard family == .all, !parts.isEmpty else { return entries }
    let columns = parts.map { raw(series, $0) }
    for piece in entries.indices where entries[piece].lineCount == 0 {
      var sum = Entry()
      for column in columns { sum.add(column[piece]) }
      if columns.allSatisfy({ $0[piece].lineCount > 0 }) { entries[piece] = sum }
    }
    return entries
  }

  private func raw(_ series: Int, _ family: Family) -> [Entry] {
    var entries = [Entry](repeating: Entry(), count: mesh.pieces.count)
    var codesOfPiece: [Int: Set<String>] = [:]
    let isList = observations.lists.contains(series)
    let rows = observations.rows
    for number in rows.indices where rows[number].series == series && rows[number].family == family {
      guard let piece = pieceOfRow[number] else { continue }
      let row = rows[number]
      var entry = Entry()
      entry.cell = row.value
      entry.units = row.units
      entry.largest = row.largest
      entry.lineCount = 1
      entry.firstLine = row.line
      entry.lastLine = entry.firstLine
      entry.known = row.bounds ?? entry.known
      if !row.contributor.isEmpty, let value = entry.cell.value {
        entry.contributors = [(row.contributor, Holding(value: value, known: entry.known))]
        entry.units = 1
        entry.largest = value
      } else if entry.cell.value == 0 {
        // A zero has no legal units, whatever the columns say or leave open.
        entry.units = 0
        entry.largest = 0
        entry.known = 0...0
      } else if entry.units == nil, isList, let value = entry.cell.value {
        entry.units = Int(exactly: value.rounded(.down))
        entry.largest = min(1, value)
      }
      entry.isPublished = !row.publisher.isEmpty || (row.contributor.isEmpty && entry.cell.value == 0)
      entries[piece].add(entry, mayShareUnits: true)
      if entries[piece].isNamed { entries[piece].countContributors() }
      if merged[piece] != nil { codesOfPiece[piece, default: []].insert(row.code) }
    }
    // A merged piece has no sum when one of its communes has no row.
    for (piece, expected) in merged where entries[piece].lineCount > 0 {
      if !expected.isSubset(of: codesOfPiece[piece] ?? []) { entries[piece].cell = .missing }
    }
    for piece in incomplete { entries[piece].cell = .missing }
    return entries
  }
}

extension Tally.Entry {
  /// Adds another cell. Without a number on either side there is no
  /// sum, and `secret` goes before other reasons.
  ///
  /// Families have no legal unit in common, but communes that merged may: the number of units is then at least
  /// that of the commune with most, and the largest unit holds at most the sum of both largest.
  mutating func add(_ other: Tally.Entry, mayShareUnits: Bool = false) {
    if lineCount == 0 {
      self = other
      return
    }
    let (one, two) = (self, other)
    isPublished = isPublished && other.isPublished
    lineCount += other.lineCount
    firstLine = min(firstLine, other.firstLine)
    lastLine = max(lastLine, other.lastLine)
    contributors += other.contributors
    known = known.lowerBound + other.known.lowerBound...known.upperBound + other.known.upperBound
    if one.isNobodys != two.isNobodys {
      // A published amount is added to the largest unit, which makes that look larger, never smaller.
      let (own, published) = one.isNobodys ? (two, one) : (one, two)
      units = own.units
      largest = own.largest.map { $0 + (published.cell.value ?? 0) }
    } else {
      units = zip2(units, other.units).map { mayShareUnits ? max($0, $1) : $0 + $1 }
      largest = zip2(largest, other.largest).map { mayShareUnits ? $0 + $1 : max($0, $1) }
    }
    switch (cell, other.cell) {
    case (.number(let a), .number(let b)): cell = .number(a + b)
    case (.secret, _), (_, .secret): cell = .secret
    default: if let a = cell.value, let b = other.cell.value { cell = .estimate(a + b) } else { cell = .notAvailable }
    }
  }

  /// Whether the cell is published already and its legal units are
  /// unknown, so that there is no unit to protect.
  var isNobodys: Bool { isPublished && units == nil }

  /// Whether the named units hold all of the value; a zero without units counts as named.
  var isNamed: Bool {
    guard let value = cell.value else { return false }
    let named = contributors.reduce(0) { $0 + $1.held.value }
    return abs(named - value) <= 1e-9 * max(1, value) && (units == 0 || !contributors.isEmpty)
  }

  /// Counts the named units and finds the largest of them.
  mutating func countContributors() {
    let totals = holders
    units = totals.count
    largest = totals.values.max() ?? 0
  }

  private func zip2<A>(_ a: A?, _ b: A?) -> (A, A)? {
    guard let a, let b else { return nil }
    return (a, b)
  }
}
