import Bytes
import Statistics
import Testing

@Suite struct RegisterTests {
  private static let header = FiguresRegister.columns.joined(separator: ",")
  private static let good = "11,Île-de-France,region,all,jobs,374000,jobs,2007-12-31,2010-10,Insee,T,as printed,"

  // Each row replaces one field of a good one.
  @Test(arguments: [
    (
      "374000", "374 mille",
      "line 3, column value: \"374 mille\" is no number; write digits alone; leave an unknown value empty"
    ), ("374000", "", "line 3, column value: empty field; fill it in"),
    (
      "all", "mutual",
      "line 3, column family: unknown family \"mutual\"; write one of: all, association, cooperative, mutuelle, fondation, company, other"
    ),
    (
      "2007-12-31", "2007-02-30",
      "line 3, column reference: unreadable date \"2007-02-30\"; write 2013, 2010-10 or 2007-12-31, or leave it empty"
    ),
    (
      "2010-10", "oct. 2010",
      "line 3, column published: unreadable date \"oct. 2010\"; write 2013, 2010-10 or 2007-12-31, or leave it empty"
    ), ("11,", ",", "line 3, column area_code: empty field; fill it in"),
    ("jobs,374000", "share_of_jobs,6.6", "line 3, column value: a share is at most 1; write 0.066 for 6.6%"),
    ("x", "x", "line 3: the same row as line 2; delete one of the two"),
  ]) func badRows(field: String, wrong: String, message: String) {
    let parts = Self.good.split(separator: field, maxSplits: 1, omittingEmptySubsequences: false)
    let bad = parts.joined(separator: wrong)
    let text = [Self.header, Self.good, bad].joined(separator: "\n") + "\n"
    #expect { try FiguresRegister(CSVTable(Array(text.utf8), path: "r.csv")) } throws: {
      let problem = $0 as? Problem
      #expect(problem?.line(.en) == "r.csv: " + message)
      return problem?.status == .badData
    }
  }

  @Test func aMissingColumnIsNamed() {
    #expect { try FiguresRegister(CSVTable(Array("area_code,area\n11,x\n".utf8), path: "r.csv")) } throws: {
      ($0 as? Problem)?.line(.en) == "r.csv: line 1: no column \"level\"; columns there are: area_code, area"
    }
  }

  @Test func frenchMessagesAreTypeset() {
    let text = [Self.header, Self.good.replacingFirst("all", with: "mutual")].joined(separator: "\n")
    #expect { try FiguresRegister(CSVTable(Array(text.utf8), path: "r.csv")) } throws: {
      ($0 as? Problem)?.line(.fr).contains("famille inconnue «\u{202F}mutual\u{202F}»") == true
    }
  }

  @Test func queriesAndSources() throws {
    let register = try Files.register()
    #expect(register.areas.map(\.code) == ["11", "91", "75", "94", "FR"])
    #expect(try register.areas(named: ["essonne", "ILE DE FRANCE", "75"]).map(\.code) == ["91", "11", "75"])
    #expect { try register.areas(named: ["Bretagne"]) } throws: { ($0 as? Problem)?.status == .usage }
    let total = register.figures(area: "11", measure: .establishments, family: .all, date: ReferenceDate("2007-12-31"))
    #expect(total.map(\.value) == [31_000])
    #expect(total[0].publication.publishers == ["Insee Île-de-France", "CRESS", "L'Atelier"])
    #expect(
      total[0].sourceLine.en
        == "Insee Île-de-France, CRESS, L'Atelier, Regards sur l'économie sociale et solidaire en Île-de-France, "
        + "October 2010, reference date: 31 December 2007")
    #expect(register.figures.filter { $0.printed.bound == .moreThan }.map(\.value) == [388_000, 3850])
  }

  @Test func aSeriesNeverCrossesABreakUnlessAsked() throws {
    let register = try Files.register()
    let apart = register.series(area: "11", measure: .establishments, family: .all)
    #expect(apart.map { $0.figures.map(\.value) } == [[31_000, 31_600], [33_500, 33_184], [81_500]])
    #expect(apart.allSatisfy { !$0.hasBreaks })
    let across = register.series(area: "11", measure: .establishments, family: .all, acrossBreaks: true)
    #expect(across.map { $0.figures.map(\.value) } == [[31_000, 31_600, 33_500, 33_184, 81_500]])
    #expect(across[0].points.map(\.breakBefore) == [false, false, true, false, true])
    #expect(register.series(area: "44", measure: .jobs, family: .all).isEmpty)
  }
}

@Suite struct PopulationTests {
  private func points(_ known: [(String, Double)]) -> [PopulationPoint] {
    known.map { PopulationPoint(ReferenceDate($0.0)!, $0.1, source: Text(same: "register")) }
  }

  // By hand: 31 December 2007 is day 729 of the 1096 from 1 January 2006 to 1 January 2009;
  // 11 532 398 + 729 ÷ 1096 × (11 728 240 − 11 532 398) = 11 662 661.52.
  @Test func interpolatedByDays() throws {
    let register = try Files.register()
    let date = try #require(ReferenceDate("2007-12-31"))
    let found = try #require(DatedPopulation(at: date, from: register.populations(of: AreaKey("region", "11"))))
    #expect((found.value - 11_662_661.520073).magnitude < 1e-6)
    #expect(found.isInterpolated && !found.isStale)
    #expect(found.points.map(\.date.iso) == ["2006-01-01", "2009-01-01"])
    #expect(found.label.en == "interpolated population (31 December 2007; counts: 1 January 2006 and 1 January 2009)")
  }

  @Test(arguments: [
    ("2009-01-01", 200.0, false), ("2011-12-31", 200, false), ("2012-01-02", 200, true), ("2005-12-31", 100, false),
    ("2002-06-30", 100, true),
  ]) func nearestOutside(date: String, value: Double, stale: Bool) throws {
    let known = points([("2009-01-01", 200), ("2006-01-01", 100)])
    let found = try #require(DatedPopulation(at: ReferenceDate(date)!, from: known))
    #expect(found.value == value)
    #expect(found.points.count == 1)
    #expect(found.isStale == stale)
    #expect((found.warning != nil) == stale)
  }

  @Test func nothingKnown() { #expect(DatedPopulation(at: ReferenceDate("2007")!, from: []) == nil) }
}

extension String {
  func replacingFirst(_ old: String, with new: String) -> String {
    split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new)
  }
}
