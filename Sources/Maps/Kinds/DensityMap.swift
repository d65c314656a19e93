import Bytes
import Cartography
import Classification
import Statistics
import Territory

/// `density` — establishments of the ESS per 10,000 inhabitants.
public enum DensityMap: MapKind {
  public static let name = "density"
  public static let summary = Text(
    "établissements de l’ESS pour 10 000 habitants : vos effectifs (--data) ou les chiffres publiés",
    "ESS establishments per 10,000 inhabitants: your counts (--data) or the published figures")

  /// None by itself: the atlas draws it from the project's statistics.
  public static func plates(_ subject: Subject) -> [(file: String, actions: [String])] { [] }

  public static func draw(_ subject: Subject, _ request: MapRequest) throws(Problem) -> Drawing {
    guard let values = request.density else {
      throw Problem(
        .usage, Text("la carte density veut des valeurs", "the density map needs values"),
        fix: Text("donnez --data", "give --data"))
    }
    let language = request.language
    let base = try BaseMap(subject, request)
    let classes = try DensityClasses(values, request.classes, request.theme)
    let titles = subject.layer.communes.enumerated().map { row, commune in
      guard let area = values.areas[row] else { return commune.name }
      return values.names[area] == commune.name
        ? commune.name : commune.name + ", " + values.labels[area][language]
    }
    var content = content(
      values, classes, request.classes, areas: values.areas, keys: base.input.keys, titles: titles, language)
    content.source = source(subject, request, values)
    let own =
      values.isPublished ? [] : CommonRows.site(subject, language) + CommonRows.outline(subject, language)
    content.blocks = [legend(values, classes, of: values.areas, with: own, language)]
    if values.isPublished { content.blocks.append(publishedNote(language)) }
    return base.draw(content)
  }

  /// Draws the areas of any layer of communes, and says what its reader should know. Throws what methods and palettes
  /// throw.
  ///
  /// - Parameter table: an area a row, in the order of `values`.
  public static func draw(
    _ table: LayerTable, _ values: DensityValues, _ request: LayerMapRequest, _ choice: ClassChoice
  ) throws(Problem) -> (drawing: Drawing, notes: [Text]) {
    let language = request.base.language
    let classes = try DensityClasses(values, choice, request.base.theme)
    let areas = values.cells.indices.map { Int?.some($0) }
    var content = content(
      values, classes, choice, areas: areas, keys: table.keys,
      titles: request.titles(of: table) { table.names[$0] }, language)
    content.source = table.source(classes.notes, request.base)
    content.blocks = [legend(values, classes, of: areas, with: [], language)]
    return (table.draw(content, request), classes.notes)
  }

  /// What is the same whoever draws it. `areas` says which value each feature shows, `titles` what the feature is
  /// called; without titles features have none.
  private static func content(
    _ values: DensityValues, _ classes: DensityClasses, _ choice: ClassChoice, areas: [Int?], keys: [String],
    titles: [String], _ language: Language
  ) -> MapContent {
    let count = classes.count
    let colours = (0..<count).map { classes.colour($0) }
    // Classes, the same resting on too little, zero, then one a kind of gap.
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
    return MapContent(
      theme: theme, title: DensityFinding(values).text[language],
      subtitle: subtitle(values, classes, choice)[language],
      source: "", blocks: [],
      styles: FeatureStyles(
        classNames: names, classes: members, keys: keys,
        values: areas.map { area in area.flatMap { values.cells[$0].value }?.rounded(decimals: 4) ?? .nan },
        titles: zip(titles, areas).map { title, area in
          let value = area.map { values.title($0, language) } ?? GapStyle.label(.missing)[language]
          return "\(title) : \(value)"
        }),
      tones: onFills + onFills + [.plain] + GapStyle.kinds.map { _ in .plain },
      css: ".zero{fill:\(theme.paper.css);stroke:\(theme.grey.css)}\n"
        + (gaps.isEmpty ? "" : GapStyle.css(theme)),
      patterns: classes.littlePatterns + GapStyle.patterns(gaps, theme))
  }

  private static func legend(
    _ values: DensityValues, _ classes: DensityClasses, of areas: [Int?], with more: [Legend.Row],
    _ language: Language
  ) -> Legend {
    let gaps = GapStyle.counts(areas.map(values.gap))
    return Legend(
      heading(values)[language],
      rows: classes.rows(zero: "area zero", language) + GapStyle.rows(gaps, language) + more)
  }

  static func heading(_ values: DensityValues) -> Text {
    values.isSmoothed
      ? Text(
        "Établissements pour 10 000 habitants, taux bayésiens",
        "Establishments per 10,000 inhabitants, Bayes rates")
      : Text("Établissements pour 10 000 habitants", "Establishments per 10,000 inhabitants")
  }

  static func subtitle(_ values: DensityValues, _ classes: DensityClasses, _ choice: ClassChoice) -> Text {
    let asked = choice.namesClasses ? Text(same: " · ") + classes.breaks.words : Text(same: "")
    if values.isPublished {
      let known = values.cells.count { $0.value != nil }
      return Text(
        "Départements dont un nombre d’établissements est publié : \(known) sur \(values.cells.count)",
        "Départements of which a count of establishments is published: \(known) of \(values.cells.count)")
        + asked
    }
    let family = values.family == .all ? Text(same: "") : values.family.label + Text(same: " · ")
    let level = Text("par ", "by ") + values.level.label
    let fragile = values.isFragile.count { $0 }
    let all = values.cells.count
    let little =
      fragile == 0
      ? Text(same: "")
      : Text(
        " · \(Numerals(.fr).integer(fragile)) sur \(Numerals(.fr).integer(all)) reposent sur trop peu (hachurés)",
        " · \(Numerals(.en).integer(fragile)) of \(Numerals(.en).integer(all)) rest on too little (hatched)")
    return family + level + Text(same: " · ") + values.date + asked + little
  }

  private static func publishedNote(_ language: Language) -> Note {
    Note(
      Text(
        "Les chiffres ont des dates et des périmètres différents : ils situent un ordre de grandeur, ils ne se comparent pas au dixième.",
        "The figures have different dates and perimeters: they give an order of magnitude and are not to be compared to the tenth."
      )[language])
  }

  private static func source(_ subject: Subject, _ request: MapRequest, _ values: DensityValues) -> String {
    let words = values.source[request.language].trimmingFullStop + ". "
    guard values.isPublished else { return words + Sources.line(subject, request, []) }
    let rest = [Phrases.geography[request.language].trimmingFullStop, request.credit, "Cartopôle"].compactMap {
      $0
    }
    return words + rest.joined(separator: ". ") + "."
  }
}
