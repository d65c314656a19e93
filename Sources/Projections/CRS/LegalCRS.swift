extension CRS {
  /// The legal projected systems overseas, by département: décret n° 2000-1276 as amended in 2019, codes of EPSG.
  private static let overseas: [String: (epsg: Int, name: String)] = {
    let antilles = (5490, "RGAF09 / UTM zone 20N")
    return [
      "971": antilles, "972": antilles, "977": antilles, "978": antilles, "973": (2972, "RGFG95 / UTM zone 22N"),
      "974": (2975, "RGR92 / UTM zone 40S"), "975": (4467, "RGSPM06 / UTM zone 21N"),
      "976": (4471, "RGM04 / UTM zone 38S"), "988": (3163, "RGNC91-93 / Lambert New Caledonia"),
    ]
  }()

  /// The legal projected system of the départements at hand, by code; `nil` without codes and when they need several.
  public static func legal(ofDepartements codes: Set<String>) -> CRS? {
    let systems = Set(codes.map { overseas[$0]?.epsg ?? 2154 })
    guard systems.count == 1, let epsg = systems.first else { return nil }
    guard let name = codes.first.flatMap({ overseas[$0]?.name }) else { return .lambert93 }
    return CRS(definition: "EPSG:\(epsg)", name: name, epsg: epsg, isGeographic: false)
  }
}
