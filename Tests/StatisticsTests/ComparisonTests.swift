import Bytes
import Statistics
import Testing

@Suite struct ComparisonTests {
  private func territory(_ inhabitants: Double) -> Comparison.Territory {
    Comparison.Territory(
      code: "sud-essonne", name: "Sud Essonne",
      populations: [PopulationPoint(ReferenceDate("2009-01-01")!, inhabitants, source: Text(same: "layer"))],
      areaKm2: 1300)
  }

  private func near(_ cell: Cell?, _ value: Double) -> Bool {
    guard let found = cell?.value else { return false }
    return (found - value).magnitude <= 1e-12 * value.magnitude
  }

  @Test func ratesOfTheRegisterAgreeWithTheOracle() throws {
    let comparison = try Comparison(Files.register(), options: Files.options)
    for row in try Files.oracle("indicators.csv").rows {
      let line = try #require(Int(row.fields[1]))
      let found = try #require(comparison.rows.first { $0.facts.establishments?.line == line })
      let ids = ["population", "establishments_per_1000", "expected_establishments"]
      for (id, expected) in zip(ids, row.fields.dropFirst(2).prefix(3)) {
        let cell = try #require(comparison.value(id, in: found)).cell
        if let expected = Double(expected) {
          #expect(near(cell, expected), "line \(line), \(id)")
        } else {
          #expect(cell == .notAvailable)
        }
      }
    }
  }

  // 31 000 ÷ 11 662 661.52 × 1000 = 2.658055…; 374 000 ÷ 31 000 = 12.0645…; 31 000 ÷ 12 000 = 2.58333…
  @Test func theReferenceByHand() throws {
    let comparison = try Comparison(
      Files.register(), areasKm2: [AreaKey("region", "11"): 12_000], options: Files.options)
    let row = try #require(comparison.rows.first { $0.isReference })
    #expect(comparison.rows.filter(\.isReference).count == 1)
    func cell(_ id: String) -> Cell? { comparison.value(id, in: row)?.cell }
    #expect(near(cell("establishments_per_10000"), 26.5805536297567))
    #expect(cell("establishments_per_km2") == .number(31_000.0 / 12_000))
    #expect(cell("jobs_per_establishment") == .number(374.0 / 31))
    #expect(cell("share_of_jobs") == .number(0.066))
    #expect(cell("relative_density") == .number(1))
    #expect(cell("location_quotient") == .number(1))
    let density = try #require(comparison.value("establishments_per_1000", in: row))
    #expect(density.working?.en == "31,000 ÷ 11,662,662 × 1,000")
    #expect(density.figures.map(\.line) == [2])
    #expect(density.date == ReferenceDate("2007-12-31"))
  }

  // 31 000 × 150 000 ÷ 11 662 661.520073 = 398.708…
  @Test func aTerritoryGetsExpectedCountsAndNoInventedOnes() throws {
    let comparison = try Comparison(Files.register(), territories: [territory(150_000)], options: Files.options)
    let row = try #require(comparison.rows.last)
    #expect(row.isTerritory && row.facts.name == "Sud Essonne")
    let known = Set(["population", "area_km2", "expected_establishments", "expected_jobs"])
    for (column, value) in zip(comparison.columns, row.values) {
      #expect((value.cell != .notAvailable) == known.contains(column.id), "\(column.id)")
    }
    let expected = try #require(comparison.value("expected_establishments", in: row)?.cell)
    #expect(expected.status == "e")
    #expect(near(expected, 31_000 * 150_000 / 11_662_661.520072993))
  }

  @Test func perimetersAndDatesAreKeptApart() throws {
    let comparison = try Comparison(Files.register(), options: Files.options)
    func rows(_ code: String) -> [Comparison.Row] { comparison.rows.filter { $0.facts.code == code } }
    #expect(
      rows("11").map { $0.facts.date?.iso } == ["2007-12-31", "2011-12", "2013", "2014-10", "2020", "2021-12-31"])
    #expect(rows("91").map { $0.facts.jobs?.value } == [28_610, 29_939, 24_000])
    #expect(rows("94").map { $0.facts.establishments?.value } == [nil, 3850])
    let wider = try #require(rows("11").last)
    #expect(comparison.value("relative_density", in: wider)?.cell == .notAvailable)
    #expect(comparison.value("jobs_per_establishment", in: wider)?.cell == .notAvailable)
    #expect(wider.warnings.contains { $0.en.contains("not compared, different perimeters") })
    #expect(wider.warnings.contains { $0.en.contains("13.0 years apart") })
    #expect(rows("91")[2].warnings.filter { $0.en.contains("exceeds the smaller") }.count == 2)

