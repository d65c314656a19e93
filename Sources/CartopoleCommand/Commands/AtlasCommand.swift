import ArgumentParser
import Cartopole

/// `cartopole atlas`: every map, table and the report of a project.
struct AtlasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "atlas", "Toutes les cartes, tous les tableaux, une page à ouvrir.", "Every map, every table, one page to open.",
    discussion: example("cartopole atlas -o atlas"))

  @Option(name: .shortAndLong, "dossier de sortie", "output folder", "folder") var output = "atlas"

  @Flag("mettre aussi les simulations dans atlas.pdf", "put the simulations into atlas.pdf too") var simulations = false

  @Flag(name: .customLong("no-pictures"), "ni PNG ni PDF : plus rapide", "neither PNG nor PDF: quicker")
  var withoutPictures = false

  @Flag(
    name: .customLong("public"),
    "ce qui peut sortir de la maison : sans contrôle, notes ni histoire interne ; une page A4 à distribuer, une image 16:9 à projeter",
    "what may leave the house: no audit, scores or internal history; an A4 page to hand out, a 16:9 picture to project")
  var isPublic = false

  @Option(help: .theme, completion: .themes) var theme = "light"

  @OptionGroup var project: ProjectOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    // An unknown theme is refused before the data is read.
    let theme = try Theme.named(theme)
    let atlas = try Atlas(
      project.open(), language: common.lang, theme: theme, printsSimulations: simulations, pictures: !withoutPictures,
      isPublic: isPublic)
    let report = try atlas.write(to: output)
    for note in report.notes { Terminal.note(note) }
    let page = Escape.oneLine(report.page)
    print(
      say("\(report.fileCount) fichiers. Page à ouvrir : \(page)", "\(report.fileCount) files. Page to open: \(page)"))
  }
}
