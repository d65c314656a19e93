import Bytes

extension Indicator {
  /// Columns that show published or measured values as they are: counts, inhabitants and area.
  static let published: [Indicator] = [
    count(.establishments, Text("établissements", "establishments"), Text.essEstablishmentsPublished),
    count(.jobs, Text("emplois", "jobs"), Text.salariedESSJobsPublished),
    Indicator(
      id: "population", label: Text("habitants", "inhabitants"), unit: Text("habitants", "inhabitants"),
      definition: Text.populationAtFigureDate, formula: Text.formulaOfInterpolatedPopulation, decimals: 0
    ) { input in
      guard let population = input.area.population else { return .notAvailable }
      return Evaluation(population.cell, populations: [population], working: population.label)
    },
    Indicator(
      id: "area_km2", label: Text("superficie", "area"), unit: Text("km²", "km²"),
      definition: Text.ellipsoidalAreaOfOutlines, formula: Text("somme des communes", "sum of the communes"),
      decimals: 1
    ) { input in
      guard let area = input.area.areaKm2 else { return .notAvailable }
      return Evaluation(.number(area), working: Words.number(area, 1) + Text(same: " km²"))
    },
  ]

  /// The count of a measure of the user's file, as it is.
  static func count(_ measure: Measure) -> Indicator {
    count(measure, measure.label, Text.measureAddedOverCommunes(measure.id))
  }

  private static func count(_ measure: Measure, _ label: Text, _ definition: Text) -> Indicator {
    Indicator(
      id: measure.id, label: label, unit: label, definition: definition,
      formula: Text("tel que publié", "as published"), decimals: 0, uses: [measure]
    ) { input in
      guard let figure = input.area.figure(measure) else { return .notAvailable }
      return Evaluation(
        figure.marked(.number(figure.value)), figures: figure.parts.isEmpty ? [figure] : figure.parts,
        working: figure.reservation ?? figure.sourceLine)
    }
  }
}
