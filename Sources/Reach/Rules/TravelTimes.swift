import Bytes
import Territory

/// Minutes between communes, from a table `from,to,minutes`.
public struct TravelTimes: Sendable {
  /// What is assumed without a table: 45 km/h over a way 1.3 times as long as the geodesic.
  public static let estimatedKilometresPerMinute = 45.0 / 60 / 1.3

  public let path: String
  private let values: [String: Double]

  /// Reads the table. Throws 65 naming line and field: a code that is none, minutes that are negative or no number,
  /// a pair given twice with different minutes.
  public init(path: String) throws(Problem) {
    let table = try CSVTable(path: path)
    let from = try table.column("from")
    let to = try table.column("to")
    let minutes = try table.column("minutes")
    var values: [String: Double] = [:]
    for row in table.rows {
      let place = Text("ligne \(row.line)", "line \(row.line)")
      for code in [row.fields[from], row.fields[to]] where !CommuneLayer.isCode(code) {
        throw Problem(
          .badData, file: path, at: place,
          Text("« \(code) » n’est pas un code commune", "\"\(code)\" is not a commune code"))
      }
      guard let time = Double(row.fields[minutes]), time >= 0, time.isFinite else {
        throw Problem(
          .badData, file: path, at: place,
          Text("« \(row.fields[minutes]) » n’est pas une durée", "\"\(row.fields[minutes])\" is no duration"),
          fix: Text("donnez des minutes, avec un point décimal", "give minutes, with a decimal point"))
      }
      let key = row.fields[from] + row.fields[to]
      if let known = values.updateValue(time, forKey: key), known != time {
        throw Problem(
          .badData, file: path, at: place,
          Text(
            "le trajet \(row.fields[from]) → \(row.fields[to]) a deux durées",
            "the way \(row.fields[from]) → \(row.fields[to]) has two durations"),
          fix: Text("gardez-en une", "keep one"))
      }
    }
    self.path = path
    self.values = values
  }

  /// Minutes from one commune to another: 0 to itself unless the table says otherwise, `nil` when the pair is absent.
  public func minutes(from: String, to: String) -> Double? {
    values[from + to] ?? (from == to ? 0 : nil)
  }
}
