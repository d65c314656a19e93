import ArgumentParser
import Cartopole

/// Colours, by the name of their palette.
struct PaletteOptions: ParsableArguments {
  @Option(
    help: .words("palette, par nom (YlGnBu, viridis…)", "palette, by name (YlGnBu, viridis…)", "name"),
    completion: .palettes)
  var palette: String?

  @Flag(help: .words("la palette par l’autre bout", "the palette from its other end")) var reverse = false
}

/// How numbers are put in classes, and how the classes are coloured.
struct ShadeOptions: ParsableArguments {
  @Option(
    help: .words(
      "méthode de classes (voir classify ; quantile sinon)", "class method (see classify; else quantile)", "method"),
    completion: .methods)
  var method: String?

  @Option(help: .words("nombre de classes (5 sinon)", "number of classes (else 5)", "n")) var classes: Int?

  @Option(
    parsing: .unconditional,
    help: .words("bornes supérieures, séparées par des virgules", "upper bounds, separated by commas", "numbers"))
  var breaks: String?

  @OptionGroup var colours: PaletteOptions

  func validate() throws {
    guard breaks != nil else { return }
    _ = try bounds()
    guard method == nil || method == "manual", classes == nil else {
      throw misuse(
        "--breaks fixe déjà les classes : ôtez --method et --classes",
        "--breaks makes the classes: drop --method and --classes")
    }
  }

  var choice: ClassChoice {
    ClassChoice(
      method: method, classes: classes, breaks: (try? bounds()) ?? [], palette: colours.palette,
      isReversed: colours.reverse)
  }

  private func bounds() throws -> [Double] {
    guard let breaks else { return [] }
    return try breaks.split(separator: ",").map { text in
      guard let value = Double(text), value.isFinite else {
        throw misuse("--breaks : « \(text) » n’est pas un nombre", "--breaks: \"\(text)\" is not a number")
      }
      return value
    }
  }
}
