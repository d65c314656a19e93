import Foundation
import Testing

/// What `compare --data` must never let out.
struct SecrecyTests {
  private let work: Workspace

  init() throws { work = try Workspace() }

  /// Synthetic jobs of the shipped territory's communes: ten units each, but what `change` says of some.
  private func write(_ name: String, _ change: [String: String], families: [String] = ["association"]) throws {
    let layer = try work.run(
      Tool.program, ["convert", Tool.data.appendingPathComponent("sud-essonne.shp").path, "codes.csv", "--quiet"])
    #expect(layer.status == 0, "\(layer.err)")
    let codes = try work.text("codes.csv").split(separator: "\n").dropFirst().map { String($0.prefix(5)) }
    #expect(codes.count == 132)
    var lines = ["insee,family,measure,value,units,largest,date,cog"]
    for (number, code) in codes.enumerated() {
      for family in families {
        let value = 100 + number
        let usual = family == families[0] ? "\(value),10,\(value / 4)" : "0,0,0"
        lines.append("\(code),\(family),jobs,\(change["\(code) \(family)"] ?? usual),2017-01-01,2008")
      }
    }
    try work.write(lines.joined(separator: "\n") + "\n", to: name)
  }

  private func rows(_ words: String...) throws -> [[String: Any]] {
    let run = try work.run(Tool.program, ["compare", "--format", "json", "--quiet"] + words)
    #expect(run.status == 0, "\(run.err)")
    return try run.object()["rows"] as? [[String: Any]] ?? []
  }

