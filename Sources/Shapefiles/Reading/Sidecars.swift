import Bytes

/// The bytes of the files of a shapefile. A sidecar has the stem of the .shp and its extension in any letter
/// case.
struct Sidecars {
  let shpPath: String
  let shp: [UInt8]
  let shx: (path: String, bytes: [UInt8])?
  /// The path of the .dbf, which is read beside the shapes; `nil` without one, or when it is not wanted.
  let dbf: String?
  /// The text of the .prj, `nil` when absent or blank.
  let projection: String?
  /// The text of the .cpg, `nil` when absent or blank.
  let codePage: (path: String, name: String)?

  /// Reads the files. Throws 66 when the .shp or a required .dbf is missing, 74 when a file cannot be read.
  init(_ path: String, _ attributes: Shapefile.Attributes) throws(Problem) {
    shpPath = path
    shp = try FileBytes.read(path)
    let neighbours = Neighbours(of: path)
    dbf = attributes == .none ? nil : neighbours.path("dbf")
    if dbf == nil, attributes == .required {
      throw Problem(
        .missingInput, file: Path.stem(path) + ".dbf", Text.attributeTableIsMissing, fix: Text.copyTheTableBesideShapes)
    }
    shx = try neighbours.read("shx")
    projection = try neighbours.text("prj")?.text
    codePage = try neighbours.text("cpg").map { ($0.path, $0.text) }
  }
}

extension Shapefile {
  /// The .shp and its existing .shx, .dbf, .prj and .cpg, in the letter case of their names.
  public static func files(of path: String) -> [String] {
    let neighbours = Neighbours(of: path)
    return [path] + ["shx", "dbf", "prj", "cpg"].compactMap(neighbours.path)
  }
}

/// The files in the folder of a .shp that have the same stem.
private struct Neighbours {
  let stem: String
  let upperCase: Bool

  init(of path: String) {
    stem = Path.stem(path)
    upperCase = path.last?.isUppercase ?? false
  }

  /// The path of a sidecar, first in the letter case of the .shp, then in the other, then in any; `nil` without
  /// one.
  func path(_ name: String) -> String? {
    let stemName = Path.name(stem)
    let folder = Path.folder(stem)
    for ending in upperCase ? [name.uppercased(), name] : [name, name.uppercased()] {
      let path = Path.join(folder, stemName + "." + ending)
      if FileBytes.exists(path) { return path }
    }
    let found = FileBytes.names(in: folder).first {
      $0.hasPrefix(stemName + ".") && $0.lowercased().hasSuffix("." + name)
        && $0.utf8.count == stemName.utf8.count + 1 + name.utf8.count
    }
    return found.map { Path.join(folder, $0) }
  }

  func read(_ name: String) throws(Problem) -> (path: String, bytes: [UInt8])? {
    guard let path = path(name) else { return nil }
    return (path, try FileBytes.read(path))
  }

  func text(_ name: String) throws(Problem) -> (path: String, text: String)? {
    guard let (path, bytes) = try read(name) else { return nil }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let text = Encoding.decode(body, from: "UTF-8") ?? Encoding.decode(body, from: "WINDOWS-1252") ?? ""
    let trimmed = text.trimmingBlanks
    return trimmed.isEmpty ? nil : (path, trimmed)
  }
}

extension String {
  /// The text without blanks, line breaks and NULs at its ends.
  var trimmingBlanks: String {
    let isBlank = { (character: Character) in character.isWhitespace || character == "\0" }
    let head = drop(while: isBlank)
    guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(head[...last])
  }
}
