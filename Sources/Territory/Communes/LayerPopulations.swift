import Bytes
import Geometry

/// The inhabitants of a layer's communes, read out of its column of populations.
///
/// GEOFLA gives thousands with a decimal: they are multiplied by 1000, and a note says so. Any other column
/// with decimals is refused, because it does not count inhabitants.
struct LayerPopulations {
  /// One for each row; `nil` where the column has no number.
  let values: [Int?]
  let notes: [Warning]

  /// A number of thousands of inhabitants that no commune has ever reached.
  private static let mostThousands = 3000.0

  /// Throws 65 naming the first record whose number has decimals, unless the layout is GEOFLA's.
  init(_ features: Features) throws(Problem) {
    guard let column = features.column("POPULATION", "POP", "population") else {
      values = [Int?](repeating: nil, count: features.count)
      notes = []
      return
    }
    let numbers = (0..<features.count).map { row in column.number(row).flatMap { $0.isFinite ? $0 : nil } }
    guard let row = numbers.firstIndex(where: { $0.map { !Self.isWhole($0) } ?? false }) else {
      values = numbers.map { $0.flatMap { Int(exactly: $0.rounded()) } }
      notes = []
      return
    }
    let isGeofla = features.column("NOM_COMM", "NOM_COM") != nil
    let areThousands = numbers.allSatisfy { number in
      number.map { Self.isWhole($0 * 1000) && $0 < Self.mostThousands } ?? true
    }
    guard isGeofla, areThousands else {
      let number = column.text(row) ?? ""
      throw Problem(
        .badData, file: features.path, at: Text("enregistrement \(row + 1)", "record \(row + 1)"),
        Text.isNoNumberOfInhabitants(number, column.name), fix: Text.giveWholeInhabitants)
    }
    values = numbers.map { $0.flatMap { Int(exactly: ($0 * 1000).rounded()) } }
    notes = [Warning(file: features.path, Text.inThousandsOfInhabitants(column.name))]
  }

  private static func isWhole(_ number: Double) -> Bool { (number - number.rounded()).magnitude < 1e-6 }
}
