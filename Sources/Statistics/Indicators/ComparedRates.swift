import Bytes

/// The establishments of an area and its inhabitants, of which rates are made.
struct Rate {
  let figure: Figure
  let population: DatedPopulation

  /// Establishments per inhabitant.
  var cell: Cell { .ratio(figure.value, population.value) }
  /// The division in words: "31,000 ÷ 11,662,663".
  var words: Text { figure.printedValue + Text(same: " ÷ ") + Words.number(population.value) }
}

extension AreaFacts {
  /// The establishments and inhabitants of the area; `nil` when either is unknown.
  var rate: Rate? {
    guard let establishments, let population else { return nil }
    return Rate(figure: establishments, population: population)
  }
}

extension IndicatorInput {
  /// A value made of the rates of the area and of the reference: none when either is unknown, when that of the area is
  /// to be confirmed, or when their perimeters differ. `evaluate` gives it with `make`, which adds what it rests on.
  func comparingRates(
    _ evaluate: (_ own: Rate, _ base: Rate, _ make: (Cell, _ working: Text) -> Evaluation) -> Evaluation
  ) -> Evaluation {
    guard let own = area.rate, let base = reference.rate else { return .notAvailable }
    guard !own.figure.isDerived else {
      return Evaluation(.notAvailable, warnings: [own.figure.datedValue + Text.derivedTotalNotCompared])
    }
    let match = PerimeterMatch(own.figure, base.figure, across: acrossPerimeters)
    guard match.isAllowed else { return Evaluation(.notAvailable, warnings: match.warnings) }
    return evaluate(own, base) { cell, working in
      Evaluation(
        cell, figures: [own.figure, base.figure], populations: [own.population, base.population], working: working,
        warnings: [own.population.warning, DateGap(own.figure, base.figure).warning].compactMap { $0 } + match.warnings)
    }
  }
}
