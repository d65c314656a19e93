import Bytes
import Cartography
import Classification
import Statistics
import Territory

/// `density`: establishments of the ESS per 10,000 inhabitants, on the areas of a project or of any layer.
public struct DensityMap: ProjectMap {
  /// Name on the command line.
  public static let name = "density"
  /// What the map shows, in one sentence.
  public static let summary = Text.densityFromCountsOrFigures

  /// The densities that are drawn.
  public var values: DensityValues
  /// How densities are put in classes and coloured.
  public var classes: ClassChoice

  /// Makes a map of these densities; the choice of classes is checked when it is drawn.
  public init(_ values: DensityValues, classes: ClassChoice = ClassChoice()) {
    self.values = values
    self.classes = classes
  }

  /// The counts of each area; published figures are compared in a table of their own.
  public var tables: [String] { [values.isPublished ? "compare" : "counts"] }

  /// The map of a territory. Throws what class methods and palettes throw.
  public func content(_ base: BaseMap) throws(Problem) -> MapContent {
    let (subject, request, language) = (base.subject, base.request, base.request.language)
    let titles = subject.layer.communes.enumerated().map { row, commune in
      guard let area = values.areas[row] else { return commune.name }
      return values.names[area] == commune.name ? commune.name : commune.name + ", " + values.labels[area][language]
    }
    let own = values.isPublished ? [] : CommonRows.site(subject, language) + CommonRows.outline(subject, language)
    var content = try content(areas: values.areas, keys: base.input.keys, titles: titles, legend: own, request)
    content.source = source(subject, request)
    if values.isPublished { content.blocks.append(Self.publishedNote(language)) }
    return content
  }

  /// The map of any layer of communes. Throws what class methods and palettes throw.
  ///
  /// - Parameter table: one area for each row, in the order of `values`.
  func content(_ table: LayerTable, _ request: MapRequest) throws(Problem) -> MapContent {
    var content = try content(
      areas: values.cells.indices.map { $0 }, keys: table.keys, titles: request.titles(of: table) { table.names[$0] },
      legend: [], request)
    content.source = table.source(content.notes, request)
    return content.said(Arrondissements.Share(table.keys), request.language)
  }

  /// Draws the areas of any layer of communes, and returns notes for the reader.
  /// Throws what class methods and palettes throw.
  ///
  /// - `table`: one area for each row, in the order of `values`.
  public func draw(_ table: LayerTable, _ request: MapRequest) throws(Problem) -> (drawing: Drawing, notes: [Text]) {
    let content = try content(table, request)
    return (MapCanvas(table.drawn, request).draw(content), content.notes)
  }

  /// The content that both kinds of layers share. `areas` gives the value that each feature shows and `titles`
  /// the names of features; without titles, features have none.
  private func content(
    areas: [Int?], keys: [String], titles: [String], legend more: [Legend.Row], _ request: MapRequest
  ) throws(Problem) -> MapContent {
    let language = request.language
    let classes = try DensityClasses(values, classes, request.theme)
    let count = classes.count
    let colours = (0..<count).map { classes.colour($0) }
    // The classes, the same classes resting on too little, zero, then one style for each kind of gap.
    let names =
      colours.map { "area p\($0)" } + colours.map { "area little-\($0)" } + ["area zero"] + GapStyle.classNames
    let members = areas.map { area -> UInt8 in
      guard let area else { return UInt8(2 * count + 1 + GapStyle.number(.missing)) }
      if let step = classes.step(area) { return UInt8(values.isFragile[area] ? count + step : step) }
      return UInt8(2 * count + (values.cells[area].value == nil ? 1 + GapStyle.number(values.gap(area)) : 0))
    }
    let gaps = GapStyle.counts(areas.map(values.gap))
    let theme = classes.theme
    let onFills = colours.map { LabelTone.onPalette($0) }
    let legend = Legend(
      heading[language], rows: classes.rows(zero: "area zero", language) + GapStyle.rows(gaps, language) + more)
    return MapContent(
      theme: theme, title: DensityFinding(values).text[language], subtitle: subtitle(classes)[language], source: "",
      blocks: [legend],
      styles: FeatureStyles(
        classNames: names, classes: members, keys: keys,
        values: areas.map { area in area.flatMap { values.cells[$0].value }?.rounded(decimals: 4) ?? .nan },
        titles: zip(titles, areas).map { title, area in
          let value = area.map { values.title($0, language) } ?? GapStyle.label(.missing)[language]
          return "\(title) : \(value)"
        }), tones: onFills + onFills + [.plain] + GapStyle.kinds.map { _ in .plain }, css: GapStyle.css(theme),
      patterns: classes.littlePatterns + (values.cells.contains { $0.value == 0 } ? [GapStyle.zero(theme)] : [])
        + GapStyle.patterns(gaps, theme),
      notes: values.isPublished && self.classes == ClassChoice() ? [] : classes.notes)
  }

  private var heading: Text { values.isSmoothed ? Text.establishmentDensityByBayesRates : Text.establishmentDensity }

  private func subtitle(_ found: DensityClasses) -> Text {
    let asked = classes.namesClasses ? Text(same: " · ") + found.breaks.words : Text(same: "")
    if values.isPublished {
      let known = values.cells.count { $0.value != nil }
      return Text.departementsWithPublishedCount(known, values.cells.count) + asked
    }
    let family = values.family == .all ? Text(same: "") : values.family.label + Text(same: " · ")
    let level = Text("par ", "by ") + values.level.label
    let fragile = values.isFragile.count { $0 }
    let all = values.cells.count
    let little =
      fragile == 0
      ? Text(same: "")
      : Text.someRestOnTooLittle(
        Numerals(.fr).integer(fragile), Numerals(.fr).integer(all), fragile < 2 ? "repose" : "reposent",
        Numerals(.en).integer(fragile), Numerals(.en).integer(all), fragile == 1 ? "rests" : "rest")
    return family + level + Text(same: " · ") + values.date + asked + little
  }

  private static func publishedNote(_ language: Language) -> Note { Note(Text.figuresHaveDifferentDates[language]) }

  private func source(_ subject: Subject, _ request: MapRequest) -> String {
    let words = values.source[request.language].trimmingFullStop + ". "
    guard values.isPublished else { return words + Sources.line(subject, request, []) }
    let rest = [
      Phrases.geography(subject, isMarked: true)[request.language].trimmingFullStop, request.credit,
      Phrases.credit[request.language],
    ].compactMap { $0 }
    return words + rest.joined(separator: ". ") + "."
  }
}
