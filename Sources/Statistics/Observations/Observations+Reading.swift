import Bytes

extension Observations {
  /// The columns of the file, in the order in which `import` writes them. Any order is read, other columns are
  /// left alone, and only `insee`, `measure` and `value` must be there.
  public static let columns = [
    "insee", "family", "measure", "value", "value_status", "units", "largest", "unit", "date", "cog",
    "perimeter",
    "source",
  ]

  /// Reads a tidy file of counts: any CSV of `CSVScanner`, numbers as `NumberReader` takes them.
  ///
  /// Throws 65 naming line and column for what is no number, a code that is none, two values for one cell, two dates for one measure and perimeter, two vintages. A code without its
  /// leading zero gets it back and a row that says the same twice is read once: both are irregularities. O(n).
  public init(path: String) throws(Problem) {
    try self.init(CSVFile(path: path))
  }

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
