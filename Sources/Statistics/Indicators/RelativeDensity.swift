import Bytes

extension Indicator {
  static let relativeDensity = Indicator(
    id: "relative_density", label: Text("densité relative", "relative density"),
    unit: Text("référence = 1", "reference = 1"), definition: Text.establishmentsPerInhabitantOverReference,
    formula: Text.formulaOfRelativeDensity, decimals: 2, uses: [.establishments], usesOfReference: [.establishments]
  ) { input in
    input.comparingRates { own, base, make in
      guard own.cell != .notApplicable else { return Evaluation(.notApplicable) }
      return make(
        .ratio(own.cell.value, base.cell.value),
        Text(same: "(") + own.words + Text(same: ") ÷ (") + base.words + Text(same: ")"))
    }
  }
}
