import Bytes

extension Observations {
  /// The columns of the file, in the order in which `import` writes them. Any order is read, other columns are
  /// left alone, and only `insee` (or another usual name of codes), `measure` and `value` must be there. The last four say who published a value, that a
  /// count is one of a list of members or persons, and the bounds of the value that somebody published.
  public static let columns = [
    "insee", "family", "measure", "value", "value_status", "units", "largest", "unit", "date", "cog", "perimeter",
    "source", "published_by", "list_of", "published_min", "published_max",
  ]

  /// The values of `list_of`: what the entries of a counted list are.
  public static let listKinds = ["members", "persons"]

  /// Reads a tidy file of counts: any CSV of `CSVScanner`, numbers as `NumberReader` takes them.
  ///
  /// Throws 65 naming line and column for a malformed number or code, two values for one cell, two dates for
  /// one measure and perimeter, or two vintages; 66 without the file. A code without its leading zero gets it
  /// back, and a row that repeats another is read once: both are irregularities. Complexity: O(n).
  public init(path: String) throws(Problem) { try self.init(CSVFile(path: path)) }

  /// Reads the bytes of such a file, `path` being its name in messages.
  public init(_ bytes: [UInt8], path: String) throws(Problem) {
    try self.init(CSVFile(MemorySource(bytes, path: path)))
  }

  private init(_ file: CSVFile) throws(Problem) {
    var reader = try ObservationReader(file)
    try reader.read()
    try reader.checkContributors()
    self.init(
      path: file.path, series: reader.series.map(\.series), cog: reader.cog?.year, rows: reader.rows,
      irregularities: reader.irregularities)
  }
}
