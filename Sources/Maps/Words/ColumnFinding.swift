import Bytes

/// Titles that state what a column shows.
enum ColumnFinding {
  /// The range of ratios with the features at its ends and the median, such as "Share of managers: from 4.2% (Pussay) to
  /// 31% (Gometz-le-Châtel), median 11.8%".
  static func ofNumbers(_ table: LayerTable) -> Text {
    let values = table.numbers.filter(\.isFinite).sorted()
    let name = table.named
    guard let least = values.first, let most = values.last else { return Text(same: name) }
    guard least < most else {
      let value = table.brief(least)
      return Text("\(name) : \(value.fr) partout", "\(name): \(value.en) everywhere")
    }
    let middle = values.count / 2
    let median = values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
    let (from, to) = (printed(least, table, [least, most]), printed(most, table, [least, most]))
    let (low, high, half) = (who(table, least), who(table, most), printed(median, table, [least, most]))
    return Text(
      "\(name) : de \(from.fr) (\(low.fr)) à \(to.fr) (\(high.fr)), médiane \(half.fr)",
      "\(name): from \(from.en) (\(low.en)) to \(to.en) (\(high.en)), median \(half.en)")
  }

  /// The total of counts and where half of it is, such as "Jobs: 313,320 in all, half of it in 12 of the 132 communes; at
  /// most 25,092 (Étampes)".
  static func ofCounts(_ table: LayerTable) -> Text {
    let values = table.numbers.filter(\.isFinite).sorted(by: >)
    let name = table.named
    guard let top = values.first else { return Text(same: name) }
    let total = values.reduce(0, +)
    var (sum, half) = (0.0, 0)
    for value in values where sum < total / 2 { (sum, half) = (sum + value, half + 1) }
    let (all, most, place) = (table.brief(total), table.brief(top), who(table, top))
    guard values.count > 1 else {
      return Text("\(name) : \(most.fr) (\(place.fr))", "\(name): \(most.en) (\(place.en))")
    }
    return Text.totalHalfAndLargest(name, all, table.some(half, of: values.count), most, place)
  }

  /// The name of the feature that has a value, or how many have it.
  private static func who(_ table: LayerTable, _ value: Double) -> Text {
    let rows = table.numbers.indices.filter { table.numbers[$0] == value }
    return rows.count == 1 ? Text(same: table.names[rows[0]]) : table.features(rows.count)
  }

  /// A value in as many digits as tell the ends of a range apart, with its unit.
  private static func printed(_ value: Double, _ table: LayerTable, _ ends: [Double]) -> Text {
    let decimals = PrintedBounds(ends).decimals ?? 12
    // The median of whole numbers may be half of one.
    let isHalf = decimals == 0 && value != value.rounded() && value.magnitude < 100
    return .printed { $0.short(value, isHalf ? 1 : decimals) + $0.unit(table.words.unit) }
  }
}
