import Cartopole
import Testing

/// Maps of territories overseas are drawn in their legal projection, and say nothing of the shipped project.
@Suite struct OverseasTests {
  private static let systems: [(departement: String, epsg: Int)] = [
    ("971", 5490), ("972", 5490), ("973", 2972), ("974", 2975), ("975", 4467), ("976", 4471), ("977", 5490),
    ("978", 5490), ("988", 3163), ("91", 2154), ("2A", 2154),
  ]

  /// The names are those that PROJ gives to the codes.
  @Test(arguments: systems) func theLegalSystem(departement: String, epsg: Int) throws {
    let legal = try #require(CRS.legal(ofDepartements: [departement]))
    #expect(legal.epsg == epsg)
    #expect(legal.name == (try CRS("EPSG:\(epsg)", context: ProjectionContext()).name))
  }

  @Test func noneForSeveralAndForNothing() {
    #expect(CRS.legal(ofDepartements: ["91", "974"]) == nil)
    #expect(CRS.legal(ofDepartements: []) == nil)
    #expect(CRS.legal(ofDepartements: ["91", "35"]) == .lambert93)
  }

  /// Two squares on La Réunion: square on the map too, which Lambert-93 would draw as slanted ones.
  @Test(arguments: [nil, "EPSG:32740"] as [String?]) func aMapOfLaReunion(crs: String?) throws {
    var outlines = Layer(.polygon)
    for west in [55.4, 55.5] {
      for (x, y) in [(west, -21.2), (west + 0.1, -21.2), (west + 0.1, -21.1), (west, -21.1), (west, -21.2)] {
        outlines.addPoint(x, y)
      }
      outlines.endRing()
      outlines.endPart()
      outlines.endFeature()
    }
    let communes = ["97422", "97411"].enumerated().map { index, code in
      Commune(
        insee: code, name: "C\(index)", population: 100, departement: "974", region: "04", longitude: 55.45,
        latitude: -21.15, position: .interior)
    }
    let layer = try CommuneLayer(path: "reunion.geojson", communes: communes, outlines: outlines, vintage: nil)
    var pole = try Shipped.open().pole
    (pole.sites, pole.actions, pole.sources) = ([], [], nil)
    let studyArea = StudyArea(layer: layer, sites: [], territoryCount: 2)
    let subject = Subject(
      pole: pole, studyArea: studyArea, coverage: try Coverage([], on: studyArea), surroundings: nil, region: nil,
      crs: try crs.map { try CRS($0, context: ProjectionContext()) })
    let map = try TerritoryMap().draw(subject, MapRequest()).drawing
    let svg = String(decoding: map.svg(), as: UTF8.self)
    let name = crs == nil ? "RGR92 / UTM zone 40S (EPSG:2975)" : "WGS 84 / UTM zone 40S (EPSG:32740)"
    let source = map.source.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(source.contains("Contours : reunion.geojson. Projection \(name)"), "\(source)")
    let path = try #require(svg.firstMatch(of: #/data-insee="97422"[^>]* d="M([^"]*)Z"/#)).output.1
    let corners = path.split(separator: "L").map { $0.split(separator: ",").map { Double($0)! } }
    // 0.1° of longitude is 10.4 km there and 0.1° of latitude 11.1 km; the convergence of meridians is below 1°.
    let (width, height) = (
      corners.map { $0[0] }.max()! - corners.map { $0[0] }.min()!,
      corners.map { $0[1] }.max()! - corners.map { $0[1] }.min()!
    )
    #expect((width / height - 0.94).magnitude < 0.03, "\(width) \(height)")
  }
}
