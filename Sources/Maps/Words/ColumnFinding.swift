import Bytes

/// Titles that state what a column shows.
enum ColumnFinding {
  /// The range of ratios with the features at its ends and the median, such as "Share of managers: from 4.2% (Pussay) to
  /// 31% (Gometz-le-Châtel), median 11.8%".
  static func ofNumbers(_ table: LayerTable, _ language: Language) -> String {
    let values = table.numbers.filter(\.isFinite).sorted()
    let name = table.named
    guard let least = values.first, let most = values.last else { return name }
    guard least < most else {
      let value = table.brief(least, language)
      return Text("\(name) : \(value) partout", "\(name): \(value) everywhere")[language]
    }
    let middle = values.count / 2
    let median = values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
    func printed(_ value: Double) -> String { printing(table, [least, most], value, language) }
    let (low, high) = (who(table, least, language), who(table, most, language))
    return Text(
      "\(name) : de \(printed(least)) (\(low)) à \(printed(most)) (\(high)), médiane \(printed(median))",
      "\(name): from \(printed(least)) (\(low)) to \(printed(most)) (\(high)), median \(printed(median))")[language]
  }

  /// The total of counts and where half of it is, such as "Jobs: 313,320 in all, half of it in 12 of the 132 communes; at
  /// most 25,092 (Étampes)".
  static func ofCounts(_ table: LayerTable, _ language: Language) -> String {
    let values = table.numbers.filter(\.isFinite).sorted(by: >)
    let name = table.named
    guard let top = values.first else { return name }
    let total = values.reduce(0, +)
    var (sum, half) = (0.0, 0)
    for value in values where sum < total / 2 { (sum, half) = (sum + value, half + 1) }
    let (all, most) = (table.brief(total, language), table.brief(top, language))
    let place = who(table, top, language)
    guard values.count > 1 else { return Text("\(name) : \(most) (\(place))", "\(name): \(most) (\(place))")[language] }
    let some = table.some(half, of: values.count)
    return Text.totalHalfAndLargest(name, all, some, most, place)[language]
  }

  /// The name of the feature that has a value, or how many have it.
  private static func who(_ table: LayerTable, _ value: Double, _ language: Language) -> String {
    let rows = table.numbers.indices.filter { table.numbers[$0] == value }
    return rows.count == 1 ? table.names[rows[0]] : table.features(rows.count)[language]
  }

  /// A value in as many digits as tell the ends of a range apart, with its unit.
  private static func printing(_ table: LayerTable, _ ends: [Double], _ value: Double, _ language: Language) -> String {
    let decimals = PrintedBounds(ends).decimals ?? 12
    // The median of whole numbers may be half of one.
    let isHalf = decimals == 0 && value != value.rounded() && value.magnitude < 100
    let numerals = Numerals(language)
    return numerals.short(value, isHalf ? 1 : decimals) + numerals.unit(table.words.unit)
  }
}
