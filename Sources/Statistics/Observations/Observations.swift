import Bytes

/// Counts by commune as `import` writes them: one row for each commune, family and
/// measure, or for each legal unit in such a cell.
///
/// A true zero is a row with 0; a commune without a row is missing, never zero.
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
  }

  /// Where the rows were read from, for messages.
  public let path: String
  /// Every measure in each of its perimeters, in the order of the file; rows refer to it by position.
  public let series: [Series]
  /// Vintage of the commune codes (COG of that year); `nil` when the file does not say.
  public let cog: Int?

  /// The rows, in the order of the file.
  public let rows: [Row]
  /// Every code once, in order of first appearance.
  public let distinctCodes: [String]
  /// Whether any row has bounds that somebody published.
  public let hasBounds: Bool
  /// Positions in `series` of those that count the entries of a list, in which each entry is a unit of its own.
  public let lists: Set<Int>
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
  }

  /// Takes rows that are read and checked.
  init(path: String, series: [Series], cog: Int?, rows: [Row], irregularities: [Irregularity]) {
    self.path = path
    self.series = series
    self.cog = cog
    self.rows = rows
    var seen: Set<String> = []
    distinctCodes = rows.compactMap { seen.insert($0.code).inserted ? $0.code : nil }
    hasBounds = rows.contains { $0.bounds != nil }
    lists = Set(rows.compactMap { $0.isOfList ? $0.series : nil })
    self.irregularities = irregularities
  }

  /// What the file says of one commune, family and measure, or of one legal unit in such a cell.
  public struct Row: Sendable {
    /// Code INSEE, five characters.
    public let code: String
    /// Family of the ESS, or `.all`.
    public let family: Family
    /// Position in `series`.
    public let series: Int
    /// `number`, `estimate`, or why there is none: `secret`, `notAvailable`, `notApplicable`.
    public let value: Cell
    /// Distinct legal units behind the value; `nil` when unknown.
    public let units: Int?
    /// The value held by the largest of them; `nil` when unknown.
    public let largest: Double?
    /// The legal unit whose part the row is; empty when the row is the whole cell.
    public let contributor: String
    /// Bounds of the value that somebody published, such as the class of headcounts SIRENE gives; `nil` without any.
    public let bounds: ClosedRange<Double>?
    /// Who published the value; empty where the file does not say.
    public let publisher: String
    /// Whether the value counts the entries of a list.
    let isOfList: Bool
    /// 1-based line in the file.
    public let line: Int
  }

  /// The measures of the file, each once, in its order.
  public var measures: [Measure] { series.map(\.measure).distinct }

  /// The families of the file, in the order of `Family`.
  public var familiesPresent: [Family] {
    let present = Set(rows.lazy.map(\.family))
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
