import Bytes
import Territory

/// The columns of a list, by name; `nil` for those to find by the names that files give them. When any of those that
/// place a row is named, only the named ones do.
public struct ListColumns: Sendable {
  /// Column of the postcodes.
  public var postcode: String?
  /// Column of the communes in the postal address.
  public var town: String?
  /// Column of the longitudes, or x.
  public var x: String?
  /// Column of the latitudes, or y.
  public var y: String?
  /// Column of the SIRET numbers.
  public var siret: String?
  /// Column of the families, in words or as legal categories.
  public var family: String?

  /// Nothing named.
  public init() {}

  /// Whether any of them is named.
  public var isNamed: Bool { [postcode, town, x, y, siret, family].contains { $0 != nil } }
}

/// The wanted columns of a list; the raw value is the position among them.
enum ListColumn: Int, CaseIterable {
  case commune, postcode, town, x, y, siret, unit, family, category, state, diffusion

  /// Positions of the columns in a file, -1 for absent ones, and whether coordinates are degrees by their names.
  static func find(_ request: TableImport, _ header: CSVHeader) throws(Problem) -> (positions: [Int], areDegrees: Bool)
  {
    let asked = request.list
    var found = [Int?](repeating: nil, count: allCases.count)
    func set(_ column: ListColumn, _ name: String?, like names: [String] = []) throws(Problem) {
      if let name {
        found[column.rawValue] = try header.column(name)
      } else if !names.isEmpty {
        found[column.rawValue] = try header.position(like: names)
      }
    }
    var areDegrees = false
    let isPlaced = [request.key, asked.postcode, asked.town, asked.x, asked.y].contains { $0 != nil }
    if !isPlaced {
      let places = try PlaceColumns(header)
      areDegrees = places.areDegrees
      let columns: [(ListColumn, Int?)] = [
        (.commune, places.commune), (.postcode, places.postcode), (.town, places.town), (.x, places.x), (.y, places.y),
      ]
      for (column, position) in columns { found[column.rawValue] = position }
    } else {
      try set(asked.postcode == nil && request.key == nil ? .commune : .town, asked.town)
      try set(.commune, request.key)
      try set(.postcode, asked.postcode)
      try set(.x, asked.x)
      try set(.y, asked.y)
    }
    if [.commune, .town, .postcode, .x].allSatisfy({ (column: ListColumn) in found[column.rawValue] == nil }) {
      throw PlaceColumns.missing(header)
    }
    try set(.siret, asked.siret, like: ["siret", "numero_siret", "n°_siret", "siretEtablissement"])
    try set(.unit, request.unit, like: ["siren"])
    try set(.family, asked.family)
    if asked.family == nil, request.family == nil {
      try set(.category, nil, like: ["categorieJuridiqueUniteLegale", "categorie_juridique", "nature_juridique"])
    }
    try set(.state, nil, like: ["etatAdministratifEtablissement"])
    try set(.diffusion, nil, like: ["statutDiffusionEtablissement", "statut_diffusion"])
    return (found.map { $0 ?? -1 }, areDegrees)
  }
}
