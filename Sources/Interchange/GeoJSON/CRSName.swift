/// The names of coordinate reference systems in the `crs` member of GeoJSON.
enum CRSName {
  /// The authority code that a name means: `urn:ogc:def:crs:EPSG::2154`, `EPSG:2154` and
  /// `http://www.opengis.net/def/crs/EPSG/0/2154` give `EPSG:2154`; CRS84 gives `EPSG:4326`. Other names are
  /// returned unchanged.
  static func code(_ name: String) -> String {
    let lower = name.lowercased()
    let pieces = lower.hasPrefix("http") ? name.split(separator: "/") : name.split(separator: ":")
    guard let code = pieces.last, pieces.count >= 2 else { return name }
    if code.uppercased() == "CRS84" { return "EPSG:4326" }
    guard lower.hasPrefix("urn:") || lower.hasPrefix("http") || pieces.count == 2 else { return name }
    guard let authority = pieces.first(where: { ["EPSG", "ESRI", "IGNF"].contains($0.uppercased()) }) else {
      return name
    }
    return authority.uppercased() + ":" + code
  }

  /// The URN of an authority code such as `EPSG:2154`; `nil` when `crs` is not one.
  static func urn(_ crs: String) -> String? {
    let pieces = crs.split(separator: ":", omittingEmptySubsequences: false)
    guard pieces.count == 2, !pieces[0].isEmpty, !pieces[1].isEmpty, !crs.contains("[") else { return nil }
    return "urn:ogc:def:crs:" + pieces[0] + "::" + pieces[1]
  }

  static func isWGS84(_ crs: String) -> Bool { ["EPSG:4326", "OGC:CRS84"].contains(crs.uppercased()) }
}
