import Bytes

/// The years between two figures that are compared, and the warning when they are many.
struct DateGap {
  /// More years than these are said, as they are of a population.
  static let longest = DatedPopulation.staleAfterYears

  /// The warning; `nil` when the dates are near or unknown.
  let warning: Text?

  init(_ figure: Figure, _ base: Figure) { self.init(figure.datedValue, figure.date, base) }

  init(_ population: DatedPopulation, _ base: Figure) { self.init(population.label, population.wanted, base) }

  private init(_ words: Text, _ date: ReferenceDate?, _ base: Figure) {
    guard let date, let other = base.date, date.years(to: other) > Self.longest else {
      warning = nil
      return
    }
    warning =
      words + Text(" et ", " and ") + base.datedValue + Text(" : comparés à ", ": compared ")
      + Words.number(date.years(to: other), 1) + Text(" ans d’écart", " years apart")
  }
}

extension Figure {
  /// A value made of the figure, marked `d` when the figure is derived.
  func marked(_ cell: Cell) -> Cell { isDerived ? cell.asDerived : cell }
}
