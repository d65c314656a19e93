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
    let classes = try DensityClasses(values, request.theme)
    let styles = subject.layer.communes.indices.map { row -> CommuneStyle in
      let commune = subject.layer.communes[row]
      let value = values.cells[row]
      let number = value.value == nil ? "" : values.printed(row, language) + ", "
      let own = values.names[row] == commune.name ? commune.name : commune.name + ", " + values.names[row]
      return CommuneStyle(
        fill: classes.fill(row), hatched: values.isFragile[row], isDark: classes.isDark(row),
        title: "\(own) : \(number)\(values.details[row][language])",
        value: value.value.map { ByteWriter.fixed($0, decimals: 4) })
    }
    let title = request.title ?? request.titlePrefix + finding(values)[language]
    let subtitle = request.subtitle ?? subtitle(values)[language]
    let legend = Legend(
      heading(values)[language],
      rows: classes.rows(language) + (values.isPublished ? [] : CommonRows.site(subject, language))
        + (values.isPublished ? [] : CommonRows.outline(subject, language)))
    let sheet = Sheet(
      width: request.width, title: title, subtitle: subtitle, source: source(subject, request, values),
      blocks: [legend] + (values.isPublished ? [publishedNote(language)] : []), aspect: base.aspect)
    return sheet.draw(
      theme: classes.theme, language: language, summary: title + ". " + subtitle + "."
    ) { drawing, frame in
      for pattern in DensityClasses.patterns(classes.theme) { drawing.define(pattern) }
      drawing.style(DensityClasses.css(classes.theme))
      base.draw(in: &drawing, frame: frame, styles: styles, circles: [], overlay: secrets(base, values))
    }
  }

  /// An `s` in every area that is withheld.
  private static func secrets(_ base: BaseMap, _ values: DensityValues) -> Overlay {
    var overlay = Overlay()
    for (row, cell) in values.cells.enumerated() where cell == .secret {
      guard let place = base.communes.poleOfInaccessibility(of: row, precision: 100) else { continue }
      overlay.signs.append(("s", place.x, place.y))
    }
    return overlay
  }

  /// « Établissements de l’ESS pour 10 000 habitants : Paris 59,0, Val-de-Marne plus de 27,7, rien de publié ailleurs ».
  private static func publishedFinding(_ values: DensityValues) -> Text {
    let known = values.cells.indices.filter { values.cells[$0].value != nil }
      .sorted { (values.cells[$0].value ?? 0) > (values.cells[$1].value ?? 0) }
    func list(_ language: Language) -> String {
      known.prefix(3).map { "\(values.names[$0])\u{A0}\(values.printed($0, language))" }.joined(separator: ", ")
    }
    let rest = known.count < values.cells.count
    return Text(
      "Établissements de l’ESS pour 10 000 habitants : \(list(.fr))\(rest ? ", rien de publié ailleurs" : "")",
      "ESS establishments per 10,000 inhabitants: \(list(.en))\(rest ? ", nothing published elsewhere" : "")")
  }

  /// The range among areas whose count is large enough to judge.
  static func finding(_ values: DensityValues) -> Text {
    if values.isPublished { return publishedFinding(values) }
    let known = values.cells.indices.filter {
      values.cells[$0].value != nil && !values.isFragile[$0] && values.cells[$0].value != 0
    }
    let sorted = known.sorted {
      (values.cells[$0].value ?? 0, values.names[$0]) < (values.cells[$1].value ?? 0, values.names[$1])
    }
    guard let low = sorted.first, let high = sorted.last, let least = values.cells[low].value,
      let most = values.cells[high].value
    else {
      return Text(
        "Trop peu d’établissements de l’ESS pour comparer les territoires un à un",
        "Too few ESS establishments to compare the areas one by one")
    }
    func number(_ value: Double) -> (fr: String, en: String) {
      (Numerals(.fr).decimal(value, 1), Numerals(.en).decimal(value, 1))
    }
    let (a, b) = (values.names[low], values.names[high])
    if a == b {
      return Text(
        "\(number(most).fr) établissements de l’ESS pour 10 000 habitants : \(b)",
        "\(number(most).en) ESS establishments per 10,000 inhabitants: \(b)")
    }
    return Text(
      "L’ESS : de \(number(least).fr) établissements pour 10 000 habitants (\(a)) à \(number(most).fr) (\(b))",
      "The ESS: from \(number(least).en) establishments per 10,000 inhabitants (\(a)) to \(number(most).en) (\(b))"
    )
  }

  private static func heading(_ values: DensityValues) -> Text {
    values.isSmoothed
      ? Text(
        "Établissements pour 10 000 habitants, taux bayésiens",
        "Establishments per 10,000 inhabitants, Bayes rates")
      : Text("Établissements pour 10 000 habitants", "Establishments per 10,000 inhabitants")
  }

  private static func subtitle(_ values: DensityValues) -> Text {
    let areas = Set(values.names)
    let fragile = Set(values.names.indices.filter { values.isFragile[$0] }.map { values.names[$0] }).count
    if values.isPublished {
      let known = values.cells.count { $0.value != nil }
      return Text(
        "Départements dont un nombre d’établissements est publié : \(known) sur \(values.cells.count)",
        "Départements of which a count of establishments is published: \(known) of \(values.cells.count)")
    }
    let level = Text("par ", "by ") + values.level.label
    let little =
      fragile == 0
      ? Text(same: "")
      : Text(
        " · \(fragile) sur \(areas.count) reposent sur trop peu (hachurés)",
        " · \(fragile) of \(areas.count) rest on too little (hatched)")
    return level + Text(same: " · ") + values.date + little
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
