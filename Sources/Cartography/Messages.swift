import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: Logo
  static let neitherPNGNorSVG = Text(
    "ce n’est ni un PNG ni un SVG muni d’un viewBox", "neither a PNG nor an SVG with a viewBox")

  // MARK: BivariatePalettes
  static func unknownPaletteForTwoMeasures(_ name: String) -> Text {
    Text("palette inconnue « \(name) » pour deux mesures", "unknown palette \"\(name)\" for two measures")
  }

  // MARK: Palette+Checks
  static func neighbouringClassesAlikeInGrey(_ palette: String, _ colours: Int) -> Text {
    Text(
      "palette \(palette) à \(colours) couleurs : des classes voisines se confondent en gris",
      "palette \(palette) with \(colours) colours: neighbouring classes look alike in grey")
  }
  static func classesAlikeToColourBlind(_ palette: String, _ colours: Int) -> Text {
    Text(
      "palette \(palette) à \(colours) couleurs : des classes se confondent pour des lecteurs daltoniens",
      "palette \(palette) with \(colours) colours: classes look alike to colour-blind readers")
  }

  // MARK: Palette
  static func takePaletteOrFewerClasses(_ palettes: String) -> Text {
    Text("prenez \(palettes), ou moins de classes", "take \(palettes), or fewer classes")
  }
  static let writeAHexadecimalColour = Text("écrivez #rrggbb, comme #205e7d", "write #rrggbb, such as #205e7d")
}
