import Bytes
import Cartography
import Classification
import Statistics
import Territory

/// `density` — establishments of the ESS per 10,000 inhabitants.
enum DensityMap: MapKind {
  static let name = "density"
  static let summary = Text(
    "établissements de l’ESS pour 10 000 habitants : vos effectifs (--data) ou les chiffres publiés",
    "ESS establishments per 10,000 inhabitants: your counts (--data) or the published figures")

  /// None by itself: the atlas draws it from the project's statistics.
  static func plates(_ subject: Subject) -> [(file: String, actions: [String])] { [] }

  static func draw(_ subject: Subject, _ request: MapRequest) throws(Problem) -> Drawing {
    guard let values = request.density else {
      throw Problem(
        .usage, Text("la carte density veut des valeurs", "the density map needs values"),
        fix: Text("donnez --data", "give --data"))
    }
    let language = request.language
    let base = try BaseMap(subject, request)
    let classes = try DensityClasses(values, request.classes, request.theme)
    let styles = subject.layer.communes.indices.map { row -> CommuneStyle in
      let commune = subject.layer.communes[row]
      guard let area = values.areas[row] else {
        return CommuneStyle(
          fill: NoData.style, title: "\(commune.name) : \(Text("sans donnée", "no data")[language])")
      }
      let own =
        values.names[area] == commune.name
        ? commune.name : commune.name + ", " + values.labels[area][language]
      return CommuneStyle(
        fill: fill(values.cells[area], classes, area, isFragile: values.isFragile[area]),
        isDark: classes.isDark(area), title: "\(own) : \(values.title(area, language))",
        value: values.cells[area].value.map { ByteWriter.fixed($0, decimals: 4) })
    }
    let title = request.title ?? request.titlePrefix + DensityFinding(values).text[language]
    let subtitle = request.subtitle ?? subtitle(values, classes, request.classes)[language]
    let legend = Legend(
      heading(values)[language],
      rows: classes.rows(zero: "out", language) + unknown(values, language)
        + (values.isPublished ? [] : CommonRows.site(subject, language))
        + (values.isPublished ? [] : CommonRows.outline(subject, language)))
    let sheet = Sheet(
      width: request.width, title: title, subtitle: subtitle, source: source(subject, request, values),
      blocks: [legend] + (values.isPublished ? [publishedNote(language)] : []), aspect: base.aspect)
    return sheet.draw(
      theme: classes.theme, language: language, summary: title + ". " + subtitle + "."
    ) { drawing, frame in
      for pattern in [NoData.pattern(classes.theme)] + classes.littlePatterns { drawing.define(pattern) }
      drawing.style(NoData.css(classes.theme) + ".secret{fill:\(classes.theme.border.css)}\n")
      base.draw(in: &drawing, frame: frame, styles: styles, circles: [], overlay: secrets(base, values))
    }
  }

  private static func fill(
    _ cell: Cell, _ classes: DensityClasses, _ area: Int, isFragile: Bool
  ) -> String {
    if cell == .secret { return "secret" }
    if let step = classes.step(area) { return (isFragile ? "little-" : "p") + "\(classes.colour(step))" }
    return cell.value == nil ? NoData.style : "out"
  }

  /// Legend rows of what is withheld and of what is not known, a commune in no area counted too.
  private static func unknown(_ values: DensityValues, _ language: Language) -> [Legend.Row] {
    let secrets = values.cells.count { $0 == .secret }
    let holes = values.cells.count { $0.value == nil && $0 != .secret } + values.areas.count { $0 == nil }
    let rows: [(Int, String, Text)] = [
      (secrets, "secret", GapStyle.label(.secret)), (holes, NoData.style, Text("sans donnée", "no data")),
    ]
    return rows.filter { $0.0 > 0 }.map {
      Legend.Row(.fill($0.1), $0.2[language], count: Numerals(language).integer($0.0))
    }
  }

  /// An `s` in every area that is withheld.
  private static func secrets(_ base: BaseMap, _ values: DensityValues) -> Overlay {
    var overlay = Overlay()
    for (row, area) in values.areas.enumerated() {
      guard let area, values.cells[area] == .secret else { continue }
      guard let place = base.communes.poleOfInaccessibility(of: row, precision: 100) else { continue }
      overlay.signs.append(("s", place.x, place.y))
    }
    return overlay
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
