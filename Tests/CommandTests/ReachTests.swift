import Foundation
import Testing

/// The questions people come with, asked of the shipped project.
struct ReachTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  private func ask(_ words: String...) throws -> Run {
    let run = try work.run(Tool.program, ["reach", "--format", "json"] + words)
    #expect(run.status == 0, "\(run.err)")
    return run
  }

  @Test func oneAction() throws {
    let reach = try ask("mobilite-solidaire").array()[0]
    let communes = reach["communes"] as? [[String: Any]] ?? []
    #expect(communes.count == 60)
    #expect(communes.compactMap { $0["insee"] as? String } == communes.compactMap { $0["insee"] as? String }.sorted())
    #expect(communes.allSatisfy { ($0["distance_km"] as? Double ?? 99) <= 15 })
    #expect(communes.allSatisfy { $0["basis"] as? String == "assumption" })
    let totals = reach["totals"] as? [String: Any] ?? [:]
    #expect(totals["communes"] as? Int == 60)
    #expect(totals["population"] as? Int == communes.compactMap { $0["population"] as? Int }.reduce(0, +))
    #expect(abs((totals["share_of_communes"] as? Double ?? 0) - 60.0 / 132) < 1e-12)
    let table = try work.cartopole("reach", "mobilite-solidaire").text
    #expect(table.hasPrefix("Dans l’hypothèse d’un rayon de 15 km"))
    #expect(!communes.contains { $0["insee"] as? String == "91200" })
  }

  @Test func noActionMeansAll() throws {
    #expect(try ask().out == ask("--all").out)
    #expect(try ask("exposition", "exposition").out == ask("exposition").out)
  }

  @Test func oneCommune() throws {
    let byName = try ask("--commune", "dourdan")
    #expect(byName.out == (try ask("--commune", "91200")).out)
    let dourdan = try byName.object()
    #expect(dourdan["insee"] as? String == "91200")
    #expect(dourdan["name"] as? String == "Dourdan")
    let ids = (dourdan["actions"] as? [[String: Any]] ?? []).compactMap { $0["action"] as? String }
    // The same question, put to every action.
    let all = try ask().array().filter { action in
      (action["communes"] as? [[String: Any]] ?? []).contains { $0["insee"] as? String == "91200" }
    }
    #expect(ids == all.compactMap { $0["action"] as? String })
  }

  /// Dourdan is 15.05 km from Étampes: what the limit of 15 km keeps from it is said, with that side shown.
  @Test func aNarrowMissIsSaid() throws {
    let missed = try #require(try ask("--commune", "Dourdan").object()["missed"] as? [[String: Any]])
    let first = try #require(missed.first)
    #expect(first["action"] as? String == "mobilite-solidaire")
    #expect(first["limit_km"] as? Double == 15)
    // The same distance by GeographicLib, to the millimetre.
    #expect(abs((first["km"] as? Double ?? 0) - 15.049) < 0.001)
    let table = try work.cartopole("reach", "--commune", "Dourdan").text
    let words = table.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Mobilité Solidaire : 15,05 km à vol d’oiseau du Pôle, à Étampes, pour"), "\(words)")
    #expect(words.contains("pour une limite de 15 km (hypothèse)."))
    let reached = try #require(try ask("--commune", "91223").object()["missed"] as? [[String: Any]])
    #expect(!reached.contains { $0["action"] as? String == "mobilite-solidaire" })
  }

  @Test(arguments: ["realised", "planned", "any"]) func blindSpots(status: String) throws {
    let answer = try ask("--blind-spots", "--status", status).object()
    #expect(answer["status"] as? String == status)
    let missed = Set((answer["communes"] as? [[String: Any]] ?? []).compactMap { $0["insee"] as? String })
    var reached: Set<String> = []
    for action in try ask().array() where status == "any" || action["status"] as? String == status {
      reached.formUnion((action["communes"] as? [[String: Any]] ?? []).compactMap { $0["insee"] as? String })
    }
    #expect(missed.count + reached.count == 132)
    #expect(missed.isDisjoint(with: reached))
  }

  @Test func overlaps() throws {
    var sets: [String: Set<String>] = [:]
    for action in try ask().array() {
      let codes = (action["communes"] as? [[String: Any]] ?? []).compactMap { $0["insee"] as? String }
      sets[action["action"] as? String ?? ""] = Set(codes)
    }
    let pairs = try ask("--overlaps").array()
    #expect(!pairs.isEmpty)
    for pair in pairs {
      let a = pair["a"] as? String ?? ""
      let b = pair["b"] as? String ?? ""
      #expect(a < b)
      let both = sets[a]!.intersection(sets[b]!).count
      let either = sets[a]!.union(sets[b]!).count
      #expect(pair["communes"] as? Int == both)
      #expect(abs((pair["jaccard"] as? Double ?? -1) - (either == 0 ? 0 : Double(both) / Double(either))) < 1e-12)
    }
  }

  @Test func beyondTheTerritory() throws {
    let inside = try ask("mobilite-solidaire").array()[0]["communes"] as? [[String: Any]] ?? []
    let beyond = try ask("mobilite-solidaire", "--beyond").array()[0]["communes"] as? [[String: Any]] ?? []
    let codes = Set(beyond.compactMap { $0["insee"] as? String })
    #expect(codes.isSuperset(of: inside.compactMap { $0["insee"] as? String }))
    #expect(codes.count == beyond.count)
  }

  @Test func outlinesOnTheMap() throws {
    let run = try work.cartopole("reach", "mobilite-solidaire", "--format", "geojson", "--quiet")
    let features = try run.object()["features"] as? [[String: Any]] ?? []
    #expect(features.count == 60)
    let csv = try work.cartopole("reach", "mobilite-solidaire", "--format", "csv", "--quiet").rows()
    let codes = features.compactMap { ($0["properties"] as? [String: Any])?["insee"] as? String }
    let column = try #require(csv[0].firstIndex(of: "insee"))
    #expect(codes == csv.dropFirst().map { $0[column] })
  }
}
