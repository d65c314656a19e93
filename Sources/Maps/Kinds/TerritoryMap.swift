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
    let (subject, request, language) = (base.subject, base.request, base.request.language)
    let areas = subject.areas()
    let communes = subject.layer.communes
    let densities = communes.indices.map { row in communes[row].population.map { Double($0) / areas[row] } ?? .nan }
    let classes = Classes(densities, upperBounds: try bounds(densities.filter(\.isFinite)))
    var blocks: [any Block] = [legend(subject, classes, language)]
    if let table = cantonTable(subject, language) { blocks.append(table) }
    let looks = communes.indices.map { row -> FeatureLook in
      let inhabitants = Phrases.inhabitants(communes[row].population)[language]
      let name = "\(communes[row].name) (\(communes[row].insee)) : \(inhabitants)"
      guard let step = classes.members[row] else { return FeatureLook(fill: NoData.style, title: name) }
      let density = Numerals(language).decimal(densities[row], 0)
      return FeatureLook(
        fill: Self.fill(step), title: "\(name), \(density) hab./km²", value: densities[row].rounded(decimals: 1))
    }
    var content = base.content(
      title: finding(subject, language), subtitle: subtitle(subject, areas, language),
      source: Sources.line(subject, request, []), blocks: blocks, looks)
    content.limits = base.limits { $0.canton ?? "" }
    if classes.members.contains(nil) { content.addNoData() }
    return content
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

  /// The lowest densities have the weakest step, so that a territory without a dense commune has no strong fill.
  private static func fill(_ step: Int) -> String { "s\(3 - step)" }

  /// How unevenly people live: the fewest communes that hold half of the inhabitants.
  private func finding(_ subject: Subject, _ language: Language) -> String {
    let people = subject.layer.population
    let name = subject.pole.territory.name
    guard let total = people.total else {
      // Half of an unknown number cannot be found.
      let (all, words) = (Phrases.communes(people.communes), people.words)
      return
        (people.communesKnown == 0
        ? Text("\(name) : \(all.fr), population inconnue", "\(name): \(all.en), unknown population")
        : Text("\(name) : \(all.fr), \(words.fr)", "\(name): \(all.en), \(words.en)"))[language]
    }
    guard subject.layer.count > 1 else { return (Text(same: name) + Text(" : ", ": ") + people.words)[language] }
    let half = Double(total) / 2
    var sum = 0
    var count = 0
    for population in subject.layer.communes.compactMap(\.population).sorted(by: >) where Double(sum) < half {
      sum += population
      count += 1
    }
    let inhabitants = people.words
    return Text(
      "\(name) : la moitié des \(inhabitants.fr) vit dans \(Phrases.some(count, of: subject.layer.count).fr)",
      "\(name): half of the \(inhabitants.en) live in \(Phrases.some(count, of: subject.layer.count).en)")[language]
  }

  private func subtitle(_ subject: Subject, _ areas: [Double], _ language: Language) -> String {
    let numerals = Numerals(language)
    let area = areas.reduce(0, +)
    let cantons = Phrases.cantons(subject.layer, dated: true)
    let density = subject.layer.population.total.map { numerals.decimal(Double($0) / area, 0) } ?? "…"
    let mark = subject.pole.territory.support.basis == .assumption ? Text.reconstructedListOfCommunes : Text(same: "")
    return Text.populationDensityOfTerritory(cantons, numerals.decimal(area, 0), density, mark)[language]
  }

  private func legend(_ subject: Subject, _ classes: Classes, _ language: Language) -> Legend {
    let numerals = Numerals(language)
    let count = classes.counts.count
    var rows = (0..<count).reversed().map { step -> Legend.Row in
      let label: Text
      let upper = numerals.short(classes.upperBounds[step], 0)
      if step == 0 {
        label = Text("\(upper) ou moins", "\(upper) or less")
      } else {
        let lower = numerals.short(classes.upperBounds[step - 1], 0)
        label =
          step == count - 1
          ? Text("plus de \(lower)", "over \(lower)") : Text("plus de \(lower) à \(upper)", "over \(lower) to \(upper)")
      }
      return Legend.Row(
        .fill(Self.fill(step)), label[language], count: Phrases.communes(classes.counts[step])[language])
    }
    let unknown = classes.members.count { $0 == nil }
    if unknown > 0 {
      rows.append(
        Legend.Row(
          .fill(NoData.style), Text("population inconnue", "unknown population")[language],
          count: Phrases.communes(unknown)[language]))
    }
    rows += CommonRows.site(subject, language)
    if subject.layer.communes.contains(where: { $0.canton != nil }) {
      rows.append(Legend.Row(.border("s2", "limit"), Phrases.canton(subject.layer)[language].lowercased()))
    }
    rows += CommonRows.outline(subject, language)
    return Legend(Text("Habitants au km²", "Inhabitants per km²")[language], rows: rows)
  }

  private func cantonTable(_ subject: Subject, _ language: Language) -> FigureTable? {
    var cantons: [String: (name: String, rows: [Int])] = [:]
    for (row, commune) in subject.layer.communes.enumerated() {
      guard let code = commune.canton else { continue }
      cantons[code, default: (commune.cantonName ?? code, [])].rows.append(row)
    }
    guard !cantons.isEmpty else { return nil }
    let extents = subject.extents()
    let rows = cantons.map { code, canton in
      (
        name: canton.name, people: subject.layer.population(canton.rows),
        whole: extents?.extent(.canton, code, communes: canton.rows.count)?.communesOfWhole
      )
    }.sorted { ($0.people.known, $1.name) > ($1.people.known, $0.name) }.map { canton -> [String] in
      // A part is never printed as the whole.
      let communes = canton.people.communes
      let count =
        canton.whole.map { Text("\(communes) sur \($0)", "\(communes) of \($0)")[language] } ?? String(communes)
      return [canton.name, count, Phrases.inhabitantsShort(canton.people, language)]
    }
    let year = subject.layer.vintage.map { Text(" de \($0)", " of \($0)") } ?? Text(same: "")
    let heading = Text(same: "Cantons") + year + Text(" : communes, habitants", ": communes, inhabitants")
    return FigureTable(heading[language], rows: rows)
  }
}
