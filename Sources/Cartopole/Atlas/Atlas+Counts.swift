import Bytes
import Maps
import Statistics

extension Atlas {
  /// The pictures of the published figures: the map of the shares of jobs, where the project has a région and shares
  /// of it, and the chart; none where it has no register.
  func figures() throws(Problem) -> [Plate] {
    guard project.pole.territory.figures != nil else { return [] }
    var plates: [Plate] = []
    if try project.regionLayer() != nil {
      let (map, subject) = try project.figuresMap(.departement)
      let communes = self.subject.layer.communes
      let lying = LiveMap.Communes(areas: communes.map(\.departement), names: communes.map(\.name))
      if map.hasFigures(subject) {
        plates.append(try look.plate(FiguresMap.name, map, subject, look.request, communes: lying))
      }
    }
    if let chart = FiguresChart(try project.comparison()) {
      plates.append(
        look.plate(FiguresChart.name, of: ["compare", "compare-shares"]) {
          chart.draw(language: language, width: look.request.width, theme: $0, idPrefix: $1)
        })
    }
    return plates
  }

  /// What the atlas shows of the project's counts by commune: the map, a table of areas, and notes on the join.
  /// Empty when the project names no file of counts.
  ///
  /// The file is read once; map and table ask for different areas, each with its own disclosure control.
  func counts() throws(Problem) -> Contents {
    var contents = Contents()
    guard let file = project.statisticsPath else { return contents }
    var question = CountsQuestion(data: file)
    let input = try CountsInput(question, project)
    let areas = try CountsAnswer(question, on: input, project: project)
    question.levels = [.commune]
    let communes = try CountsAnswer(question, on: input, project: project)
    try communes.requireRows()
    if communes.hasEstablishments {
      contents.plates = [try look.plate(DensityMap.name, DensityMap(communes.densities()), subject, look.request)]
    }
    contents.tables = areas.tables(all: false)
    for index in contents.tables.indices { contents.tables[index].name = "counts" }
    contents.notes = areas.warnings.map(\.what)
    if input.plan.hasSecrets { contents.secretInputs = [file] }
    return contents
  }
}
