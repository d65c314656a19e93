import Bytes

/// Figures of one area, measure and family, ordered by date.
///
/// A figure without a reference date stands at its date of publication, one without either stands last.
public struct Series: Sendable {
  /// A figure of the series.
  public struct Point: Sendable {
    /// The figure.
    public let figure: Figure
    /// Whether the perimeter changes before this point, or the register says that a new series begins; the
    /// figure must not be compared with earlier ones.
    public let breakBefore: Bool
  }

  /// The figures, in order of date.
  public let points: [Point]

  /// The figures without their marks, in order of date.
  public var figures: [Figure] { points.map(\.figure) }
  /// Whether a break lies between any two figures.
  public var hasBreaks: Bool { points.contains(where: \.breakBefore) }
}

extension FiguresRegister {
  /// The series of a measure, one for each perimeter, so that none crosses a
  /// break; in the order of their first figure.
  ///
  /// Figures that are printed without a perimeter form a series of their own, because it is not known what they
  /// continue. With `acrossBreaks` all figures form one series, with its breaks marked. Complexity: O(n log n).
  public func series(area: String, measure: Measure, family: Family, acrossBreaks: Bool = false) -> [Series] {
    let last = Double.infinity
    let ordered = figures(area: area, measure: measure, family: family).sorted {
      ($0.date?.days ?? last, $0.line) < ($1.date?.days ?? last, $1.line)
    }
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
