import Bytes

/// Rows of a comparison whose values of one indicator may stand on one axis: no break of series or of perimeter is
/// between them.
public struct ComparableRows: Sendable {
  /// How the rows relate to the reference.
  public enum Kind: Sendable, Hashable {
    /// Of its perimeter, or of one that their source does not say.
    case reference
    /// After a break of series, of the perimeter that began there.
    case afterBreak(Perimeter)
    /// Of another perimeter.
    case otherPerimeter(Perimeter)
  }

  /// How the rows relate to the reference.
  public let kind: Kind
  /// The rows with their values, in the order of the comparison.
  public fileprivate(set) var rows: [(row: Comparison.Row, value: Evaluation)]
}

extension Comparison {
  /// The rows that have a value of an indicator, those that are comparable with the reference first.
  /// Complexity: O(n²).
  public func comparableRows(_ id: String, where isWanted: (Row) -> Bool = { _ in true }) -> [ComparableRows] {
    let valued = rows.filter(isWanted).compactMap { row -> (row: Row, value: Evaluation, figure: Figure)? in
      guard let value = value(id, in: row), value.cell.value != nil, let figure = value.figures.first else {
        return nil
      }
      return (row, value, figure)
    }
    // Where the reference does not say its perimeter, the first that a source says decides.
    let isShare = valued.first?.figure.measure.isShare == true
    let base = isShare ? valued.lazy.compactMap(\.row.facts.shareOfReference).first : reference.establishments
    let stated = ([base?.perimeter].compactMap { $0 } + valued.map(\.figure.perimeter)).first { !$0.isUnstated }
    func kind(_ entry: (row: Row, value: Evaluation, figure: Figure)) -> ComparableRows.Kind {
      let days = entry.figure.date?.days ?? -.infinity
      let breaks = valued.map(\.figure).filter {
        $0.startsBreak && $0.sameSubject(as: entry.figure) && ($0.date?.days ?? .infinity) <= days
      }
      if let last = breaks.max(by: { ($0.date?.days ?? 0) < ($1.date?.days ?? 0) }) {
        return .afterBreak(last.perimeter)
      }
      let perimeter = entry.figure.perimeter
      return stated.map { perimeter.relation(to: $0) } == .different ? .otherPerimeter(perimeter) : .reference
    }
    var groups = [ComparableRows(kind: .reference, rows: [])]
    for entry in valued {
      let kind = kind(entry)
      let at = groups.firstIndex { $0.kind == kind }
      if let at {
        groups[at].rows.append((entry.row, entry.value))
      } else {
        groups.append(ComparableRows(kind: kind, rows: [(entry.row, entry.value)]))
      }
    }
    return groups.filter { !$0.rows.isEmpty }
  }
}
