import Bytes
import Statistics
import Testing

/// Shares of jobs, derived totals and landmarks, against Tests/Oracles/statistics/shares.py.
@Suite struct SharesTests {
  private func near(_ cell: Cell?, _ value: String) -> Bool {
    guard let found = cell?.value, let wanted = Double(value) else { return cell?.value == nil && value.isEmpty }
    return (found - wanted).magnitude <= 1e-12 * max(1, wanted.magnitude)
  }

  @Test func quotientsAndTheirIntervalsAgreeWithTheOracle() throws {
    let register = try Files.registerWithShares()
    var options = Files.options
    options.areas = register.areas.filter { $0.level != "country" }.map(\.words)
    let comparison = try Comparison(register, options: options)
    let rows = try Files.oracle("shares.csv").rows
    #expect(rows.count == 240)
    for row in rows {
      let found = try #require(
        comparison.rows.first {
          $0.facts.key == AreaKey(row.fields[0], row.fields[1]) && $0.facts.shareOfJobs?.reference?.iso == row.fields[2]
        }, "\(row.fields)")
      let ids = ["share_of_jobs", "location_quotient", "location_quotient_lower", "location_quotient_upper"]
      for (id, expected) in zip(ids, row.fields.dropFirst(3)) {
        #expect(near(comparison.value(id, in: found)?.cell, expected), "\(row.fields), \(id)")
      }
    }
  }

  // (6.84 ± 0.005) ÷ (6.9 ± 0.05) and (7.19 ± 0.005) ÷ (7.1 ± 0.05), by hand.
  @Test func essonneByHand() throws {
    var options = Files.options
    options.areas = ["91"]
    let comparison = try Comparison(Files.registerWithShares(), options: options)
    let shares = comparison.rows.filter { $0.facts.shareOfJobs != nil }
    #expect(shares.map { $0.facts.shareOfJobs?.value } == [0.0684, 0.0719])
    let text = try #require(comparison.value("location_quotient", in: shares[1])?.working)
    #expect(text.fr.contains("de 1,005 à 1,021"), "\(text.fr)")
    // A share has no inhabitants to warn about.
    #expect(shares.allSatisfy { $0.facts.population == nil && $0.facts.jobs == nil })
  }

  @Test func sharesOfTwoSourcesOrDatesMakeNoQuotient() throws {
    let register = try Files.register([
      ["11", "jobs", "all", "1000", "2007", "", "p"], ["11", "share_of_jobs", "all", "0.10", "2008", "", "p"],
      ["91", "share_of_jobs", "all", "0.12", "2009", "", "p"], ["75", "share_of_jobs", "all", "0.12", "2008", "", "p"],
    ])
    var options = Files.options
    options.reference = .init(area: "11", date: ReferenceDate("2007"))
    let comparison = try Comparison(register, options: options)
    func quotient(_ code: String) -> Cell? {
      comparison.rows.first { $0.facts.code == code && $0.facts.shareOfJobs != nil }.flatMap {
        comparison.value("location_quotient", in: $0)?.cell
      }
    }
    #expect(quotient("91") == .notAvailable)
    #expect(quotient("75")?.value.map { ($0 - 1.2).magnitude < 1e-12 } == true)
  }

  @Test func anAreaIsItsLevelAndItsCode() throws {
    let register = try Files.registerWithShares()
    let names = ["11", "75", "91", "94", "departement:11", "Région:75", "77", "2a", "Seine-Saint-Denis"]
    #expect(
      try register.areas(named: names).map(\.words) == [
        "region:11", "departement:75", "departement:91", "departement:94", "departement:11", "region:75",
        "departement:77", "departement:2A", "departement:93",
      ])
    for name in ["93", "44", "Martinique"] {
      #expect { try register.areas(named: [name]) } throws: {
        ($0 as? Problem)?.status == .usage && ($0 as? Problem)?.line(.en).contains("names several areas") == true
      }
    }
  }

  @Test(arguments: [
    ("0.07190462625744225", 0.0719, 4), ("0.069", 0.069, 3), ("0.0684", 0.0684, 4), ("0.0999999999999", 0.1, 4),
  ]) func aSpreadsheetsDivisionIsTakenToTwoDecimalsOfAPercentage(text: String, value: Double, decimals: Int) throws {
    let number = try #require(PrintedNumber(share: text))
    #expect(number.value == value)
    #expect(number.decimals == decimals)
  }

  @Test func essonneIsDerivedFromItsFourFamilies() throws {
    let register = try Files.register()
    #expect(register.derived.map(\.value) == [2593])
    var options = Files.options
    options.areas = ["91"]
    let people = PopulationPoint(ReferenceDate("2017-01-01")!, 1_296_130, source: Text(same: "Insee"))
    let comparison = try Comparison(register, populations: [AreaKey("departement", "91"): [people]], options: options)
    let row = try #require(comparison.rows.first { $0.facts.establishments != nil })
    func cell(_ id: String) -> Cell? { comparison.value(id, in: row)?.cell }
    #expect(cell("establishments") == .derived(2593))
    #expect(near(cell("establishments_per_10000"), "20.005709303850693"))
    #expect(cell("establishments_per_10000")?.printed(.fr, decimals: 1) == "20,0\u{202F}d")
    for id in ["relative_density", "jobs_per_establishment"] { #expect(cell(id) == .notAvailable) }
    #expect(
      row.warnings.contains {
        $0.en == "2,347 + 189 + 38 + 19 = 2,593\u{202F}d: employers, sum of the four families, total not published; "
          + "to be confirmed"
      })
    #expect(comparison.value("establishments", in: row)?.figures.map(\.value) == [2347, 189, 38, 19])
  }

  @Test(arguments: ["share", "date", "total", "three", "limit"]) func nothingElseIsDerived(why: String) throws {
    var rows = ["association", "cooperative", "mutuelle", "fondation"].map {
      ["91", "establishments", $0, "10", "2015", "", "p"]
    }
    switch why {
    case "share": for index in rows.indices { rows[index][1] = "jobs" }
    case "date": rows[3][4] = "2014"
    case "total": rows.append(["91", "establishments", "all", "41", "2015", "", "p"])
    case "three": rows.removeLast()
    default: rows[2][6] = "q"
    }
    #expect(try Files.register(rows).derived.isEmpty)
  }

  // 2 593 ÷ 1 296 130 × 313 320 = 626.8; 33 500 ÷ 12 051 450 × 313 320 = 870.9.
  @Test func landmarksAreToldWithTheirAreaAndDate() throws {
    func people(_ value: Double) -> [PopulationPoint] {
      [PopulationPoint(ReferenceDate("2017-01-01")!, value, source: Text(same: "Insee"))]
    }
    let own = Comparison.Territory(
      code: "territory", name: "Sud Essonne", populations: people(313_320), areaKm2: nil,
      within: [AreaKey("departement", "91"), AreaKey("region", "11")])
    let comparison = try Comparison(
      Files.register(), territories: [own],
      populations: [AreaKey("departement", "91"): people(1_296_130), AreaKey("region", "11"): people(12_174_880)],
      options: Files.options)
    #expect(
      comparison.landmarks.map(\.words.fr) == [
        "Sud Essonne, établissements employeurs. Repère\u{202F}: 627 au taux de l’Essonne (2015), "
          + "871 à celui de l’Île-de-France (2014). Ni comptage ni intervalle de confiance\u{202F}; "
          + "le nombre réel peut être en dehors."
      ])
    let oracle = Dictionary(
      uniqueKeysWithValues: try Files.oracle("landmarks.csv").rows.map { ($0.fields[0], $0.fields[1]) })
    let numbers = comparison.landmarks.flatMap(\.numbers).map(\.establishments)
    for (number, what) in zip(numbers, ["landmark_departement", "landmark_region"]) {
      #expect(near(.number(number), oracle[what] ?? ""), "\(what)")
    }
    #expect(numbers.count == 2)
    let row = try #require(comparison.rows.last)
    #expect(comparison.value("expected_jobs", in: row)?.cell == .notApplicable)
  }

  @Test func yearsApartAreSaid() throws {
    let comparison = try Comparison(
      Files.register(),
      populations: [
        AreaKey("departement", "75"): [
          PopulationPoint(ReferenceDate("2017-01-01")!, 2_187_526, source: Text(same: "Insee"))
        ]
      ], options: Files.options)
    let paris = try #require(comparison.rows.first { $0.facts.code == "75" })
    #expect(paris.warnings.contains { $0.en.hasSuffix("compared 6.5 years apart") })
    #expect(paris.warnings.contains { $0.fr.hasSuffix("comparés à 6,5 ans d’écart") })
  }

  @Test func theAuditChecksShares() throws {
    let findings = Audit.findings(try Files.registerWithShares())
    let texts = findings.filter { $0.id.hasPrefix("shares_near") || $0.id.hasPrefix("shares_between") }.map(\.text.en)
    #expect(texts.count == 3)
    #expect(texts.contains { $0.contains("6.6%") && $0.contains("6.9%") && $0.contains("does not accord") })
    #expect(texts.contains { $0.contains("7.1% (2014) lies between 4.91% (Hauts-de-Seine) and 9.01% (Paris)") })
  }
}
