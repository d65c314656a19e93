import Bytes
import Geometry

extension Shapefile {
  /// Writes a shapefile: .shp, .shx, .dbf, .cpg (UTF-8), and a .prj with the WKT of `projection` unless it is
  /// `nil`.
  ///
  /// A point layer is of type MultiPoint when a feature has several points. Features without geometry are null
  /// shapes. Column names are cut to 10 bytes and made unique, texts are cut to 254 bytes, never within a
  /// character. The same features give the same bytes.
  ///
  /// All files are written under temporary names and then renamed, the .shp last; an old .shp is removed first.
  /// The spatial indexes of an earlier file of the same name (.qix, .sbn, .sbx) are removed, and so is its .prj
  /// when there is no new one. A link is followed. Returns a warning for each name or text cut. Throws 65 for
  /// data that the format cannot hold, 73 or 74 when a file cannot be created or written. Complexity: O(points
  /// + cells).
  ///
  /// - `companions`: files that appear together with the layer.
  @discardableResult public static func write(
    _ features: Features, to path: String, projection: String? = nil,
    with companions: [(path: String, bytes: [UInt8])] = []
  ) throws(Problem) -> [Warning] {
    let path = try Self.target(path)
    let stem = Path.stem(path)
    var warnings: [Warning] = []
    let table = try TableWriter(features, path: stem + ".dbf", &warnings)
    let written = try Shapelib.writing { () throws(Problem) in
      try ShapeWriter.write(features.geometry, path: path)
      try table.write()
    }
    var files: [(path: String, bytes: [UInt8])] = [
      (path, written.shp), (stem + ".shx", written.shx), (stem + ".dbf", written.dbf),
      (stem + ".cpg", Array("UTF-8\n".utf8)),
    ]
    if let projection { files.append((stem + ".prj", Array(projection.utf8))) }
    // A reader would take a sidecar left by an earlier file of this name, in any letter case, for a part of
    // this one.
    let stale = Self.files(of: path).filter { name in !files.contains { $0.path == name } }
    try OutputFile.writeTogether(files + companions, removing: stale + ["qix", "sbn", "sbx"].map { stem + "." + $0 })
    return warnings
  }

  /// The path at the end of the links that a .shp leads through. Throws 73 when a sidecar next to the link is
  /// not a link to the sidecar next to the end, because it would later be read with the shapes of another file.
  private static func target(_ path: String) throws(Problem) -> String {
    let place = try OutputFile.place(of: path)
    guard place != path, Path.fileExtension(place) == "shp" else { return path }
    for companion in files(of: path).dropFirst() {
      let end = FileStatus(Path.stem(place) + "." + Path.fileExtension(companion))
      guard FileStatus(companion)?.identity != end?.identity || end == nil else { continue }
      throw Problem(
        .cannotCreate, file: companion, Text.fileLiesBesideTheLink(path), fix: Text.giveTheFileItself(place))
    }
    return place
  }
}
