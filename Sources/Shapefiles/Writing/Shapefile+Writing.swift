import Bytes
import Geometry

extension Shapefile {
  /// Writes a shapefile: .shp, .shx, .dbf, .cpg (UTF-8), and .prj where `projection` gives its WKT.
  ///
  /// Points become MultiPoint when a feature has several. Features without geometry are null shapes. Column
  /// names are cut to 10 bytes and made unique, texts to 254 bytes, never within a character. The same features
  /// give the same bytes. All files are written beside their place and then renamed; the spatial indexes of
  /// an earlier file of the same name (.qix, .sbn, .sbx) are removed, and its .prj when there is no new one.
  /// Returns what was cut or renamed. Throws 65 for what the format cannot hold, 73 or 74 when a file cannot
  /// be created or written. Complexity: O(points + cells).
  @discardableResult
  public static func write(
    _ features: Features, to path: String, projection: String? = nil
  ) throws(Problem) -> [Warning] {
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
    for (path, _) in files where FileBytes.isFolder(path) {
      throw Problem(
        .cannotCreate, file: path, Text("un dossier porte ce nom", "a folder has this name"),
        fix: Text("choisissez un autre endroit", "choose another place"))
    }
    try OutputFile.writeTogether(files[...])
    for stale in ["qix", "sbn", "sbx"] + (projection == nil ? ["prj"] : []) {
      OutputFile.remove(stem + "." + stale)
    }
    return warnings
  }
}
