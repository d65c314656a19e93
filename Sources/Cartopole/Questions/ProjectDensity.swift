import Bytes
import Geometry
import Maps
import Reach
import Statistics
import Territory

extension CountsAnswer {
  /// The values that a density map of the answer shows.
  func densities(isSmoothed: Bool = false) -> DensityValues {
    DensityValues(comparison, counted, isSmoothed: isSmoothed, source: source)
  }
}

extension Project {
  /// The map of establishments per inhabitant: with a question, of its counts on the territory's communes;
  /// without one, of the published figures on the départements of the region.
  ///
  /// It shows one level and one family, communes and all families by default. Throws what the
  /// question, class methods and palettes throw; 64 for two levels or families; 65 without a
  /// register or a region when there are no counts.
  public func density(
    _ question: CountsQuestion?, isSmoothed: Bool = false, classes: ClassChoice = ClassChoice(), _ request: MapRequest
  ) throws(Problem) -> (drawing: Drawing, warnings: [Warning]) {
    guard let question = try question?.forOneMap() else { return try publishedDensity(classes, request) }
    let answer = try CountsAnswer(question, project: self)
    try answer.requireEstablishments()
    let map = DensityMap(answer.densities(isSmoothed: isSmoothed), classes: classes)
    let (drawing, notes) = try map.draw(subject(Coverage([], of: Coverage([], on: ground))), request)
    return (drawing, answer.warnings + notes.map { Warning(file: question.data, $0) })
  }

  private func publishedDensity(_ classes: ClassChoice, _ request: MapRequest) throws(Problem) -> (
    drawing: Drawing, warnings: [Warning]
  ) {
    guard let region = try regionLayer() else {
      throw Problem(.badData, file: path, Text.projectNamesNoRegionLayer, fix: Text.addRegionOrTakeCounts)
    }
    let layer = try Self.areas(.departement, of: region)
    let values = DensityValues(
      published: try comparison(), codes: layer.communes.map(\.insee), names: layer.communes.map(\.name))
    guard values.cells.contains(where: { $0.value != nil }) else {
      throw Problem(
        .badData, file: pole.territory.figures ?? path, Text.registerHasNoEstablishmentCount,
        fix: Text.giveYourOwnCounts)
    }
    let ground = Ground(layer: layer, sites: [], territoryCount: layer.count)
    let subject = Subject(pole: pole, ground: ground, coverage: try coverage([]), surroundings: nil, region: nil)
    let (drawing, notes) = try DensityMap(values, classes: classes).draw(subject, request)
    return (drawing, notes.map { Warning(file: pole.territory.figures, $0) })
  }

  /// The areas of a level of a layer of communes, as if each were a commune.
  static func areas(_ level: AreaLevel, of region: CommuneLayer) throws(Problem) -> CommuneLayer {
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
