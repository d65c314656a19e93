import Bytes
import Geometry
import Maps
import Projections
import Statistics
import Territory

/// The density of the ESS over any layer of communes, by the user's own counts. It opens no project.
public struct LayerDensity: Sendable {
  /// The question about the counts; its `geo` is the layer.
  public var counts: CountsQuestion
  /// Whether rates are empirical Bayes ones instead of observed ones.
  public var isSmoothed = false
  /// The CRS in which the map is drawn, as PROJ reads it; `nil` for the legal one, overseas départements in frames.
  public var crs: String?

  /// Makes the map of a question, with observed rates.
  public init(_ counts: CountsQuestion) { self.counts = counts }

  /// Draws one level, communes unless the question has another, and returns warnings for the reader.
  ///
  /// Throws what the question throws; 64 for two levels or families and for a question without a layer; 65
  /// for a level of which the layer has no area.
  public func draw(_ request: MapRequest, classes: ClassChoice = ClassChoice()) throws(Problem) -> (
    drawing: Drawing, warnings: [Warning]
  ) {
    guard let geo = counts.geo else {
      throw Problem(.usage, Text.densityNeedsTheLayer, fix: Text("donnez ‹geo›", "give ‹geo›"))
    }
    let question = try counts.forOneMap()
    let answer = try CountsAnswer(question, project: nil)
    let shown = answer.counted.shown.map { answer.counted.table.areas[$0] }
    guard !shown.isEmpty else {
      let level = question.levels[0]
      throw Problem(
        .badData, file: geo, Text("aucun territoire de niveau ", "no area of the level ") + level.label,
        fix: level == .area ? Text.giveYourAreas : Text.layerMustGiveLevelCodes)
    }
    try answer.requireEstablishments()
    let values = answer.densities(isSmoothed: isSmoothed)
    var outlines = Self.outlines(of: shown, answer.mesh)
    var drawn = try DrawnLayer(
      taking: &outlines, from: .wgs84, asked: crs,
      keys: shown.map { $0.pieces.first.map { answer.mesh.pieces[$0].code } ?? $0.code }, isNarrow: request.width < 600,
      file: geo, ProjectionContext())
    if let simplification = request.simplification { drawn.simplify(simplification) }
    let people = answer.comparison.rows.prefix(shown.count).map { $0.facts.population?.value ?? 0 }
    var table = LayerTable(
      values, outlines: drawn.outlines, keys: shown.map(\.code), weights: people, ground: drawn.ground,
      sources: [Text("Contours : \(Path.name(geo))", "Outlines: \(Path.name(geo))"), drawn.source])
    table.frame(drawn.insets)
    let (drawing, notes) = try DensityMap(values, classes: classes).draw(table, request)
    return (drawing, answer.warnings + notes.map { Warning(file: counts.data, $0) })
  }

  /// One feature for each area, without the borders inside it; degrees WGS84.
  private static func outlines(of areas: [MeshArea], _ mesh: Mesh) -> Layer {
    if areas.allSatisfy({ $0.pieces.count == 1 }) { return mesh.outlines(of: areas.map { $0.pieces[0] }) }
    var outlines = Layer(.polygon)
    for area in areas { mesh.appendOutline(of: area.pieces, to: &outlines) }
    return outlines
  }
}

extension CountsAnswer {
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
