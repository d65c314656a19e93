import Bytes
import Geometry
import Maps
import Pole
import Projections
import Territory

/// What lies around a layer of communes: those of a file that the user names, or else those of the project whose territory
/// the layer is, when its file lies beside the layer.
struct LayerSurroundings {
  private let communes: String
  /// Path of the layer of the region; `nil` for the surroundings themselves.
  private let region: String?
  /// Whether the user named the file, so that its faults are said.
  private let isNamed: Bool

  /// `nil` when nothing around the layer is known.
  init?(_ named: String?, of layer: String) {
    if let named {
      (communes, region, isNamed) = (named, nil, true)
      return
    }
    let folder = Path.folder(layer)
    let project = Path.join(folder, DataFolder.projectName)
    guard FileBytes.exists(project), let pole = try? Pole(YAMLDocument.read(project)),
      pole.territory.layer == Path.name(layer), let context = pole.territory.context
    else { return nil }
    (communes, region, isNamed) = (
      Path.join(folder, context), pole.territory.region.map { Path.join(folder, $0) }, false
    )
  }

  /// Gives a table in a CRS its surroundings. Throws 65 and 66 for faults of a file that the user named; those of a
  /// project's file leave the map without surroundings.
  func surround(_ table: inout LayerTable, _ crs: CRS, context: ProjectionContext) throws(Problem) {
    do throws(Problem) {
      let around = try Layers.communes(communes, vintage: nil).communes
      var outlines = around.outlines
      try outlines.project(from: .wgs84, to: crs, context: context, tolerance: 0)
      var whole = outlines
      if let region {
        whole = try Layers.outlines(region)
        try whole.project(from: .wgs84, to: crs, context: context, tolerance: 0)
      } else if table.outlines.kind == whole.kind {
        whole.append(contentsOf: table.outlines)
      }
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
    } catch {
      if isNamed { throw error }
    }
  }
}
