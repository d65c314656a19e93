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
    let codes = base.input.keys
    let figures = shares(of: Set(codes))
    let dates = Set(figures.compactMap(\.reference)).sorted { $0.days < $1.days }
    guard let first = figures.first else {
      throw Problem(.badData, file: register.path, Text.noShareOfTheseAreas, fix: Text.addRowsOfShare)
    }
    let percents = figures.map { $0.value * 100 }
    let found = try RoundClasses(percents, classes, usual: min(4, Set(percents).count), base.theme)
    let panels = dates.map { date in
      let own = codes.map { code in
        figures.indices.first {
          figures[$0].areaCode == code && figures[$0].reference == date && found.members[$0] != nil
        }
      }
      return MapPanel(
        title: date.label, finding: range(own.compactMap { $0.map { figures[$0] } }),
        fills: own.map { $0.flatMap { found.members[$0] }.map { .shade(found.colour($0)) } ?? .gap(.notAvailable) },
        values: own.map { $0.map { figures[$0].printedValue } ?? Text(same: "…") })
    }
    var entries = found.entries(unit: { Numerals($0).unit("%") })
    if panels.contains(where: { $0.fills.contains(.gap(.notAvailable)) }) {
      entries.append(LegendEntry(.fill(.gap(.notAvailable)), LayerTable.Gap.notAvailable.label))
    }
    let remark = first.noteWords.fr.isEmpty ? .empty : Text(" ; ", "; ") + first.noteWords
    return MapContent(
      theme: found.theme, title: title(figures, dates), subtitle: Text.sameClassesAtBothDates,
      sources: [first.publication.label + remark, Phrases.geography(base.subject, isMarked: true)],
      features: FeatureFills(heading: Text("Part de l’ESS", "Share of the ESS"), entries: entries),
      asides: [table(base.input.names, codes, panels)], panels: panels, units: base.units)
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

  private func range(_ figures: [Figure]) -> Text {
    guard let least = figures.min(by: { $0.value < $1.value }), let most = figures.max(by: { $0.value < $1.value })
    else { return Text(same: "…") }
    guard least != most else { return least.printedValue }
    return Text("de ", "from ") + least.printedValue + Text(" à ", " to ") + most.printedValue
  }

  /// What the panels show, a row for each area.
  private func table(_ names: [String], _ codes: [String], _ panels: [MapPanel]) -> Aside {
    .table(
      Text.joined(panels.map(\.title), separator: " → "),
      rows: codes.indices.sorted { codes[$0] < codes[$1] }.map { area in
        [Text(same: names[area]), Text.joined(panels.map { $0.values[area] }, separator: " → ")]
      })
  }
}
