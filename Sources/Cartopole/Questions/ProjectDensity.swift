import Bytes
import Geometry
import Maps
import Projections
import Reach
import Statistics
import Territory

extension Project {
  /// The map of the published establishments per inhabitant, on the départements of the region.
  ///
  /// Throws 65 without a register or a region, and what class methods and palettes throw.
  public func publishedDensity(classes: ClassChoice = ClassChoice(), _ request: MapRequest) throws(Problem) -> (
    drawing: Drawing, warnings: [Warning]
  ) {
    let subject = try subject(of: .departement, otherwise: Text.addRegionOrTakeCounts)
    let values = DensityValues(
      published: try comparison(), codes: subject.layer.communes.map(\.insee),
      names: subject.layer.communes.map(\.name))
    guard values.cells.contains(where: { $0.value != nil }) else {
      throw Problem(
        .badData, file: pole.territory.figures ?? path, Text.registerHasNoEstablishmentCount,
        fix: Text.giveYourOwnCounts)
    }
    let (drawing, notes) = try DensityMap(values, classes: classes).draw(subject, request)
    return (drawing, notes.map { Warning(file: pole.territory.figures, $0) })
  }

  /// The areas of a level of the region's layer, as what maps of published figures are drawn of.
  ///
  /// - `remedy`: what to do where the project names no region, which is an error (65).
  func subject(
    of level: AreaLevel, otherwise remedy: Text, crs: @autoclosure () throws(Problem) -> CRS? = nil
  ) throws(Problem) -> Subject {
    guard let region = try regionLayer() else {
      throw Problem(.badData, file: path, Text.projectNamesNoRegionLayer, fix: remedy)
    }
    let layer = try Self.areas(level, of: region)
    return Subject(
      pole: pole, studyArea: StudyArea(layer: layer, sites: [], territoryCount: layer.count),
      coverage: try coverage([]),
      surroundings: nil, region: nil, crs: try crs())
  }

  /// The areas of a level of a layer of communes, as if each were a commune.
  private static func areas(_ level: AreaLevel, of region: CommuneLayer) throws(Problem) -> CommuneLayer {
    let mesh = Mesh([region], vintages: [2025], lists: [], events: CommuneEvents([]))
    let areas = mesh.areas(level, touching: Array(mesh.pieces.indices))
    var outlines = Layer(.polygon)
    for area in areas { mesh.appendOutline(of: area.pieces, to: &outlines) }
    let communes = areas.enumerated().map { index, area -> Commune in
      let inside = outlines.poleOfInaccessibility(of: index)
      return Commune(
        insee: area.code, name: area.name,
        population: Inhabitants(area.pieces.map { mesh.pieces[$0].population }).total, departement: area.code,
        longitude: inside?.x ?? .nan, latitude: inside?.y ?? .nan, position: .interior)
    }
    return try CommuneLayer(path: region.path, communes: communes, outlines: outlines, vintage: region.vintage)
  }
}
