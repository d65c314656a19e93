import Bytes
import Maps
import Statistics

extension Atlas {
  /// What the atlas shows of the project's counts by commune: the map, a table of areas, and what to say of the
  /// join. Nothing when the project names no file of counts.
  func countsSection() throws(Problem) -> (plates: [Plate], tables: [Table], notes: [Text]) {
    guard let file = project.statisticsPath else { return ([], [], []) }
    let question = CountsQuestion(data: file)
    var narrow = MapRequest(language: language)
    narrow.width = 375
    let wide = try project.density(question, MapRequest(language: language))
    let plate = Plate(
      name: "density", drawing: wide.drawing, phone: try project.density(question, narrow).drawing)
    let answer = try CountsAnswer(question, project: project)
    var tables = answer.tables(all: false)
    for index in tables.indices { tables[index].name = "counts" }
    return ([plate], tables, answer.warnings.map(\.what))
  }
}
