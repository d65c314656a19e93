import Bytes
import Statistics

/// The tidy table that every import writes: one row for each commune, family and measure.
public struct TidyTable: Sendable {
  /// The header of the CSV; `published_by` and `list_of` follow when they are not empty, `published_min` and
  /// `published_max` when any row has bounds.
  public static let header = "insee,family,measure,value,value_status,units,largest,unit,date,cog,perimeter,source"

  /// One cell, or one contributor of a cell when `unit` is not empty.
  public struct Row: Sendable, Equatable {
    /// Code of the commune.
    public var insee: String
    /// Family of the ESS, or `.all`.
    public var family: Family
    /// What is counted.
    public var measure: Measure
    /// The value; `nil` when it is withheld or unknown, as `status` says.
    public var value: Double?
    /// Empty for a plain value, `e` for an estimate; without a value `s` for secret, `n` for not available, `z`
    /// for not applicable.
    public var status = ""
    /// Number of contributors (legal units) in the cell; `nil` when unknown.
    public var units: Int?
    /// Value of the largest contributor in the cell; `nil` when unknown.
    public var largest: Double?
    /// Id of the contributor; empty for a whole cell.
    public var unit = ""
    /// Bounds of the value that everybody may look up, both included; `nil` when there are none.
    public var bounds: ClosedRange<Double>?
  }

  /// The rows in any order; `csv` sorts them.
  public var rows: [Row]
  /// Reference date, such as `2021-12-31`; empty when unknown.
  public var date: String
  /// Year of the commune codes; empty when unknown.
  public var cog: String
  /// What counts, in words, such as `sirene: active employer establishments, ESS flag O`.
  public var perimeter: String
  /// Publisher and title of the source.
  public var source: String
  /// Who published the values; empty when they are not published or the publisher is unknown.
  public var publishedBy = ""
  /// `members` or `persons` when each value counts the entries of such a list; else empty.
  public var listOf = ""

  /// The rows as CSV with commas, sorted by insee, family, measure and unit. O(n log n).
  public func csv() -> [UInt8] {
    let added = [("published_by", publishedBy), ("list_of", listOf)].filter { !$0.1.isEmpty }
    let tail = ([date, cog, perimeter, source] + added.map(\.1)).map { "," + Escape.csv($0) }.joined()
    let hasBounds = rows.contains { $0.bounds != nil }
    var out = ByteWriter(capacity: Self.header.utf8.count + 1 + rows.count * (48 + tail.utf8.count))
    let header = [Self.header] + added.map(\.0) + (hasBounds ? ["published_min", "published_max"] : [])
    out.text(header.joined(separator: ",") + "\n")
    let sorted = Self.isSorted(rows) ? rows : rows.sorted { Self.order($0, $1) }
    func number(_ value: Double?) { if let value, value.isFinite { out.shortest(value) } }
    for row in sorted {
      out.text("\(row.insee),\(row.family.rawValue),\(Escape.csv(row.measure.id)),")
      number(row.value)
      out.text(",\(row.status),")
      if let units = row.units { out.integer(units) }
      out.raw(",")
      number(row.largest)
      out.text("," + (row.unit.isEmpty ? "" : Escape.csv(row.unit)) + tail)
      if hasBounds {
        out.raw(",")
        number(row.bounds?.lowerBound)
        out.raw(",")
        number(row.bounds?.upperBound)
      }
      out.raw("\n")
    }
    return out.bytes
  }

  private static func isSorted(_ rows: [Row]) -> Bool { zip(rows, rows.dropFirst()).allSatisfy { !order($1, $0) } }

  private static func order(_ left: Row, _ right: Row) -> Bool {
    if left.insee != right.insee { return left.insee < right.insee }
    if left.family != right.family { return left.family.rawValue < right.family.rawValue }
    if left.measure != right.measure { return left.measure.id < right.measure.id }
    return left.unit < right.unit
  }
}
