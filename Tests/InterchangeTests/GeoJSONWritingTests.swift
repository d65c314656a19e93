import Bytes
import Geometry
import Interchange
import Testing

@Suite struct GeoJSONWritingTests {
  /// A square with a hole, then a multipolygon, then nothing, in the winding of layers.
  static func polygons(scale: Double = 1) -> Layer {
    var layer = Layer(.polygon)
    func ring(_ points: [(Double, Double)]) {
      for (x, y) in points { layer.addPoint(x * scale, y * scale) }
      layer.endRing()
    }
    ring([(0, 0), (0, 9), (9, 9), (9, 0), (0, 0)])
    ring([(1, 1), (2, 2), (1, 2), (1, 1)])
    layer.endPart()
    layer.endFeature()
    ring([(20, 0), (20, 1), (21, 0), (20, 0)])
    layer.endPart()
    ring([(30, 0), (30, 1), (31, 0), (30, 0)])
    layer.endPart()
    layer.endFeature()
    layer.endFeature()
    return layer
  }

  static func sample(crs: String? = "EPSG:4326") -> Features {
    Features(
      path: "f", geometry: polygons(),
      columns: [
        Column("insee", .text(["01001", "a\"b", nil])), Column("n", .integer([1, nil, -3])),
        Column("x", .number([0.1, .infinity, nil])),
      ], crs: crs)
  }

  static func text(_ features: Features, _ options: GeodataWriteOptions = .init()) throws -> String {
    String(decoding: try GeoJSONFormat.bytes(features, options), as: UTF8.self)
  }

  @Test func wgs84() throws {
    #expect(
      try Self.text(Self.sample()) == """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"insee":"01001","n":1,"x":0.1},"geometry":{"type":"Polygon",\
        "coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]}},
        {"type":"Feature","properties":{"insee":"a\\"b","n":null,"x":null},"geometry":{"type":"MultiPolygon",\
        "coordinates":[[[[20,0],[21,0],[20,1],[20,0]]],[[[30,0],[31,0],[30,1],[30,0]]]]}},
        {"type":"Feature","properties":{"insee":null,"n":-3,"x":null},"geometry":null}
        ]}

        """)
  }

  @Test func anotherCRSIsNamed() throws {
    let text = try Self.text(Self.sample(crs: "EPSG:2154"))
    #expect(
      text.hasPrefix(
        #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"#))
    let found = problem { () throws(Problem) in _ = try GeoJSONFormat.bytes(Self.sample(crs: "PROJCS[\"x\"]")) }
    #expect(found?.status == .badData)
  }

  @Test func decimals() throws {
    var layer = Layer(.point)
    layer.addPoint(2.123456789, -0.00000001)
    layer.endRing()
    layer.endPart()
    layer.endFeature()
    func coordinates(_ crs: String?, _ options: GeodataWriteOptions) throws -> String {
      let text = try Self.text(Features(path: "f", geometry: layer, columns: [], crs: crs), options)
      return String(text.split(separator: "coordinates\":")[1].prefix { $0 != "}" })
    }
    #expect(try coordinates(nil, .init()) == "[2.1234568,0]")
    #expect(try coordinates("EPSG:2154", .init()) == "[2.1235,0]")
    #expect(try coordinates("EPSG:4171", .init(geographic: true)) == "[2.1234568,0]")
    #expect(try coordinates("EPSG:2154", .init(precision: .full)) == "[2.123456789,-1e-08]")
  }

  @Test func whatIsWrittenReadsBackTheSame() throws {
    for crs in ["EPSG:4326", "EPSG:2154"] {
      let before = Self.sample(crs: crs)
      let bytes = try GeoJSONFormat.bytes(before, .init(precision: .full))
      let after = try GeoJSONFormat.read(bytes, path: "f")
      #expect(after.geometry == before.geometry)
      #expect((after.crs ?? "EPSG:4326") == crs)
      #expect(after.columns[0] == before.columns[0])
      #expect(after.columns[2] == Column("x", .number([0.1, nil, nil])))
      #expect(try GeoJSONFormat.bytes(after, .init(precision: .full)) == bytes)
    }
  }

  @Test func everyFullDoubleReadsBackTheSame() throws {
    var layer = Layer(.point)
    var state: UInt64 = 42
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      layer.addPoint(
        value.magnitude <= Layer.largestCoordinate ? value : value.isFinite ? value.significand : 0,
        Double(Int64(bitPattern: state)) / 1e12)
      layer.endRing()
      layer.endPart()
      layer.endFeature()
    }
    let before = Features(path: "f", geometry: layer, columns: [], crs: nil)
    let after = try GeoJSONFormat.read(try GeoJSONFormat.bytes(before, .init(precision: .full)), path: "f")
    #expect(after.geometry.coordinates == layer.coordinates)
  }
}
