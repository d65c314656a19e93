import Bytes
import Geometry
import Maps
import Projections
import Reach
import Statistics
import Territory

extension CountsQuestion {
  /// The map of establishments per inhabitant by these counts: on the territory of a project, or without one on the
  /// layer `geo`. It shows one level and one family, communes and all families unless the question has others.
  ///
  /// - Parameters:
  ///   - isSmoothed: whether rates are empirical Bayes ones instead of observed ones.
  ///   - crs: the CRS in which a layer is drawn, as PROJ reads it; `nil` for the legal one, overseas départements in
  ///     frames. A project has its own.
  ///   - project: the project whose territory is drawn; `nil` for the layer of the question.
  ///   - classes: how rates are put in classes and coloured.
  ///   - request: language, theme and size of the drawing.
  ///
  /// Throws what the question, class methods and palettes throw; 64 for two levels or families, and for neither project
  /// nor layer; 65 for a level of which the layer has no area.
  public func density(
    on project: Project? = nil, isSmoothed: Bool = false, crs: String? = nil, classes: ClassChoice = ClassChoice(),
    _ request: MapRequest
  ) throws(Problem) -> (drawing: Drawing, warnings: [Warning]) {
    guard project != nil || geo != nil else {
      throw Problem(.usage, Text.densityNeedsTheLayer, fix: Text("donnez ‹geo›", "give ‹geo›"))
    }
    let question = try forOneMap()
    let answer = try CountsAnswer(question, project: project)
    guard project != nil || !answer.counted.shown.isEmpty else {
      let level = question.levels[0]
      throw Problem(
        .badData, file: geo, Text("aucun territoire de niveau ", "no area of the level ") + level.label,
        fix: level == .area ? Text.giveYourAreas : Text.layerMustGiveLevelCodes)
    }
    try answer.requireEstablishments()
    let values = answer.densities(isSmoothed: isSmoothed)
    let map = DensityMap(values, classes: classes)
    let (drawing, notes) =
      if let project { try map.draw(project.subject(), request) } else {
        try map.draw(answer.table(values, of: geo ?? "", in: crs, request), request)
      }
    return (drawing, answer.warnings + notes.map { Warning(file: data, $0) })
  }
}

extension CountsAnswer {
  /// The values that a density map of the answer shows.
  func densities(isSmoothed: Bool = false) -> DensityValues {
    DensityValues(comparison, counted, isSmoothed: isSmoothed, source: source)
  }

  /// The areas shown with their densities, projected.
  fileprivate func table(_ values: DensityValues, of geo: String, in crs: String?, _ request: MapRequest)
    throws(Problem) -> LayerTable
  {
    let shown = counted.shown.map { counted.table.areas[$0] }
    var outlines = mesh.outlines(of: shown)
    var drawn = try DrawnLayer(
      taking: &outlines, from: .wgs84, asked: crs,
      keys: shown.map { $0.pieces.first.map { mesh.pieces[$0].code } ?? $0.code }, isNarrow: request.width < 600,
      file: geo, ProjectionContext())
    if let simplification = request.simplification { drawn.simplify(simplification) }
    let people = comparison.rows.prefix(shown.count).map { $0.facts.population?.value ?? 0 }
    var table = LayerTable(
      values, outlines: drawn.outlines, keys: shown.map(\.code), weights: people, frame: drawn.frame,
      sources: [Text("Contours : \(Path.name(geo))", "Outlines: \(Path.name(geo))"), drawn.source])
    table.frame(drawn.insets)
    return table
  }

  /// Whether the file counts establishments, which a density needs.
  var hasEstablishments: Bool {
    counted.shown.contains { counted.table.count(.establishments, area: $0, family: 0) != nil }
  }

  /// Throws 65 when the file has no count of establishments, or none of a place that is shown.
  func requireEstablishments() throws(Problem) {
    try requireRows()
    guard !hasEstablishments else { return }
    throw Problem(.badData, file: join.path, Text.noRowCountsEstablishments, fix: Text.giveRowsOfEstablishments)
  }

  /// Throws 65 when no row of the file is about a place that is shown,
  /// because a map of nothing has no true title.
  func requireRows() throws(Problem) {
    let table = counted.table
    let shown = Set(counted.shown.flatMap { table.areas[$0].pieces + table.areas[$0].partial })
    guard !table.tally.pieceOfRow.contains(where: { $0.map(shown.contains) ?? false }) else { return }
    let codes = join.unmatched.prefix(3).joined(separator: ", ")
    throw Problem(
      .badData, file: join.path, Text.mapHasNoSuchCommune,
      fix: codes.isEmpty ? Text.giveLayerOfTheseCommunes : Text.checkCodesAndTheirVintage(codes))
  }
}

extension CountsQuestion {
  /// The question with one level, communes unless it has another, and one family. Throws 64 for more than one.
  func forOneMap() throws(Problem) -> CountsQuestion {
    guard levels.count <= 1 else {
      throw Problem(
        .usage, Text("une carte montre un niveau", "a map shows one level"),
        fix: Text("donnez un seul ‹level›", "give one ‹level›"))
    }
    guard families.count <= 1 else {
      throw Problem(.usage, Text.mapShowsOneFamily, fix: Text("donnez un seul ‹family›", "give one ‹family›"))
    }
    var one = self
    if one.levels.isEmpty { one.levels = [.commune] }
    return one
  }
}

extension Mesh {
  /// One feature for each area, without the borders inside it; degrees WGS84.
  fileprivate func outlines(of areas: [MeshArea]) -> Layer {
    if areas.allSatisfy({ $0.pieces.count == 1 }) { return outlines(of: areas.map { $0.pieces[0] }) }
    var outlines = Layer(.polygon)
    for area in areas { appendOutline(of: area.pieces, to: &outlines) }
    return outlines
  }
}
