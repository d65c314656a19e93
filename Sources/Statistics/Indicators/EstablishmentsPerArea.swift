import Bytes

extension Indicator {
  static let establishmentsPerSquareKilometre = Indicator(
    id: "establishments_per_km2", label: Text("établissements par km²", "establishments per km²"),
    unit: Text("par km²", "per km²"), definition: Text.establishmentsOverTerritoryArea,
    formula: Text("établissements ÷ km²", "establishments ÷ km²"), decimals: 3, uses: [.establishments]
  ) { input in
    guard let figure = input.area.establishments, let area = input.area.areaKm2 else { return .notAvailable }
    return Evaluation(
      figure.marked(.ratio(figure.value, area)), figures: [figure],
      working: figure.printedValue + Text(same: " ÷ ") + Words.number(area, 1) + Text(same: " km²"))
  }
}
