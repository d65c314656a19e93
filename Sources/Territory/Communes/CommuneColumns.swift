import Bytes
import Geometry

/// The columns of a layer that describe its communes, by the names that publishers give them.
///
/// ADMIN EXPRESS (`INSEE_COM`, `NOM`, `SIREN_EPCI`…; since 4.0 `code_insee`, `nom_officiel`,
/// `codes_siren_des_epci`…), GEOFLA (`NOM_COM`/`NOM_COMM`, `CODE_DEPT`…), Etalab and geo.api.gouv.fr (`code`, `nom`,
/// `codeDepartement`, `codeEpci`…), Insee (`CODGEO`, `LIBGEO`), OpenStreetMap (`insee`, `nom`). Letter case does not
/// matter.
public struct CommuneColumns {
  private let name, departement, region, epci, epciName, canton, cantonName: Column?
  private let longitude, latitude, position, departementName: Column?

  /// Columns that name communes, the first one there counting.
  public static let names = ["NOM", "nom_officiel", "NOM_COM", "NOM_COMM", "nom", "LIBGEO"]

  /// Finds the columns.
  public init(_ features: Features) {
    name = features.column(Self.names)
    departement = features.column(
      "INSEE_DEP", "code_insee_du_departement", "CODE_DEPT", "codeDepartement", "departement")
    region = features.column("INSEE_REG", "code_insee_de_la_region", "CODE_REG", "codeRegion", "region")
    epci = features.column("SIREN_EPCI", "codes_siren_des_epci", "CODE_EPCI", "codeEpci", "epci")
    epciName = features.column("NOM_EPCI")
    canton = features.column("INSEE_CAN", "code_insee_du_canton", "CODE_CANT")
    cantonName = features.column("NOM_CAN")
    longitude = features.column("LON", "LONGITUDE")
    latitude = features.column("LAT", "LATITUDE")
    position = features.column("POSITION")
    departementName = features.column("NOM_DEP")
  }

  /// The finite number of a row; `nil` also for texts such as `nan` and `inf`.
  private func finite(_ column: Column?, _ row: Int) -> Double? {
    column?.number(row).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The text of a row; `nil` when it is empty.
  private func text(_ column: Column?, _ row: Int) -> String? { column?.text(row).flatMap { $0.isEmpty ? nil : $0 } }

  /// The commune of a row. Without a position in the row it lies at the interior point of its outline; without
  /// `outlines` too its position is NaN.
  public func commune(_ code: String, _ row: Int, _ outlines: Layer? = nil, population: Int? = nil) -> Commune {
    var position = Commune.Position(rawValue: self.position?.text(row) ?? "chef-lieu") ?? .chefLieu
    var place = (finite(longitude, row), finite(latitude, row))
    if place.0 == nil || place.1 == nil {
      let inside = outlines?.poleOfInaccessibility(of: row)
      place = (inside?.x, inside?.y)
      position = .interior
    }
    let departement = text(self.departement, row) ?? AreaNames.departement(ofCommune: code)
    // A canton's code of two digits is unique only within its département.
    let canton = text(self.canton, row).map { $0.utf8.count <= 2 ? (departement ?? "") + $0 : $0 }
    // IGN lists a métropole and the établissement public territorial inside it: 200054781/200057941.
    let epci = text(self.epci, row).map { String($0.prefix { $0 != "/" && $0 != "," }) }
    return Commune(
      insee: code, name: name?.text(row) ?? code, population: population, departement: departement,
      departementName: departementName?.text(row),
      region: text(region, row) ?? departement.flatMap(AreaNames.region(ofDepartement:)), epci: epci,
      epciName: epciName?.text(row), canton: canton, cantonName: cantonName?.text(row), longitude: place.0 ?? .nan,
      latitude: place.1 ?? .nan, position: position)
  }
}
