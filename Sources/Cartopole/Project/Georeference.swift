import Bytes
import Geometry
import Projections
import Territory

/// Determines the coordinate reference system of a layer.
public enum Georeference {
  /// What to do with coordinates that the stated system cannot hold,
  /// such as metres as longitudes and latitudes.
  public enum Misfit: Sendable { case refuse, warn }

  /// The system `from` if given, or else the one of the file, or else EPSG:4326 with a warning when every
  /// coordinate is in the range of longitudes and latitudes.
  ///
  /// Throws 65 when the file gives none and the coordinates are out of that range, for a definition that PROJ
  /// cannot read, and (unless `misfit` only warns) for coordinates that cannot be longitudes and latitudes
  /// under a system of degrees. Complexity: O(points).
  public static func crs(
    of features: Features, from: String? = nil, context: ProjectionContext, misfit: Misfit = .refuse
  ) throws(Problem) -> (crs: CRS, warnings: [Warning]) {
    let file = Path.fileExtension(features.path) == "shp" ? Path.stem(features.path) + ".prj" : features.path
    let said: CRS?
    if let from {
      said = try CRS(from, context: context)
    } else {
      said = try features.crs.map { declared throws(Problem) in try CRS(declared, context: context, file: file) }
    }
    if let said {
      guard said.isGeographic, let point = strange(features.geometry, under: said, context) else { return (said, []) }
      let problem = notDegrees(point, under: said, from == nil ? file : features.path)
      guard misfit == .warn else { throw problem }
      return (said, [Warning(file: problem.file, problem.what, needs: .crs)])
    }
    let box = features.geometry.bounds
    let isDegrees = box.isEmpty || (box.minX >= -180 && box.maxX <= 180 && box.minY >= -90 && box.maxY <= 90)
    guard isDegrees else { throw Problem(.badData, file: features.path, Text.unknownCoordinateSystem, needs: .crs) }
    let warning = Warning(file: features.path, Text.longitudesAndLatitudesAssumed)
    return (.wgs84, [warning])
  }

  /// The system that maps of a layer are drawn in: the one asked for, else the legal one of the départements of its
  /// communes, else its own when that is in metres, else Lambert-93 in metropolitan France.
  ///
  /// - Parameters:
  ///   - keys: codes of the features, which may be communes.
  ///   - box: that of the layer, in its own system.
  ///
  /// Throws 65 elsewhere, where none goes without saying.
  static func drawing(
    _ asked: String?, keys: [String], _ source: CRS, _ box: Bounds, file: String, _ context: ProjectionContext
  ) throws(Problem) -> CRS {
    if let asked { return try CRS(asked, context: context) }
    let departements = keys.map { AreaNames.departement(ofCommune: $0) }
    if !departements.contains(nil), let legal = CRS.legal(ofDepartements: Set(departements.compactMap { $0 })) {
      return legal
    }
    if !source.isGeographic { return source }
    // Between Ouessant and Corsica; a layer of all France is drawn as its larger part.
    if box.isEmpty || departements.contains(where: { $0 != nil })
      || (box.minX > -6 && box.maxX < 10 && box.minY > 41 && box.maxY < 52)
    {
      return .lambert93
    }
    throw Problem(.badData, file: file, Text.noProjectionIsObvious, fix: Text.giveAProjection)
  }

  /// The first point that cannot be a longitude and latitude of a system; `nil` for none.
  private static func strange(_ layer: Layer, under crs: CRS, _ context: ProjectionContext) -> (
    index: Int, x: Double, y: Double
  )? {
    let box = layer.bounds
    func holds(_ degrees: Double) -> Bool {
      // Longitudes are counted from -180 or from 0, and rounding may pass a pole.
      let (x, y) = (360 / degrees + 1e-6, 90 / degrees + 1e-6)
      return box.minX >= -x && box.maxX <= x && box.minY >= -y && box.maxY <= y
    }
    guard !box.isEmpty, !holds(1) else { return nil }
    let degrees = crs.degreesPerUnit(context: context)
    guard !holds(degrees) else { return nil }
    return (0..<layer.pointCount).first { point in
      layer.x(point).magnitude > 360 / degrees + 1e-6 || layer.y(point).magnitude > 90 / degrees + 1e-6
    }.map { ($0, layer.x($0), layer.y($0)) }
  }

  private static func notDegrees(_ point: (index: Int, x: Double, y: Double), under crs: CRS, _ file: String) -> Problem
  {
    func printed(_ value: Double) -> String { ByteWriter.fixed(value, decimals: 0) }
    let place = "\(printed(point.x)) \(printed(point.y))"
    return Problem(.badData, file: file, Text.pointIsNotInDegrees(crs.name, point.index + 1, place), needs: .crs)
  }
}
