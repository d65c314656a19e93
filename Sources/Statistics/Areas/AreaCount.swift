import Bytes
import Territory

/// The count of one area, measure and family in a file: the sum of its
/// communes, or the reason why there is none.
public struct AreaCount: Sendable, Equatable {
  /// The sum; `missing` for a commune without a row, `notAvailable` when a part of the sum is unknown.
  public var cell: Cell
  /// Sum of the pieces that have a value.
  public var known: Double
  /// Number of pieces: communes, or the communes that they merged into.
  public var pieces: Int
  /// Number of pieces without a value, and of those that lie only partly in the area.
  public var without: Int
  /// Number of distinct legal units; `nil` when unknown. When the file does not name them it is a lower bound:
  /// the largest number in any of the pieces, because one unit may have a part in several.
  public var units: Int?
  /// Value of the largest legal unit; `nil` when unknown. When the file does not name them it is an upper
  /// bound: the largest values of all pieces together.
  public var largest: Double?
  /// Whether `units` and `largest` are such bounds, over more than one piece.
  public private(set) var boundsUnits = false
  /// Number of lines of the file behind the sum.
  public var lineCount: Int
  /// The first of those lines, 1-based; 0 without any.
  public var firstLine: Int
  /// The last of those lines, 1-based; 0 without any.
  public var lastLine: Int

  /// Whether the count is withheld, by the source of one commune or by disclosure control.
  public var isSecret: Bool { cell == .secret }
  /// Whether some pieces have a value and others have none.
  public var isPartial: Bool { without > 0 && without < pieces }

  init(_ area: MeshArea, _ entries: [Tally.Entry]) {
    pieces = area.pieces.count + area.partial.count
    without = area.partial.count
    known = 0
    lineCount = 0
    firstLine = .max
    lastLine = 0
    var isEstimate = false
    var units: Int? = 0
    var largest: Double? = 0
    var holders: [String: Double] = [:]
    var areNamed = true
    for piece in area.pieces {
      let entry = entries[piece]
      guard let value = entry.cell.value else {
        without += 1
        continue
      }
      if case .estimate = entry.cell { isEstimate = true }
      known += value
      lineCount += entry.lineCount
      firstLine = min(firstLine, entry.firstLine)
      lastLine = max(lastLine, entry.lastLine)
      if !entry.isNobodys { units = units.flatMap { most in entry.units.map { max(most, $0) } } }
      largest = largest.flatMap { sum in (entry.isNobodys ? value : entry.largest).map { sum + $0 } }
      if !entry.isNamed { areNamed = false }
      for part in entry.contributors { holders[part.unit, default: 0] += part.held.value }
    }
    if areNamed {
      units = holders.count
      largest = holders.values.max() ?? 0
    }
    boundsUnits = !areNamed && area.pieces.count > 1 && units != nil
    self.units = units
    let held = known
    self.largest = largest.map { min($0, held) }
    if lineCount == 0 { firstLine = 0 }
    if without == 0, pieces > 0 {
      cell = isEstimate ? .estimate(known) : .number(known)
    } else if pieces == 1, let only = area.pieces.first {
      cell = entries[only].cell
    } else {
      cell = .notAvailable
    }
  }

  /// The known part in words, such as "at least 117; 3 communes without a
  /// value"; `nil` unless the count is partial.
  public var atLeast: Text? {
    guard isPartial else { return nil }
    return Text("au moins ", "at least ") + Words.number(known) + Text(" ; ", "; ") + withoutValue
  }

  /// The number of pieces without a value in words, such as "3 communes without a value".
  public var withoutValue: Text {
    Numerals.count(
      without, fr: ("commune sans valeur", "communes sans valeur"),
      en: ("commune without a value", "communes without a value"))
  }
}
