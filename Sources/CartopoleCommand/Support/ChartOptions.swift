import ArgumentParser
import Cartopole

/// The charts of `compare`: where they are written, and how they look.
struct ChartOptions: ParsableArguments {
  @Option(
    file: "chiffres publiés, un point par territoire et par date (.svg, .png ou .pdf) : densité et part des emplois",
    "published figures, a dot for each area and date (.svg, .png or .pdf): density and share of jobs")
  var chart: String?

  @Option(
    file: "graphique en entonnoir (.svg, .png ou .pdf) : qui s’écarte de la référence plus que le hasard",
    "funnel plot (.svg, .png or .pdf): who departs from the reference more than chance")
  var funnel: String?

  @Option(name: .customLong("theme"), help: .theme, completion: .themes) var themeName = "light"

  @Option(number: "largeur en px (1000 sinon ; 375 : téléphone)", "width in px (default 1000; 375: phone)", "px")
  var width = 1000.0

  func validate() throws { try SheetOptions.check(width: width) }

  func theme() throws(Problem) -> Theme { try Theme.named(themeName) }

  /// Where a chart is written; `nil` when it is not asked for. Throws 64 for an unknown format or theme, before the
  /// data is read.
  func picture(_ path: String?) throws(Problem) -> Picture? {
    _ = try theme()
    return try path.map { path throws(Problem) in try Picture(path: path) }
  }
}
