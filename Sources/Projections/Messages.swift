import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: CRS
  static func projCannotReadSystem(_ reason: String) -> Text {
    Text(
      "système de coordonnées illisible pour PROJ : \(reason)",
      "PROJ cannot read this coordinate reference system: \(reason)")
  }
  static let giveAnEPSGCode = Text("donnez par exemple EPSG:2154", "give EPSG:2154, for instance")
  static func isNotAHorizontalSystem(_ text: String) -> Text {
    Text("« \(text) » n’est pas un système de coordonnées de surface", "\"\(text)\" is not a horizontal CRS")
  }
  static func cannotBeWrittenAsPrj(_ name: String) -> Text {
    Text("« \(name) » ne s’écrit pas dans un fichier .prj", "\"\(name)\" cannot be written in a .prj file")
  }

  // MARK: Projector
  static func onlyABallparkOperation(_ source: String, _ target: String) -> Text {
    Text(
      "de « \(source) » à « \(target) », PROJ n’a qu’une opération approximative (ballpark)",
      "from \"\(source)\" to \"\(target)\" PROJ has only a ballpark operation")
  }
  static func noOperationBetween(_ source: String, _ target: String) -> Text {
    Text("aucune opération de « \(source) » à « \(target) »", "no operation from \"\(source)\" to \"\(target)\"")
  }
  static let checkTheCoordinateSystem = Text(
    "vérifiez le système de coordonnées", "check the coordinate reference system")
}
