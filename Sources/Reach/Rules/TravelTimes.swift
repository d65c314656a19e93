import Bytes
import Territory

/// Travel times in minutes between communes, from a table `from,to,minutes`. A time may differ from the time
/// back.
public struct TravelTimes: Sendable {
  /// Geodesic kilometres travelled in a minute, for estimates without a table: 45 km/h on a road 1.3 times as
  /// long as the geodesic.
  public static let estimatedKilometresPerMinute = 45.0 / 60 / 1.3

  /// Where the table is, for messages.
  public let path: String
  /// A warning when codes lacked their leading zero or were written as numbers, and were restored.
  public let warnings: [Warning]
  private let values: [String: Double]

  /// Reads the table; a row without minutes is a missing pair. Throws 65 with line and column for a code that
  /// is not a commune's, for minutes that are negative or not a number, and for a pair with two different
  /// times; 66 for a missing file, 74 when it cannot be read.
  public init(path: String) throws(Problem) {
    let table = try CSVTable(path: path)
    let from = try table.column("from")
    let to = try table.column("to")
    let minutes = try table.numbers(try table.column("minutes"), signed: false)
    var values: [String: Double] = [:]
    var reader = CodeReader(table)
    for (row, time) in zip(table.rows, minutes) {
      let way = (
        from: try reader.code(row.fields[from], row, "from"), to: try reader.code(row.fields[to], row, "to")
      )
      // A row without minutes counts as a missing pair.
      guard let time = time.number else { continue }
      if let known = values.updateValue(time, forKey: way.from + way.to), known != time {
        throw table.problem(
          row,
          Text("le trajet \(way.from) → \(way.to) a deux durées", "the way \(way.from) → \(way.to) has two durations"),
          fix: Text("gardez-en une", "keep one"))
      }
    }
    warnings = reader.notes.map { Warning(file: path, $0) }
    self.path = path
    self.values = values
  }

  /// Throws 65 when the table has pairs and none of them connects two communes of the layer.
  public func requireKnown(in layer: CommuneLayer) throws(Problem) {
    let ways = values.keys.sorted()
    let isKnown = ways.contains { layer.row(String($0.prefix(5))) != nil && layer.row(String($0.suffix(5))) != nil }
    guard isKnown || ways.isEmpty else {
      throw CommuneCode.noneKnown(ways.map { String($0.prefix(5)) }, file: path, in: layer)
    }
  }

  /// Minutes from one commune to another, given by code; `nil` when the table lacks the pair, and 0 from a
  /// commune to itself unless the table says otherwise.
  public func minutes(from: String, to: String) -> Double? { values[from + to] ?? (from == to ? 0 : nil) }
}
