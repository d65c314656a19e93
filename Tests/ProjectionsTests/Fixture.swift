import Bytes
import Geometry
import Shapefiles

/// Tables beside the tests, made by the scripts in Tests/Oracles/geography, and the committed layer.
enum Fixture {
  static let folder = Path.join(Path.folder(#filePath), "Fixtures")

  /// Worst disagreements are printed with ORACLES=1.
  static let isTalkative = Environment.has("ORACLES")

  static func table(_ name: String) throws -> CSVTable { try CSVTable(path: Path.join(folder, name)) }

  /// Rows of a table as dictionaries.
  static func rows(_ name: String) throws -> [[String: String]] {
    let table = try table(name)
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0.fields)) }
  }

  static func sudEssonne() throws -> (codes: [String], outlines: Layer) {
    let root = Path.folder(Path.folder(Path.folder(#filePath)))
    let features = try Shapefile.read(Path.join(root, "GeoData/sud-essonne.shp"))
    guard let column = features.column("INSEE_COM") else { return ([], features.geometry) }
    return ((0..<features.count).compactMap { column.text($0) }, features.geometry)
  }
}

extension String {
  /// The numbers in a text, spaces between them.
  var numbers: [Double] { split(separator: " ").compactMap { Double($0) } }
}

extension Layer {
  /// A polygon layer of one feature from text: parts after `|`, rings after `;`, numbers after spaces.
  init(text: String) {
    self.init(.polygon)
    for part in text.split(separator: "|") {
      for ring in part.split(separator: ";") {
        let numbers = String(ring).numbers
        for index in stride(from: 0, to: numbers.count, by: 2) { addPoint(numbers[index], numbers[index + 1]) }
        endRing()
      }
      endPart()
    }
    endFeature()
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

enum Environment { static func has(_ name: String) -> Bool { getenv(name) != nil } }
