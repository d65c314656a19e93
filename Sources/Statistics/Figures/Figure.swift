import Bytes

/// One published number with what it counts, its dates and its source.
public struct Figure: Sendable, Equatable {
  /// Code of the area: INSEE code of a région, a département or a commune, `FR` for France.
  public var areaCode: String
  /// Name of the area, as the register writes it.
  public var area: String
  /// `region`, `departement`, `country`… in the words of the register.
  public var level: String
  /// `nil` where families have no meaning, as for a population.
  public var family: Family?
  /// What is counted or measured.
  public var measure: Measure
  /// The number with its precision.
  public var printed: PrintedNumber
  /// Unit, as the register writes it.
  public var unit: String
  /// The date that the figure describes; `nil` when the source prints none.
  public var reference: ReferenceDate?
  /// Where the figure was printed.
  public var publication: Publication
  /// What the figure covers.
  public var perimeter: Perimeter
  /// Remark of the register; it may say that the number is a limit or begins a new series.
  public var note: String
  /// 1-based line in the register; 0 for a count added up from a file.
  public var line: Int
  /// Name of the file of the line; empty where it is the register itself.
  public var file = ""
  /// The remark as people read it.
  public var noteWords: Text
  /// The figures that a derived total adds up; empty for a printed figure.
  public var parts: [Figure] = []

  /// Whether it is a sum of printed figures, of which no source prints the total.
  public var isDerived: Bool { !parts.isEmpty }

  /// The number; a share is from 0 to 1.
  public var value: Double { printed.value }

  /// The numbers that the value may be rounded from.
  public var interval: Interval { printed.interval }

  /// Whether the register marks the figure as the start of a new series.
  public var startsBreak: Bool { note.contains("BREAK IN SERIES") }

  /// The reference date, or else the date of publication; `nil` when the source prints neither.
  public var date: ReferenceDate? { reference ?? publication.date }

  /// Whether two figures are of the same area, measure and family.
  public func sameSubject(as other: Figure) -> Bool {
    key == other.key && measure == other.measure && family == other.family
  }

  /// The number in words: "31,000", "6.6%", "more than 3,850".
  public var printedValue: Text {
    let number =
      measure.isShare ? Words.percent(value, max(0, printed.decimals - 2)) : Words.number(value, printed.decimals)
    switch printed.bound {
    case .none: return number
    case .moreThan: return Text("plus de ", "more than ") + number
    case .lessThan: return Text("moins de ", "less than ") + number
    }
  }

  /// The reference date in words, such as "31 December 2007", or that
  /// there is none, and the date of publication.
  public var dateLabel: Text {
    if let reference { return reference.label }
    guard let published = publication.date else { return Text("sans date", "undated") }
    let link = published.day == nil ? Text("en ", "") : Text("le ", "")
    return Text("sans date, publié ", "undated, published ") + link + published.label
  }

  /// The number and its date in words, such as "31,000 (31 December 2007)".
  public var datedValue: Text { printedValue + Text(same: " (") + dateLabel + Text(same: ")") }

  /// The publication and the reference date in one line, for the foot of a table or map.
  public var sourceLine: Text {
    guard let reference else { return publication.label + Text(", sans date de référence", ", undated") }
    return publication.label + Text.withReferenceDate + reference.label
  }
}

/// Where a figure was printed.
public struct Publication: Sendable, Hashable {
  /// The publisher, or the chain of publishers, as printed.
  public var publisher: String
  /// Title of the publication; it may be empty.
  public var title: String
  /// The publisher as people read it.
  public var publisherWords: Text
  /// The title as people read it.
  public var titleWords: Text
  /// When it was published; `nil` when unknown.
  public var date: ReferenceDate?

  /// Makes a publication of these values.
  public init(publisher: String, title: String, date: ReferenceDate?, french: (String, String) = ("", "")) {
    self.publisher = publisher
    self.title = title
    publisherWords = Text(french.0.isEmpty ? publisher : french.0, publisher)
    titleWords = Text(french.1.isEmpty ? title : french.1, title)
    self.date = date
  }

  /// Publications are the same when publisher, title and date are, as the register writes them.
  public static func == (left: Publication, right: Publication) -> Bool {
    left.publisher == right.publisher && left.title == right.title && left.date == right.date
  }

  /// Hashes what makes two publications the same.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(publisher)
    hasher.combine(title)
    hasher.combine(date)
  }

  /// The publishers of the chain, in order, separated by commas in `publisher`.
  public var publishers: [String] { publisher.split(separator: ",").map { String($0.drop { $0 == " " }) } }

  /// Publisher, title and date in words; a title that repeats its publisher is given once.
  public var label: Text {
    var parts = [publisherWords]
    if title != publisher, !title.isEmpty { parts.append(titleWords) }
    if let date { parts.append(date.label) }
    return Text.joined(parts, separator: ", ")
  }
}
