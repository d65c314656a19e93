import Bytes

/// One published number with everything that says what it counts and who printed it where.
public struct Figure: Sendable, Equatable {
  public var areaCode: String
  public var area: String
  /// `region`, `departement`, `country`… in the words of the register.
  public var level: String
  /// `nil` where families have no meaning, as for a population.
  public var family: Family?
  public var measure: Measure
  public var printed: PrintedNumber
  public var unit: String
  /// What the figure describes; `nil` when the source prints no date.
  public var reference: ReferenceDate?
  public var publication: Publication
  public var perimeter: Perimeter
  public var note: String
  /// 1-based line in the register.
  public var line: Int

  public init(
    areaCode: String, area: String, level: String, family: Family?, measure: Measure, printed: PrintedNumber,
    unit: String, reference: ReferenceDate?, publication: Publication, perimeter: Perimeter, note: String,
    line: Int
  ) {
    self.areaCode = areaCode
    self.area = area
    self.level = level
    self.family = family
    self.measure = measure
    self.printed = printed
    self.unit = unit
    self.reference = reference
    self.publication = publication
    self.perimeter = perimeter
    self.note = note
    self.line = line
  }

  /// Shares from 0 to 1.
  public var value: Double { printed.value }

  /// The interval of the value's rounding.
  public var interval: Interval { printed.interval }

  /// The register marks the figure as the start of a new series.
  public var startsBreak: Bool { note.contains("BREAK IN SERIES") }

  /// When the figure describes its area, else when it was published: never a date nobody printed.
  public var date: ReferenceDate? { reference ?? publication.date }

  /// The same area, measure and family.
  public func sameSubject(as other: Figure) -> Bool {
    areaCode == other.areaCode && measure == other.measure && family == other.family
  }

  /// The number as people read it: `31 000`, `6,6 %`, « plus de 3 850 ».
  public var printedValue: Text {
    let number =
      measure.isShare
      ? Words.percent(value, max(0, printed.decimals - 2)) : Words.number(value, printed.decimals)
    switch printed.bound {
    case .none: return number
    case .moreThan: return Text("plus de ", "more than ") + number
    case .lessThan: return Text("moins de ", "less than ") + number
    }
  }

  /// « 31 décembre 2007 », or that no reference date is printed and when the figure was published.
  public var dateLabel: Text {
    if let reference { return reference.label }
    guard let published = publication.date else { return Text("sans date", "undated") }
    let link = published.day == nil ? Text("en ", "") : Text("le ", "")
    return Text("sans date, publié ", "undated, published ") + link + published.label
  }

  /// `31 000 (31 décembre 2007)`.
  public var datedValue: Text { printedValue + Text(same: " (") + dateLabel + Text(same: ")") }

  /// Who printed it where, when, about when: one line for the foot of a table or map.
  public var sourceLine: Text {
    guard let reference else { return publication.label + Text(", sans date de référence", ", undated") }
    return publication.label + Text(", données de référence\u{202F}: ", ", reference date: ") + reference.label
  }
}

/// Where a figure was printed.
public struct Publication: Sendable, Hashable {
  /// The publisher, or the chain of publishers, as printed.
  public var publisher: String
  public var title: String
  /// When it was published; `nil` when unknown.
  public var date: ReferenceDate?

  public init(publisher: String, title: String, date: ReferenceDate?) {
    self.publisher = publisher
    self.title = title
    self.date = date
  }

  /// The publishers of the chain, in order.
  public var publishers: [String] {
    publisher.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  /// Publisher, title, date; a title that repeats its publisher is printed once.
  public var label: Text {
    var parts = [Text(same: publisher)]
    if title != publisher, !title.isEmpty { parts.append(Text(same: title)) }
    if let date { parts.append(date.label) }
    return Text.joined(parts, separator: ", ")
  }
}
