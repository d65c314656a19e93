import Foundation
import Testing

/// Maps of the visibility, of scenarios and of minutes: what they say.
struct ScenarioMapTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// The texts of a map, one after the other, wrapped lines joined.
  private func words(_ arguments: String...) throws -> String {
    let run = try work.run(Tool.program, ["render"] + arguments)
    #expect(run.status == 0, "\(run.err)")
    return run.text.replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression).replacingOccurrences(
      of: "&quot;", with: "\""
    ).replacingOccurrences(of: "&#34;", with: "\"").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func simulation(_ name: String) -> String {
    Tool.data.appendingPathComponent("simulations/\(name).yaml").path
  }

  @Test func visibility() throws {
    let map = try words("visibility")
    #expect(map.contains("Exemple de calcul, paramètres supposés : le Pôle serait peu visible de 102 des 132 communes"))
    #expect(map.contains("Indice de visibilité (hypothèses)"))
    #expect(map.contains("Canaux supposés"))
    #expect(!map.contains("Simulation"))
  }

  @Test func aScenario() throws {
    let map = try words("visibility", "--scenario", simulation("relais-angerville"))
    #expect(map.contains("serait peu visible de 101 des 132 communes"))
    #expect(map.contains("Simulation « Un relais à Angerville » : ce n’est pas une décision du Pôle"))
    let coverage = try words(
      "coverage", "epicerie-solidaire", "--scenario", simulation("epicerie-solidaire"), "--lang", "en", "--credit",
      "Essai")
    #expect(coverage.contains("Assuming a radius of 10 km, Solidarity grocery would reach"))
    #expect(coverage.contains("Essai. Simulation \"A solidarity grocery in Dourdan\": no decision of the Pôle"))
    // Without the scenario the action is on no map.
    #expect(try work.cartopole("render", "coverage", "epicerie-solidaire").status == 64)
  }

  @Test func minutes() throws {
    try work.makeSmallProject()
    let yaml = try work.text("petit/pole.yaml").replacingOccurrences(
      of: "within_km: { commune: \"91223\", km: 8 }", with: "within_minutes: { commune: \"91223\", minutes: 12 }")
    try work.write(yaml, to: "petit/pole.yaml")
    let estimated = try words("coverage", "epicerie", "--project", "petit")
    #expect(estimated.contains("Dans l’hypothèse de 12 minutes de trajet (durées estimées), Épicerie solidaire"))
    #expect(estimated.contains("Si la durée était un peu différente"))
    #expect(estimated.contains("atteinte"))
    #expect(!estimated.contains("rayon"))
    #expect(!estimated.contains("(0 km)"))
    #expect(
      try work.cartopole("render", "coverage", "epicerie", "--project", "petit").text.contains("class=\"circle")
        == false)
    let table = try work.cartopole("reach", "epicerie", "--project", "petit")
    #expect(table.text.contains("Durées estimées"))
    #expect(table.text.contains("Communes si la durée change"))

    // With a table nothing is estimated, and what it lacks is counted.
    try work.write("from,to,minutes\n91433,91223,6\n91109,91223,12.5\n", to: "petit/times.csv")
    try work.write("travel_times: times.csv\n" + yaml, to: "petit/pole.yaml")
    let reach = try work.cartopole("reach", "epicerie", "--project", "petit", "--format", "json").array()
    let codes = (reach.first?["communes"] as? [[String: Any]])?.compactMap { $0["insee"] as? String }
    #expect(codes == ["91223", "91433"])
    #expect(reach.first?["estimated"] as? Bool == false)
    #expect(reach.first?["missing_pairs"] as? Int == 8)
    let read = try words("coverage", "epicerie", "--project", "petit")
    #expect(read.contains("Dans l’hypothèse de 12 minutes de trajet, Épicerie solidaire atteindrait 2 des 11 communes"))
    #expect(!read.contains("estimées"))
    #expect(
      try work.cartopole("reach", "epicerie", "--project", "petit").text.contains(
        "8 communes sans trajet dans la table"))

    try work.write("from,to,minutes\n91433,91223,-6\n", to: "petit/times.csv")
    let bad = try work.cartopole("reach", "--project", "petit")
    #expect(bad.status == 65)
    #expect(
      bad.errors.first?.hasPrefix("error: petit/times.csv: ligne 2, colonne minutes : « -6 » est négatif") == true,
      "\(bad.err)")
  }

  /// A canton beside a radius: communes farther than the radius are reached too, and no distance class holds them.
  @Test func aRadiusBesideAnotherRule() throws {
    try work.makeSmallProject()
    let yaml = try work.text("petit/pole.yaml")
    try work.write(
      yaml.replacingOccurrences(
        of: "- within_km: { commune: \"91223\", km: 8 }",
        with: "- within_km: { commune: \"91223\", km: 4 }\n        - communes: [Valpuiseaux]"), to: "petit/pole.yaml")
    let map = try words("coverage", "epicerie", "--project", "petit")
    #expect(map.contains("atteinte 5 communes"), "\(map)")
    #expect(!map.contains("ou moins"))
  }
}
