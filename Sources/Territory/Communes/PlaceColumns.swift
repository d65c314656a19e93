import Bytes

/// The columns of a table that say where each row lies, found by the names that files give them. Case, accents, hyphens
/// and underscores do not matter.
public struct PlaceColumns: Sendable {
  /// Position of the column with the code or the name of the commune.
  public var commune: Int?
  /// Position of the column with the postcode.
  public var postcode: Int?
  /// Position of the column with the name of the commune in the address.
  public var town: Int?
  /// Position of the column with the longitude, or x.
  public var x: Int?
  /// Position of the column with the latitude, or y.
  public var y: Int?
  /// Whether `x` and `y` are degrees by their names, rather than coordinates of any system.
  public var areDegrees = false

  /// Names of columns of codes, the likeliest first.
  public static let codes =
    ["codeCommuneEtablissement", "code_insee", "code_commune", "code_commune_insee"] + CommuneLayer.codeColumns
  /// Names of columns of communes in words.
  public static let towns = ["libelleCommuneEtablissement", "commune", "libelle_commune", "nom_commune", "ville"]
  /// Names of columns of postcodes.
  public static let postcodes = ["codePostalEtablissement", "code_postal", "codepostal", "cp", "postcode"]
  private static let degrees = [
    ("longitude", "latitude"), ("x_longitude", "y_latitude"), ("lon", "lat"), ("lng", "lat"), ("long", "lat"),
  ]
  private static let others = [
    ("x", "y"), ("coordonneeLambertAbscisseEtablissement", "coordonneeLambertOrdonneeEtablissement"),
  ]

  /// No column.
  public init() {}

  /// The error (65) for a file of which no column says where its rows lie.
  public static func missing(_ header: CSVHeader) -> Problem {
    let known = header.names.prefix(20).joined(separator: ", ") + (header.names.count > 20 ? ", …" : "")
    return Problem(
      .badData, file: header.path, at: Text("ligne \(header.line)", "line \(header.line)"),
      Text.noPositionAmongTheColumns(known), fix: Text.givePositionColumns)
  }

  /// Finds the columns of a header. Throws 65 for a column that stands twice.
  public init(_ header: CSVHeader) throws(Problem) {
    commune = try header.position(like: Self.codes)
    postcode = try header.position(like: Self.postcodes)
    town = try header.position(like: Self.towns)
    // Without a postcode beside it, the name of a commune stands for its code.
    if commune == nil, postcode == nil { commune = town }
    for (index, pair) in (Self.degrees + Self.others).enumerated() {
      guard let x = try header.position(like: [pair.0]), let y = try header.position(like: [pair.1]) else { continue }
      (self.x, self.y, areDegrees) = (x, y, index < Self.degrees.count)
      return
    }
  }
}
