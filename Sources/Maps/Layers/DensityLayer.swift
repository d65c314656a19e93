import Bytes
import Cartography
import Geometry
import Projections
import Statistics

/// The density of the ESS on the areas of any layer of communes: the `density` map without a project.
public enum DensityLayer {
  /// Draws one feature an area, and says what its reader should know.
  ///
  /// - Parameter table: an area a row, in the order of `values`.
  ///
  /// Throws what methods and palettes throw.
  public static func draw(
    _ table: LayerTable, _ values: DensityValues, _ request: LayerMapRequest, _ choice: ClassChoice
  ) throws(Problem) -> (drawing: Drawing, notes: [Text]) {
    let language = request.base.language
    let classes = try DensityClasses(values, choice, request.base.theme)
    let (theme, count) = (classes.theme, classes.count)
    let colours = (0..<count).map { classes.colour($0) }
    // Classes, the same resting on too little, zero, then one a kind of gap.
    let names =
      colours.map { "area p\($0)" } + colours.map { "area little-\($0)" } + ["area zero"] + GapStyle.classNames
    let members = values.cells.indices.map { area -> UInt8 in
      if let step = classes.step(area) { return UInt8(values.isFragile[area] ? count + step : step) }
      return UInt8(2 * count + (values.cells[area].value == nil ? 1 + GapStyle.number(table.gaps[area]) : 0))
    }
    let gaps = GapStyle.counts(table.gaps)
    let legend = Legend(
      DensityMap.heading(values)[language],
      rows: classes.rows(zero: "area zero", language) + GapStyle.rows(gaps, language))
    let onFills = colours.map { LabelTone.onPalette($0) }
    let drawing = LayerCanvas(table: table, request: request).draw(
      .init(
        theme: theme, title: DensityFinding(values).text[language],
        subtitle: DensityMap.subtitle(values, classes, choice)[language], blocks: [legend],
        styles: FeatureStyles(
          classNames: names, classes: members, keys: table.keys, values: table.numbers,
          titles: request.titles(of: table) { "\(table.names[$0]) : \(values.title($0, language))" }),
        tones: onFills + onFills + [.plain] + GapStyle.kinds.map { _ in .plain },
        css: css(theme, gaps.isEmpty),
        patterns: classes.littlePatterns + GapStyle.patterns(gaps, theme), notes: classes.notes))
    return (drawing, classes.notes)
  }

  private static func css(_ theme: Theme, _ isComplete: Bool) -> String {
    ".zero{fill:\(theme.paper.css);stroke:\(theme.grey.css)}\n" + (isComplete ? "" : GapStyle.css(theme))
  }
}

extension LayerTable {
  /// Areas with their densities; what has no number says why.
  public init(
    _ values: DensityValues, outlines: Layer, keys: [String], weights: [Double], ground: MapFrame,
    sources: [Text]
  ) {
    let gaps = values.cells.map { cell -> Gap in
      switch cell {
      case .number, .estimate: .none
      case .secret: .secret
      case .notAvailable: .notAvailable
      case .notApplicable: .notApplicable
      case .missing: .missing
      }
    }
    self.init(
      outlines: outlines, keys: keys, names: values.names, column: "establishments_per_10000",
      numbers: values.cells.map { $0.value ?? .nan }, gaps: gaps, weights: weights, ground: ground,
      sources: [values.source] + sources)
  }
}
