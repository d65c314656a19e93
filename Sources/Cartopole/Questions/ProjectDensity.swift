import Bytes
import Geometry
import Maps
import Reach
import Statistics
import Territory

extension Project {
  /// The map of establishments per inhabitant: of the question's counts, on the territory's communes, or without a
  /// question of the published figures, on the départements of the region.
  ///
  /// One level and one family at a time, communes and all families by default. Throws what the question, methods and
  /// palettes throw; 64 for two levels or families; 65 without a register or a region when there are no counts.
  public func density(
    _ question: CountsQuestion?, isSmoothed: Bool = false, _ request: MapRequest
  ) throws(Problem) -> (drawing: Drawing, warnings: [Warning]) {
    guard let question = try question?.forOneMap() else { return try publishedDensity(request) }
    let answer = try CountsAnswer(question, project: self)
    let drawing = try density(answer, isSmoothed: isSmoothed, request)
    let notes = try Self.values(answer, isSmoothed).notes(request)
    return (drawing, answer.warnings + notes.map { Warning(file: question.data, $0) })
  }

  /// The map of an answer of one level.
  func density(
    _ answer: CountsAnswer, isSmoothed: Bool = false, _ request: MapRequest
  ) throws(Problem) -> Drawing {
    try answer.requireRows()
    var drawn = request
    drawn.density = Self.values(answer, isSmoothed)
    return try draw("density", subject(Coverage([], of: Coverage([], on: ground))), drawn)
  }

  private static func values(_ answer: CountsAnswer, _ isSmoothed: Bool) -> DensityValues {
    DensityValues(answer.comparison, answer.counted, isSmoothed: isSmoothed, source: answer.source)
  }

  private func publishedDensity(
    _ request: MapRequest
  ) throws(Problem) -> (drawing: Drawing, warnings: [Warning]) {
    guard let region = try regionLayer() else {
      throw Problem(
        .badData, file: path,
        Text("le projet ne nomme aucune couche de région", "the project names no layer of its region"),
        fix: Text(
          "ajoutez background: region:, ou prenez vos effectifs : cartopole render density --data",
          "add background: region:, or take counts of your own: cartopole render density --data"))
    }
    let layer = try Self.departements(region)
    var drawn = request
    drawn.density = DensityValues(
      published: try comparison(), codes: layer.communes.map(\.insee), names: layer.communes.map(\.name))
    guard drawn.density?.cells.contains(where: { $0.value != nil }) == true else {
      throw Problem(
        .badData, file: pole.territory.figures ?? path,
        Text(
          "le registre n’a aucun nombre d’établissements de ces départements",
          "the register has no count of establishments of these départements"),
        fix: Text("donnez vos propres effectifs avec --data", "give counts of your own with --data"))
    }
    let ground = Ground(layer: layer, sites: [], territoryCount: layer.count)
    let subject = Subject(
      pole: pole, ground: ground, coverage: try coverage([]), surroundings: nil, region: nil)
    let notes = request.classes == ClassChoice() ? [] : try drawn.density?.notes(request) ?? []
    return (
      try draw("density", subject, drawn), notes.map { Warning(file: pole.territory.figures, $0) }
    )
  }

  /// The départements of a layer of communes, as if each were one.
  private static func departements(_ region: CommuneLayer) throws(Problem) -> CommuneLayer {
    let mesh = Mesh([region], vintages: [2025], lists: [], events: CommuneEvents([]))
    let areas = mesh.areas(.departement, touching: Array(mesh.pieces.indices))
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
