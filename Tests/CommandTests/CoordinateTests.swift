import Foundation
import Testing

/// Coordinates are what their system says, or something is said.
struct CoordinateTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// Two communes of a kilometre or so, in Lambert-93.
  private static let metres = [(655_000.0, 6_862_000.0), (656_000, 6_863_000)]

  private static func geojson(_ corners: [(Double, Double)], size: Double, crs: String = "") -> String {
    let features = corners.enumerated().map { index, corner -> String in
      let (x, y) = corner
      let ring = [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)].map { "[\($0.0),\($0.1)]" }
      return """
        {"type":"Feature","properties":{"code":"9122\(index)","nom":"N\(index)","POPULATION":\(100 * (index + 1))},
        "geometry":{"type":"Polygon","coordinates":[[\(ring.joined(separator: ","))]]}}
        """
    }
    return "{\"type\":\"FeatureCollection\",\(crs)\"features\":[\(features.joined(separator: ",\n"))]}"
  }

  @Test func metresWithoutASystemAreNotWGS84() throws {
    try work.write(Self.geojson(Self.metres, size: 900), to: "m.geojson")
    for command in [["convert", "m.geojson", "o.gpkg"], ["convert", "m.geojson", "o.shp", "--to", "EPSG:4326"]] {
      let run = try work.run(Tool.program, command)
      #expect(run.status == 65)
      #expect(run.errors.first?.contains("m.geojson: système de coordonnées inconnu") == true, "\(run.err)")
      #expect(run.errors.first?.contains("--from EPSG:2154") == true, "\(run.err)")
    }
    #expect(work.files() == ["m.geojson"])
    // `inspect` prints what it could read first.
    let inspected = try work.cartopole("inspect", "m.geojson", "--format", "json")
    #expect(inspected.status == 65)
    #expect(try inspected.object()["epsg"] is NSNull)
    #expect(try work.cartopole("inspect", "m.geojson", "--from", "EPSG:2154").status == 0)
    #expect(
      try work.cartopole("convert", "m.geojson", "o.geojson", "--from", "EPSG:2154", "--to", "EPSG:4326").status == 0)
  }

  @Test func degreesWithoutASystemAreWGS84WithAWarning() throws {
    try work.write(Self.geojson([(2.1, 48.4), (2.2, 48.5)], size: 0.01), to: "d.geojson")
    let run = try work.cartopole("convert", "d.geojson", "o.gpkg")
    #expect(run.status == 0)
    #expect(run.err.contains("warning: d.geojson: système de coordonnées absent"), "\(run.err)")
    #expect(!(try work.cartopole("inspect", "o.gpkg")).err.contains("système"))
  }

  /// The three formats that can say a system, each saying a wrong one.
  private func lie(_ name: String) throws {
    try work.write(Self.geojson(Self.metres, size: 900), to: "m.geojson")
    switch name {
    case "a.shp":
      try work.cartopole("convert", "m.geojson", "a.shp", "--from", "EPSG:2154")
      try work.copyLayer("right")
      try FileManager.default.removeItem(at: work.url("a.prj"))
      try FileManager.default.copyItem(at: work.url("right.prj"), to: work.url("a.prj"))
    case "a.gpkg": try work.cartopole("convert", "m.geojson", "a.gpkg", "--from", "EPSG:4326")
    default:
      let crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},"
      try work.write(Self.geojson(Self.metres, size: 900, crs: crs), to: name)
    }
  }

  @Test(arguments: ["a.shp", "a.gpkg", "a.geojson"]) func metresUnderADeclaredWGS84(name: String) throws {
    try lie(name)
    try work.write("insee,measure,value\n91220,establishments,1\n91221,establishments,2\n", to: "c.csv")
    let warns = [["inspect", name], ["convert", name, "o.csv"]]
    for command in warns {
      let run = try work.run(Tool.program, command)
      #expect(run.status == 0, "\(run.err)")
      #expect(run.err.contains("ce ne sont pas des longitudes et latitudes"), "\(command) \(run.err)")
      #expect(run.err.contains("--from EPSG:2154"), "\(command) \(run.err)")
    }
    let refuses = [
      ["convert", name, "o.geojson", "--to", "EPSG:2154"],
      ["render", "choropleth", "--geo", name, "--value", "POPULATION", "--as", "ratio", "-o", "o.svg"],
      ["compare", "--data", "c.csv", "--geo", name], ["site", "--geo", name, "--count", "1"],
    ]
    for command in refuses {
      let run = try work.run(Tool.program, command)
      #expect(run.status == 65, "\(command) \(run.err)")
      #expect(run.errors.first?.contains("655000 6862000") == true, "\(command) \(run.err)")
      #expect(run.errors.first?.contains("--from EPSG:2154") == true, "\(command) \(run.err)")
      let told = try work.run(Tool.program, command + ["--from", "EPSG:2154"])
      #expect(told.status == 0, "\(command) \(told.err)")
    }
  }

  @Test func aProjectsLayerIsConvertedFirst() throws {
    try work.makeSmallProject()
    let canton = "petit/canton.shp"
    try work.cartopole("convert", canton, "petit/m.shp", "--to", "EPSG:2154", "--quiet")
    for part in ["shp", "shx", "dbf"] {
      try FileManager.default.removeItem(at: work.url("petit/canton.\(part)"))
      try FileManager.default.copyItem(at: work.url("petit/m.\(part)"), to: work.url("petit/canton.\(part)"))
    }
    for command in [["reach"], ["atlas", "-o", "atlas"], ["render", "territory", "-o", "o.svg"]] {
      let run = try work.run(Tool.program, command + ["--project", "petit"])
      #expect(run.status == 65)
      #expect(run.errors.first?.contains("ce ne sont pas des longitudes et latitudes") == true, "\(run.err)")
      #expect(run.errors.first?.contains("cartopole convert canton.prj") != true, "\(run.err)")
      #expect(run.errors.first?.contains("cartopole convert canton.shp") == true, "\(run.err)")
    }
  }
}
