import Bytes

/// Figures of one area, measure and family, ordered by date.
///
/// A figure without a reference date stands at its publication date, one without either stands last.
public struct Series: Sendable {
  public struct Point: Sendable {
    public let figure: Figure
    /// The perimeter changes before this point, or the register says so: it must not be compared with those
    /// before it.
    public let breakBefore: Bool
  }

  public let points: [Point]

  public var figures: [Figure] { points.map(\.figure) }
  public var hasBreaks: Bool { points.contains(where: \.breakBefore) }
}

extension FiguresRegister {
  /// The series of a measure, one for each perimeter, so that none crosses a break; in order of their first
  /// figure.
  ///
  /// « As printed » is a perimeter of its own: nobody can tell what it joins. With `acrossBreaks`, one series
  /// of everything, its breaks marked. O(n log n).
  public func series(
    area: String, measure: Measure, family: Family, acrossBreaks: Bool = false
  ) -> [Series] {
    let last = Double.infinity
    let ordered = figures(area: area, measure: measure, family: family)
      .sorted { ($0.date?.days ?? last, $0.line) < ($1.date?.days ?? last, $1.line) }
    guard !ordered.isEmpty else { return [] }
    if acrossBreaks {
      let points = ordered.enumerated().map { index, figure in
        let crossed = index > 0 && (ordered[index - 1].perimeter != figure.perimeter || figure.startsBreak)
        return Series.Point(figure: figure, breakBefore: crossed)
      }
      return [Series(points: points)]
    }
    var groups: [[Figure]] = []
    for figure in ordered {
      if let same = groups.firstIndex(where: { $0[0].perimeter == figure.perimeter }), !figure.startsBreak {
        groups[same].append(figure)
      } else {
        groups.append([figure])
      }
    }
    return groups.map { Series(points: $0.map { Series.Point(figure: $0, breakBefore: false) }) }
  }
}
