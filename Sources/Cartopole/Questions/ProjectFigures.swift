import Bytes
import Maps
import Statistics
import Territory

extension Project {
  /// The map of the published shares of jobs, on the départements or régions of the region's layer.
  ///
  /// Throws 65 without a register, a region or a share of one of its areas, and what class methods and palettes
  /// throw.
  public func figures(_ level: AreaLevel = .departement, classes: ClassChoice = ClassChoice(), _ request: MapRequest)
    throws(Problem) -> (drawing: Drawing, warnings: [Warning])
  {
    let (map, subject) = try figuresMap(level, classes: classes)
    let (drawing, notes) = try map.draw(subject, request)
    return (drawing, notes.map { Warning(file: pole.territory.figures, $0) })
  }

  /// The map and what it is drawn of.
  func figuresMap(_ level: AreaLevel, classes: ClassChoice = ClassChoice()) throws(Problem) -> (
    map: FiguresMap, subject: Subject
  ) {
    let subject = try subject(
      of: level, otherwise: Text("ajoutez background: region:", "add background: region:"), crs: try crs())
    return (FiguresMap(try register(), level: level, classes: classes), subject)
  }

  /// The published densities and shares of jobs of some areas as a dot plot; without any, of those that `comparison`
  /// shows. Throws 64 for an unknown area, 65 when there is nothing to draw, and what the project's files throw.
  public func figuresChart(_ areas: [String] = []) throws(Problem) -> FiguresChart {
    var options = Comparison.Options()
    options.areas = areas
    if let chart = FiguresChart(try comparison(options)) { return chart }
    throw Problem(
      .badData, file: pole.territory.figures, Text.neitherDensityNorJobShare, fix: Text.addRowsToTheRegister)
  }
}
