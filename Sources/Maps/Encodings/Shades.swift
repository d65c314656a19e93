import Bytes
import Cartography
import Classification

/// Numbers in classes with a colour for each, with which a choropleth fills its features.
struct Shades {
  let column: ClassedColumn
  /// The theme with the colours of the classes.
  let theme: Theme
  /// One for each feature.
  let fills: [Fill]
  var notes: [Text] { column.breaks.notes + theme.paletteNotes }
  /// Number of true zeros that are a class of their own.
  var zeros: Int { fills.count { $0 == .zero } }

  /// Shades of a column: its name, the number of each feature and the reason why it has none. Throws 65 for a column
  /// without a number, and what methods and palettes throw.
  init(_ name: String, _ numbers: [Double], _ gaps: [LayerTable.Gap], _ choice: ClassChoice, _ theme: Theme)
    throws(Problem)
  {
    let column = try ClassedColumn(name, numbers, choice)
    self.column = column
    self.theme = theme.with(try choice.colours(of: column.breaks.upperBounds, from: column.least, in: theme))
    fills = numbers.indices.map { row in
      if let member = column.members[row] { return .shade(member) }
      return column.zeroApart && numbers[row] == 0 ? .zero : .lacking(gaps[row])
    }
  }

  /// The fills of a table's features and their legend.
  func features(_ table: LayerTable) -> FeatureFills {
    let counts = column.breaks.counts
    let unit = { (language: Language) in Numerals(language).unit(table.words.unit) }
    var entries = counts.indices.reversed().map { step in
      LegendEntry(.shade(step), .each { column.bounds.label(step, $0, unit: unit($0)) }, features: counts[step])
    }
    if zeros > 0 { entries.append(LegendEntry(.zero, .each { "0" + unit($0) }, features: zeros)) }
    return FeatureFills(
      heading: Text(same: table.named), entries: entries, fills: fills, values: table.numbers, title: table.title,
      hasBorderedSwatches: true)
  }
}
