import Bytes

/// Counts by commune as `import` writes them: one row for each commune, family and
/// measure, or for each legal unit in such a cell.
///
/// A struct of arrays: row i is the i-th element of `codes`, `families`, `seriesOfRow`, `values`… A true zero
/// is a row with 0; a commune without a row is missing, never zero.
public struct Observations: Sendable {
  /// Rows that count the same thing: one measure in one perimeter, at one date, from one source.
  public struct Series: Sendable, Equatable {
    /// What the rows count.
    public let measure: Measure
    /// What the rows cover.
    public let perimeter: Perimeter
    /// Reference date; `nil` when the file gives none.
    public let date: ReferenceDate?
    /// Publisher and title; it may be empty.
    public let source: String

    /// Makes a series of these values.
    public init(measure: Measure, perimeter: Perimeter, date: ReferenceDate?, source: String) {
      self.measure = measure
      self.perimeter = perimeter
      self.date = date
      self.source = source
    }
  }

  /// Where the rows were read from, for messages.
  public let path: String
  /// Every measure in each of its perimeters, in the order of the file; rows refer to it by position.
  public let series: [Series]
  /// Vintage of the commune codes (COG of that year); `nil` when the file does not say.
  public let cog: Int?

  /// Code INSEE of each row, five characters.
  public let codes: [String]
  /// Every code once, in order of first appearance.
  public let distinctCodes: [String]
  /// Family of each row.
  public let families: [Family]
  /// Position in `series` of each row.
  public let seriesOfRow: [Int]
  /// `number`, `estimate`, or why there is none: `secret`, `notAvailable`, `notApplicable`.
  public let values: [Cell]
  /// Distinct legal units behind each row; `nil` when unknown.
  public let units: [Int?]
  /// The value held by the largest of them; `nil` when unknown.
  public let largest: [Double?]
  /// The legal unit whose part the row is; empty when the row is the whole cell.
  public let contributors: [String]
  /// Bounds of each row's value that somebody published, such as the class of headcounts SIRENE gives; `nil` where the
  /// file has none.
  public let bounds: [ClosedRange<Double>?]
  /// Whether any row has such bounds.
  public let hasBounds: Bool
  /// Who published each row's value; empty where the file does not say.
  public let publishers: [String]
  /// Positions in `series` of those that count the entries of a list, in which each entry is a unit of its own.
  public let lists: Set<Int>
  /// 1-based line of each row in its file.
  public let lines: [Int]
  /// What the reader mended or left out, each with its line: lost zeros, repeated rows.
  public let irregularities: [Irregularity]

  /// A fault of the file that the reader could mend; `--strict` makes it an error.
  public struct Irregularity: Sendable, Equatable {
    /// What was mended.
    public enum Kind: String, Sendable {
      case lostZero = "lost_zero"
      case duplicate
    }
    /// What was mended.
    public let kind: Kind
    /// 1-based line in the file.
    public let line: Int
    /// The fault in words.
    public let what: Text

    /// Makes an irregularity of these values.
    public init(_ kind: Kind, line: Int, _ what: Text) {
      self.kind = kind
      self.line = line
      self.what = what
    }
  }

  /// Turns rows into arrays with one element for each row.
  init(path: String, series: [Series], cog: Int?, rows: [Row], irregularities: [Irregularity]) {
    self.path = path
    self.series = series
    self.cog = cog
    codes = rows.map(\.code)
    var seen: Set<String> = []
    distinctCodes = rows.compactMap { seen.insert($0.code).inserted ? $0.code : nil }
    families = rows.map(\.family)
    seriesOfRow = rows.map(\.series)
    values = rows.map(\.value)
    units = rows.map(\.units)
    largest = rows.map(\.largest)
    contributors = rows.map(\.contributor)
    bounds = rows.map(\.bounds)
    hasBounds = rows.contains { $0.bounds != nil }
    publishers = rows.map(\.publisher)
    lists = Set(rows.compactMap { $0.isOfList ? $0.series : nil })
    lines = rows.map(\.line)
    self.irregularities = irregularities
  }

  /// One row on its way into the arrays.
  struct Row {
    var code: String
    var family: Family
    var series: Int
    var value: Cell
    var units: Int?
    var largest: Double?
    var contributor: String
    var bounds: ClosedRange<Double>?
    var publisher = ""
    var isOfList = false
    var line: Int
  }

  /// Number of rows.
  public var count: Int { codes.count }

  /// The measures of the file, each once, in its order.
  public var measures: [Measure] {
    var seen: [Measure] = []
    for series in series where !seen.contains(series.measure) { seen.append(series.measure) }
    return seen
  }

  /// The families of the file, in the order of `Family`.
  public var familiesPresent: [Family] {
    let present = Set(families)
    return Family.allCases.filter(present.contains)
  }

  /// The position of the only series of a measure; `nil` when the file has none.
  ///
  /// Throws 65 when the measure has several perimeters, because they must not be added up or compared.
  public func series(of measure: Measure) throws(Problem) -> Int? {
    let found = series.indices.filter { series[$0].measure == measure }
    guard found.count > 1 else { return found.first }
    let words = found.map { "« \(series[$0].perimeter.words) »" }.joined(separator: ", ")
    throw Problem(
      .badData, file: path, Text.hasSeveralPerimeters(measure.id, words),
      fix: Text("gardez-en un par fichier", "keep one of them a file"))
  }
}
