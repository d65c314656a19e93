import Bytes
import Statistics

/// The tidy table every import writes: one row a commune, family and measure.
public struct TidyTable: Sendable {
  /// The header, to the letter; `published_by` and `list_of` follow where the import has something to say there.
  public static let header =
    "insee,family,measure,value,value_status,units,largest,unit,date,cog,perimeter,source"

  /// One cell, or one contributor of a cell when `unit` is not empty.
  public struct Row: Sendable, Equatable {
    public var insee: String
    public var family: Family
    public var measure: Measure
    public var value: Double?
    /// Empty, `s`, `n`, `z` or `e`.
    public var status: String
    public var units: Int?
    public var largest: Double?
    public var unit: String

    public init(
      insee: String, family: Family, measure: Measure, value: Double?, status: String = "", units: Int? = nil,
      largest: Double? = nil, unit: String = ""
    ) {
      self.insee = insee
      self.family = family
      self.measure = measure
      self.value = value
      self.status = status
      self.units = units
      self.largest = largest
      self.unit = unit
    }
  }

  public var rows: [Row]
  /// Reference date, such as `2021-12-31`; empty when unknown.
  public var date: String
  /// Year of the commune codes; empty when unknown.
  public var cog: String
  /// Words that say what counts.
  public var perimeter: String
  /// Publisher and title.
  public var source: String
  /// Who published the values; empty when nobody did, or nobody says.
  public var publishedBy = ""
  /// `members` or `persons` where each value counts the entries of a list of them; else empty.
  public var listOf = ""

  /// The rows as CSV, sorted by insee, family, measure and unit. O(n log n).
  public func csv() -> [UInt8] {
    let added = [("published_by", publishedBy), ("list_of", listOf)].filter { !$0.1.isEmpty }
    let tail =
      ([date, cog, perimeter, source] + added.map(\.1)).map { "," + Escape.csv($0) }.joined() + "\n"
    var out = ByteWriter(capacity: Self.header.utf8.count + 1 + rows.count * (48 + tail.utf8.count))
    out.text(([Self.header] + added.map(\.0)).joined(separator: ",") + "\n")
    let sorted = Self.isSorted(rows) ? rows : rows.sorted { Self.order($0, $1) }
    for row in sorted {
      out.text(row.insee)
      out.raw(",")
      out.text(row.family.rawValue)
      out.raw(",")
      out.text(Escape.csv(row.measure.id))
      out.raw(",")
      if let value = row.value { out.shortest(value) }
      out.raw(",")
      out.text(row.status)
      out.raw(",")
      if let units = row.units { out.integer(units) }
      out.raw(",")
      if let largest = row.largest { out.shortest(largest) }
      out.raw(",")
      out.text(row.unit.isEmpty ? "" : Escape.csv(row.unit))
      out.text(tail)
    }
    return out.bytes
  }

  private static func isSorted(_ rows: [Row]) -> Bool {
    zip(rows, rows.dropFirst()).allSatisfy { !order($1, $0) }
  }

  private static func order(_ left: Row, _ right: Row) -> Bool {
    if left.insee != right.insee { return left.insee < right.insee }
    if left.family != right.family { return left.family.rawValue < right.family.rawValue }
    if left.measure != right.measure { return left.measure.id < right.measure.id }
    return left.unit < right.unit
  }
}
