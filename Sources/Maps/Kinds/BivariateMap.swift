import Bytes
import Cartography
import Classification

/// `bivariate`: two ratios at once, in three classes each, with a colour for each pair of classes.
///
/// A feature is in a cell when it has both numbers; a true zero of either
/// is a class of its own, as on a choropleth.
public struct BivariateMap: LayerMap {
  /// Name on the command line.
  public static let name = "bivariate"
  /// What the map shows, in one sentence.
  public static let summary = Text.twoRatiosAtOnce

  /// What the user declares both columns to be; `nil` takes their values and names.
  public var columnKind: ColumnKind?
  /// Whether counts may be shaded all the same.
  public var allowCounts: Bool
  /// Id of the method that puts both measures in classes; it must make three at most.
  public var method: String
  /// Name of a palette of pairs; `nil` for the usual one.
  public var palette: String?
  /// Whether the two measures swap their colours.
  public var isReversed: Bool

  /// Makes a map of these options; they are checked when it is drawn.
  public init(
    columnKind: ColumnKind? = nil, allowCounts: Bool = false, method: String = "quantile", palette: String? = nil,
    isReversed: Bool = false
  ) {
    self.columnKind = columnKind
    self.allowCounts = allowCounts
    self.method = method
    self.palette = palette
    self.isReversed = isReversed
  }

  /// The map of a table. Throws 64 without a second column or for a method that makes more than three classes,
  /// 65 for counts that are not allowed and for a column without numbers.
  public func content(_ table: LayerTable, _ theme: Theme, _ language: Language) throws(Problem) -> MapContent {
    guard let other = table.drawingSecond() else {
      throw Problem(.usage, Text.bivariateNeedsTwoColumns, fix: Text("ajoutez ‹value2› COLONNE", "add ‹value2› COLUMN"))
    }
    let rules = [
      try ColumnKind.shaded(table, declared: columnKind, allowCounts: allowCounts),
      try ColumnKind.shaded(other, declared: columnKind, allowCounts: allowCounts),
    ]
    let (across, up) = (try BivariateAxis(table, method), try BivariateAxis(other, method))
    let palette = try BivariatePalettes.named(
      palette, columns: across.count, rows: up.count, swapped: isReversed, on: theme.paper)
    let shown = theme.with(palette)
    let notes = across.classed.breaks.notes + up.classed.breaks.notes + shown.paletteNotes
    let cells = cells(across, up)
    return MapContent(
      theme: shown, title: finding(across, up, cells.pairs?.counts ?? []),
      subtitle: Text.classesRightAndUpwards(across.count, up.count, across.classed.breaks.method, across.name, up.name),
      sources: table.sources + notes, features: cells, notes: rules + notes)
  }

  /// The pair of classes of each feature, a true zero of either measure, or why it has no pair.
  private func cells(_ across: BivariateAxis, _ up: BivariateAxis) -> FeatureFills {
    let (first, second) = (across.table, up.table)
    let fills = first.numbers.indices.map { row -> Fill in
      if let column = across.classed.members[row], let line = up.classed.members[row] {
        return .shade(line * across.count + column)
      }
      let gap = first.gaps[row] == .none ? second.gaps[row] : first.gaps[row]
      let isKnown = gap == .none && first.numbers[row].isFinite && second.numbers[row].isFinite
      return isKnown ? .zero : .lacking(gap)
    }
    var counts = [Int](repeating: 0, count: across.count * up.count)
    for case .shade(let cell) in fills { counts[cell] += 1 }
    let zeros = fills.count { $0 == .zero }
    let names = [across, up].filter(\.classed.zeroApart).map(\.name)
    let ofZeros = Text("0 : " + names.joined(separator: " ou "), "0: " + names.joined(separator: " or "))
    return FeatureFills(
      heading: first.areCommunes ? first.said(Text.communesInEachClassPair) : Text.featuresInEachClassPair,
      entries: zeros > 0 ? [LegendEntry(.zero, ofZeros, features: zeros)] : [],
      pairs: ClassPairs(across: across.words, up: up.words, counts: counts), fills: fills, values: first.numbers,
      title: {
        "\(first.names[$0]) : \(across.name) \(first.said($0, $1)) ; \(up.name) \(second.said($0, $1))"
      }, possible: [.zero])
  }

  /// The finding, such as "A and B: 23 of the 132 features in the high
  /// class of both, 20 in the low class of both".
  private func finding(_ across: BivariateAxis, _ up: BivariateAxis, _ counts: [Int]) -> Text {
    let name = across.table.named
    let names = Text("\(name) et \(up.name) : ", "\(name) and \(up.name): ")
    guard across.count > 1, up.count > 1 else {
      let constant = across.count > 1 ? up.name : across.name
      return names + Text("\(constant) n’a qu’une classe", "\(constant) has one class only")
    }
    let high = across.table.some(counts[counts.count - 1], of: counts.reduce(0, +))
    return names + Text.highAndLowInBoth(high, .printed { $0.integer(counts[0]) })
  }
}

/// One of the two measures, in at most three classes.
private struct BivariateAxis {
  let table: LayerTable
  let classed: ClassedColumn
  var name: String { table.called }
  var count: Int { classed.breaks.upperBounds.count }

  private static let classes = 3

  init(_ table: LayerTable, _ method: String) throws(Problem) {
    self.table = table
    classed = try ClassedColumn(table.column, table.numbers, ClassChoice(method: method, classes: Self.classes))
    guard count <= Self.classes else {
      throw Problem(
        .usage, Text.methodMakesWrongClassCount(method, count, Self.classes), fix: Text.takeQuantileEqualOrJenks)
    }
  }

  /// The measure in the words of the legend.
  var words: ClassPairs.Axis {
    let bounds = classed.bounds
    let isOne = count == 1 && bounds.edges.first == bounds.edges.last
    return ClassPairs.Axis(
      name: table.heading,
      edges: bounds.edges.indices.prefix(isOne ? 1 : count + 1).map { edge in .printed { bounds.edge(edge, $0) } },
      classes: (0..<count).map { step in .each { bounds.label(step, $0) } })
  }
}
