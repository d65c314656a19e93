import Bytes
import Testing

/// The tables the scripts of Tests/Oracles/classification have written.
enum Oracle {
  static let folder = Path.join(Path.folder(#filePath), "Fixtures")

  static func table(_ name: String) -> CSVTable {
    // A missing fixture is a broken checkout, not a failing test.
    do { return try CSVTable(path: Path.join(folder, name + ".csv")) } catch { fatalError(error.line(.en)) }
  }

  /// The columns to classify, by name.
  static let values: [String: [Double]] = {
    var columns: [String: [Double]] = [:]
    for row in table("values").rows { columns[row.fields[0], default: []].append(Double(row.fields[1]) ?? .nan) }
    return columns
  }()

  static func numbers(_ text: String) -> [Double] { text.split(separator: " ").compactMap { Double($0) } }

  /// A row of `breaks.csv`: what another program makes of a column.
  struct Cut: Sendable, CustomTestStringConvertible {
    let column: String
    let method: String
    let classes: Int
    let breaks: [Double]
    let counts: [Int]
    let adcm: Double
    var testDescription: String { "\(column) \(method) \(classes)" }
  }

  static let cuts = table("breaks").rows.map { row in
    Cut(
      column: row.fields[0], method: row.fields[1], classes: Int(row.fields[2]) ?? 0, breaks: numbers(row.fields[4]),
      counts: numbers(row.fields[5]).map { Int($0) }, adcm: Double(row.fields[6]) ?? .nan)
  }
}

/// Whether numbers agree to a relative tolerance, as many of them.
func agree(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-12) -> Bool {
  let size = (a + b).reduce(0) { max($0, $1.magnitude) }
  return a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude <= tolerance * size }
}
