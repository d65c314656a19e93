import Bytes
import Geometry
import Projections

extension CommuneLayer {
  /// Reads communes out of a polygon layer in degrees WGS84.
  ///
  /// Column names understood: ADMIN EXPRESS (`INSEE_COM`, `NOM`, `POPULATION`, `SIREN_EPCI`…), GEOFLA
  /// (`INSEE_COM`, `NOM_COM`/`NOM_COMM`), Etalab (`code`, `nom`), OpenStreetMap (`insee`, `nom`). Without
  /// `LON` and `LAT`, or where they are missing, a commune's position is a point inside its outline.
  /// Throws 65 when there is no column of codes, a code is missing or malformed, or the layer is not polygons.
  public init(_ features: Features, vintage: Int?) throws(Problem) {
    let path = features.path
    guard features.geometry.kind == .polygon else { throw Self.notOutlines(path) }
    guard let codes = features.column(Self.codeColumns) else {
      let known = features.columns.map(\.name).joined(separator: ", ")
      throw Problem(
        .badData, file: path, Text("aucune colonne de codes communes", "no column of commune codes"),
        fix: Text(
          "attendu : INSEE_COM, code ou insee ; présent : \(known)",
          "expected: INSEE_COM, code or insee; there are: \(known)"))
    }
    let columns = Columns(features)
    let people = try LayerPopulations(features)
    var communes: [Commune] = []
    communes.reserveCapacity(features.count)
    let doubled = Self.doubledArrondissements(codes, features.count)
    for row in 0..<features.count where !doubled.contains(row) {
      let place = Text("enregistrement \(row + 1)", "record \(row + 1)")
      guard let code = codes.text(row) else {
        throw Problem(
          .badData, file: path, at: place, Text("code commune absent", "no commune code"),
          fix: Text("donnez un code à chaque contour", "give every outline a code"))
      }
      guard Self.isCode(code) else {
        throw Problem(
          .badData, file: path, at: place,
          Text("« \(code) » n’est pas un code commune", "\"\(code)\" is not a commune code"),
          fix: Text(
            "cinq caractères attendus ; un zéro perdu ? gardez les codes en texte",
            "five characters expected; a lost zero? keep codes as text"))
      }
      communes.append(columns.commune(code, row, features.geometry, people.values[row]))
    }
    let outlines =
      doubled.isEmpty
      ? features.geometry : features.geometry.selecting((0..<features.count).filter { !doubled.contains($0) })
    try self.init(path: path, communes: communes, outlines: outlines, vintage: vintage)
    notes =
      people.notes + Arrondissements.foldingNotes(doubled.compactMap { codes.text($0) }).map { Warning(file: path, $0) }
  }

  /// Rows of arrondissements whose commune the layer has too: they would count twice.
  private static func doubledArrondissements(_ codes: Column, _ count: Int) -> Set<Int> {
    var parts: [(row: Int, city: String)] = []
    var cities: Set<String> = []
    let names = Set(Arrondissements.cities.map(\.code))
    for row in 0..<count {
      guard let code = codes.text(row) else { continue }
      if names.contains(code) { cities.insert(code) }
      if let city = Arrondissements.commune(of: code) { parts.append((row, city)) }
    }
    return Set(parts.filter { cities.contains($0.city) }.map(\.row))
  }

  /// Names of the columns that may hold commune codes, the likeliest first; letter case does not matter.
  public static let codeColumns = ["INSEE_COM", "code", "insee", "CODGEO"]

  /// The error (65) for a layer that is not of polygons.
  public static func notOutlines(_ path: String) -> Problem {
    Problem(
      .badData, file: path, Text("ce ne sont pas des contours de communes", "these are not commune outlines"),
      fix: Text("donnez une couche de polygones", "give a layer of polygons"))
  }

  /// Whether a text has the form of a code: five digits, of which the
  /// second may be `A` or `B` instead (Corsica).
  public static func isCode(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    guard bytes.count == 5 else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return bytes.enumerated().allSatisfy { index, byte in
      digits.contains(byte) || (index == 1 && (byte == UInt8(ascii: "A") || byte == UInt8(ascii: "B")))
    }
  }

  private struct Columns {
    let name, departement, region, epci, epciName, canton, cantonName: Column?
    let longitude, latitude, position, departementName: Column?

    init(_ features: Features) {
      name = features.column("NOM", "NOM_COM", "NOM_COMM", "nom", "LIBGEO")
      departement = features.column("INSEE_DEP", "CODE_DEPT", "departement")
      region = features.column("INSEE_REG", "CODE_REG", "region")
      epci = features.column("SIREN_EPCI", "CODE_EPCI", "epci")
      epciName = features.column("NOM_EPCI")
      canton = features.column("INSEE_CAN", "CODE_CANT")
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

    func commune(_ code: String, _ row: Int, _ outlines: Layer, _ population: Int?) -> Commune {
      var position = Commune.Position(rawValue: self.position?.text(row) ?? "chef-lieu") ?? .chefLieu
      var place = (finite(longitude, row), finite(latitude, row))
      if place.0 == nil || place.1 == nil {
        let inside = outlines.poleOfInaccessibility(of: row)
        place = (inside?.x, inside?.y)
        position = .interior
      }
      let departement = text(self.departement, row) ?? AreaNames.departement(ofCommune: code)
      // A canton's code of two digits is unique only within its département.
      let canton = text(self.canton, row).map { $0.utf8.count <= 2 ? (departement ?? "") + $0 : $0 }
      return Commune(
        insee: code, name: name?.text(row) ?? code, population: population, departement: departement,
        departementName: departementName?.text(row),
        region: text(region, row) ?? departement.flatMap(AreaNames.region(ofDepartement:)), epci: text(epci, row),
        epciName: epciName?.text(row), canton: canton, cantonName: cantonName?.text(row), longitude: place.0 ?? .nan,
        latitude: place.1 ?? .nan, position: position)
    }
  }
}
