import Bytes
import Shapefiles
import Statistics
import Territory

/// What Tests/Oracles/spatial/oracle.py wrote, and the layers it was made from.
enum Oracle {
  static let root = Path.folder(Path.folder(Path.folder(#filePath)))

  static func table(_ name: String) throws -> CSVTable {
    try CSVTable(path: Path.join(root, "Tests/Oracles/spatial/\(name).csv"))
  }

  /// Communes of a layer in GeoData with the row of each by ascending code, as the oracle has them.
  static func layer(_ name: String) throws -> (layer: CommuneLayer, order: [Int]) {
    let path = Path.join(root, "GeoData/\(name).shp")
    let layer = try CommuneLayer(try Shapefile.read(path), vintage: nil)
    return (layer, layer.communes.indices.sorted { layer.communes[$0].insee < layer.communes[$1].insee })
  }
}

extension CSVTable {
  func strings(_ name: String) throws -> [String] {
    let place = try column(name)
    return rows.map { $0.fields[place] }
  }

  func numbers(_ name: String) throws -> [Double] { try strings(name).map { Double($0) ?? .nan } }

  /// A column of numbers separated by spaces.
  func lists(_ name: String) throws -> [[Double]] {
    try strings(name).map { $0.split(separator: " ").compactMap { Double($0) } }
  }
}

/// Whether two numbers agree to a relative difference, or both are nothing.
func agree(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
  value == expected || (value - expected).magnitude <= tolerance * max(value.magnitude, expected.magnitude)
}

let isOptimised = !_isDebugAssertConfiguration()
