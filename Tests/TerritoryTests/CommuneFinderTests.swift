import Bytes
import Geometry
import Testing

@testable import Territory

/// What tables write of a place, found in a layer of squares.
struct CommuneFinderTests {
  private func layer(_ communes: [(code: String, name: String)], columns: Int = 10, side: Double = 1) throws
    -> CommuneLayer
  {
    var outlines = Layer(.polygon)
    for index in communes.indices {
      let (x, y) = (Double(index % columns) * side, Double(index / columns) * side)
      for (dx, dy) in [(0.0, 0.0), (0.0, side), (side, side), (side, 0.0), (0.0, 0.0)] {
        outlines.addPoint(x + dx, y + dy)
      }
      outlines.endRing()
      outlines.endPart()
      outlines.endFeature()
    }
    return try CommuneLayer(
      path: "synthetic.shp",
      communes: communes.map {
        Commune(
          insee: $0.code, name: $0.name, population: nil, departement: nil, departementName: nil, region: nil,
          epci: nil, epciName: nil, canton: nil, cantonName: nil, longitude: 0, latitude: 0, position: .interior)
      }, outlines: outlines, vintage: nil)
  }

  private static let communes = [
    ("01001", "Saint-Rémy"), ("02001", "Saint-Rémy"), ("91001", "La Ferté-Alais"), ("91546", "Saint-Cyr-sous-Dourdan"),
    ("75056", "Paris"), ("2A004", "Ajaccio"), ("97411", "Saint-Denis"), ("93066", "Saint-Denis"),
    ("91200", "Dourdan"), ("91201", "L’Haÿ-les-Roses"),
  ]

  @Test(arguments: [
    ("01001", "", [0]), ("1001", "", [0]), ("2a004", "", [5]), ("99999", "", []), ("saint remy", "", [0, 1]),
    ("ST REMY", "02 100", [1]), ("Saint-Rémy", "1000", [0]), ("Saint-Rémy", "03000", []), ("Saint-Rémy", "x", []),
    ("FERTE ALAIS", "91590", [2]), ("La Ferté-Alais Cedex 9", "91590", [2]), ("St Cyr s/ Dourdan", "91410", [3]),
    ("PARIS 12", "75012", [4]), ("Paris 12e arrondissement", "", [4]), ("Paris-Plage", "", []), ("75112", "", [4]),
    ("Ajaccio", "20000", [5]), ("Saint-Denis", "97400", [6]), ("ST DENIS CEDEX", "93200", [7]),
    ("L HAY LES ROSES", "", [9]), ("", "91410", []),
  ]) func words(text: String, postcode: String, rows: [Int]) throws {
    let answer = CommuneFinder(try layer(Self.communes)).names.find(text, postcode: postcode)
    #expect(answer == (rows.isEmpty ? .none : rows.count == 1 ? .row(rows[0]) : .several(rows)))
  }

  @Test func aLayerOfArrondissements() throws {
    let finder = CommuneFinder(
      try layer([("75101", "Paris 1er Arrondissement"), ("75112", "Paris 12e Arrondissement")]))
    #expect(finder.names.find("Paris", postcode: "75012") == .row(1))
    #expect(finder.names.find("PARIS 12") == .row(1) && finder.names.find("75101") == .row(0))
    #expect(finder.names.find("Paris") == .none && finder.names.find("Paris", postcode: "75002") == .none)
  }

  @Test func whatIsSaid() throws {
    let finder = CommuneFinder(try layer(Self.communes))
    func said(_ text: String, _ postcode: String = "") -> String {
      finder.names.problem(text, postcode: postcode).line(.en)
    }
    #expect(
      said("Saint-Rémy").hasPrefix("\"Saint-Rémy\": several communes, 01001 Saint-Rémy, 02001 Saint-Rémy; give the"))
    #expect(said("Dourdan", "1000").hasPrefix("\"01000 Dourdan\": in another département, 91200 Dourdan; give the"))
    #expect(said("Dourdn", "91410").contains("no commune of the layer; near names: 91200 Dourdan; "))
  }

  /// Sixteen hundred squares: the one that holds a point by arithmetic, and none outside or on no number.
  @Test func positions() throws {
    let squares = (0..<1600).map { (CommuneCode.text(1001 + $0 % 900 + $0 / 900 * 1000), "c\($0)") }
    let finder = CommuneFinder(try layer(squares, columns: 40, side: 0.05))
    for index in 0..<500 {
      let (x, y) = (Double(index * 37 % 200) * 0.01 + 0.003, Double(index * 91 % 200) * 0.01 + 0.007)
      #expect(finder.commune(at: x, y) == Int(y / 0.05) * 40 + Int(x / 0.05))
    }
    for (x, y) in [(-0.1, 1.0), (1.0, 2.1), (1e300, 1.0), (.nan, 1.0), (.infinity, 0)] {
      #expect(finder.commune(at: x, y) == nil)
    }
  }
}
