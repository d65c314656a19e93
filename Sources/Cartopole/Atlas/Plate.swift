import Bytes
import Cartography
import Maps

/// A map of the atlas: the file of its own, and the map as the page shows it.
struct Plate: Sendable {
  /// File name without extension.
  var name: String
  var drawing: Drawing
  var page: PageMap
  /// Names of the tables that say the same in rows.
  var tables: [String]

  /// The file of its drawing, in a folder.
  func file(in folder: String) -> String { "\(folder)/\(name).svg" }
}

/// The look of the maps of an atlas.
struct Look: Sendable {
  var language: Language
  var theme: Theme
  /// The outlines that the page has once.
  var shapes: SharedShapes

  /// Throws what projecting the territory throws.
  init(_ language: Language, _ theme: Theme, of subject: Subject) throws(Problem) {
    self.language = language
    self.theme = theme
    shapes = try SharedShapes(subject, MapRequest(language: language, theme: theme))
  }

  var request: MapRequest { MapRequest(language: language, theme: theme) }
  /// The theme of the page for readers who want it dark; `nil` when the theme was chosen.
  var dark: Theme? { theme == .light ? .dark : nil }

  /// A map of the territory, or of areas in which its communes lie.
  func plate(
    _ name: String, _ map: any ProjectMap, _ subject: Subject, _ request: MapRequest, communes: LiveMap.Communes? = nil
  ) throws(Problem) -> Plate {
    // Names of maps have no underscore, so that no id of a map is the name of another.
    let inline = MapRequest.Inline(idPrefix: name + "_", shapes: communes == nil ? shapes : nil)
    let (full, page) = try map.drawn(subject, request, inline: inline, dark: dark, communes: communes)
    return Plate(name: name, drawing: full, page: page, tables: map.tables)
  }

  /// A chart of some tables, drawn by a function of theme and prefix of ids.
  func plate(_ name: String, of tables: [String], _ draw: (Theme, String) -> Drawing) -> Plate {
    let prefix = name + "_"
    let page = PageMap(drawing: draw(theme, prefix), darkRules: dark.map { draw($0, prefix).ownRules } ?? "")
    return Plate(name: name, drawing: draw(theme, ""), page: page, tables: tables)
  }
}
