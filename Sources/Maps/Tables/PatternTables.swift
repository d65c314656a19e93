import Bytes
import Statistics

/// Moran's I and the local clusters of communes, as tables and JSON.
public enum PatternTables {
  /// The measures of the whole, one in each row.
  public static func summary(_ pattern: CommunePattern) -> Table {
    var rows: [[Table.Value]] = []
    func row(_ key: String, _ label: Text, _ value: Double?, _ decimals: Int) {
      rows.append([.word(label, key: key), .number(value, decimals: decimals)])
    }
    let moran = pattern.moran
    row("communes", Text("communes comparées", "communes compared"), Double(pattern.sample.count), 0)
    row("moran_i", Text("I de Moran", "Moran’s I"), moran?.index, 3)
    row("expected", Text("I attendu sans voisinage", "I expected by chance"), moran?.expected, 3)
    row("z", Text("z (randomisation)", "z (randomisation)"), moran?.zRandomisation, 2)
    row("p", Text("p bilatéral, permutations", "two-sided p, permutations"), moran?.pPermutation, 4)
    row("gini", Text.giniWeightedByInhabitants, pattern.gini, 3)
    return Table(
      name: "moran", title: finding(pattern),
      columns: [
        Table.Column("statistic", Text("Statistique", "Statistic")), Table.Column("value", Text("Valeur", "Value")),
      ], rows: rows, notes: notes(pattern))
  }

  /// The finding, such as "Neighbouring communes resemble each other (I = 0.23; p = 0.0002)".
  public static func finding(_ pattern: CommunePattern) -> Text {
    guard let moran = pattern.moran, let p = moran.pPermutation else { return Text.tooFewCommunesToJudge }
    let numbers =
      Text(same: " (I = ") + .printed { $0.decimal(moran.index, 3) } + Text(" ; p = ", "; p = ")
      + .printed { $0.decimal(p, 4) + ")" }
    if p > 0.05 { return Text.neighboursNotShownAlike + numbers }
    return (moran.index > moran.expected ? Text.neighbouringCommunesAreAlike : Text.neighbouringCommunesDiffer)
      + numbers
  }

  private static func notes(_ pattern: CommunePattern) -> [Text] {
    let neighbours: Text
    switch pattern.options.neighbours {
    case .queen: neighbours = Text("un point commun", "a common point")
    case .rook: neighbours = Text("une frontière commune", "a common border")
    case .distance(let km):
      let distance = Text.printed { $0.short(km, 3) }
      neighbours = Text("chefs-lieux à \(distance.fr) km au plus", "chefs-lieux at most \(distance.en) km apart")
    }
    let rates = pattern.options.isRaw ? Text("taux bruts", "raw rates") : Text.standardisedRates
    let draws = pattern.options.permutations
    var notes = [
      Text("Voisines : ", "Neighbours: ") + neighbours + Text(" ; ", "; ") + rates
        + Text.permutationsAndClusters(draws, pattern.options.seed)
    ]
    let without = pattern.sample.withoutValue.count
    let alone = pattern.sample.withoutNeighbour.count
    if without + alone > 0 { notes.append(Text.leftOutOfPatterns(without, alone)) }
    return notes
  }

  /// The numbers of the summary with their formulas, for `--explain`.
  public static func explanation(_ pattern: CommunePattern, _ language: Language) -> String {
    var out = finding(pattern)[language] + "\n"
    let formulas: [(Text, Text)] = [
      (Text("I de Moran", "Moran’s I"), Text.formulaOfMoransI),
      (Text("taux normalisé", "standardised rate"), Text.formulaOfStandardisedRate),
      (Text("p, permutations", "p, permutations"), Text.formulaOfPermutationProbability),
      (Text("I local", "local I"), Text(same: "zᵢ × Σⱼ wᵢⱼ zⱼ ÷ m₂")),
      (Text("Gini", "Gini"), Text(same: "1 − Σ (Qᵢ + Qᵢ₋₁) × pᵢ")),
    ]
    let colon = Text(" : ", ": ")[language]
    for (name, formula) in formulas { out += "  " + name[language] + colon + formula[language] + "\n" }
    for note in notes(pattern) { out += "  " + note[language] + "\n" }
    return out
  }

