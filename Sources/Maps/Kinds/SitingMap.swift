import Bytes
import Cartography
import Classification
import Geometry
import Projections
import Reach
import Territory

/// `siting`: the best places to open, the communes each would serve, and the distance to them.
public struct SitingMap: ProjectMap {
  /// Name on the command line.
  public static let name = "siting"
  /// What the map shows, in one sentence.
  public static let summary = Text.whereToOpenSimulated

  /// The places found and the question they answer.
  public var answer: SitingAnswer
  /// The id of the action that would open there; empty when it is not known.
  public var actions: [String]

  /// Makes a map of an answer.
  ///
  /// - `action`: the id of what would open there; `nil` when it is not known.
  public init(_ answer: SitingAnswer, of action: String? = nil) {
    self.answer = answer
    actions = action.map { [$0] } ?? []
  }

  /// The map of a territory. Throws 65 for a place that cannot be projected.
  public func content(_ base: BaseMap) throws(Problem) -> MapContent {
    let (subject, request, language) = (base.subject, base.request, base.request.language)
    let classes = distances()
    var circles: [MapCircle] = []
    var lines: [Double] = []
    let communes = subject.layer.communes
    if let radius = answer.question.radius, answer.question.times == nil {
      for site in answer.sites + answer.question.existing {
        let circle = GeodesicCircle(
          longitude: communes[site].longitude, latitude: communes[site].latitude, radius: radius * 1000)
        circles.append(try base.circle(circle, planned: true))
      }
    }
    for entry in answer.served {
      guard let site = entry.site, site != entry.row else { continue }
      let from = try base.locate(communes[entry.row].longitude, communes[entry.row].latitude)
      let to = try base.locate(communes[site].longitude, communes[site].latitude)
      lines += [from.x, from.y, to.x, to.y]
    }
    var markers: [MapMarker] = []
    for site in answer.sites + answer.question.existing {
      let at = try base.locate(communes[site].longitude, communes[site].latitude)
      markers.append(MapMarker(name: communes[site].name, x: at.x, y: at.y, style: "candidate"))
    }
    var content = base.content(
      title: title(subject)[language], subtitle: subtitle[language], source: source(subject, request),
      blocks: [legend(subject, classes, language), table(language)], looks(subject, classes, language))
    (content.circles, content.lines, content.markers) = (circles, lines, markers)
    if !answer.question.leftOut.isEmpty { content.addNoData() }
    return content
  }

  private func title(_ subject: Subject) -> Text {
    let what = actions.first.flatMap { subject.pole.action($0)?.title }
    let head = what ?? Text("Où ouvrir", "Where to open")
    return Text("Simulation – ", "Simulation – ") + head + Text(" à ", " in ") + SitingTables.short(answer)
      + Text(" : ", ": ") + SitingTables.measure(answer)
  }

  private var subtitle: Text {
    let what: Text
    switch answer.result.objective {
    case .cover: what = Text("Couverture maximale", "Maximal covering")
    case .median: what = Text("Le moins de chemin en tout", "The least way in all (p-median)")
    case .centre: what = Text.farthestAsNearAsPossible
    case .setCover: what = Text.coveringByFewestSites
    }
    return what + Text(same: " · ") + SitingTables.proof(answer).withoutStop
  }

  /// Costs to the nearest site, in three classes with round bounds.
  private func distances() -> Classes {
    let costs = answer.assignment.map { $0.cost ?? .nan }
    let top = costs.filter(\.isFinite).max() ?? 0
    let near = answer.question.radius ?? 10
    let bounds: [Double] = [near / 2, near, max(top, near)]
    return Classes(costs, upperBounds: bounds)
  }

  private static let fills = ["s0", "s2", "s3"]

  private func looks(_ subject: Subject, _ classes: Classes, _ language: Language) -> [FeatureLook] {
    let communes = subject.layer.communes
    var looks = communes.map { FeatureLook(fill: "s3", title: $0.name) }
    let unknown = Text("sans poids, laissée de côté", "without a weight, left out")[language]
    for row in answer.question.leftOut {
      looks[row] = FeatureLook(fill: NoData.style, title: "\(communes[row].name) (\(communes[row].insee)) : \(unknown)")
    }
    for (number, entry) in answer.assignment.enumerated() {
      let step = classes.members[number] ?? 2
      let cost = entry.cost.map { Numerals(language).distance($0, limit: answer.question.radius) } ?? "…"
      let site = entry.site.map { communes[$0].name } ?? "…"
      looks[entry.row] = FeatureLook(
        fill: Self.fills[step],
        title:
          "\(communes[entry.row].name) (\(communes[entry.row].insee)) : \(site), \(cost)\u{202F}\(answer.question.unit)",
        value: entry.cost?.rounded(decimals: 3))
    }
    return looks
  }

  private func legend(_ subject: Subject, _ classes: Classes, _ language: Language) -> Legend {
    let numerals = Numerals(language)
    let bounds = classes.upperBounds.map { numerals.short($0, 1) }
    let unit = answer.question.unit
    let labels = [
      Text("\(bounds[0])\u{202F}\(unit) ou moins", "\(bounds[0])\u{202F}\(unit) or less"),
      Text("plus de \(bounds[0]) à \(bounds[1])\u{202F}\(unit)", "over \(bounds[0]) to \(bounds[1])\u{202F}\(unit)"),
      Text("plus de \(bounds[1])\u{202F}\(unit)", "over \(bounds[1])\u{202F}\(unit)"),
    ]
    var rows = (0..<3).map { step in
      Legend.Row(
        .fill(Self.fills[step]), labels[step][language], count: Phrases.communes(classes.counts[step])[language])
    }
    let leftOut = answer.question.leftOut.count
    if leftOut > 0 {
      rows.append(
        Legend.Row(
          .fill(NoData.style), Text("sans poids, laissée de côté", "without a weight, left out")[language],
          count: Phrases.communes(leftOut)[language]))
    }
    rows.append(Legend.Row(.marker("candidate"), Text("site simulé", "simulated site")[language]))
    rows.append(Legend.Row(.line("assignment"), Text("vers le site le plus proche", "to the nearest site")[language]))
    rows += CommonRows.site(subject, language) + CommonRows.outline(subject, language)
    return Legend(
      (answer.question.times == nil ? Text.distanceToNearestSite : Text.timeToNearestSite)[language], rows: rows)
  }

  private func table(_ language: Language) -> FigureTable {
    let numerals = Numerals(language)
    let communes = answer.question.layer.communes
    return FigureTable(
      Text("Qui chaque site servirait", "Whom each site would serve")[language],
      units: [Text("communes", "communes")[language], answer.question.weightName[language]],
      rows: (answer.sites + answer.question.existing).map { site in
        let served = answer.served.filter { $0.site == site }
        let weight = answer.question.weight(served.map(\.row))
        return [communes[site].name, numerals.integer(served.count), numerals.decimal(weight, 0)]
      })
  }

  private func source(_ subject: Subject, _ request: MapRequest) -> String {
    let note = Text.possiblePlaceIsNoDecision
    return note[request.language] + ". " + Sources.line(subject, request, [])
  }
}
