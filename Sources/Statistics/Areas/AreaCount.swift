import Bytes
import Territory

/// What a file says of one area, measure and family: the sum of its communes, or why there is none.
public struct AreaCount: Sendable, Equatable {
  /// The sum; `missing` for a commune without a row, `notAvailable` for a sum of which a part is unknown.
  public var cell: Cell
  /// Sum of the communes that have a value.
  public var known: Double
  /// Communes, or what they merged into.
  public var pieces: Int
  /// Communes without a value, and those that lie in the area in part only.
  public var without: Int
  /// Distinct legal units; `nil` when unknown. Where the file does not name them, at least so many: the most any of
  /// the communes has, for one unit may have a part in several.
  public var units: Int?
  /// What the largest of them holds; `nil` when unknown. Where the file does not name them, at most so much: the
  /// largest of all communes together.
  public var largest: Double?
  /// Whether `units` and `largest` are such bounds, of more than one commune.
  public private(set) var boundsUnits = false
  /// Lines of the file: how many, the first and the last.
  public var lineCount: Int
  public var firstLine: Int
  public var lastLine: Int

  /// Withheld, by the source of one commune or by disclosure control.
  public var isSecret: Bool { cell == .secret }
  /// Communes have a value, but not all.
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
      for part in entry.contributors { holders[part.unit, default: 0] += part.value }
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

  /// « au moins 117 ; 3 communes sans valeur », for a sum of which a part is unknown.
  public var atLeast: Text? {
    guard isPartial else { return nil }
    return Text("au moins ", "at least ") + Words.number(known) + Text(" ; ", "; ") + withoutValue
  }

  /// « 3 communes sans valeur ».
  public var withoutValue: Text {
    without == 1
      ? Text("1 commune sans valeur", "1 commune without a value")
      : Text("\(without) communes sans valeur", "\(without) communes without a value")
  }
}