  /// One row for each commune: its rate, local I, quadrant, p and cluster.
  public static func communes(_ pattern: CommunePattern, _ counted: Comparison.Counted) -> Table {
    let places = Dictionary(
      pattern.sample.areas.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let clusters = pattern.local?.clusters() ?? []
    let rows = pattern.areas.indices.map { index -> [Table.Value] in
      let area = counted.table.areas[pattern.areas[index]]
      let place = places[index]
      let quadrant = place.flatMap { pattern.local?.quadrant[$0] }
      // A commune with a known rate that takes no part has no neighbours to be compared with.
      let hasNoNeighbours = place == nil && pattern.values[index] != nil
      func local(_ number: Double?, decimals: Int) -> Table.Value {
        hasNoNeighbours ? .notApplicable : .number(number, decimals: decimals)
      }
      let cluster = place.flatMap { clusters.isEmpty ? nil : clusters[$0] }
      return [
        .text(area.code), .text(area.name), .figure(rate(pattern, index, counted), decimals: 1),
        .number(pattern.values[index], decimals: 3), local(place.flatMap { pattern.local?.index[$0] }, decimals: 3),
        .word(quadrant.map(word) ?? Text(same: hasNoNeighbours ? "///" : "…"), key: quadrant?.rawValue ?? ""),
        local(place.flatMap { pattern.local?.p[$0] }, decimals: 4),
        local(place.flatMap { pattern.local?.adjusted[$0] }, decimals: 4),
        .word(cluster.map(word) ?? Text.empty, key: cluster?.rawValue ?? ""),
      ]
    }
    let count = clusters.compactMap { $0 }.count
    return Table(
      name: "lisa",
      title: count == 0
        ? Text.noClusterStandsOut
        : Phrases.communes(count)
          + Text(
            count == 1 ? " se distingue du hasard" : " se distinguent du hasard",
            count == 1 ? " stands out from chance" : " stand out from chance"),
      columns: [
        .insee, .commune,
        Table.Column("establishments_per_10000", Text("Pour 10 000 hab.", "Per 10,000 inh."), isFigure: true),
        Table.Column("value", Text("Taux normalisé", "Standardised rate"), isDetail: true),
        Table.Column("local_i", Text("I local", "Local I")),
        Table.Column("quadrant", Text("Commune – voisines", "Commune – neighbours")),
        Table.Column("p", Text(same: "p")), Table.Column("p_adjusted", Text("p ajusté", "Adjusted p")),
        Table.Column("cluster", Text("Grappe à 5 %", "Cluster at 5%")),
      ], rows: rows)
  }

  private static func rate(_ pattern: CommunePattern, _ index: Int, _ counted: Comparison.Counted) -> Cell {
    let count = counted.table.count(.establishments, area: pattern.areas[index], family: 0)
    if count?.isSecret == true { return .secret }
    guard let count, count.cell.value != nil else { return .missing }
    return pattern.rates[index].value.map { .number($0 * 10_000) } ?? pattern.rates[index]
  }

  private static func word(_ quadrant: LocalMoran.Quadrant) -> Text {
    switch quadrant {
    case .highHigh: Text("haut – haut", "high – high")
    case .lowHigh: Text("bas – haut", "low – high")
    case .lowLow: Text("bas – bas", "low – low")
    case .highLow: Text("haut – bas", "high – low")
    }
  }

  /// The members `moran` and `communes` of the JSON.
  public static func json(_ pattern: CommunePattern, _ counted: Comparison.Counted) -> [(key: String, value: JSON)] {
    let moran = pattern.moran
    let (rule, km): (String, Double?) =
      switch pattern.options.neighbours {
      case .queen: ("queen", nil)
      case .rook: ("rook", nil)
      case .distance(let km): ("distance", km)
      }
    func codes(_ list: [Int]) -> JSON { .array(list.map { .string(counted.table.areas[pattern.areas[$0]].code) }) }
    return [
      (
        "moran",
        .object([
          ("neighbours", .string(rule)), ("distance_km", .optional(km)), ("raw", .bool(pattern.options.isRaw)),
          ("permutations", .integer(pattern.options.permutations)),
          ("seed", .integer(Int(clamping: pattern.options.seed))), ("communes", .integer(pattern.sample.count)),
          ("i", .optional(moran?.index)), ("expected", .optional(moran?.expected)),
          ("z_normality", .optional(moran?.zNormality)), ("z_randomisation", .optional(moran?.zRandomisation)),
          ("p_permutation", .optional(moran?.pPermutation)), ("gini", .optional(pattern.gini)),
          ("without_value", codes(pattern.sample.withoutValue)),
          ("without_neighbour", codes(pattern.sample.withoutNeighbour)),
        ])
      ), ("communes", communes(pattern, counted).jsonRows),
    ]
  }
}
