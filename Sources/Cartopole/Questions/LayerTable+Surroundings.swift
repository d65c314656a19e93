import Bytes
import Geometry
import Maps
import Pole
import Projections
import Territory

extension LayerTable {
  /// Gives a table in a CRS its surroundings, the communes of a file: maps of a layer never open a project. Throws 65 and
  /// 66 for faults of the file.
  mutating func surround(by file: String, in crs: CRS, context: ProjectionContext) throws(Problem) {
    let around = try Layers.communes(file, vintage: nil).communes
    var outlines = around.outlines
    try outlines.project(from: .wgs84, to: crs, context: context, tolerance: 0)
    var whole = outlines
    if self.outlines.kind == whole.kind { whole.append(contentsOf: self.outlines) }
    // An inset of what is hardly larger than the map tells nothing.
    let (own, wide) = (self.outlines.bounds, whole.bounds)
    let isLarger = wide.width * wide.height > 3 * own.width * own.height
    let departements = Set(keys.compactMap(AreaNames.departement(ofCommune:)))
    let regions = Set(departements.compactMap(AreaNames.region(ofDepartement:))).sorted()
      .compactMap(AreaNames.inside(region:))
    surround(
      around.communes, outlines, region: isLarger ? whole.dissolved() : nil,
      caption: Text.joined(regions, separator: ", "))
    sources.append(Text("Alentours : \(Path.name(file))", "Surroundings: \(Path.name(file))"))
  }
}
