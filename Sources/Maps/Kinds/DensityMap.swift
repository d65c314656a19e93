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
    var content = try content(values.areas, base.theme) { row, language in
      let name = base.communes[row].name
      guard let area = values.areas[row], values.names[area] != name else { return name }
      return name + ", " + values.labels[area][language]
    }
    content.units = base.units
    guard values.isPublished else {
      content.signs = base.signs()
      content.sources += base.sources()
      return content
    }
    content.sources.append(Phrases.geography(base.subject, isMarked: true))
    content.asides = [.note(Text.figuresHaveDifferentDates)]
    return content
  }

  /// The map of any layer of communes. Throws what class methods and palettes throw.
  ///
  /// - Parameter table: one area for each row, in the order of `values`.
  func content(_ table: LayerTable, _ theme: Theme) throws(Problem) -> MapContent {
    var content = try content(values.cells.indices.map { $0 }, theme) { row, _ in table.names[row] }
    content.sources = table.sources + content.notes
    content.units = Arrondissements.Share(table.keys)
    return content
  }

  /// Draws the areas of any layer of communes, and returns notes for the reader.
  /// Throws what class methods and palettes throw.
  ///
  /// - `table`: one area for each row, in the order of `values`.
  public func draw(_ table: LayerTable, _ request: MapRequest) throws(Problem) -> (drawing: Drawing, notes: [Text]) {
    let content = try content(table, request.theme)
    return (MapCanvas(table.input, request).draw(content), content.notes)
  }

  /// The content that both kinds of layers share. `areas` gives the value that each feature shows, and `name` what a
  /// feature is called.
  private func content(_ areas: [Int?], _ theme: Theme, _ name: @escaping (Int, Language) -> String) throws(Problem)
    -> MapContent
  {
    let classed = values.cells.map { cell in cell.value.flatMap { $0 > 0 ? $0 : nil } ?? .nan }
    let distinct = Set(classed.filter(\.isFinite)).count
    // Few areas make few classes, unless the user gives a number.
    let usual = classes.namesClasses || distinct >= 10 ? 5 : min(max(distinct, 1), 4)
    let found = try RoundClasses(classed, classes, usual: usual, least: classes.palette == nil ? 3 : 1, theme)
    let fills = areas.map { area -> Fill in
      guard let area else { return .gap(.missing) }
      if let step = found.members[area] {
        return values.isFragile[area] ? .fragile(found.colour(step)) : .shade(found.colour(step))
      }
      return values.cells[area].value == nil ? .gap(values.gap(area)) : .zero
    }
    let isPlain = distinct == 0 || values.isPublished && classes == ClassChoice()
    return MapContent(
      theme: found.theme, title: DensityFinding(values).text, subtitle: subtitle(found.breaks),
      sources: [values.source],
      features: FeatureFills(
        heading: values.isSmoothed ? Text.establishmentDensityByBayesRates : Text.establishmentDensity,
        entries: entries(found), fills: fills,
        values: areas.map { area in area.flatMap { values.cells[$0].value }?.rounded(decimals: 4) ?? .nan },
        title: { row, language in
          let value = areas[row].map { values.title($0, language) } ?? LayerTable.Gap.missing.label[language]
          return "\(name(row, language)) : \(value)"
        }, possible: (0..<found.count).map { .fragile(found.colour($0)) } + [.zero]),
      notes: isPlain ? [] : found.breaks.notes + found.theme.paletteNotes)
  }

  /// The classes, then zero and what rests on too little, each with its number of areas.
  private func entries(_ found: RoundClasses) -> [LegendEntry] {
    var entries = found.entries(features: { found.breaks.counts[$0] })
    let zeros = values.cells.count { $0.value == 0 }
    if zeros > 0 {
      entries.append(LegendEntry(.zero, Text("aucun établissement", "no establishment"), features: zeros))
    }
    let little = values.isFragile.count { $0 }
    if little > 0 {
      let middle = found.theme.palette.count - 1 - found.count / 2
      entries.append(LegendEntry(.fragile(middle), Text.restsOnTooLittle, features: little))
    }
    return entries
  }

  private func subtitle(_ breaks: ClassBreaks) -> Text {
    let asked = classes.namesClasses ? Text(same: " · ") + breaks.words : Text.empty
    if values.isPublished {
      let known = values.cells.count { $0.value != nil }
      return Text.departementsWithPublishedCount(known, values.cells.count) + asked
    }
    let family = values.family == .all ? Text.empty : values.family.label + Text(same: " · ")
    let level = Text("par ", "by ") + values.level.label
    let fragile = values.isFragile.count { $0 }
    let little = fragile == 0 ? .empty : Text.someRestOnTooLittle(fragile, of: values.cells.count)
    return family + level + Text(same: " · ") + values.date + asked + little
  }
}
