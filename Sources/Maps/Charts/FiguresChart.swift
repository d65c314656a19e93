import Bytes
import Cartography
import Statistics
import Territory

/// What is published of areas, as a dot plot: density of establishments and share of jobs, a row a date. What stands
/// after a break of series, or has another perimeter, is on an axis of its own.
public struct FiguresChart: Sendable {
  /// Name of its files.
  public static let name = "figures-chart"

  let comparison: Comparison
  let shares: PublishedShares?
  let density: [ComparableRows]
  let jobs: [ComparableRows]

  /// Takes a comparison of published areas with every indicator; `nil` when it has neither a density nor a share of
  /// jobs.
  public init?(_ comparison: Comparison) {
    self.comparison = comparison
    let shares = PublishedShares(comparison)
    self.shares = shares
    density = comparison.comparableRows("establishments_per_10000")
    jobs = comparison.comparableRows("share_of_jobs") { row in
      row.facts.shareOfReference != nil && row.facts.shareOfJobs?.publication == shares?.publication
    }
    if density.isEmpty, jobs.isEmpty { return nil }
  }

  /// The chart on a sheet of its own.
  public func draw(language: Language, width: Double = 1000, theme: Theme = .light, idPrefix: String = "") -> Drawing {
    let plot = DotPlot(panels(language), language: language)
    var sheet = Sheet(
      width: width, title: title[language], subtitle: Self.subtitle[language], source: source[language], blocks: [],
      aspect: 1)
    let reserves = Note(heading: Text("Réserves", "Reservations")[language], reservations[language])
    sheet.blocks = [legend(plot, sheet.mapWidth, language), Note(reading[language]), reserves]
    sheet.aspect = plot.height(width: sheet.mapWidth) / sheet.mapWidth
    let summary = ([title[language] + ". " + Self.subtitle[language] + "."] + plot.lines).joined(separator: "\n")
    return sheet.draw(theme: theme, language: language, summary: summary, idPrefix: idPrefix) { drawing, frame in
      plot.draw(in: &drawing, frame: frame)
    }
  }

  private static let subtitle = Text.aRowForEachArea

  /// The finding: in which areas the share is above the reference's whatever the rounding; without shares, the range
  /// of the densities.
  var title: Text {
    if let shares, let date = shares.dates.last, let level = mostFrequentLevel(at: date) {
      let rows = shares.rows.filter { row in
        row.facts.level == level.rawValue && row.facts.shareOfJobs?.reference == date
          && row.facts.key != comparison.reference.key
      }
      let above = rows.filter { (comparison.value("location_quotient_lower", in: $0)?.cell.value ?? 0) > 1 }.sorted {
        ($0.facts.shareOfJobs?.value ?? 0) > ($1.facts.shareOfJobs?.value ?? 0)
      }
      let name = comparison.reference.name
      let areas = level == .region ? Text("régions", "régions") : level.plural
      let head = Text(
        "Part de l’ESS dans les emplois salariés, \(date.label.fr) : au-dessus de celle de \(name)".eliding(name),
        "Share of the social economy in salaried jobs, \(date.label.en): above that of \(name)")
      let list = above.map(\.facts.name).joined(separator: ", ")
      let names = (1...4).contains(above.count) ? " (\(list))" : ""
      return head
        + Text(
          " dans \(above.count == 0 ? "aucun" : "\(above.count)") des \(rows.count) \(areas.fr)\(names)",
          " in \(above.count == 0 ? "none" : "\(above.count)") of \(rows.count) \(areas.en)\(names)")
    }
    let head = Text.densityOfESSEstablishments
    let values = density.first?.rows.compactMap(\.value.cell.value) ?? []
    guard let least = values.min(), let most = values.max(), least < most else { return head }
    return head + Text(" : de ", ": ") + .printed { $0.decimal(least, 1) } + Text(" à ", " to ")
      + .printed { $0.decimal(most, 1) }
  }

  private func mostFrequentLevel(at date: ReferenceDate) -> AreaLevel? {
    let rows = shares?.rows.filter {
      $0.facts.shareOfJobs?.reference == date && $0.facts.key != comparison.reference.key
    }
    let levels = (rows ?? []).compactMap { AreaLevel(rawValue: $0.facts.level) }
    return levels.max { a, b in levels.count { $0 == a } < levels.count { $0 == b } }
  }

