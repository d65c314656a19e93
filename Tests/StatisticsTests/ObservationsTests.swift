import Bytes
import Statistics
import Testing

/// The tidy file of counts: what is read, what is mended and said, what is refused with its line.
@Suite struct ObservationsTests {
  private let header = "insee,family,measure,value,value_status,units,largest,unit,date,cog,perimeter,source"

  private func read(_ rows: String..., header: String? = nil) throws(Problem) -> Observations {
    let text = ([header ?? self.header] + rows).joined(separator: "\n") + "\n"
    return try Observations(Array(text.utf8), path: "counts.csv")
  }

  @Test func readsEveryColumn() throws {
    let counts = try read(
      "91223,all,establishments,120,,,,,2021-12-31,2024,sirene: employers,Insee SIRENE",
      "91223,all,jobs,,s,2,,,2021-12-31,2024,flores,Insee Flores",
      "91223,association,establishments,0,,0,,,2021-12-31,2024,sirene: employers,Insee SIRENE",
      "01001,all,jobs,12.5,e,4,9,,2021-12-31,2024,flores,Insee Flores")
    #expect(counts.rows.map(\.code) == ["91223", "91223", "91223", "01001"])
    #expect(counts.rows.map(\.value) == [.number(120), .secret, .number(0), .estimate(12.5)])
    #expect(counts.rows.map(\.units) == [nil, 2, 0, 4])
    #expect(counts.rows.map(\.largest) == [nil, nil, nil, 9])
    #expect(counts.cog == 2024)
    #expect(counts.measures == [.establishments, .jobs])
    #expect(counts.familiesPresent == [.all, .association])
    #expect(counts.series.map(\.date) == [ReferenceDate("2021-12-31"), ReferenceDate("2021-12-31")])
    #expect(counts.rows.map(\.line) == [2, 3, 4, 5])
    #expect(counts.irregularities.isEmpty)
  }

  @Test func needsOnlyThreeColumnsInAnyOrder() throws {
    let counts = try read("7;91223;jobs", header: "value;insee;measure")
    #expect(counts.rows.map(\.family) == [.all])
    #expect(counts.cog == nil)
    #expect(counts.rows.map(\.value) == [.number(7)])
  }

  @Test func readsPublishedClasses() throws {
    let counts = try read(
      "91223,jobs,12,10,19", "91016,jobs,12,10,", "91017,jobs,12,,19", "91018,jobs,12,,", "91019,jobs,s,10,19",
      header: "insee,measure,value,published_min,published_max")
    #expect(counts.rows.map(\.bounds) == [10...19, 10 ... .infinity, 0...19, nil, 10...19])
  }

  @Test(arguments: [("9", "10,19"), ("20", "10,19"), ("12", "19,10")]) func aValueIsInItsClass(
    value: String, bounds: String
  ) throws {
    let problem = #expect(throws: Problem.self) {
      try read("91223,jobs,\(value),\(bounds)", header: "insee,measure,value,published_min,published_max")
    }
    #expect(problem?.place?.en == "line 2, column published_min")
  }

  @Test func mendsWhatIsCertainAndSaysSo() throws {
    let counts = try read("1001,all,jobs,3,,,,,,,,", "91223,all,jobs,4,,,,,,,,", "91223,all,jobs,4,,,,,,,,")
    #expect(counts.rows.map(\.code) == ["01001", "91223"])
    #expect(counts.irregularities.map(\.kind) == [.lostZero, .duplicate])
    #expect(counts.irregularities.map(\.line) == [2, 4])
  }

  @Test(arguments: [
    ("91223,all,jobs,\"1,234\",,,,,,,,", "line 2, column value"),
    ("91223,all,jobs,1.234,,,,,,,,", "line 2, column value"),
    ("91223,all,pay,\"1,234\",,,,,,,,", "line 2, column value"), ("91223,all,pay,12 %,,,,,,,,", "line 2, column value"),
    ("91223,all,jobs,-3,,,,,,,,", "line 2, column value"), ("91223,all,jobs,,,,,,,,,", "line 2, column value"),
    ("91223,all,jobs,3,s,,,,,,,", "line 2, column value_status"),
    ("91223,all,jobs,3,q,,,,,,,", "line 2, column value_status"),
    ("Etampes,all,jobs,3,,,,,,,,", "line 2, column insee"), ("91223,clubs,jobs,3,,,,,,,,", "line 2, column family"),
    ("91223,all,jobs,3,,1.5,,,,,,", "line 2, column units"), ("91223,all,jobs,3,,,,,2021-13,,,", "line 2, column date"),
    ("91223,all,jobs,3,,,,,,21,,", "line 2, column cog"), ("91223,all,,3,,,,,,,,", "line 2, column measure"),
    ("91223,all,jobs,3,,,,,,,,\n91223,all,jobs,4,,,,,,,,", "line 3, column value"),
    ("91223,all,jobs,3,,,,,2021,,,\n91001,all,jobs,4,,,,,2022,,,", "line 3, column date"),
    ("91223,all,jobs,3,,,,,,2023,,\n91001,all,jobs,4,,,,,,2024,,", "line 3, column cog"),
    ("91223,all,jobs,3,,,,,,,,\n91223,all,jobs,1,,,,784,,,,", "line 3, column unit"),
  ]) func refusesWithLineAndColumn(_ rows: String, _ place: String) {
    let problem = #expect(throws: Problem.self) { try read(rows) }
    #expect(problem?.status == .badData)
    #expect(problem?.place?.en == place)
  }

  @Test func refusesAnUnknownSeparatorAndLatin1() {
    let piped = #expect(throws: Problem.self) { try read("91223:jobs:3", header: "insee:measure:value") }
    #expect(piped?.what.en.contains("separator") == true)
    let latin = Array("insee,measure,value,source\n91223,jobs,3,".utf8) + [0xE9, 0x0A]
    let problem = #expect(throws: Problem.self) { try Observations(latin, path: "l.csv") }
    #expect(problem?.place?.en == "line 2")
  }

  @Test func oneMeasureInTwoPerimetersIsNotOneSeries() throws {
    let counts = try read("91223,all,jobs,3,,,,,2021,,a,", "91223,all,jobs,4,,,,,2022,,b,")
    #expect(counts.series.count == 2)
    #expect(throws: Problem.self) { try counts.series(of: .jobs) }
    #expect(try counts.series(of: .establishments) == nil)
  }
}