  /// One commune, one unit, one family: nothing printed, whatever is added to or taken from whatever, gives its 57
  /// jobs. An area of one's own, the canton without that commune, lies in wait.
  @Test func oneUnitCannotBeSubtracted() throws {
    let target = "91546"
    try write("t.csv", ["\(target) association": "57,1,57"], families: ["association", "cooperative"])
    let cantons = try cantons()
    let rest = try #require(cantons.values.first { $0.contains(target) }).filter { $0 != target }
    try work.write("insee,area\n" + rest.map { "\($0),Reste\n" }.joined(), to: "a.csv")
    let levels = ["commune", "canton", "area", "territory"].flatMap { ["--level", $0] }
    let asked = ["--data", "t.csv", "--areas", "a.csv", "--family", "all", "--family", "association"] + levels
    let run = try work.run(Tool.program, ["compare", "--format", "json", "--quiet"] + asked)
    #expect(run.status == 0, "\(run.err)")
    let found = try run.object()["rows"] as? [[String: Any]] ?? []

    // Unknowns: the jobs of each commune, associations first, then cooperatives.
    let communes = cantons.values.flatMap { $0 }.sorted()
    #expect(communes.count == 132)
    let place = Dictionary(uniqueKeysWithValues: communes.enumerated().map { ($1, $0) })
    var known = LinearSpan(2 * communes.count)
    var printed: [String: Int] = [:]
    for row in found {
      let level = row["level"] as? String ?? ""
      guard row["jobs"] is Double else { continue }
      printed[level, default: 0] += 1
      let code = row["area_code"] as? String ?? ""
      let members =
        switch level {
        case "commune": [code]
        case "canton": try #require(cantons[code])
        case "area": rest
        default: communes
        }
      var equation = [Int](repeating: 0, count: 2 * communes.count)
      for member in members {
        let at = try #require(place[member])
        equation[at] = 1
        if row["family"] as? String == "all" { equation[communes.count + at] = 1 }
      }
      known.add(equation)
    }
    // There is something to compute from: most of what was asked is printed, at every level but one at most.
    #expect(printed["commune", default: 0] > 200 && printed["canton", default: 0] > 15, "\(printed)")
    let at = try #require(place[target])
    var single = [Int](repeating: 0, count: 2 * communes.count)
    single[at] = 1
    #expect(!known.holds(single), "the associations of \(target) can be computed")
    single[communes.count + at] = 1
    #expect(!known.holds(single), "all families of \(target) can be computed")
    // Had canton and rest both been printed, the subtraction would be found.
    for members in [rest, rest + [target]] {
      var equation = [Int](repeating: 0, count: 2 * communes.count)
      for member in members { equation[try #require(place[member])] = 1 }
      known.add(equation)
    }
    single[communes.count + at] = 0
    #expect(known.holds(single))

    let check = try work.run(Tool.program, ["compare", "--check-disclosure", "--quiet"] + asked)
    #expect(check.status == 0, "\(check.text.suffix(2000))")
  }

  /// The communes of each canton of the territory, by its code.
  private func cantons() throws -> [String: [String]] {
    let text = try String(contentsOf: Tool.data.appendingPathComponent("cantons-essonne-2008.csv"), encoding: .utf8)
    let codes = Set(try work.text("codes.csv").split(separator: "\n").dropFirst().map { String($0.prefix(5)) })
    var cantons: [String: [String]] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      if fields.count > 2, codes.contains(fields[2]) { cantons[fields[0], default: []].append(fields[2]) }
    }
    return cantons
  }

  /// Units without a name may be one and the same in several communes.
  @Test func unnamedUnitsAreCountedCautiously() throws {
    let alone = ["91017", "91085", "91105"]
    try write("t.csv", Dictionary(uniqueKeysWithValues: alone.map { ("\($0) association", "45,1,45") }))
    try work.write("insee,area\n" + alone.map { "\($0),Trio\n" }.joined() + "91098,Duo\n91099,Duo\n", to: "a.csv")
    let found = try rows("--data", "t.csv", "--areas", "a.csv", "--level", "area")
    let jobs = Dictionary(
      uniqueKeysWithValues: found.map { ($0["area"] as? String ?? "", $0["jobs_status"] as? String ?? "?") })
    #expect(jobs == ["Trio": "s", "Duo": ""])
    let said = try work.cartopole("compare", "--data", "t.csv", "--areas", "a.csv", "--level", "area")
    #expect(said.err.contains("unités légales sans nom"))
  }

  /// A second magnitude without units, in a file that has them, would say what the first withholds.
  @Test func aTwinWithoutUnitsIsNotPublished() throws {
    try write("t.csv", ["91546 association": "57,1,57"])
    let twin = try work.text("t.csv").split(separator: "\n").dropFirst().map { line -> String in
      var fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      fields[2] = "jobs_fte"
      fields[4] = ""
      fields[5] = ""
      return fields.joined(separator: ",")
    }
    try work.write(try work.text("t.csv") + twin.joined(separator: "\n") + "\n", to: "t.csv")
    let found = try rows("--data", "t.csv", "--level", "commune")
    let row = try #require(found.first { $0["area_code"] as? String == "91546" })
    #expect(row["jobs_status"] as? String == "s")
    #expect(row["jobs_fte_status"] as? String == "s")
  }

  @Test func familiesAboveTheirTotalAreRefused() throws {
    try work.write(
      "insee,family,measure,value\n91223,all,jobs,50\n91223,association,jobs,40\n91223,mutuelle,jobs,17\n", to: "t.csv")
    let run = try work.cartopole("compare", "--data", "t.csv")
    #expect(run.status == 65)
    #expect(run.err.contains("ligne 2") && run.err.contains("57") && run.err.contains("50"), "\(run.err)")
  }

  @Test func sharesAreNotAdded() throws {
    try work.write("insee,measure,value\n91001,share_of_jobs,0.1\n91223,share_of_jobs,0.2\n", to: "t.csv")
    let run = try work.cartopole("compare", "--data", "t.csv")
    #expect(run.status == 65)
    #expect(run.err.contains("all_salaried_jobs"))
  }

  /// Where the reference's jobs are withheld, what is made of them is too.
  @Test func whatRestsOnASecretReferenceIsSecret() throws {
    try write("t.csv", ["91223 association": "5000,1,5000"])
    try work.write("insee,area\n91223,Seule\n91017,Autre\n91021,Autre\n", to: "a.csv")
    let found = try rows("--data", "t.csv", "--areas", "a.csv", "--level", "area", "--reference", "Seule")
    let other = try #require(found.first { $0["area"] as? String == "Autre" })
    #expect(other["expected_jobs_status"] as? String == "s")
    #expect(other["expected_jobs"] is NSNull)
  }
}

/// What sums and differences of some rows of whole numbers can make: rows reduced modulo a prime of 31 bits.
private struct LinearSpan {
  private static let prime = 2_147_483_647
  private let width: Int
  /// Reduced rows by the column they lead.
  private var rows: [Int: [Int]] = [:]

  init(_ width: Int) { self.width = width }

  mutating func add(_ row: [Int]) {
    var row = reduced(row)
    guard let lead = row.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = Self.power(row[lead], Self.prime - 2)
    for column in lead..<width { row[column] = row[column] * inverse % Self.prime }
    rows[lead] = row
  }

  /// Whether a row is a sum of multiples of the rows added.
  func holds(_ row: [Int]) -> Bool { reduced(row).allSatisfy { $0 == 0 } }

  private func reduced(_ row: [Int]) -> [Int] {
    var row = row
    for column in 0..<width where row[column] != 0 {
      guard let pivot = rows[column] else { continue }
      let factor = Self.prime - row[column]
      for at in column..<width where pivot[at] != 0 { row[at] = (row[at] + factor * pivot[at]) % Self.prime }
    }
    return row
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, base, exponent) = (1, base, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
