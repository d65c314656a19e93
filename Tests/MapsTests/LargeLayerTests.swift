import Cartopole
import Testing

/// Layers of more features than can all be named: the communes of Île-de-France.
@Suite struct LargeLayerTests {
  private static func draw(_ map: any LayerMap, width: Double = 1000) throws -> String {
    let question = LayerMapQuestion(geodata: Path.join(Shipped.folder, "ile-de-france.shp"), value: "POPULATION")
    return String(decoding: try question.draw(map, MapRequest(width: width)).drawing.svg(), as: UTF8.self)
  }

  private static func names(_ svg: String) -> [String] {
    svg.matches(of: #/<text(?: class="big")?(?: text-anchor="[a-z]*")? font-size="[^"]*"[^>]*>([^<]*)</#).map {
      String($0.1)
    }
  }

  /// Some thirty main towns, prefectures first, beside dots or circles, spread over the map, and no leader.
  @Test(arguments: [true, false]) func mainTownsAreNamed(asCircles: Bool) throws {
    let map: any LayerMap
    if asCircles { map = SymbolsMap() } else { map = ChoroplethMap(allowCounts: true) }
    let svg = try Self.draw(map)
    let names = Self.names(svg)
    #expect((20...40).contains(names.count), "\(names)")
    for town in ["Paris", "Versailles", "Melun", "Pontoise", "Meaux", "Provins", "Nemours"] {
      #expect(names.contains(town), "\(town): \(names)")
    }
    #expect(!svg.contains("class=\"leader\""))
    #expect(svg.contains("class=\"boundary\"") && svg.contains("class=\"outline\""))
  }

  /// A phone's map names fewer, the same first.
  @Test func aPhoneNamesFewer() throws {
    let names = Self.names(try Self.draw(ChoroplethMap(allowCounts: true), width: 375))
    #expect((8...30).contains(names.count), "\(names)")
    #expect(names.contains("Paris"))
  }
}

@Suite struct PrefectureTests {
  /// One a département, in the département it is of.
  @Test func everyDepartementHasOne() {
    #expect(AreaNames.prefectures.count == 101)
    let departements = Set(AreaNames.prefectures.compactMap { AreaNames.departement(ofCommune: $0) })
    #expect(departements.count == 101)
    let found = ["75056", "91228", "69123", "2A004", "97411"].filter { !AreaNames.prefectures.contains($0) }
    #expect(found.isEmpty, "\(found)")
  }
}
