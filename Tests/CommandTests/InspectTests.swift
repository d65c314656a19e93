import Foundation
import Testing

/// What the shipped layers hold.
struct InspectTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  @Test(arguments: [
    ("sud-essonne", 132, 132, 3_427), ("context", 399, 402, 10_952), ("ile-de-france", 1_266, 1_268, 31_023),
  ]) func counts(layer: String, features: Int, parts: Int, points: Int) throws {
    let json = try work.cartopole("inspect", work.layerPath(layer), "--format", "json").object()
    #expect(json["schema"] as? Int == 1)
    #expect(json["features"] as? Int == features)
    #expect(json["parts"] as? Int == parts)
    #expect(json["points"] as? Int == points)
    #expect(json["epsg"] as? Int == 4326)
    #expect(json["encoding"] as? String == "UTF-8")
  }

  @Test func replacedPositions() throws {
    let json = try work.cartopole("inspect", work.layerPath(), "--format", "json").object()
    // Ten were replaced; Étampes got its town centre and is a chef-lieu in the layer.
    let codes = ["91037", "91079", "91274", "91293", "91374", "91390", "91473", "91526", "91619"]
    #expect(json["replaced_positions"] as? [String] == codes)
    let table = try work.cartopole("inspect", work.layerPath()).text
    for word in ["Auvernaux", "Torfou", "UTF-8, dit par le .cpg", "EPSG:4326"] { #expect(table.contains(word)) }
  }

  @Test func theRuleThatDecidedTheEncoding() throws {
    try work.copyLayer("a", without: ["cpg"])
    let guessed = try work.cartopole("inspect", "a.shp", "--format", "json").object()
    try work.write("ISO-8859-1", to: "a.cpg")
    let declared = try work.cartopole("inspect", "a.shp", "--format", "json").object()
    let asked = try work.cartopole("inspect", "a.shp", "--encoding", "CP850", "--format", "json").object()
    let rules = [guessed, declared, asked].map { $0["encoding_rule"] as? String ?? "" }
    #expect(Set(rules).count == 3, "\(rules)")
    #expect(asked["encoding"] as? String == "CP850")
    #expect(try work.cartopole("inspect", "a.shp", "--encoding", "MARTIEN").status == 64)
  }

  @Test func everyColumn() throws {
    let json = try work.cartopole("inspect", work.layerPath(), "--format", "json").object()
    let columns = json["columns"] as? [[String: Any]] ?? []
    #expect(columns.first?["name"] as? String == "INSEE_COM")
    #expect(columns.first?["distinct"] as? Int == 132)
    #expect(columns.count == 12)
    #expect(columns.allSatisfy { $0["missing"] as? Int == 0 })
  }
}
