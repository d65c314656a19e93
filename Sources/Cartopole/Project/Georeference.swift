import Bytes
import Geometry
import Projections

/// Which coordinate reference system a layer is in.
public enum Georeference {
  /// `from` if given, else what the file says, else EPSG:4326 with a warning when every coordinate is in the range
  /// of degrees. Throws 65 otherwise, asking for `--from`, and for a definition PROJ cannot read.
  public static func crs(
    of features: Features, from: String? = nil, context: ProjectionContext
  ) throws(Problem) -> (crs: CRS, warnings: [Warning]) {
    if let from { return (try CRS(from, context: context), []) }
    if let declared = features.crs {
      let file = Path.fileExtension(features.path) == "shp" ? Path.stem(features.path) + ".prj" : features.path
      return (try CRS(declared, context: context, file: file), [])
    }
    let box = features.geometry.bounds
    let isDegrees = box.isEmpty || (box.minX >= -180 && box.maxX <= 180 && box.minY >= -90 && box.maxY <= 90)
    guard isDegrees else {
      throw Problem(
        .badData, file: features.path,
        Text("système de coordonnées inconnu", "unknown coordinate reference system"),
        fix: Text(
          "donnez-le avec --from, par exemple --from EPSG:2154", "give it with --from, such as --from EPSG:2154"
        ))
    }
    let warning = Warning(
      file: features.path,
      Text(
        "système de coordonnées absent ; longitudes et latitudes WGS 84 supposées (EPSG:4326)",
        "no coordinate reference system; WGS 84 longitudes and latitudes assumed (EPSG:4326)"))
    return (.wgs84, [warning])
  }
}
