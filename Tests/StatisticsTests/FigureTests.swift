import Bytes
import Statistics
import Testing

@Suite struct PrintedNumberTests {
  // By hand: half of the last digit printed, trailing zeros of whole numbers taken as rounding.
  @Test(arguments: [
    ("31000", 30_500.0, 31_500.0), ("374000", 373_500, 374_500), ("27590", 27_585, 27_595), ("1848", 1847.5, 1848.5),
    ("0.066", 0.0655, 0.0665), ("0.89", 0.885, 0.895), ("0.10", 0.095, 0.105), ("200000", 150_000, 250_000),
    ("0", 0, 0.5), ("1", 0.5, 1.5),
  ]) func interval(text: String, lower: Double, upper: Double) throws {
    #expect(try #require(PrintedNumber(text)).interval == Interval(lower, upper))
  }

  @Test(arguments: ["", ".", "1.", ".5", "-3", "+3", "1e5", "31 000", "6,6", "1.2.3", "12345678901234567"])
  func refused(text: String) { #expect(PrintedNumber(text) == nil) }

  @Test(arguments: [("89", 0.89, 2), ("6.6", 0.066, 3), ("10", 0.10, 2), ("7", 0.07, 2), ("100", 1, 2)])
  func percentages(text: String, value: Double, decimals: Int) throws {
    let share = try #require(PrintedNumber(percent: text))
    #expect(share.value == value)
    #expect(share.decimals == decimals)
  }

  @Test func tenPercentIsNotRoundedToTens() throws {
    #expect(try #require(PrintedNumber(percent: "10")).interval == Interval(0.095, 0.105))
  }

  @Test func limitsAreOpenOnOneSide() throws {
    #expect(try #require(PrintedNumber("388000", bound: .moreThan)).interval == Interval(388_000, .infinity))
    #expect(try #require(PrintedNumber("388000", bound: .lessThan)).interval == Interval(0, 388_000))
  }

  @Test func intervalsThatTouchAreNotDisjoint() {
    #expect(Interval(1, 2).intersects(Interval(2, 3)))
    #expect(!Interval(1, 2).intersects(Interval(2.000001, 3)))
    #expect(Interval(5, .infinity).intersects(Interval(1e12, 1e13)))
    #expect(!Interval(5, .infinity).intersects(Interval(1, 4)))
    #expect((Interval(2, 3) / Interval(4, 8)) == Interval(0.25, 0.75))
    #expect((Interval(2, 3) / Interval(0, 8)).upper == .infinity)
  }

  @Test func everyRowOfTheRegister() throws {
    let register = try Files.register()
    let oracle = try Files.oracle("intervals.csv")
    #expect(register.figures.count == oracle.rows.count)
    for (figure, row) in zip(register.figures, oracle.rows) {
      #expect(String(figure.line) == row.fields[0])
      #expect(figure.interval.lower == Double(row.fields[1]), "line \(figure.line)")
      #expect(figure.interval.upper == (Double(row.fields[2]) ?? .infinity), "line \(figure.line)")
    }
  }
}

@Suite struct ReferenceDateTests {
  // Day numbers from Python's datetime.
  @Test(arguments: [
    ("2007-12-31", 13_878.0), ("2006-01-01", 13_149), ("2009-01-01", 14_245), ("1970-01-01", 0), ("2000-02-29", 11_016),
    ("1900-03-01", -25_508), ("2013", 15_888.5), ("2010-10", 14_898.5),
  ]) func days(text: String, expected: Double) throws {
    let date = try #require(ReferenceDate(text))
    #expect(date.days == expected)
    #expect(date.iso == text)
  }

  @Test(arguments: ["", "07", "2007-13", "2007-00", "2007-02-29", "2007-04-31", "2007-1-1", "31/12/2007", "2007-"])
  func refused(text: String) { #expect(ReferenceDate(text) == nil) }

  @Test func labels() throws {
    #expect(try #require(ReferenceDate("2006-01-01")).label == Text("1er janvier 2006", "1 January 2006"))
    #expect(try #require(ReferenceDate("2010-10")).label == Text("octobre 2010", "October 2010"))
  }
}

@Suite struct CellTests {
  @Test(arguments: [
    (Cell.number(1234.5), "", "1\u{202F}234,5"), (.estimate(81.8), "e", "81,8\u{202F}e"), (.secret, "s", "s"),
    (.notAvailable, "n", "…"), (.notApplicable, "z", "///"), (.missing, "", ""),
  ]) func statusAndSign(cell: Cell, status: String, printed: String) {
    #expect(cell.status == status)
    #expect(cell.printed(.fr, decimals: 1) == printed)
    #expect((cell.value == nil) == !["number", "estimate"].contains { "\(cell)".hasPrefix($0) })
  }

  @Test func ratios() {
    #expect(Cell.ratio(3, 0) == .notApplicable)
    #expect(Cell.ratio(nil, 0) == .notAvailable)
    #expect(Cell.ratio(3, 4, per: 100) == .number(75))
    #expect(Cell.number(0.066).printed(.en, decimals: 1, percent: true) == "6.6%")
  }
}
