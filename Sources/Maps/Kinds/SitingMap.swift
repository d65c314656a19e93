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
    let communes = base.communes
    let sites = answer.open
    var rings: [MapCircle] = []
    var lines: [Double] = []
    if let radius = answer.question.radius, answer.question.times == nil {
      for site in sites {
        let circle = GeodesicCircle(
          longitude: communes[site].longitude, latitude: communes[site].latitude, radius: radius * 1000)
        rings.append(try base.circle(circle, planned: true))
      }
    }
    for entry in answer.served {
      guard let site = entry.site, site != entry.row else { continue }
      let (from, to) = (try base.locate(communes[entry.row]), try base.locate(communes[site]))
      lines += [from.x, from.y, to.x, to.y]
    }
    var markers: [MapMarker] = []
    for site in sites {
      let at = try base.locate(communes[site])
      markers.append(MapMarker(name: communes[site].name, x: at.x, y: at.y, isProposed: true))
    }
    return MapContent(
      theme: base.theme, title: title(base.subject), subtitle: subtitle,
      sources: [Text.possiblePlaceIsNoDecision] + base.sources(), features: features(communes), rings: rings,
      lines: lines, markers: markers,
      signs: [
        LegendEntry(.site(isProposed: true), Text("site simulé", "simulated site")),
        LegendEntry(.line(.assignment), Text("vers le site le plus proche", "to the nearest site")),
      ] + base.signs(), asides: [table], units: base.units)
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

  private static let fills: [Fill] = [.step(0), .step(2), .step(3)]
  private static let leftOut = Text("sans poids, laissée de côté", "without a weight, left out")

  private func features(_ communes: [Commune]) -> FeatureFills {
    let (classes, question) = (distances(), answer.question)
    var fills = [Fill](repeating: .step(3), count: communes.count)
    var values = [Double](repeating: .nan, count: communes.count)
    var entries = [Int?](repeating: nil, count: communes.count)
    for row in question.leftOut { fills[row] = .unknown }
    for (number, entry) in answer.assignment.enumerated() {
      fills[entry.row] = Self.fills[classes.members[number] ?? 2]
      values[entry.row] = entry.cost?.rounded(decimals: 3) ?? .nan
      entries[entry.row] = number
    }
    var legend = classes.words(1, unit: question.unit).enumerated().map { step, words in
      LegendEntry(Self.fills[step], words, communes: classes.counts[step])
    }
    if !question.leftOut.isEmpty {
      legend.append(LegendEntry(.unknown, Self.leftOut, communes: question.leftOut.count))
    }
    return FeatureFills(
      heading: question.times == nil ? Text.distanceToNearestSite : Text.timeToNearestSite, entries: legend,
      fills: fills, values: values,
      title: { [answer] row, language in
        guard let entry = entries[row].map({ answer.assignment[$0] }) else {
          return fills[row] == .unknown
            ? communes[row].nameAndCode + " : " + Self.leftOut[language] : communes[row].name
        }
        let cost = entry.cost.map { Numerals(language).distance($0, limit: question.radius) } ?? "…"
        let site = entry.site.map { communes[$0].name } ?? "…"
        return "\(communes[row].nameAndCode) : \(site), \(cost)\u{202F}\(question.unit)"
      })
  }

  private var table: Aside {
    let communes = answer.question.layer.communes
    return .table(
      Text("Qui chaque site servirait", "Whom each site would serve"),
      units: [Text("communes", "communes"), answer.question.weightName],
      rows: answer.open.map { site in
        let served = answer.served.filter { $0.site == site }
        let weight = answer.question.weight(served.map(\.row))
        return [
          Text(same: communes[site].name), .printed { $0.integer(served.count) }, .printed { $0.decimal(weight, 0) },
        ]
      })
  }
}
