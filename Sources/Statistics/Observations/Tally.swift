import Bytes
import Territory

/// The counts of a file laid over a mesh: for each measure and family, a cell for each piece.
public struct Tally: Sendable {
  public let observations: Observations
  public let mesh: Mesh
  /// The piece of each row of the file; `nil` for a commune no layer has.
  public let pieceOfRow: [Int?]
  /// Families of the file other than `all`: where a commune has no row `all`, they add up to it.
  private let parts: [Family]
  /// Pieces of which the file knows some communes only.
  private let incomplete: Set<Int>
  /// Pieces that several codes of the file make up, and these.
  private let merged: [Int: Set<String>]

  /// `list` is the mesh's list made of the observations' distinct codes, in their vintage `cog`.
  public init(_ observations: Observations, on mesh: Mesh, list: Int, cog: Int) {
    self.observations = observations
    self.mesh = mesh
    let pieceOfCode = Dictionary(
      uniqueKeysWithValues: zip(observations.distinctCodes, mesh.pieceOfCode[list]))
    pieceOfRow = observations.codes.map { pieceOfCode[$0] ?? nil }
    parts = observations.familiesPresent.filter { $0 != .all }
    incomplete = Set(mesh.covers([observations.distinctCodes], cog: cog)[0].partial)
    var codes: [Int: Set<String>] = [:]
    for (code, piece) in pieceOfCode { if let piece { codes[piece, default: []].insert(code) } }
    merged = codes.filter { $0.value.count > 1 }
  }

  /// One cell of a piece, with what disclosure control must know.
  public struct Entry: Sendable {
    public var cell: Cell = .missing
    /// Distinct legal units; `nil` when unknown.
    public var units: Int?
    /// The value of the largest of them; `nil` when unknown.
    public var largest: Double?
    /// Lines of the file it was read from: how many, and the first and last; 0 for a commune without a row.
    public var lineCount = 0
    public var firstLine = 0
    public var lastLine = 0
    /// Whether every row says who published it; a zero without a unit needs no word.
    public var isPublished = false
    /// Parts by legal unit, where the file gives them.
    public var contributors: [(unit: String, value: Double)] = []
  }

  /// A cell for each piece of a series and family. O(rows + pieces).
  ///
  /// The rows of merged communes and of contributors add up. Where a commune has no row of all families, its
  /// families add up to one if every family of the file has a row, and are missing otherwise.
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
    for row in 0..<observations.count
    where observations.seriesOfRow[row] == series && observations.families[row] == family {
      guard let piece = pieceOfRow[row] else { continue }
      var entry = Entry()
      entry.cell = observations.values[row]
      entry.units = observations.units[row]
      entry.largest = observations.largest[row]
      entry.lineCount = 1
      entry.firstLine = observations.lines[row]
      entry.lastLine = entry.firstLine
      let unit = observations.contributors[row]
      if !unit.isEmpty, let value = entry.cell.value {
        entry.contributors = [(unit, value)]
        entry.units = 1
        entry.largest = value
      } else if entry.cell.value == 0 {
        // Nobody is behind a zero, whatever the columns say or leave open.
        entry.units = 0
        entry.largest = 0
      } else if entry.units == nil, isList, let value = entry.cell.value {
        entry.units = Int(exactly: value.rounded(.down))
        entry.largest = min(1, value)
      }
      entry.isPublished =
        !observations.publishers[row].isEmpty || (unit.isEmpty && entry.cell.value == 0)
      entries[piece].add(entry, mayShareUnits: true)
      if entries[piece].isNamed { entries[piece].countContributors() }
      if merged[piece] != nil { codesOfPiece[piece, default: []].insert(observations.codes[row]) }
    }
    // A merged piece of which one commune has no row has no sum.
    for (piece, expected) in merged where entries[piece].lineCount > 0 {
      if !expected.isSubset(of: codesOfPiece[piece] ?? []) { entries[piece].cell = .missing }
    }
    for piece in incomplete { entries[piece].cell = .missing }
    return entries
  }
}

extension Tally.Entry {
  /// Adds another cell; without a number on either side there is none, secret before anything else.
  ///
  /// Families have no legal unit in common, communes that merged may: their units are then at least those of the one
  /// that has most, and the largest holds at most both largest together.
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
    if one.isNobodys != two.isNobodys {
      // What is published is taken for the largest unit's, which makes it look larger, never smaller.
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
    default:
      if let a = cell.value, let b = other.cell.value {
        cell = .estimate(a + b)
      } else {
        cell = .notAvailable
      }
    }
  }

  /// Whether the cell is published already and nobody says whose it is: no unit of it is left to protect.
  var isNobodys: Bool { isPublished && units == nil }

  /// Whether the units named hold all of the value; a zero nobody is behind counts as named.
  var isNamed: Bool {
    guard let value = cell.value else { return false }
    let named = contributors.reduce(0) { $0 + $1.value }
    return abs(named - value) <= 1e-9 * max(1, value) && (units == 0 || !contributors.isEmpty)
  }

  /// Units and the largest of them, where each is named.
  mutating func countContributors() {
    var totals: [String: Double] = [:]
    for part in contributors { totals[part.unit, default: 0] += part.value }
    units = totals.count
    largest = totals.values.max() ?? 0
  }

  private func zip2<A>(_ a: A?, _ b: A?) -> (A, A)? {
    guard let a, let b else { return nil }
    return (a, b)
  }
}
