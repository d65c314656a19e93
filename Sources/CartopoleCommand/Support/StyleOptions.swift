import ArgumentParser
import Cartopole

/// The style that `convert` writes with a layer: the column of a choropleth or typology, and its classes.
struct StyleOptions: ParsableArguments {
  @Option(
    "colonne dont les classes et les couleurs accompagnent la couche : dans le .gpkg pour QGIS, et en .sld à côté",
    "column whose classes and colours go with the layer: in the .gpkg for QGIS, and as a .sld beside", "column")
  var style: String?

  @OptionGroup var join: JoinOptions
  @Flag(help: .allowCounts) var allowCounts = false
  @OptionGroup var classes: ShadeOptions

  func validate() throws {
    let given = firstGiven([
      "--data": join.data.data != nil, "--events": join.data.events != nil, "--strict": join.data.strict,
      "--key": join.key != nil, "--data-key": join.dataKey != nil, "--as": join.columnKind != nil,
      "--allow-counts": allowCounts, "--method": classes.method != nil, "--classes": classes.classes != nil,
      "--breaks": classes.breaks != nil, "--palette": classes.colours.palette != nil,
      "--reverse": classes.colours.reverse,
    ])
    guard style == nil, let option = given else { return }
    throw misuse("\(option) va avec --style", "\(option) goes with --style")
  }

  func question(_ language: Language) -> StyleQuestion? {
    guard let style else { return nil }
    var question = StyleQuestion(column: style)
    question.join = join.join
    (question.columnKind, question.allowCounts) = (join.columnKind, allowCounts)
    (question.classes, question.language) = (classes.choice, language)
    return question
  }
}
