import Bytes

/// What this target says to people, in the order of the files that say it.
extension Text {
  // MARK: Features
  static func namesSeveralColumns(_ name: String) -> Text {
    Text("« \(name) » désigne plusieurs colonnes", "\"\(name)\" names several columns")
  }
  static func writeItAsInFile(_ columns: String) -> Text {
    Text("écrivez-la comme dans le fichier : \(columns)", "write it as the file does: \(columns)")
  }

  // MARK: Layer+Coordinates
  static let coordinateIsNotANumber = Text("une coordonnée n’est pas un nombre", "a coordinate is not a number")
  static func coordinateIsTooFar(_ coordinate: String) -> Text {
    Text(
      "la coordonnée \(coordinate) dépasse 10^15 : aucun lieu n’est si loin",
      "coordinate \(coordinate) is beyond 10^15: no place is that far")
  }

  // MARK: Simplification
  static func neitherShareNorTolerance(_ text: String) -> Text {
    Text(
      "« \(text) » n’est ni une part des sommets, ni une tolérance en mètres",
      "\"\(text)\" is neither a share of the vertices nor a tolerance in metres")
  }
  static let writeAShareOrTolerance = Text(
    "écrivez par exemple ‹simplify› 30% ou ‹simplify› 250m", "write ‹simplify› 30% or ‹simplify› 250m, for instance")
}
