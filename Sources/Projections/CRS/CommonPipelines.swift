/// Operations written out so that PROJ does not look them up. Each is the one that `projinfo -s A -t B` prints
/// first.
enum CommonPipelines {
  /// Lambert-93 on GRS80, IGN's parameters (EPSG:2154).
  private static let lambert93 =
    "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80"
  private static let toRadians = "+step +proj=unitconvert +xy_in=deg +xy_out=rad"
  private static let toDegrees = "+step +proj=unitconvert +xy_in=rad +xy_out=deg"

  /// The pipeline from one system to another; `nil` when PROJ must look it up.
  ///
  /// WGS 84, ETRS89 and RGF93 v1 count as one system, in accordance with EPSG's null transformations between
  /// them.
  static func between(_ source: CRS, _ target: CRS) -> String? {
    let degrees: Set<Int> = [4326, 4171, 4258]
    guard let from = source.epsg, let to = target.epsg else { return nil }
    // A CRS that was only identified keeps its own definition, whose parameters may differ.
    guard source.definition == "EPSG:\(from)" && target.definition == "EPSG:\(to)" else { return nil }
    if degrees.contains(from), to == 2154 { return "+proj=pipeline \(toRadians) +step \(lambert93)" }
    if from == 2154, degrees.contains(to) { return "+proj=pipeline +step +inv \(lambert93) \(toDegrees)" }
    return nil
  }
}
