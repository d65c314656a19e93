import ArgumentParser
import Cartopole

extension MapRequest.Labels: ExpressibleByArgument {}

/// How a map of any kind is drawn, and where it is written.
struct SheetOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, "fichier .svg, .png ou .pdf (- : SVG sur la sortie standard)",
    "file .svg, .png or .pdf (-: SVG on stdout)", "file", completion: .file())
  var output: String?

  @Option(number: "largeur en px (1000 sinon ; 375 : téléphone)", "width in px (default 1000; 375: phone)", "px")
  var width = 1000.0

  @Option(number: "hauteur en px (sinon celle qui va à la carte)", "height in px (else what suits the map)", "px")
  var height: Double?

  @Option(
    number: "px du PNG pour un px de la carte (3 sinon)", "px of the PNG for one px of the map (3 otherwise)", "factor")
  var scale: Double?

  @Option("noms des communes", "names of communes") var labels: MapRequest.Labels = .auto

  @Option(help: .theme, completion: .themes) var theme = "light"

  @Option("titre, au lieu du constat", "title, instead of the finding", "text") var title: String?

  @Option("sous-titre", "subtitle", "text") var subtitle: String?

  @Option("mention ajoutée aux sources", "credit added to the sources", "text") var credit: String?

  @Option(file: "logo à côté du titre (.png, .svg)", "logo beside the title (.png, .svg)") var logo: String?

  @Option(
    "contours simplifiés, limites communes gardées : 30% des sommets, ou 250m",
    "outlines simplified, shared borders kept: 30% of the vertices, or 250m", "share|metres")
  var simplify: String?

  static func check(width: Double) throws {
    try refuse(!(320...10_000).contains(width), "--width va de 320 à 10000 px", "--width goes from 320 to 10000 px")
  }

  func validate() throws {
    try Self.check(width: width)
    try refuse(
      !(200...10_000).contains(height ?? 200), "--height va de 200 à 10000 px", "--height goes from 200 to 10000 px")
    guard let scale else { return }
    try refuse(
      !(scale > 0 && scale * width <= 30_000), "--scale : plus de 0, et 30000 px de large au plus",
      "--scale: above 0, and 30000 px wide at most")
    try refuse(
      output?.lowercased().hasSuffix(".png") != true, "--scale ne vaut que pour un .png", "--scale is for a .png only")
  }

  /// The request that these options make. Throws 64 for an unknown theme or a share
  /// that is not valid, 65 and 66 for a logo.
  func request(_ language: Language) throws(Problem) -> MapRequest {
    var request = MapRequest(
      language: language, width: width, theme: try Theme.named(theme), title: title, subtitle: subtitle, credit: credit,
      labels: labels)
    request.height = height
    request.logo = try logo.map { path throws(Problem) in try Logo(path: path) }
    request.simplification = try simplify.map { text throws(Problem) in try Simplification(text) }
    return request
  }

  /// The file of the map: the one asked for; in a terminal, one named after what
  /// the map shows; otherwise standard output.
  func target(_ kind: String, _ shown: [String]) -> String {
    output ?? (Terminal.isTerminal ? ([kind] + shown).joined(separator: "-") + ".svg" : "-")
  }

  /// Prints the name of the file when the user gave none.
  func sayWhere(_ target: String) {
    guard output == nil && target != "-" else { return }
    Terminal.note(Text("carte écrite : \(target)", "map written: \(target)"))
  }
}

extension ArgumentHelp {
  /// Help on options of everything that draws maps.
  static var theme: ArgumentHelp {
    .words(
      "light, dark (écran sombre, diapositives) ou print (noir et blanc)",
      "light, dark (dark screens, slides) or print (black and white)", "theme")
  }
}
