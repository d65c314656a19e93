import Bytes

/// What a reader noticed: warnings, and problems when they are collected rather than thrown.
struct ReadingLog {
  let path: String
  let onBadRecord: Shapefile.BadRecord
  private(set) var warnings: [Warning] = []
  private(set) var problems: [Problem] = []

  mutating func warn(_ what: Text, file: String? = nil, needs need: Need? = nil) {
    warnings.append(Warning(file: file ?? path, what, needs: need))
  }

  mutating func warn(_ more: [Warning]) { warnings += more }

  /// Throws the problem, or appends it when bad records are collected.
  mutating func report(_ problem: Problem) throws(Problem) {
    let named = problem.naming(path)
    if onBadRecord == .refuse { throw named }
    problems.append(named)
  }

  /// Reports a problem (65) of one record, which is numbered from 0 here and from 1 in messages.
  mutating func report(record: Int, _ what: Text, fix: Text? = nil) throws(Problem) {
    try report(Problem(.badData, at: Self.place(record), what, fix: fix))
  }

  mutating func append(_ other: ReadingLog) {
    warnings += other.warnings
    problems += other.problems
  }

  static func place(_ record: Int) -> Text { Text("enregistrement \(record + 1)", "record \(record + 1)") }
}
