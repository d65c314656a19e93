import Bytes
import Geometry
import Glibc
import Interchange
import Shapefiles
import Testing

private func run(_ command: String) -> (status: Int32, output: String) {
  guard let pipe = popen(command, "r") else { return (-1, "") }
  var bytes: [UInt8] = []
  while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
  return (pclose(pipe), String(decoding: bytes, as: UTF8.self))
}

private let gdalIsThere = run("ogr2ogr --version >/dev/null 2>&1").status == 0

/// GDAL reads what we write, and we read what GDAL writes. Run where `ogr2ogr` is installed.
@Suite(.enabled(if: gdalIsThere, "ogr2ogr is not installed: nothing compared with GDAL")) struct GDALTests {
  static func sample() -> Features {
    Features(
      path: "", geometry: GeoJSONWritingTests.polygons(scale: 1.25),
      columns: [
        Column("insee", .text(["01001", "2A004", nil])), Column("nom", .text(["Méréville", "Œuf", "L’Haÿ"])),
        Column("n", .integer([1, nil, 123_456_789_012])), Column("x", .number([0.1, -1234.5678, nil])),
      ], crs: nil)
  }

  @Test func gdalReadsOurShapefiles() throws {
    let folder = Folder()
    let path = folder.path("a.shp")
    try Shapefile.write(Self.sample(), to: path)
    let converted = run("ogr2ogr -f GeoJSON -lco RFC7946=NO -lco COORDINATE_PRECISION=15 /vsistdout/ \(path)")
    #expect(converted.status == 0)
    let features = try GeoJSONFormat.read(Array(converted.output.utf8), path: "gdal")
    #expect(features.geometry == Self.sample().geometry)
    #expect(features.columns == Self.sample().columns)
    let said = run("ogrinfo -al -so \(path) 2>&1").output
    for line in ["Geometry: Polygon", "Feature Count: 3", "Extent: (0.000000, 0.000000) - (38.750000, 11.250000)"] {
      #expect(said.contains(line), "\(said)")
    }
    #expect(!said.lowercased().contains("warning"))
  }

  @Test(arguments: ["UTF-8", "ISO-8859-1", "CP1252"]) func weReadShapefilesOfGDAL(encoding: String) throws {
    let folder = Folder()
    var sample = Self.sample()
    if encoding == "ISO-8859-1" { sample.columns[1] = Column("nom", .text(["Méréville", "Etampes", "L'Haÿ"])) }
    try Geodata.write(sample, to: folder.path("a.geojson"), options: .init(precision: .full))
    let made = run("ogr2ogr -lco ENCODING=\(encoding) \(folder.path("b.shp")) \(folder.path("a.geojson")) 2>&1")
    #expect(made.status == 0, "\(made.output)")
    let scan = try Shapefile.scan(folder.path("b.shp"))
    #expect(scan.problems.isEmpty)
    #expect(scan.features.geometry == sample.geometry)
    #expect(scan.features.columns.map(\.name) == ["insee", "nom", "n", "x"])
    #expect(scan.features.columns[0...2] == sample.columns[0...2])
    #expect(scan.features.columns[3].number(1) == -1234.5678)
    #expect(scan.features.crs?.hasPrefix("GEOGCS[") == true)
  }

  @Test func gdalReadsOurGeoJSON() throws {
    let folder = Folder()
    var sample = Self.sample()
    sample.crs = "EPSG:2154"
    try Geodata.write(sample, to: folder.path("a.geojson"))
    let said = run("ogrinfo -al -so \(folder.path("a.geojson")) 2>&1").output
    #expect(said.contains("Feature Count: 3"))
    #expect(said.contains("ID[\"EPSG\",2154]"), "\(said)")
    #expect(!said.contains("Warning"), "\(said)")
  }
}
