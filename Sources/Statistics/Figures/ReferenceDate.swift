import Bytes

/// A date as precise as a source gives it: a year, a month or a day.
public struct ReferenceDate: Sendable, Hashable {
  /// The year.
  public let year: Int
  /// The month, from 1 to 12; `nil` when only the year is known.
  public let month: Int?
  /// The day of the month; `nil` when it is not known.
  public let day: Int?

  /// Reads `2013`, `2010-10` or `2007-12-31`; `nil` for anything else, such as the 30th of February.
  public init?(_ text: String) {
    let signs = text.utf8.map { Int($0) - 48 }
    let (hyphen, hyphens) = (-3, [4, 7])
    guard [4, 7, 10].contains(signs.count),
      signs.indices.allSatisfy({ hyphens.contains($0) ? signs[$0] == hyphen : 0...9 ~= signs[$0] })
    else { return nil }
    func number(_ digits: Range<Int>) -> Int? {
      digits.upperBound > signs.count ? nil : signs[digits].reduce(0) { 10 * $0 + $1 }
    }
    year = number(0..<4) ?? 0
    (month, day) = (number(5..<7), number(8..<10))
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day {
      let next = month == 12 ? Self.days(year + 1, 1, 1) : Self.days(year, month + 1, 1)
      guard day >= 1, Self.days(year, month, 1) + day <= next else { return nil }
    }
  }

  /// Days since 1970-01-01: the day itself, or the middle of the month or of the year.
  public var days: Double {
    guard let month else { return Double(Self.days(year, 1, 1) + Self.days(year + 1, 1, 1)) / 2 }
    if let day { return Double(Self.days(year, month, day)) }
    let next = month == 12 ? Self.days(year + 1, 1, 1) : Self.days(year, month + 1, 1)
    return Double(Self.days(year, month, 1) + next) / 2
  }

  /// Years of 365.25 days between two dates, never negative.
  public func years(to other: ReferenceDate) -> Double { (other.days - days).magnitude / 365.25 }

  /// `2013`, `2010-10` or `2007-12-31`.
  public var iso: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let digits = String(10_000 + year).dropFirst()
    return digits + (month.map { "-" + two($0) } ?? "") + (day.map { "-" + two($0) } ?? "")
  }

  /// The date in words: "31 December 2007", "October 2010", "2013".
  public var label: Text {
    guard let month else { return Text(same: "\(year)") }
    let (french, english) = Self.months[month - 1]
    guard let day else { return Text("\(french) \(year)", "\(english) \(year)") }
    return Text("\(day == 1 ? "1er" : "\(day)") \(french) \(year)", "\(day) \(english) \(year)")
  }

  /// Days from 1970-01-01 in the proleptic Gregorian calendar (Hinnant, days_from_civil).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static let months = [
    ("janvier", "January"), ("février", "February"), ("mars", "March"), ("avril", "April"), ("mai", "May"),
    ("juin", "June"), ("juillet", "July"), ("août", "August"), ("septembre", "September"), ("octobre", "October"),
    ("novembre", "November"), ("décembre", "December"),
  ]
}
