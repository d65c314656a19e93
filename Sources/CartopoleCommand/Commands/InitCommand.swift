import ArgumentParser
import Cartopole

/// `cartopole init`: makes a project for the user.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "init", "Crée un projet : le vôtre, d’une liste de communes et d’une couche, ou une copie du projet livré.",
    "Makes a project: your own, of a list of communes and a layer, or a copy of the shipped one.",
    discussion: example(
      "cartopole init fontainebleau --communes docs/examples/ma-liste.csv --geo GeoData/ile-de-france.shp --title \"Pays de Fontainebleau\" --site Fontainebleau"
    ))

  @Argument(
    help: .words("dossier à créer, ou qui a déjà la couche", "folder to make, or that has the layer already"),
    completion: .directory) var folder: String

  @Option(
    "communes du Pôle : codes ou noms séparés par des virgules, tableau CSV, EPCI ou département (sinon toutes)",
    "the Pôle's communes: codes or names with commas, CSV table, EPCI or département (else all)", "list")
  var communes: [String] = []

  @Option(
    "couche qui a ces communes et celles autour : ADMIN EXPRESS de l’IGN, par exemple",
    "layer that has these communes and those around: IGN's ADMIN EXPRESS, for instance", "file")
  var geo: String?

  @Option(help: .encoding) var encoding: String?

  @Option(
    "couche d’un GeoPackage qui en a plusieurs (sinon celle des communes)",
    "layer of a GeoPackage that has several (else that of communes)", "name")
  var layer: String?

  @Option("titre du projet et nom du territoire", "title of the project and name of its territory") var title: String?

  @Option("commune d’où travaille le Pôle", "commune the Pôle works from", "commune") var site: String?

  @Option("sud-essonne : copie du projet livré", "sud-essonne: a copy of the shipped project") var from: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    let own = firstGiven([
      "--communes": !communes.isEmpty, "--geo": geo != nil, "--title": title != nil, "--site": site != nil,
    ])
    if from != nil, let given = own {
      throw misuse("--from copie le projet livré : sans \(given)", "--from copies the shipped project: no \(given)")
    }
  }

  func run() throws {
    if let from { return tell(try ProjectTemplate.copy(from, in: folder)) }
    var own = OwnProject()
    (own.communes, own.geo, own.title, own.site) = (communes, geo, title, site)
    own.reading = LayerReading(encoding: encoding, layer: layer)
    tell(try ProjectTemplate.make(own, in: folder))
  }

  private func tell(_ made: ProjectTemplate.Report) {
    Terminal.warn(made.warnings)
    made.notes.forEach(Terminal.note)
    Terminal.note(Text.projectMadeNowMakeAtlas(made.path, folder))
  }
}
