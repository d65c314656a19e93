import Bytes
import Geometry
import Interchange
import Testing

@Suite struct GeoJSONReadingTests {
  static func read(_ text: String, columns: Set<String>? = nil) throws(Problem) -> Features {
    try GeoJSONFormat.read(Array(text.utf8), path: "f.geojson", GeodataReadOptions(columns: columns))
  }

  static func collection(_ features: String...) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  static func feature(_ geometry: String, _ properties: String = "{}") -> String {
    "{\"type\":\"Feature\",\"properties\":\(properties),\"geometry\":\(geometry)}"
  }

  /// A counter-clockwise triangle, as RFC 7946 winds outer rings.
  static let triangle = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,1],[0,0]]]}"

  @Test func membersInAnyOrder() throws {
    let text = """
      \u{FEFF} {"features": [
        {"geometry": {"coordinates": [[[0,0],[1,0],[0,1],[0,0]]], "bbox": [0,0,1,1], "type": "Polygon"},
         "id": 7, "properties": {"code": "01001"}, "type": "Feature"},
        {"type": "Feature", "properties": null, "geometry": null}
      ], "name": "x", "type": "FeatureCollection"}

      """
    let features = try Self.read(text)
    #expect(features.geometry.kind == .polygon)
    #expect(features.geometry.coordinates == [0, 0, 0, 1, 1, 0, 0, 0])
    #expect(features.geometry.featureOffsets == [0, 1, 1])
    #expect(features.columns == [Column("code", .text(["01001", nil])), Column("id", .integer([7, nil]))])
    #expect(features.crs == nil)
  }

  @Test func theIDOfFeaturesIsAColumnUnlessAPropertyHasItsName() throws {
    let codes = try Self.read(
      Self.collection(
        #"{"type":"Feature","id":"91223","properties":{"nom":"A"},"geometry":null}"#,
        #"{"type":"Feature","id":null,"properties":{"nom":"B"},"geometry":null}"#))
    #expect(codes.columns == [Column("nom", .text(["A", "B"])), Column("id", .text(["91223", nil]))])
    let taken = try Self.read(
      Self.collection(#"{"type":"Feature","id":"x","properties":{"id":"91223"},"geometry":null}"#))
    #expect(taken.columns == [Column("id", .text(["91223"]))])
    let some = #"{"type":"Feature","id":"91223","properties":{"nom":"A"},"geometry":null}"#
    #expect(try Self.read(some, columns: ["NOM"]).columns.map(\.name) == ["nom"])
    #expect(try Self.read(some, columns: ["ID"]).columns.map(\.name) == ["id"])
  }

  @Test func aNameThatComesTwiceIsTwoColumns() throws {
    let text = Self.collection(
      Self.feature("null", #"{"NOM":"Un","POP":1,"NOM":"x"}"#), Self.feature("null", #"{"POP":2,"NOM":"Deux"}"#),
      Self.feature("null", #"{"NOM":"Trois","NOM":"z","POP":3}"#))
    let features = try Self.read(text)
    #expect(
      features.columns == [
        Column("NOM", .text(["Un", "Deux", "Trois"])), Column("POP", .integer([1, 2, 3])),
        Column("NOM_2", .text(["x", nil, "z"])),
      ])
    #expect(
      features.warnings.map { $0.line(.en) } == [
        "f.geojson: several columns \"NOM\": the first keeps the name, another is called \"NOM_2\""
      ])
    #expect(try Self.read(text, columns: ["nom_2"]).columns == [features.columns[2]])
    // A property that has the name already keeps it.
    let taken = try Self.read(Self.feature("null", #"{"a":1,"a":2,"a_2":3}"#))
    #expect(taken.columns.map(\.name) == ["a", "a_3", "a_2"])
  }

  @Test func topoJSONIsNamed() throws {
    #expect { try Self.read(#"{"type":"Topology","objects":{},"arcs":[]}"#) } throws: {
      ($0 as? Problem)?.line(.en).contains("this is TopoJSON; export it as GeoJSON") == true
    }
  }

  @Test func holesAreWoundTheOtherWay() throws {
    let text = """
      {"type":"MultiPolygon","coordinates":[
        [[[0,0],[0,9],[9,9],[9,0],[0,0]],[[1,1],[1,2],[2,2],[1,1]]],
        [[[20,0],[29,0],[29,9],[20,0]]]]}
      """
    let layer = try Self.read(text).geometry
    #expect(layer.partOffsets == [0, 2, 3])
    #expect(layer.ringOffsets == [0, 5, 9, 13])
    #expect(layer.coordinates[0...3] == [0, 0, 0, 9])
    #expect(layer.coordinates[10...13] == [1, 1, 2, 2])
    #expect(layer.coordinates[18...21] == [20, 0, 29, 9])
  }

  @Test(arguments: [
    ("{\"type\":\"Point\",\"coordinates\":[1,2]}", Layer.Kind.point, 1),
    ("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}", .point, 2),
    ("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}", .line, 1),
    ("{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8],[9,9]]]}", .line, 2),
    ("{\"coordinates\":[1,2],\"type\":\"Point\"}", .point, 1),
    ("{\"type\":\"Polygon\",\"coordinates\":[]}", .polygon, 0), ("{\"type\":\"Point\",\"coordinates\":[]}", .point, 0),
  ]) func bareGeometriesAndFeatures(geometry: String, kind: Layer.Kind, parts: Int) throws {
    for text in [geometry, Self.feature(geometry), Self.collection(Self.feature(geometry))] {
      let features = try Self.read(text)
      #expect(features.geometry.kind == kind)
      #expect(features.count == 1)
      #expect(features.geometry.parts(of: 0).count == parts)
    }
  }

  @Test func heightsAreDroppedWithAWarning() throws {
    let features = try Self.read("{\"type\":\"LineString\",\"coordinates\":[[1,2,3],[4,5,6,7]]}")
    #expect(features.geometry.coordinates == [1, 2, 4, 5])
    #expect(features.warnings.map { $0.line(.en) } == ["f.geojson: heights (Z) are dropped"])
  }

  @Test func columnsAreTypedByWhatIsSeen() throws {
    let rows = [
      #"{"code":"01001","n":1,"x":1,"mixed":2.50,"flag":true,"nested":{"a":[1, 2]},"none":null}"#,
      #"{"code":"2A004","n":null,"x":0.5,"mixed":"b","flag":false,"nested":[1],"late":3}"#,
      #"{"n":-3,"code":null,"x":1e3,"n":-4,"huge":123456789012345678901}"#,
    ]
    let features = try Self.read(Self.collection(rows[0...].map { Self.feature("null", $0) }.joined(separator: ",")))
    #expect(
      features.columns == [
        Column("code", .text(["01001", "2A004", nil])), Column("n", .integer([1, nil, -3])),
        Column("x", .number([1, 0.5, 1000])), Column("mixed", .text(["2.5", "b", nil])),
        Column("flag", .text(["true", "false", nil])), Column("nested", .text(["{\"a\":[1, 2]}", "[1]", nil])),
        Column("none", .text([nil, nil, nil])), Column("late", .integer([nil, 3, nil])),
        Column("n_2", .integer([nil, nil, -4])), Column("huge", .number([nil, nil, 1.2345678901234568e20])),
      ])
    let some = try Self.read(Self.collection(Self.feature("null", rows[0])), columns: ["CODE", "x"])
    #expect(some.columns.map(\.name) == ["code", "x"])
  }

  @Test func escapesAndHalfSurrogates() throws {
    let properties = #"{"\u0061":"\"\\\/\n\t\r\b\f\u00e9\ud83d\ude00","b":"\ud83d x \ude00","c":"é"}"#
    let features = try Self.read(Self.feature("null", properties))
    #expect(features.columns[0] == Column("a", .text(["\"\\/\n\t\r\u{8}\u{C}é😀"])))
    #expect(features.columns[1].text(0) == "\u{FFFD} x \u{FFFD}")
    #expect(features.columns[2].text(0) == "é")
  }

  @Test(arguments: [
    ("urn:ogc:def:crs:EPSG::2154", "EPSG:2154"), ("EPSG:27572", "EPSG:27572"),
    ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"), ("urn:ogc:def:crs:EPSG:9.1:3857", "EPSG:3857"),
    ("http://www.opengis.net/def/crs/EPSG/0/2154", "EPSG:2154"), ("IGNF:LAMB93", "IGNF:LAMB93"),
    ("something else", "something else"),
  ]) func theOldMemberForTheCRS(name: String, code: String) throws {
    let member = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\(name)\"}}"
    let before = "{\(member),\"type\":\"FeatureCollection\",\"features\":[]}"
    let after = "{\"type\":\"FeatureCollection\",\"features\":[],\(member)}"
    #expect(try Self.read(before).crs == code)
    #expect(try Self.read(after).crs == code)
  }

  @Test(arguments: [
    ("", "empty"), ("  \n", "empty"), ("[1]", "line 1, byte 1: \"{\" expected"), ("{}", "not GeoJSON"),
    ("{\"type\":\"Topology\",\"objects\":{}}", "this is TopoJSON"), ("{\"type\":\"FeatureCollection\"}", "not GeoJSON"),
    ("{\"type\":\"GeometryCollection\",\"geometries\":[]}", "\"GeometryCollection\" not supported"),
    ("{\"type\":\"Point\",\"coordinates\":[1,2]} x", "text follows the end"),
    ("{\"type\":\"Point\"}", "without coordinates"),
    ("{\"type\":\"Point\",\"coordinates\":[1]}", "a single coordinate"),
    ("{\"type\":\"Point\",\"coordinates\":[1,null]}", "a coordinate is not a number"),
    ("{\"type\":\"Point\",\"coordinates\":[1,1e999]}", "number too large"),
    ("{\"type\":\"Point\",\"coordinates\":[-1.5e15,2]}", "coordinate -1500000000000000 is beyond 10^15"),
    ("{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1e308]]}", "is beyond 10^15"),
    ("{\"type\":\"LineString\",\"coordinates\":[[1,2]]}", "a line of a single point"),
    ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,0]]]}", "a ring of 2 points"),
    ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,1],[1,1]]]}", "a ring is not closed"),
    ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Point\"}]}", "\"Point\" instead of \"Feature\""),
    ("{\"type\":\"Feature\",\"properties\":{\"a\":01001},\"geometry\":null}", "put codes in quotes"),
    ("{\"type\":\"Feature\",\"properties\":{\"a\":\"\\x\"},\"geometry\":null}", "unknown escape"),
    ("{\"type\":\"Feature\",\"properties\":{\"a\":\"\n\"},\"geometry\":null}", "control character"),
    ("{\"type\":\"Feature\",\"properties\":{\"a\":nul},\"geometry\":null}", "value expected"),
    ("{\"type\":\"Feature\",\"properties\":{\"a\":1", "ends too soon"),
    ("{\"type\":\"Feature\",\"properties\":{\"a\":\"1", "ends too soon"),
    ("{\"crs\":{},\"type\":\"FeatureCollection\",\"features\":[]}", "a \"crs\" member without name"),
  ]) func badData(text: String, message: String) throws {
    let found = try #require(problem { () throws(Problem) in _ = try Self.read(text) })
    #expect(found.status == .badData)
    #expect(found.file == "f.geojson")
    #expect(found.line(.en).contains(message), "\(found.line(.en))")
  }

  /// A property of its own for every feature would make a table of the square of their number.
  @Test func propertiesOfTheirOwn() throws {
    func text(_ count: Int, _ names: Int) -> String {
      let features = (0..<count).map {
        "{\"type\":\"Feature\",\"properties\":{\"k\($0 % names)\":1},\"geometry\":null}"
      }
      return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    }
    let found = try #require(problem { () throws(Problem) in _ = try Self.read(text(4_000, 4_000)) })
    #expect(found.status == .badData)
    #expect(found.line(.en).contains("different properties, nearly all absent"), "\(found.line(.en))")
    #expect(found.line(.en).contains("feature 2897"), "\(found.line(.en))")
    // As many cells as a table of a fifth of a million bytes may well have.
    #expect(try Self.read(text(4_000, 1_000)).columns.count == 1_000)
  }

  @Test func aProblemNamesFeatureLineAndByte() throws {
    let text = Self.collection(
      "\n" + Self.feature(Self.triangle), "\n" + Self.feature("{\"type\":\"Point\",\"coordinates\":[1,2]}"))
    let found = try #require(problem { () throws(Problem) in _ = try Self.read(text) })
    #expect(found.line(.en).hasPrefix("f.geojson: feature 2, line 3, byte "))
    #expect(found.line(.en).contains("Point among features of another kind (polygon)"))
    #expect(found.line(.fr).hasPrefix("f.geojson: entité 2, ligne 3, octet "))
  }

  @Test func bytesThatAreNotUTF8() throws {
    var bytes = Array(Self.feature("null", "{\"a\":\"?\"}").utf8)
    bytes[try #require(bytes.firstIndex(of: UInt8(ascii: "?")))] = 0xE9
    let found = problem { () throws(Problem) in _ = try GeoJSONFormat.read(bytes, path: "f.geojson") }
    #expect(found?.line(.en).contains("not UTF-8") == true)
  }

  @Test func nestingHasALimit() throws {
    let deep = String(repeating: "[", count: 100_000)
    let found = problem { () throws(Problem) in _ = try Self.read(Self.feature("null", "{\"a\":\(deep)")) }
    #expect(found?.line(.en).contains("nested deeper than 128 levels") == true)
  }

  @Test func damageAnywhereNeverCrashes() throws {
    let whole = Array(
      Self.collection(
        Self.feature(Self.triangle, #"{"code":"01001","n":1,"x":-1.5e3,"t":[{"a":"\u00e9"}]}"#),
        Self.feature("null", #"{"n":null,"b":true}"#)
      ).utf8)
    for position in whole.indices {
      _ = problem { () throws(Problem) in _ = try GeoJSONFormat.read(Array(whole.prefix(position)), path: "f") }
      for byte in [UInt8(0), 0x22, 0x2C, 0x30, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0xFF] {
        var damaged = whole
        damaged[position] = byte
        _ = problem { () throws(Problem) in
          let features = try GeoJSONFormat.read(damaged, path: "f")
          precondition(features.columns.allSatisfy { $0.count == features.count })
        }
      }
    }
  }
}

/// The problem a call ends with, `nil` when it succeeds.
func problem(_ body: () throws(Problem) -> Void) -> Problem? {
  do {
    try body()
    return nil
  } catch { return error }
}
