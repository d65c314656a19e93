import Bytes
import Geometry
import Shapefiles
import Testing

/// Files large enough to be read by several threads, each a run of records.
struct ManyRecordsTests {
  private static let records = 300
  private static let points = 1500

  /// Rings of 1,500 points, one a feature, every tenth feature without a shape: 6.5 MB.
  private static var layer: Layer {
    var layer = Layer(.polygon)
    for record in 0..<records {
      if record % 10 == 9 {
        layer.endFeature()
        continue
      }
      // Along the top to the right, back along the bottom: clockwise.
      let half = points / 2
      for point in 0..<half { layer.addPoint(Double(point), Double(record) + 1) }
      for point in 0..<half - 1 { layer.addPoint(Double(half - point) - 0.5, Double(record)) }
      layer.addPoint(0, Double(record) + 1)
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    return layer
  }

  private static func save(in folder: Folder) throws -> (path: String, layer: Layer) {
    let layer = layer
    let codes = (0..<records).map { String?.some("\($0)") }
    let path = folder.path("a.shp")
    try Shapefile.write(
      Features(path: path, geometry: layer, columns: [Column("code", .text(codes))], crs: nil), to: path)
    return (path, layer)
  }

  @Test func everyRecordInItsPlace() throws {
    let folder = Folder()
    let (path, layer) = try Self.save(in: folder)
    let scan = try Shapefile.scan(path)
    #expect(scan.features.geometry == layer)
    #expect(scan.nullShapes == Self.records / 10)
    #expect(scan.problems.isEmpty)
  }

  /// Two damaged records in different runs: the first is the one refused, both are collected, in order.
  @Test func damageIsNamedByItsRecord() throws {
    let folder = Folder()
    let (path, layer) = try Self.save(in: folder)
    var bytes = try FileBytes.read(path)
    let index = try FileBytes.read(folder.path("a.shx"))
    for record in [120, 280] {
      let entry = 100 + 8 * record
      let words = index[entry..<entry + 4].reduce(0) { $0 << 8 | Int($1) }
      // The number of points, after the type, the box and the number of parts.
      for offset in 0..<4 { bytes[2 * words + 8 + 40 + offset] = 0x7F }
    }
    try folder.put("a.shp", bytes)
    let problem = #expect(throws: Problem.self) { try Shapefile.read(path) }
    #expect(problem?.place?.en == "record 121")
    let scan = try Shapefile.scan(path)
    #expect(scan.problems.map { $0.place?.en } == ["record 121", "record 281"])
    let kept = (0..<Self.records).filter { $0 != 120 && $0 != 280 }
    #expect(scan.features.geometry.selecting(kept) == layer.selecting(kept))
  }
}