  private func legend(_ plot: DotPlot, _ width: Double, _ language: Language) -> Legend {
    let marks = plot.panels.flatMap(\.marks)
    var rows: [Legend.Row] = []
    func row(_ key: Legend.Key, _ words: Text, if isShown: Bool) {
      if isShown { rows.append(Legend.Row(key, words[language])) }
    }
    func sign(_ change: (inout DotPlot.Sign) -> Void) -> DotPlot.Sign {
      var sign = DotPlot.Sign()
      change(&sign)
      return sign
    }
    row(.sign(DotPlot.Sign()), Text("chiffre publié", "published figure"), if: marks.contains { $0.sign == .init() })
    row(
      .sign(sign { $0.isEstimated = true }), Text.inhabitantsEstimatedBetweenCensuses,
      if: marks.contains { $0.sign.isEstimated })
    row(.sign(sign { $0.isDerived = true }), Text.derivedTotalToConfirm, if: marks.contains { $0.sign.isDerived })
    row(
      .sign(sign { $0.direction = 1 }), Text("imprimé « plus de »", "printed “more than”"),
      if: marks.contains { $0.sign.direction > 0 })
    row(
      .sign(sign { $0.direction = -1 }), Text("imprimé « moins de »", "printed “less than”"),
      if: marks.contains { $0.sign.direction < 0 })
    row(
      .sign(DotPlot.Sign(), isBetween: true), Text.whatRoundingAllowsBetweenBars, if: plot.showsIntervals(width: width))
    row(.line("series"), Text.oneSeriesOfOnePerimeter, if: marks.contains { $0.continues == true })
    row(.line("series perhaps"), Text.uncertainSeriesWithoutPerimeter, if: marks.contains { $0.continues == false })
    row(
      .line("reference"), Text("la référence, ", "the reference, ") + comparison.reference.label,
      if: marks.contains { $0.reference != nil })
    return Legend(Text("Signes", "Marks")[language], rows: rows)
  }

  /// How the chart is read.
  private var reading: Text {
    let isShared = !jobs.isEmpty
    var sentences: [Text] = []
    if isShared { sentences.append(Text.sharesComparedWithinOneSource) }
    if !density.isEmpty { sentences.append(Text.densitiesHaveNoInterval) }
    if rows.contains(where: { $0.facts.lead?.reference == nil }) { sentences.append(Text.publishedInThisYear) }
    sentences.append(Text.anotherAxisIsNoContinuation)
    return Text.joined(sentences)
  }

  /// The rows that are drawn.
  private var rows: [Comparison.Row] { (density + jobs).flatMap { $0.rows.map(\.row) } }

  /// What a reader must know of the values drawn.
  private var reservations: Text {
    let rows = density.flatMap(\.rows)
    var parts = rows.compactMap { entry in
      entry.row.facts.establishments?.reservation.map { Text(same: entry.row.facts.name + ", ") + $0 + Text(same: ".") }
    }
    let stale = rows.compactMap { entry -> Text? in
      guard let people = entry.value.populations.first, people.warning != nil else { return nil }
      let gap = .printed { " (" + $0.decimal(people.yearsAway, 1) } + Text(" ans)", " years)")
      return Text(same: "\(entry.row.facts.name) \(people.wanted.year)") + (people.isStale ? gap : Text.empty)
    }
    if !stale.isEmpty { parts.append(Text.inhabitantsOfAnotherDate + Self.list(stale) + Text(same: ".")) }
    if !density.isEmpty, let apart = ComparisonTables.apart(comparison) { parts.append(apart) }
    if let others = shares?.others { parts.append(others) }
    return Text.joined(parts)
  }

  /// The sources of the figures and of the inhabitants, each once.
  private var source: Text {
    let rows = density.flatMap(\.rows)
    var sources = rows.flatMap(\.value.figures).map(\.publication.label)
    if let shares, !jobs.isEmpty { sources.append(shares.source) }
    let points = rows.flatMap(\.value.populations).flatMap(\.points)
    sources += points.map { Text("habitants : ", "inhabitants: ") + ($0.figure?.publication.label ?? $0.source) }
    return Text("Sources : ", "Sources: ") + Self.list(sources.distinct) + Text(same: ". Cartopôle.")
  }

  private static func list(_ texts: [Text]) -> Text {
    texts.dropFirst().reduce(texts.first ?? .empty) { $0 + Text(" ; ", "; ") + $1 }
  }
}
