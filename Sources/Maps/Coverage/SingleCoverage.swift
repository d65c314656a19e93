import Bytes
import Cartography
import Classification
import Geometry
import Projections
import Reach
import Territory

/// One action: distance in two classes when its rule is a radius, or else reached and not reached.
struct SingleCoverage {
  private let base: BaseMap
  let reach: ActionReach
  private let classes: Classes?
  /// Fill of the near and of the far class: strong and light, so that names read on both.
  private static let fills = ["s0", "s2"]
  private var subject: Subject { base.subject }
  private var language: Language { base.request.language }
  private var numerals: Numerals { Numerals(language) }

  init(_ base: BaseMap, _ reach: ActionReach) {
    self.base = base
    self.reach = reach
    // Another rule or criterion may reach a commune beyond the radius, so that distance says nothing then.
    classes = reach.limit.flatMap { limit in
      let classes = Classes(reach.rows.map { $0.distance ?? .nan }, upperBounds: [limit / 2, limit])
      return classes.members.contains(nil) ? nil : classes
    }
  }

  func content() throws(Problem) -> MapContent {
    let total = subject.layer.count
    let reachedRows = Set(reach.rows.map(\.row))
    let planned = reach.action.status == .planned
    let rings = try base.circles(of: reach)
    var starts: [MapMarker] = []
    for place in communeStarts {
      let at = try base.locate(place.longitude, place.latitude)
      starts.append(MapMarker(name: place.name[language], x: at.x, y: at.y, style: "candidate"))
    }
    var blocks: [any Block] = [legend(total - reachedRows.count)]
    if let left = leftOut(reachedRows) { blocks.append(left) }
    if let robustness { blocks.append(robustness) }
    if let line = Phrases.borderline(reach, on: subject.ground, language) { blocks.append(Note(line)) }
    var content = base.content(
      title: Phrases.finding(reach, on: subject.ground)[language], subtitle: subtitle(),
      source: Sources.line(subject, base.request, [reach]), blocks: blocks, looks(planned))
    content.circles = rings
    content.markers = starts
    if planned { content.patterns.append(base.request.theme.hatch) }
    return content
  }

  private func subtitle() -> String {
    let totals = reach.totals
    let place = Text.joined(reach.rules.map(\.label), separator: " ; ")[language]
    let measure =
      classes == nil
      ? place.capitalisedFirst
      : (subject.layer.hasTownHalls ? Text.communesWhoseTownHallLies : Text.communesWhoseInteriorPointLies)[language]
        + place
    let inhabitants = (totals?.population ?? Inhabitants([])).words[language]
    let verdict = totals?.shareOfPopulation.map { share -> String in
      let share = Phrases.percent(share)[language]
      return Text.shareOfTerritoryPopulation(share)[language]
    }
    return [measure, inhabitants, verdict].compactMap { $0 }.joined(separator: " · ")
  }

  private func looks(_ planned: Bool) -> [FeatureLook] {
    var steps = [Int: Int]()
    var distances = [Int: Double]()
    for (index, row) in reach.rows.enumerated() {
      steps[row.row] = classes?.members[index] ?? 0
      distances[row.row] = row.distance
    }
    return subject.layer.communes.enumerated().map { row, commune in
      let inhabitants = Phrases.inhabitants(commune.population)[language]
      var title = "\(commune.name) (\(commune.insee)) : \(inhabitants)"
      guard let step = steps[row] else {
        return FeatureLook(fill: "out", title: title + Text(", hors de portée", ", out of reach")[language])
      }
      let distance = distances[row].map { numerals.distance($0, limit: reach.limit) }
      if let distance { title += ", \(distance)\u{202F}km" }
      return FeatureLook(
        fill: Self.fills[step], hatched: planned, title: title, value: distances[row]?.rounded(decimals: 3))
    }
  }