    var options = Files.options
    options.acrossPerimeters = true
    let across = try Comparison(Files.register(), options: options)
    let marked = try #require(across.rows.first { $0.facts.establishments?.value == 81_500 })
    // (81 500 ÷ 11 728 240) ÷ (31 000 ÷ 11 662 661.520073) = 2.61433…
    #expect(
      near(across.value("relative_density", in: marked)?.cell, 81_500 / 11_728_240 / (31_000 / 11_662_661.520072993)))
    #expect(marked.warnings.contains { $0.en.contains("across different perimeters") })
  }

  @Test func locationQuotientOnlyWhereAllIsPublished() throws {
    let register = try Files.register([
      ["11", "jobs", "all", "1000", "2007", "", "p"], ["11", "share_of_jobs", "all", "0.10", "2007", "", "p"],
      ["91", "jobs", "all", "60", "2007", "", "p"], ["91", "all_salaried_jobs", "all", "400", "2007", "", "p"],
      ["75", "jobs", "all", "60", "2007", "", "p"],
    ])
    var options = Files.options
    options.reference = .init(area: "11", date: ReferenceDate("2007"))
    let comparison = try Comparison(register, options: options)
    func quotient(_ code: String) -> Cell? {
      comparison.rows.first { $0.facts.code == code }.flatMap { comparison.value("location_quotient", in: $0)?.cell }
    }
    // 60 ÷ 400 = 15 %, over 10 %.
    #expect(near(quotient("91"), 1.5))
    #expect(quotient("75") == .notAvailable)
  }

  @Test func choosingAreasAndMeasures() throws {
    let register = try Files.register()
    var options = Files.options
    options.areas = ["essonne", "sud essonne"]
    options.measures = ["jobs", "expected_jobs"]
    let comparison = try Comparison(register, territories: [territory(150_000)], options: options)
    #expect(comparison.rows.map(\.facts.code) == ["91", "91", "91", "sud-essonne"])
    #expect(comparison.columns.map(\.id) == ["jobs", "expected_jobs"])
    options.measures = ["density"]
    #expect { try Comparison(register, options: options) } throws: { ($0 as? Problem)?.status == .usage }
    options = Files.options
    options.reference?.date = ReferenceDate("1999")
    #expect { try Comparison(register, options: options) } throws: {
      ($0 as? Problem)?.line(.en).hasSuffix("no figure for the reference 11 1999; add a row to the register") == true
    }
  }

  @Test func idsAreUniqueSnakeCaseAndDescribed() {
    let ids = Indicator.columns.map(\.id)
    #expect(Set(ids).count == ids.count)
    for indicator in Indicator.columns {
      #expect(indicator.id.utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 95 })
      for text in [indicator.label, indicator.unit, indicator.definition, indicator.formula] {
        #expect(!text.fr.isEmpty && !text.en.isEmpty)
      }
    }
  }
}

/// Which rows of a comparison may stand on one axis.
@Suite struct ComparableRowsTests {
  private static func kinds(_ rows: [[String]]) throws -> [String] {
    let people = ["11", "91"].map { [$0, "population", "", "1000", "2007-01-01", "", ""] }
    let register = try Files.register(rows + people)
    var options = Files.options
    options.reference = .init(area: "11", date: ReferenceDate("2007"))
    return try Comparison(register, options: options).comparableRows("establishments_per_10000").map { group in
      let kind =
        switch group.kind {
        case .reference: "reference"
        case .afterBreak(let perimeter): "after " + perimeter.words
        case .otherPerimeter(let perimeter): "other " + perimeter.words
        }
      return kind + ": "
        + group.rows.map { $0.row.facts.code + " " + ($0.row.facts.date?.iso ?? "") }.joined(separator: ", ")
    }
  }

  @Test func anotherPerimeterIsApart() throws {
    #expect(
      try Self.kinds([
        ["11", "establishments", "all", "10", "2007", "", "p"], ["91", "establishments", "all", "11", "2008", "", "q"],
        ["91", "establishments", "all", "12", "2009", "", "as printed"],
      ]) == ["reference: 11 2007, 91 2009", "other q: 91 2008"])
  }

  /// What a source that says no perimeter prints after a break stays after it.
  @Test func whatFollowsABreakStaysApart() throws {
    #expect(
      try Self.kinds([
        ["11", "establishments", "all", "10", "2007", "", "p"],
        ["91", "establishments", "all", "11", "2006", "", "as printed"],
        ["91", "establishments", "all", "30", "2008", "", "wider", "BREAK IN SERIES"],
        ["91", "establishments", "all", "31", "2009", "", "as printed"],
      ]) == ["reference: 11 2007, 91 2006", "after wider: 91 2008, 91 2009"])
  }
}
