import ArgumentParser
import Cartopole

/// `cartopole classify`: puts a column of numbers in classes.
struct ClassifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    let methods = ClassMethods.all.map { "  \($0.name): \($0.summary[.ofMessages])" }.joined(separator: "\n")
    return CommandConfiguration(
      "classify", "Des nombres en classes, et leur ajustement.", "Numbers cut into classes, and how well they fit.",
      discussion: say(
        "Méthodes :\n\(methods)\nExemple : cartopole classify --data docs/examples/communes.csv --value population --method jenks --classes 5",
        "Methods:\n\(methods)\nExample: cartopole classify --data docs/examples/communes.csv --value population --method jenks --classes 5"
      ))
  }

  @Option(
    "table (.csv, séparateur et virgule décimale reconnus ; - : entrée standard) ou couche (.shp, .geojson, .gpkg)",
    "table (.csv, any separator, decimal comma too; -: stdin) or layer (.shp, .geojson, .gpkg)", "file",
    completion: .file())
  var data: String

  @Option("colonne des valeurs", "column of the values", "column") var value: String

  @Option("méthode (jenks, ou manual avec --breaks)", "method (jenks, or manual with --breaks)", completion: .methods)
  var method: String?

  @Option(
    parsing: .unconditional, "nombre de classes, pour les méthodes qui n’ont pas le leur",
    "number of classes, for methods that have none of their own", "n")
  var classes = 5

  @Option(
    parsing: .unconditional,
    help: .words("bornes supérieures de manual : 100,300,1000", "upper bounds of manual: 100,300,1000", "list"),
    transform: Double.typedList)
  var breaks: [Double]?

  @Option(
    number: "headtail continue tant que la tête tient au plus cette part des valeurs (0,4 sinon)",
    "headtail goes on while the head holds at most this share of the values (default 0.4)", "share")
  var headLimit = 0.4

  @Flag("toutes les méthodes, côte à côte", "every method, side by side") var compare = false

  @Option(
    defaultAsFlag: "-",
    help: .words(
      "histogramme et bornes : dans un fichier .svg, .png ou .pdf ; sans fichier, en texte sous les tableaux",
      "histogram and bounds: into a file .svg, .png or .pdf; without a file, as text below the tables", "file"),
    completion: .file())
  var plot: String?

  @OptionGroup(title: say("Lecture d’une couche", "Reading a layer")) var layer: LayerOptions

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try requireDistinct(("--output", output.output), ("--plot", plot))
    try refuse(
      plot == "-" && output.chosen != .table,
      "--plot sans fichier écrit du texte : donnez un fichier, ou ôtez --format",
      "--plot without a file writes text: give a file, or drop --format")
    if let method, method != "manual", breaks != nil, !compare {
      throw misuse("--breaks va avec --method manual", "--breaks goes with --method manual")
    }
    try refuse(
      compare && plot != nil, "--plot montre une méthode : ôtez --compare", "--plot shows one method: drop --compare")
  }

  func run() throws {
    let chosen = try ClassMethods.named(method ?? (breaks == nil ? "jenks" : "manual"))
    let options = ClassOptions(classes: classes, headLimit: headLimit, breaks: breaks ?? [])
    let picture = plot == nil || plot == "-" ? nil : try Picture(path: plot ?? "")
    let column = try NumericColumn(data, column: value, layer.reading(data))
    Terminal.warn(column.warnings)
    let question = ClassQuestion(column, options)
    if compare {
      let comparison = question.comparison()
      if let misused = comparison.lazy.compactMap(\.refusal).first(where: { $0.status == .usage }) { throw misused }
      return try output.write(
        [question.summary, question.table(comparison)],
        json: question.json(comparison, output.language))
    }
    let found: ClassBreaks
    do throws(Problem) { found = try question.classes(by: chosen) } catch { throw error.naming(data) }
    Terminal.warn(found.notes.map { Warning(file: data, $0) })
    for note in question.paletteNotes(found) { Terminal.note(note) }
    if let picture { try picture.write(question.plot(found, language: output.language)) }
    if plot == "-" {
      let tables = [question.summary, question.table(found)].map { $0.terminal(output.language) + "\n" }.joined()
      let text = tables + (try question.textPlot(found, output.language))
      return try output.write(text)
    }
    try output.write(
      [question.summary, question.table(found)], json: question.json(found, output.language))
  }
}
