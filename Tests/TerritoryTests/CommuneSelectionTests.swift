import Bytes
import Foundation
import Testing

@testable import Territory

/// Lists of communes as people write them, held against the communes of a layer.
struct CommuneSelectionTests {
  private static func commune(_ code: String, _ name: String, epci: String? = nil, epciName: String? = nil) -> Commune {
    let departement = AreaNames.departement(ofCommune: code)
    return Commune(
      insee: code, name: name, population: nil, departement: departement,
      region: departement.flatMap(AreaNames.region(ofDepartement:)), epci: epci, epciName: epciName, longitude: 0,
      latitude: 0, position: .interior)
  }

  private static let redon = "Communauté d'agglomération Redon Agglomération"
  private static let names = CommuneNames([
    commune("35236", "Redon", epci: "243500741", epciName: redon),
    commune("56194", "Saint-Jacut-les-Pins", epci: "243500741", epciName: redon), commune("35285", "Saint-Just"),
    commune("01369", "Saint-Just"), commune("75056", "Paris"), commune("47222", "La Réunion"),
    commune("97411", "Saint-Denis"), commune("97415", "Saint-Paul"), commune("91390", "Le Mérévillois"),
    commune("13201", "Marseille 1er Arrondissement"), commune("13202", "Marseille 2e Arrondissement"),
    commune("01001", "L’Abergement-Clémenciat"),
  ])

  private static let events = CommuneEvents([
    CommuneEvent(
      date: "2019-01-01", kind: .merge, before: ["91222", "91390"], after: ["91390"], names: "", source: "", line: 2)
  ])

  private func select(_ texts: [String]) throws -> CommuneSelection {
    try CommuneSelection(texts.map { .init($0) }, among: Self.names, events: { Self.events }, areas: true)
  }

  @Test(arguments: [
    (["35236"], [0]), (["redon", "SAINT JACUT LES PINS"], [0, 1]), (["243500741"], [0, 1]),
    (["redon agglomération"], [0, 1]), (["epci:243500741"], [0, 1]), (["974"], [6, 7]), (["Ille-et-Vilaine"], [0, 2]),
    (["region:53"], [0, 1, 2]), (["Paris"], [4]), (["departement:La Réunion"], [6, 7]), (["commune:La Réunion"], [5]),
    (["75112"], [4]), (["13055"], [9, 10]), (["91222"], [8]), (["1001"], [11]), (["35236", "Saint-Just"], [0, 2]),
  ]) func found(texts: [String], rows: [Int]) throws {
    let found = try select(texts)
    #expect(found.rows == rows && found.faults.isEmpty, "\(found.faults)")
  }

  @Test func whatIsSaid() throws {
    let merged = try select(["91222", "91390", "35236", "35236"])
    #expect(merged.repeated == ["91390", "35236"])
    #expect(
      merged.warnings("l.csv").map { $0.line(.en) } == [
        "l.csv: 91222 is no more since 2019-01-01: 91390 Le Mérévillois",
        "l.csv: communes written several times: 2 (91390, 35236)",
      ])
    let wrong = try select(["35999", "Redn", "La Réunion", "Saint-Just"])
    #expect(wrong.rows.isEmpty && wrong.missing == ["35999"])
    #expect(
      wrong.faults.map { $0.problem.what.en } == [
        "\"35999\": no commune of the layer", "\"Redn\": no commune of the layer",
        "\"La Réunion\" names several things", "\"Saint-Just\": several communes, 35285 Saint-Just, 01369 Saint-Just",
      ])
    #expect(throws: Problem.self) { try wrong.requireAll("l.csv") }
    #expect(throws: Problem.self) { try select([]).requireAll("l.csv") }
  }

  /// Text of a table, and what its rows name.
  static let written: [(text: String, names: [String])] = [
    ("insee\n35236\nRedon\n", ["35236", "Redon"]), ("35236\n56194\n", ["35236", "56194"]),
    ("\u{FEFF}CODGEO;LIBGEO;POP\r\n35236;Redon;9000\r\n56194;Saint-Jacut-les-Pins;1700\r\n", ["35236", "56194"]),
    ("Code INSEE,x\n35236,1\n1001,2\n", ["35236", "01001"]), ("Commune\nRedon\nSaint-Just\n", ["Redon", "Saint-Just"]),
    ("Nos villes\nRedon\n", ["Redon"]), ("Redon\nParis\n", ["Redon", "Paris"]),
    ("Populations légales\n\nCode département;Code commune;Nom\n35;236;Redon\n56;194;x\n", ["35236", "56194"]),
    ("n;Ville\n1;Redon\n2;Paris\n", ["Redon", "Paris"]),
    ("n,code commune,fait\n1,35236,oui\n2,35999,non\n", ["35236", "35999"]),
    ("titre\n\nINSEE_COM;NOM\n2A999;x\n", ["2A999"]),
  ]

  @Test(arguments: written) func whereCommunesStand(text: String, names: [String]) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try CommuneTable(path: file.path, among: Self.names).entries.map(\.text) == names)
  }

  @Test func linesAreThoseOfTheFile() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
    try Data("Titre du tableau\nAutre titre\n\nCode commune;Nom\n35236;Redon\n35999;x\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try CommuneTable(path: file.path, among: Self.names).entries.map(\.line) == [5, 6])
  }

  @Test(arguments: [
    ("35", "236", "35236"), ("1", "1", "01001"), ("2A", "4", "2A004"), ("974", "11", "97411"), ("974", "411", "97411"),
    ("35", "35236", "35236"),
  ])
  func codesInTwoCells(departement: String, commune: String, code: String) {
    #expect(CommuneTable.joined(departement, commune) == code)
  }
}
