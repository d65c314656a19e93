import ArgumentParser
import Cartopole

/// How and where any map is drawn.
struct SheetOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(
        "fichier .svg, .png ou .pdf (- : SVG sur la sortie standard)",
        "file .svg, .png or .pdf (-: SVG on stdout)"),
      valueName: "file"))
  var output: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(say("largeur en px (375 : téléphone)", "width in px (375: phone)"), valueName: "px"))
  var width = 1000.0

  @Option(help: ArgumentHelp(say("noms des communes", "names of communes")))
  var labels: MapRequest.Labels = .auto

  @Option(help: .theme) var theme = "light"

  func validate() throws {
    guard width >= 320, width <= 10_000 else {
      throw ValidationError(say("--width va de 320 à 10000 px", "--width goes from 320 to 10000 px"))
    }
  }

  /// Where the map goes: the file asked for, else one named after what it shows in a terminal, else standard output.
  func target(_ kind: String, _ actions: [String]) -> String {
    output ?? (Messages.isTerminal ? ([kind] + actions).joined(separator: "-") + ".svg" : "-")
  }

  /// Names the file nobody named.
  func sayWhere(_ target: String) {
    guard output == nil && target != "-" else { return }
    Messages.note(Text("carte écrite : \(target)", "map written: \(target)"))
  }
}

extension ArgumentHelp {
  /// Of whatever draws maps.
  static var theme: ArgumentHelp {
    ArgumentHelp(
      say(
        "light, dark (écran sombre, diapositives) ou print (noir et blanc)",
        "light, dark (dark screens, slides) or print (black and white)"), valueName: "theme")
  }
}
