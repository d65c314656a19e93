import Bytes
import Geometry
import Glibc
import Interchange
import Testing

/// A folder of its own, removed with what is in it.
final class Folder {
  let path: String

  init() {
    var template = Array("/tmp/cartopole-tests-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit {
    for name in FileBytes.names(in: path) { unlink(self.path(name)) }
    rmdir(path)
  }

  func path(_ name: String) -> String { path + "/" + name }
}

@Suite struct GeodataTests {
  @Test(arguments: ["a.shp", "a.geojson", "a.JSON"]) func roundTripByExtension(name: String) throws {
    let folder = Folder()
    let before = GeoJSONWritingTests.sample()
    try Geodata.write(before, to: folder.path(name))
    let after = try Geodata.read(folder.path(name))
    #expect(after.geometry == before.geometry)
    #expect(after.columns[0] == before.columns[0])
    #expect(after.columns[1] == before.columns[1])
  }

  @Test func csvHoldsTheAttributes() throws {
    let folder = Folder()
    var features = GeoJSONWritingTests.sample()
    features.columns[0] = Column("nom, court", .text(["x,y", "é", nil]))
    try Geodata.write(features, to: folder.path("a.csv"))
    let text = String(decoding: try FileBytes.read(folder.path("a.csv")), as: UTF8.self)
    #expect(text == "\"nom, court\",n,x\n\"x,y\",1,0.1\né,,\n,-3,\n")
    #expect(problem { () throws(Problem) in _ = try Geodata.read(folder.path("a.csv")) }?.status == .badData)
  }

  @Test func pathsThatAreNotGeodata() throws {
    let folder = Folder()
    func reading(_ path: String) -> Problem? { problem { () throws(Problem) in _ = try Geodata.read(path) } }
    #expect(reading(folder.path("none.shp"))?.status == .missingInput)
    #expect(reading(folder.path)?.status == .missingInput)
    try OutputFile.write([], to: folder.path("a.docx"))
    let unknown = try #require(reading(folder.path("a.docx")))
    #expect(unknown.status == .badData)
    let words = "unknown format: \".docx\"; known formats: .shp, .geojson, .gpkg, .csv"
    #expect(unknown.line(.en).hasSuffix(words))
    let writing = problem { () throws(Problem) in try Geodata.write(GeoJSONWritingTests.sample(), to: folder.path("b"))
    }
    #expect(writing?.status == .usage)
  }
}
