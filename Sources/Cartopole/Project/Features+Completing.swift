import Bytes
import Geometry
import Interchange
import Projections
import Territory

extension Features {
  /// Adds what other layers of IGN's GeoPackage say of its communes: the positions of town halls, of the layer
  /// `chflieu_commune`, as `LON` and `LAT`, and the names of EPCIs, of the layer `epci`, as `NOM_EPCI`. Columns that are
  /// there stay, and a file without these layers is left as it is.
  ///
  /// - `from`: the coordinate reference system of the file; `nil` for the one it gives. Throws as `Layers` does for one
  ///   of these layers.
  mutating func complete(from: String?) throws(Problem) {
    guard GeoPackageFormat.extensions.contains(Path.fileExtension(path)), let codes = column(CommuneLayer.codeColumns)
    else { return }
    if column("LON", "LONGITUDE") == nil, let halls = try? Layers.features(path, LayerReading(layer: "chflieu_commune"))
    {
      try addTownHalls(halls, codes, from)
    }
    if column("NOM_EPCI") == nil, let epcis = try? Layers.features(path, LayerReading(layer: "epci")) {
      addNames(of: epcis)
    }
  }

  private mutating func addTownHalls(_ halls: Features, _ codes: Column, _ from: String?) throws(Problem) {
    var halls = halls
    guard halls.geometry.kind == .point,
      let hallCodes = halls.column(["code_insee_de_la_commune"] + CommuneLayer.codeColumns)
    else { return }
    try Layers.toDegrees(&halls, from: from)
    var places: [String: (Double, Double)] = [:]
    for row in 0..<halls.count where !halls.geometry.parts(of: row).isEmpty {
      guard let code = hallCodes.text(row) else { continue }
      let point = halls.geometry.points(ofRing: halls.geometry.rings(of: row).lowerBound).lowerBound
      places[code] = (halls.geometry.x(point), halls.geometry.y(point))
    }
    let found = (0..<count).map { codes.text($0).flatMap { places[$0] } }
    guard found.contains(where: { $0 != nil }) else { return }
    columns += [Column("LON", .number(found.map { $0?.0 })), Column("LAT", .number(found.map { $0?.1 }))]
  }

  private mutating func addNames(of epcis: Features) {
    guard let codes = epcis.column("code_siren", "CODE_SIREN"), let names = epcis.column("nom_officiel", "NOM") else {
      return
    }
    var nameOf: [String: String] = [:]
    for row in 0..<epcis.count { if let code = codes.text(row) { nameOf[code] = names.text(row) } }
    let known = CommuneColumns(self)
    let found = (0..<count).map { known.commune("", $0).epci.flatMap { nameOf[$0] } }
    columns.append(Column("NOM_EPCI", .text(found)))
  }
}

extension CommuneLayer {
  /// The layer for a file, in degrees WGS84, with the columns of ADMIN EXPRESS; columns without any value are left out.
  var features: Features {
    func text(_ name: String, _ value: (Commune) -> String?) -> Column? {
      let values = communes.map(value)
      return values.contains { $0 != nil } ? Column(name, .text(values)) : nil
    }
    let people = communes.map(\.population)
    let columns: [Column?] = [
      text("INSEE_COM") { $0.insee }, text("NOM") { $0.name },
      people.contains { $0 != nil } ? Column("POPULATION", .integer(people)) : nil,
      text("INSEE_DEP") { $0.departement },
      text("NOM_DEP") { $0.departementName ?? $0.departement.flatMap(AreaNames.name(ofDepartement:)) },
      text("INSEE_REG") { $0.region }, text("SIREN_EPCI") { $0.epci }, text("NOM_EPCI") { $0.epciName },
      text("INSEE_CAN") { $0.canton }, text("NOM_CAN") { $0.cantonName },
      Column("LON", .number(communes.map { $0.longitude.isNaN ? nil : $0.longitude })),
      Column("LAT", .number(communes.map { $0.latitude.isNaN ? nil : $0.latitude })),
      text("POSITION") { $0.position.rawValue },
    ]
    return Features(path: path, geometry: outlines, columns: columns.compactMap { $0 }, crs: CRS.wgs84.definition)
  }
}
