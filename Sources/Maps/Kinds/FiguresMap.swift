import Bytes
import Cartography
import Classification
import Statistics
import Territory

/// `figures`: the published share of the social economy in salaried jobs, a panel for each date, on the same classes.
public struct FiguresMap: ProjectMap {
  /// Name on the command line.
  public static let name = "figures"
  /// What the map shows, in one sentence.
  public static let summary = Text.publishedJobShareByArea

  /// The areas drawn: `departement` or `region`.
  public var level: AreaLevel
  /// The published figures; an area of the map without a row is `…`.
  public var register: FiguresRegister
  /// How shares are put in classes and coloured.
  public var classes: ClassChoice

  /// Makes a map of the figures of a register; the choice of classes is checked when it is drawn.
  public init(_ register: FiguresRegister, level: AreaLevel, classes: ClassChoice = ClassChoice()) {
    self.register = register
    self.level = level
    self.classes = classes
  }

  /// The shares of jobs.
  public var tables: [String] { ["compare-shares"] }

  /// A panel for each date of the source that has most of the areas. Throws 65 when no area has a share, and what
  /// class methods and palettes throw.
  public func content(_ base: BaseMap) throws(Problem) -> MapContent {
    let language = base.request.language
    let numerals = Numerals(language)
    let codes = base.input.keys
    let figures = shares(of: Set(codes))
    let dates = Set(figures.compactMap(\.reference)).sorted { $0.days < $1.days }
    guard let first = figures.first else {
      throw Problem(.badData, file: register.path, Text.noShareOfTheseAreas, fix: Text.addRowsOfShare)
    }
    let percents = figures.map { $0.value * 100 }
    let found = try classes.breaks(of: percents, usual: min(4, Set(percents).count))
    let breaks = classes.namesClasses ? found : found.rounded(for: percents)
    let count = breaks.upperBounds.count
    let palette = try classes.colours(max(count, 3), in: base.request.theme)
    let offset = palette.colours.count - count
    let bounds = LegendBounds(
      percents, upperBounds: breaks.upperBounds, isGiven: !classes.breaks.isEmpty || !classes.namesClasses)
    let steps = Classes(percents, upperBounds: breaks.upperBounds).members
    let missing = "area " + GapStyle.name(.notAvailable)
    var holes = 0
    var panels: [MapPanel] = []
    for date in dates {
      var fills: [MapPanel.Fill] = []
      var values: [MapPanel.Value?] = []
      var known: [Figure] = []
      for code in codes {
        guard let at = figures.firstIndex(where: { $0.areaCode == code && $0.reference == date }), let step = steps[at]
        else {
          fills.append(MapPanel.Fill(style: missing))
          values.append(MapPanel.Value(text: "…", tone: .plain))
          holes += 1
          continue
        }
        known.append(figures[at])
        fills.append(MapPanel.Fill(style: "p\(offset + step)"))
        values.append(MapPanel.Value(text: figures[at].printedValue[language], tone: .onPalette(offset + step)))
      }
      panels.append(
        MapPanel(
          title: date.label[language], finding: range(known)[language], rule: "", fills: fills, circles: [],
          values: values))
    }
    var rows = (0..<count).reversed().map { step in
      Legend.Row(.fill("p\(offset + step)"), bounds.label(step, language, unit: language == .fr ? "\u{202F}%" : "%"))
    }
    let gaps = holes > 0 ? [(gap: LayerTable.Gap.notAvailable, count: holes)] : []
    if holes > 0 { rows.append(Legend.Row(.fill(missing), GapStyle.label(.notAvailable)[language])) }
    let theme = base.request.theme.with(palette)
    var content = base.content(
      theme: theme, title: title(figures, dates)[language], subtitle: subtitle(codes.count)[language],
      source: source(first, base.subject, base.request),
      blocks: [Legend(Text("Part de l’ESS", "Share of the ESS")[language], rows: rows)] + [
        table(base.input.names, codes, figures, dates, numerals)
      ], [])
    content.panels = panels
    content.css = gaps.isEmpty ? "" : GapStyle.css(theme)
    content.patterns += GapStyle.patterns(gaps, theme)
    return content
  }

  /// Whether an area of the subject has a share.
  public func hasFigures(_ subject: Subject) -> Bool { !shares(of: Set(subject.layer.communes.map(\.insee))).isEmpty }

  /// The shares of the areas at the map's level, of the publication that has most of them.
  private func shares(of codes: Set<String>) -> [Figure] {
    let all = register.figures(level: level.rawValue, measure: .shareOfJobs, family: .all).filter {
      codes.contains($0.areaCode) && $0.reference != nil
    }
    var counts: [Publication: Int] = [:]
    for figure in all { counts[figure.publication, default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key.publisher) < ($1.value, $0.key.publisher) }?.key
    return all.filter { $0.publication == most }
  }

  /// The finding: "Share of the ESS in salaried jobs: up from 2008 to 2014 in 7 of 8 départements".
  private func title(_ figures: [Figure], _ dates: [ReferenceDate]) -> Text {
    let head = Text.socialEconomyShareOfJobs
    guard let first = dates.first, let last = dates.last, first != last else { return head }
    var (risen, compared) = (0, 0)
    for figure in figures where figure.reference == first {
      guard let later = figures.first(where: { $0.key == figure.key && $0.reference == last }) else { continue }
      compared += 1
      // Only a rise that rounding cannot explain is one.
      if later.interval.lower > figure.interval.upper { risen += 1 }
    }
    guard compared > 0 else { return head }
    let what = level == .region ? Text("régions", "régions") : Text("départements", "départements")
    return head + Text.risenBetweenDates(first.label, last.label, risen, compared, what)
  }

  private func subtitle(_ count: Int) -> Text { Text.sameClassesAtBothDates }

  private func range(_ figures: [Figure]) -> Text {
    guard let least = figures.min(by: { $0.value < $1.value }), let most = figures.max(by: { $0.value < $1.value })
    else { return Text(same: "…") }
    guard least != most else { return least.printedValue }
    return Text("de ", "from ") + least.printedValue + Text(" à ", " to ") + most.printedValue
  }

  private func table(
    _ names: [String], _ codes: [String], _ figures: [Figure], _ dates: [ReferenceDate], _ numerals: Numerals
  ) -> FigureTable {
    let language = numerals.language
    let heading = dates.map { $0.label[language] }.joined(separator: " → ")
    return FigureTable(
      heading,
      rows: zip(names, codes).sorted { $0.1 < $1.1 }.map { name, code in
        let values = dates.map { date in
          figures.first { $0.areaCode == code && $0.reference == date }?.printedValue[language] ?? "…"
        }
        return [name, values.joined(separator: " → ")]
      })
  }

  private func source(_ figure: Figure, _ subject: Subject, _ request: MapRequest) -> String {
    let language = request.language
    let remark = figure.noteWords.fr.isEmpty ? Text(same: "") : Text(" ; ", "; ") + figure.noteWords
    let words = [
      (figure.publication.label + remark)[language],
      Phrases.geography(subject, isMarked: true)[language].trimmingFullStop,
    ]
    return (words + [request.credit, Phrases.credit[language]].compactMap { $0 }).joined(separator: ". ") + "."
  }
}
