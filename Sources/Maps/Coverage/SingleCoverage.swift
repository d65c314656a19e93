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
  private var isPlanned: Bool { reach.action.status == .planned }
  private var subject: Subject { base.subject }

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
    let rings = try base.circles(of: reach)
    var markers: [MapMarker] = []
    for place in communeStarts {
      let at = try base.locate(place.longitude, place.latitude)
      markers.append(MapMarker(name: place.name[base.language], x: at.x, y: at.y, isProposed: true))
    }
    let asides = [leftOut, robustness, Phrases.borderline(reach, on: subject.studyArea).map(Aside.note)]
    return MapContent(
      theme: base.theme, title: Phrases.finding(reach, on: subject.studyArea), subtitle: subtitle(),
      sources: base.sources([reach]), features: features(), rings: rings, markers: markers, signs: base.signs(signs),
      asides: asides.compactMap { $0 }, units: base.units)
  }

  private func subtitle() -> Text {
    let totals = reach.totals
    let place = Text.joined(reach.rules.map(\.label), separator: " ; ")
    let measure =
      classes == nil
      ? place.capitalised
      : (subject.layer.hasTownHalls ? Text.communesWhoseTownHallLies : Text.communesWhoseInteriorPointLies) + place
    let verdict = totals?.shareOfPopulation.map { Text.shareOfTerritoryPopulation(Phrases.percent($0)) }
    let parts = [measure, (totals?.population ?? Inhabitants([])).words, verdict]
    return Text.joined(parts.compactMap { $0 }, separator: " · ")
  }

  /// The fill of the near and of the far class: strong and light, so that names read on both.
  private func fill(_ step: Int) -> Fill {
    let fill = Fill.step(2 * step)
    return isPlanned ? .planned(fill) : fill
  }

  private func features() -> FeatureFills {
    var fills = [Fill](repeating: .out, count: subject.layer.count)
    var distances = [Double?](repeating: nil, count: subject.layer.count)
    for (index, row) in reach.rows.enumerated() {
      fills[row.row] = fill(classes?.members[index] ?? 0)
      distances[row.row] = row.distance
    }
    let labels = classes?.words(3, unit: "km", isOpen: false) ?? [Text("atteinte", "reached")]
    let reached = labels.enumerated().map { step, label in
      LegendEntry(fill(step), label, communes: classes?.counts[step] ?? reach.rows.count)
    }
    let out = fills.count { $0 == .out }
    return FeatureFills(
      heading: classes == nil ? reach.action.title : distanceHeading,
      entries: reached + [LegendEntry(.out, Text("hors de portée", "out of reach"), communes: out)], fills: fills,
      values: distances.map { $0?.rounded(decimals: 3) ?? .nan },
      title: { [communes = base.communes, limit = reach.limit] row, language in
        let inhabitants = Phrases.inhabitants(communes[row].population)[language]
        let distance = distances[row].map { ", \(Numerals(language).distance($0, limit: limit))\u{202F}km" } ?? ""
        let what = fills[row] == .out ? Text(", hors de portée", ", out of reach")[language] : distance
        return "\(communes[row].nameAndCode) : \(inhabitants)\(what)"
      })
  }

  private var distanceHeading: Text {
    let names = reach.rules.flatMap(\.places).map(\.name)
    return Text(
      names.reduce("Distance à " + names.map(\.fr).joined(separator: ", à ")) { $0.eliding($1.fr) },
      "Distance to " + names.map(\.en).joined(separator: ", "))
  }

  /// Communes from which a radius starts and which no site of the project marks.
  private var communeStarts: [Place] {
    let sites = subject.studyArea.sites.compactMap { subject.studyArea.place(of: $0)?.name }
    return reach.rules.filter { !$0.circles.isEmpty }.flatMap(\.places).filter { !sites.contains($0.name) }
  }

  /// Where a radius starts, and how long it is.
  private var signs: [LegendEntry] {
    let starts = Text.joined(communeStarts.map(\.name), separator: ", ")
    let start = LegendEntry(
      .site(isProposed: true), Text("départ du rayon : \(starts.fr)", "start of the radius: \(starts.en)"))
    let radius = reach.limit.flatMap { limit -> LegendEntry? in
      guard !reach.circles.isEmpty else { return nil }
      let radius = Text.printed { $0.short(limit, 3) }
      return LegendEntry(
        .line(.ring(isPlanned: isPlanned)),
        Text(
          "rayon de \(radius.fr)\u{202F}km (\(reach.basis.label.fr))",
          "radius of \(radius.en)\u{202F}km (\(reach.basis.label.en))"))
    }
    return (starts.fr.isEmpty ? [] : [start]) + (radius.map { [$0] } ?? [])
  }

  private static let mostLeftOut = 6

  /// The largest communes that are not reached.
  private var leftOut: Aside? {
    let communes = base.communes
    let reached = Set(reach.rows.map(\.row))
    let out = communes.indices.filter { !reached.contains($0) }.sorted {
      (communes[$0].population ?? -1) > (communes[$1].population ?? -1)
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
    let from = places.isEmpty ? [subject.studyArea.home].compactMap { $0 } : places
    return .table(
      heading, units: [Text("habitants", "inhabitants"), Text(same: "km")],
      rows: out.prefix(Self.mostLeftOut).map { row in
        let distance = from.map { $0.distance(to: communes[row]) }.min()
        return [
          Text(same: communes[row].name),
          .printed { numerals in communes[row].population.map(numerals.integer) ?? "…" },
          .printed { numerals in distance.map { numerals.distance($0, limit: reach.limit) } ?? "…" },
        ]
      })
  }

  /// How the result changes when the limit is a little different.
  private var robustness: Aside? {
    guard !reach.robustness.isEmpty else { return nil }
    return .table(
      Phrases.ifLimitDiffered(reach), units: [Text("communes", "communes"), Text("habitants", "inhabitants")],
      rows: reach.robustness.map { step in
        let name = Text.printed { numerals in
          let kilometres = reach.limit.map { " (\(numerals.short($0 * (1 + step.change), 2))\u{202F}km)" }
          return (step.change > 0 ? "+" : "−") + numerals.percent(abs(step.change)) + (kilometres ?? "")
        }
        return [name, .printed { $0.integer(step.communes) }, step.population.shortWords]
      })
  }
}
