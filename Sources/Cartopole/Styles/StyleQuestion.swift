import Bytes
import Geometry
import Interchange
import Maps

/// The column by whose classes or categories a converted layer is to be drawn, as a choropleth or a typology draws it.
public struct StyleQuestion: Sendable {
  /// The column: of the layer, or of the table.
  public var column: String
  /// The table with the column, which is then written into the layer.
  public var join = TableJoin()
  /// What the column is; `nil` takes texts for categories, numbers as a choropleth takes them.
  public var columnKind: ColumnKind?
  /// Whether a count may be shaded all the same.
  public var allowCounts = false
  /// How numbers are put in classes and coloured; categories take the palette only.
  public var classes = ClassChoice()
  /// Language of the words of the legend.
  public var language = Language.fr

  /// Makes a question about a column of the layer.
  public init(column: String) { self.column = column }

  /// The style of a layer, which gets the column where it does not have it as numbers or categories yet, and the reasons of
  /// what has no number as `COLUMN_status`. Throws 64 and 65 as the kinds of maps do, and 65 for a name that is taken.
  func style(_ features: inout Features) throws(Problem) -> (style: ColumnStyle, warnings: [Warning]) {
    let isTextDrawn = columnKind == nil || columnKind == .category
    let reading = LayerColumn.Reading(
      isTextDrawn: isTextDrawn, numbers: .ofColumn(column, columnKind), declared: columnKind)
    let name: String
    let values: LayerColumn
    if let data = join.data {
      let keys = try LayerKeys(features, join.key)
      let table = try CSVTable(path: data)
      name = table.header[try table.column(column)]
      values = try LayerColumn(column, of: table, by: join, to: keys, reading)
    } else {
      name = try features.column(asked: column).name
      values = try LayerColumn(of: features, named: name, reading)
    }
    let style: ColumnStyle
    if values.texts.isEmpty, columnKind != .category {
      let map = ChoroplethMap(columnKind: columnKind, allowCounts: allowCounts, classes: classes)
      style = try ColumnStyle(map, column: name, numbers: values.numbers, gaps: values.gaps, language)
    } else {
      guard classes.method == nil, classes.classes == nil, classes.breaks.isEmpty else {
        throw Problem(.usage, Text.categoriesHaveNoClasses(name), fix: Text.dropClassOptions)
      }
      let map = TypologyMap(columnKind: columnKind, palette: classes.palette, isReversed: classes.isReversed)
      style = try ColumnStyle(map, column: name, texts: values.texts, numbers: values.numbers, language)
    }
    try write(values, of: name, into: &features, style)
    let file = join.data ?? features.path
    return (style, (values.notes + style.notes).map { Warning(file: file, $0) })
  }

  /// Puts the values that are classed into the layer: those of a table, and numbers that the layer spells as texts.
  private func write(_ values: LayerColumn, of name: String, into features: inout Features, _ style: ColumnStyle)
    throws(Problem)
  {
    let known = features.columns.firstIndex { $0.name == name }
    func add(_ column: Column) throws(Problem) {
      if features.columns.contains(where: { $0.name.lowercased() == column.name.lowercased() }) {
        throw Problem(
          .badData, file: features.path, Text.layerHasThisColumnAlready(column.name),
          fix: Text("renommez celle du tableau", "rename the one of the table"))
      }
      features.columns.append(column)
    }
    if join.data != nil {
      try add(
        Column(
          name, values.texts.isEmpty ? .number(values.numbers.map { $0.isFinite ? $0 : nil }) : .text(values.texts)))
    } else if let known, case .text = features.columns[known].values, values.texts.isEmpty {
      features.columns[known].values = .number(values.numbers.map { $0.isFinite ? $0 : nil })
    }
    guard style.gaps.contains(where: { $0 != .missing }) else { return }
    try add(Column(ColumnStyle.statusColumn(name), .text(values.gaps.map { $0.sign.isEmpty ? nil : $0.sign })))
  }
}

extension LayerTable.Gap {
  /// The sign of a column of reasons; empty for a number and where nothing is known.
  var sign: String {
    switch self {
    case .none, .missing: ""
    case .secret: NumberSign.secret.rawValue
    case .notAvailable: NumberSign.notAvailable.rawValue
    case .notApplicable: NumberSign.notApplicable.rawValue
    }
  }
}

extension ColumnStyle {
  /// Name of the column that says why `column` has no number.
  static func statusColumn(_ column: String) -> String { column + "_status" }

  /// A number as both languages of styles spell it: the shortest text that reads back the same.
  static func written(_ number: Double) -> String {
    var writer = ByteWriter()
    writer.shortest(number)
    return writer.string
  }
}
