import Bytes
import Cartography
import Classification
import Geometry
import Projections
import Reach
import Territory

/// `territory`: the communes of the Pôle by population density, with their cantons.
public struct TerritoryMap: ProjectMap {
  /// Name on the command line.
  public static let name = "territory"
  /// What the map shows, in one sentence.
  public static let summary = Text.territoryAndCommuneDensity

  /// Makes the map; it has no options.
  public init() {}

  /// The table of communes.
  public var tables: [String] { ["communes"] }

  /// The only map of the territory, for an atlas.
  public static func plates(_ subject: Subject) -> [(file: String, map: any ProjectMap)] { [(name, TerritoryMap())] }

  /// The map of a territory. A commune without a population is in no class.
  public func content(_ base: BaseMap) throws(Problem) -> MapContent {
    let (subject, communes, areas) = (base.subject, base.communes, base.subject.areas())
    let densities = communes.indices.map { row in communes[row].population.map { Double($0) / areas[row] } ?? .nan }
    let classes = Classes(densities, upperBounds: try bounds(densities.filter(\.isFinite)))
    // The lowest densities have the weakest step, so that a territory without a dense commune has no strong fill.
    let fill = { (step: Int) in Fill.step(3 - step) }
    var entries = classes.words(0).enumerated().reversed().map { step, words in
      LegendEntry(fill(step), words, communes: classes.counts[step])
    }
    let unknown = classes.members.count { $0 == nil }
    if unknown > 0 {
      entries.append(LegendEntry(.unknown, Text("population inconnue", "unknown population"), communes: unknown))
    }
    let hasCantons = communes.contains { $0.canton != nil }
    let canton = LegendEntry(.border(.canton), .each { Phrases.canton(subject.layer)[$0].lowercased() })
    return MapContent(
      theme: base.theme, title: finding(subject), subtitle: subtitle(subject, areas), sources: base.sources(),
      features: FeatureFills(
        heading: Text("Habitants au km²", "Inhabitants per km²"), entries: entries,
        fills: classes.members.map { $0.map(fill) ?? .unknown }, values: densities.map { $0.rounded(decimals: 1) },
        title: { row, language in
          let name = "\(communes[row].nameAndCode) : \(Phrases.inhabitants(communes[row].population)[language])"
          return densities[row].isFinite ? "\(name), \(Numerals(language).decimal(densities[row], 0)) hab./km²" : name
        }), limits: base.limits { $0.canton ?? "" }, signs: base.signs(hasCantons ? [canton] : []),
      asides: cantonTable(subject), units: base.units)
  }

  /// Round bounds that are easy to remember; the last one is the largest value itself. Empty without a value. Where one
  /// of these classes would have four fifths of the communes, rounded quartiles take their place.
  private func bounds(_ values: [Double]) throws(Problem) -> [Double] {
    guard let top = values.max(), let bottom = values.min() else { return [] }
    let known = [100, 300, 1000].filter { $0 < top } + [top]
    let most = Classes(values, upperBounds: known).counts.max() ?? 0
    guard values.count >= 8, 5 * most >= 4 * values.count else { return known }
    let quartiles = try ClassBreaks(values, by: ClassMethods.named("quantile"), ClassOptions(classes: 4)).upperBounds
    var bounds: [Double] = []
    for quartile in quartiles {
      var step = 1.0
      while quartile / step >= 100 { step *= 10 }
      let rounded = (quartile / step).rounded() * step
      if rounded > bounds.last ?? bottom, rounded < top { bounds.append(rounded) }
    }
    return bounds + [top]
  }

  /// How unevenly people live: the fewest communes that hold half of the inhabitants.
  private func finding(_ subject: Subject) -> Text {
    let people = subject.layer.population
    let name = subject.pole.territory.name
    guard let total = people.total else {
      // Half of an unknown number cannot be found.
      let (all, words) = (Phrases.communes(people.communes), people.words)
      return people.communesKnown == 0
        ? Text("\(name) : \(all.fr), population inconnue", "\(name): \(all.en), unknown population")
        : Text("\(name) : \(all.fr), \(words.fr)", "\(name): \(all.en), \(words.en)")
    }
    guard subject.layer.count > 1 else { return Text(same: name) + Text(" : ", ": ") + people.words }
    let half = Double(total) / 2
    var sum = 0
    var count = 0
    for population in subject.layer.communes.compactMap(\.population).sorted(by: >) where Double(sum) < half {
      sum += population
      count += 1
    }
    let (inhabitants, some) = (people.words, Phrases.some(count, of: subject.layer.count))
    return Text(
      "\(name) : la moitié des \(inhabitants.fr) vit dans \(some.fr)",
      "\(name): half of the \(inhabitants.en) live in \(some.en)")
  }

  private func subtitle(_ subject: Subject, _ areas: [Double]) -> Text {
    let area = areas.reduce(0, +)
    let density = subject.layer.population.total.map { Double($0) / area }
    return Text.populationDensityOfTerritory(
      Phrases.cantons(subject.layer, dated: true), .printed { $0.decimal(area, 0) },
      .printed { numerals in density.map { numerals.decimal($0, 0) } ?? "…" },
      subject.pole.territory.support.basis == .assumption ? Text.reconstructedListOfCommunes : .empty)
  }

  private func cantonTable(_ subject: Subject) -> [Aside] {
    var cantons: [String: (name: String, rows: [Int])] = [:]
    for (row, commune) in subject.layer.communes.enumerated() {
      guard let code = commune.canton else { continue }
      cantons[code, default: (commune.cantonName ?? code, [])].rows.append(row)
    }
    guard !cantons.isEmpty else { return [] }
    let extents = subject.extents()
    let rows = cantons.map { code, canton in
      (
        name: canton.name, people: subject.layer.population(canton.rows),
        whole: extents?.extent(.canton, code, communes: canton.rows.count)?.communesOfWhole
      )
    }.sorted { ($0.people.known, $1.name) > ($1.people.known, $0.name) }.map { canton -> [Text] in
      // A part is never printed as the whole.
      let communes = canton.people.communes
      let count =
        canton.whole.map { Text("\(communes) sur \($0)", "\(communes) of \($0)") } ?? Text(same: String(communes))
      return [Text(same: canton.name), count, Phrases.inhabitantsShort(canton.people)]
    }
    let heading =
      Text(same: "Cantons") + Phrases.year(subject.layer) + Text(" : communes, habitants", ": communes, inhabitants")
    return [.table(heading, rows: rows)]
  }
}
