import Bytes
import Geometry
import Interchange
import Projections
import Territory

extension Features {
  /// Adds what other layers of IGN's GeoPackage say of its communes: the positions of town halls, of the layer
  /// `chflieu_commune`, as `LON` and `LAT`, and the names of EPCIs, of the layer `epci`, as `NOM_EPCI`. EPCIs of a file
  /// without their names have those of the shipped table. Columns that are there stay.
  ///
  /// - `from`: the coordinate reference system of the file; `nil` for the one it gives. Throws as `Layers` does for one
  ///   of these layers.
  mutating func complete(from: String?) throws(Problem) {
    guard let codes = column(CommuneLayer.codeColumns) else { return }
    let hasLayers = GeoPackageFormat.extensions.contains(Path.fileExtension(path))
    if hasLayers, column("LON", "LONGITUDE") == nil,
      let halls = try? Layers.features(path, LayerReading(layer: "chflieu_commune"))
    {
      try addTownHalls(halls, codes, from)
    }
    if column("NOM_EPCI") == nil { addNamesOfEPCIs(hasLayers) }
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

  /// Takes the positions of communes from a file of town halls: those that it has count instead of the layer's own.
  /// Throws 65 when it has none of the layer's communes, and as `PlacesFile` does.
  mutating func place(by file: PlacesFile) throws(Problem) {
    guard let codes = column(CommuneLayer.codeColumns) else { return }
    let (halls, noticed) = try file.positions()
    warnings += noticed
    let known = (0..<count).map { row in codes.text(row).flatMap { CommuneCode.read($0)?.code } }
    let found = known.map { $0.flatMap { halls[$0] } }
    guard found.contains(where: { $0 != nil }) else {
      throw Problem(
        .badData, file: file.path, Text("aucune commune de \(Path.name(path))", "no commune of \(Path.name(path))"),
        fix: Text.giveColumnsOfPositions)
    }
    let missing = known.indices.filter { found[$0] == nil }
    if let first = missing.first {
      warnings.append(
        Warning(file: file.path, Text.communesWithoutAPosition(missing.count, count, known[first] ?? "…")))
    }
    func merged(_ names: [String], _ value: ((Double, Double)) -> Double) -> Column {
      let own = column(names)
      return Column(names[0], .number(found.indices.map { row in found[row].map(value) ?? own?.number(row) }))
    }
    let (x, y) = (merged(["LON", "LONGITUDE"]) { $0.0 }, merged(["LAT", "LATITUDE"]) { $0.1 })
    columns.removeAll { ["LON", "LONGITUDE", "LAT", "LATITUDE", "POSITION"].contains($0.name.uppercased()) }
    columns += [x, y]
  }

  private mutating func addNamesOfEPCIs(_ hasLayers: Bool) {
    let known = CommuneColumns(self)
    let codes = (0..<count).map { known.commune("", $0).epci }
    guard codes.contains(where: { $0 != nil }) else { return }
    var nameOf: [String: String] = [:]
    if hasLayers, let epcis = try? Layers.features(path, LayerReading(layer: "epci")),
      let codes = epcis.column("code_siren", "CODE_SIREN"), let names = epcis.column("nom_officiel", "NOM")
    {
      for row in 0..<epcis.count { if let code = codes.text(row) { nameOf[code] = names.text(row) } }
    }
    let shipped = nameOf.isEmpty ? try? DataFolder.areaSizes() : nil
    let names = codes.map { code in code.flatMap { nameOf[$0] ?? shipped?.name(.epci, $0) } }
    if names.contains(where: { $0 != nil }) { columns.append(Column("NOM_EPCI", .text(names))) }
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
