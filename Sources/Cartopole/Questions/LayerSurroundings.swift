import Bytes
import Geometry
import Maps
import Pole
import Projections
import Territory

/// What lies around a layer of communes: those of a file that the user names. Maps of a layer never open a project.
struct LayerSurroundings {
  private let communes: String

  /// The communes of a file.
  init(_ file: String) { communes = file }

  /// Gives a table in a CRS its surroundings. Throws 65 and 66 for faults of the file.
  func surround(_ table: inout LayerTable, _ crs: CRS, context: ProjectionContext) throws(Problem) {
    let around = try Layers.communes(communes, vintage: nil).communes
    var outlines = around.outlines
    try outlines.project(from: .wgs84, to: crs, context: context, tolerance: 0)
    var whole = outlines
    if table.outlines.kind == whole.kind { whole.append(contentsOf: table.outlines) }
    // An inset of what is hardly larger than the map tells nothing.
    let (own, wide) = (table.outlines.bounds, whole.bounds)
    let isLarger = wide.width * wide.height > 3 * own.width * own.height
    let departements = Set(table.keys.compactMap(AreaNames.departement(ofCommune:)))
    let regions = Set(departements.compactMap(AreaNames.region(ofDepartement:))).sorted()
      .compactMap(AreaNames.inside(region:))
    table.surround(
      around.communes, outlines, region: isLarger ? whole.dissolved() : nil,
      caption: Text.joined(regions, separator: ", "))
    table.sources.append(Text("Alentours : \(Path.name(communes))", "Surroundings: \(Path.name(communes))"))
  }
}
