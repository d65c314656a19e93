import ArgumentParser
import Cartopole

/// Colours, by the name of their palette.
struct PaletteOptions: ParsableArguments {
  @Option("palette, par nom (YlGnBu, viridis…)", "palette, by name (YlGnBu, viridis…)", "name", completion: .palettes)
  var palette: String?

  @Flag("la palette par l’autre bout", "the palette from its other end") var reverse = false
}

/// How numbers are put in classes, and how the classes are coloured.
struct ShadeOptions: ParsableArguments {
  @Option(
    "méthode de classes (voir classify ; quantile sinon)", "class method (see classify; else quantile)", "method",
    completion: .methods)
  var method: String?

  @Option("nombre de classes (5 sinon)", "number of classes (else 5)", "n") var classes: Int?

  @Option(
    parsing: .unconditional,
    help: .words("bornes supérieures, séparées par des virgules", "upper bounds, separated by commas", "numbers"),
    transform: Double.typedList)
  var breaks: [Double]?

  @OptionGroup var colours: PaletteOptions

  func validate() throws {
    try refuse(
      breaks != nil && (classes != nil || (method ?? "manual") != "manual"),
      "--breaks fixe déjà les classes : ôtez --method et --classes",
      "--breaks makes the classes: drop --method and --classes")
  }

  var choice: ClassChoice {
    ClassChoice(
      method: method, classes: classes, breaks: breaks ?? [], palette: colours.palette,
      isReversed: colours.reverse)
  }
}