  private func legend(_ out: Int) -> Legend {
    var rows: [Legend.Row] = []
    let planned = reach.action.status == .planned
    if let classes, let limit = reach.limit {
      let half = numerals.short(limit / 2, 3)
      let full = numerals.short(limit, 3)
      let near = Text("\(half)\u{202F}km ou moins", "\(half)\u{202F}km or less")[language]
      let far = Text("plus de \(half) à \(full)\u{202F}km", "over \(half) to \(full)\u{202F}km")[language]
      for (step, label) in [near, far].enumerated() {
        rows.append(
          Legend.Row(
            .fill(Self.fills[step], hatched: planned), label, count: Phrases.communes(classes.counts[step])[language]))
      }
    } else {
      let label = Text("atteinte", "reached")[language]
      rows.append(Legend.Row(.fill("s0", hatched: planned), label, count: Phrases.communes(reach.rows.count)[language]))
    }
    rows.append(
      Legend.Row(.fill("out"), Text("hors de portée", "out of reach")[language], count: Phrases.communes(out)[language])
    )
    rows += symbols(circle: reach.limit)
    let heading = classes == nil ? reach.action.title[language] : distanceHeading
    return Legend(heading, rows: rows)
  }

  private var distanceHeading: String {
    let names = reach.rules.flatMap(\.places).map(\.name)
    let text = Text(
      names.reduce("Distance à " + names.map(\.fr).joined(separator: ", à ")) { $0.eliding($1.fr) },
      "Distance to " + names.map(\.en).joined(separator: ", "))
    return text[language]
  }

  /// Communes from which a radius starts and which no site of the project marks.
  private var communeStarts: [Place] {
    let sites = subject.ground.sites.compactMap { subject.ground.place(of: $0)?.name }
    return reach.rules.filter { !$0.circles.isEmpty }.flatMap(\.places).filter { !sites.contains($0.name) }
  }

  private func symbols(circle: Double?) -> [Legend.Row] {
    var rows = CommonRows.site(subject, language)
    let starts = communeStarts.map { $0.name[language] }.joined(separator: ", ")
    if !starts.isEmpty {
      rows.append(
        Legend.Row(
          .marker("candidate"), Text("départ du rayon : \(starts)", "start of the radius: \(starts)")[language]))
    }
    if let circle, !reach.circles.isEmpty {
      let radius = numerals.short(circle, 3)
      let style = reach.action.status == .planned ? "circle planned" : "circle"
      rows.append(
        Legend.Row(
          .line(style),
          Text(
            "rayon de \(radius)\u{202F}km (\(reach.basis.label.fr))",
            "radius of \(radius)\u{202F}km (\(reach.basis.label.en))")[language]))
    }
    return rows + CommonRows.outline(subject, language)
  }

  private static let mostLeftOut = 6

  /// The largest communes that are not reached.
  private func leftOut(_ reached: Set<Int>) -> FigureTable? {
    let out = subject.layer.communes.indices.filter { !reached.contains($0) }.sorted {
      (subject.layer.communes[$0].population ?? -1) > (subject.layer.communes[$1].population ?? -1)
    }
    guard !out.isEmpty else { return nil }
    let people = subject.layer.population(out)
    let heading =
      people.total != nil
      ? Text.largestCommunesOutOfReach
      : people.communesKnown == 0
        ? out.count > Self.mostLeftOut
          ? Text.someCommunesOutOfReach(Self.mostLeftOut, out.count)
          : Text("Communes hors de portée", "Communes out of reach") : Text.largestKnownOutOfReach
    let places = reach.rules.flatMap(\.places)
    let from = places.isEmpty ? [subject.ground.home].compactMap { $0 } : places
    let rows = out.prefix(Self.mostLeftOut).map { row -> [String] in
      let commune = subject.layer.communes[row]
      let distance = from.map { $0.distance(to: commune) }.min()
      let shown = distance.map { numerals.distance($0, limit: reach.limit) } ?? "…"
      return [commune.name, commune.population.map(numerals.integer) ?? "…", shown]
    }
    return FigureTable(heading[language], units: [Text("habitants", "inhabitants")[language], "km"], rows: Array(rows))
  }

  /// How the result changes when the limit is a little different.
  private var robustness: FigureTable? {
    guard !reach.robustness.isEmpty else { return nil }
    return FigureTable(
      Phrases.ifLimitDiffered(reach)[language],
      units: [Text("communes", "communes")[language], Text("habitants", "inhabitants")[language]],
      rows: reach.robustness.map { step in
        let sign = step.change > 0 ? "+" : "−"
        let kilometres = reach.limit.map { " (\(numerals.short($0 * (1 + step.change), 2))\u{202F}km)" }
        let name = "\(sign)\(numerals.percent(abs(step.change)))\(kilometres ?? "")"
        return [name, numerals.integer(step.communes), step.population.shortWords[language]]
      })
  }
}
