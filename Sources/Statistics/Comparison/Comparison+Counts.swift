import Bytes
import Territory

extension Comparison {
  /// Areas whose counts are added up from a file by commune, and what they are compared with.
  public struct Counted: Sendable {
    /// The counts that may be printed, after disclosure control.
    public var table: AreaTable
    /// The inhabitants of the pieces, for rates.
    public var population: MeshPopulation
    /// Positions among the table's areas of those that are rows, in their order.
    public var shown: [Int]
    /// Position among the table's areas of the one that rows are compared with.
    public var reference: Int
    /// Areas of a register to list as well, with their own dates and perimeters.
    public var published: [AreaFacts]

    /// Makes the input of a comparison of these values.
    public init(table: AreaTable, population: MeshPopulation, shown: [Int], reference: Int, published: [AreaFacts] = [])
    {
      self.table = table
      self.population = population
      self.shown = shown
      self.reference = reference
      self.published = published
    }
  }

  /// Compares areas by their own counts: one row for each area and family.
  ///
  /// Throws 64 for an unknown measure. Complexity: O(areas × columns).
  public init(_ counted: Counted, measures: [String] = [], acrossPerimeters: Bool = false) throws(Problem) {
    let table = counted.table
    let named: [Measure] = [.establishments, .jobs, .population, .allJobs, .shareOfJobs]
    let others = table.series.map { table.tally.observations.series[$0].measure }.filter { !named.contains($0) }
    let all =
      [Indicator.count(.establishments), Indicator.count(.jobs)] + others.map(Indicator.count)
      + Indicator.published.filter { $0.uses.isEmpty } + Indicator.all + Indicator.ofCounts
    columns = try Self.columns(measures, of: all)
    isOfCounts = true
    let smoothed = Smoothing(counted)
    let columns = columns
    var rows: [Row] = []
    var references: [AreaFacts] = []
    for family in table.families.indices {
      let reference = counted.facts(counted.reference, family, smoothed)
      references.append(reference)
      func row(_ facts: AreaFacts, against base: AreaFacts, isReference: Bool = false) -> Row {
        Row(
          IndicatorInput(area: facts, reference: base, acrossPerimeters: acrossPerimeters), columns,
          isReference: isReference)
      }
      for area in counted.shown {
        rows.append(
          row(counted.facts(area, family, smoothed), against: reference, isReference: area == counted.reference))
      }
      // What a file happens to have counts of is no measure of a country.
      let none = AreaFacts(code: reference.code, name: reference.name, level: reference.level, family: reference.family)
      for facts in counted.published where facts.family == table.families[family] {
        rows.append(row(facts, against: reference.isOfCountedCommunes ? none : reference))
      }
    }
    self.rows = rows
    reference = references[0]
    landmarks = []
  }
}

extension Comparison.Counted {
  /// The facts of an area: its counts with their provenance, and its inhabitants at the date of the counts.
  func facts(_ area: Int, _ family: Int, _ smoothed: Smoothing) -> AreaFacts {
    let place = table.areas[area]
    var facts = AreaFacts(
      code: place.code, name: place.name, level: place.level.rawValue, family: table.families[family],
      areaKm2: place.partial.isEmpty ? place.pieces.reduce(0) { $0 + table.tally.mesh.pieces[$1].areaKm2 } : nil)
    for position in table.series.indices {
      let count = table.counts[table.index(area: area, series: position, family: family)]
      let series = table.series(at: position)
      if count.isSecret { facts.withheld.insert(series.measure) }
      if let note = count.note(isProtected: table.isProtected(series.measure)) {
        facts.partial[series.measure] = place.label + Text(same: ", ") + series.measure.label + Text(" : ", ": ") + note
      }
      guard let figure = figure(of: count, series, place, facts.family) else { continue }
      switch series.measure {
      case .establishments: facts.establishments = figure
      case .jobs: facts.jobs = figure
      case .allJobs: facts.allJobs = figure
      case .shareOfJobs: facts.shareOfJobs = figure
      default: facts.others.append(figure)
      }
    }
    facts.population = population.population(of: place, at: table.date)
    facts.note(population.inhabitants(of: place, at: table.date), label: place.label)
    facts.smoothed = smoothed.rate(area, family)
    facts.extent = place.extent
    return facts
  }

  private func figure(of count: AreaCount, _ series: Observations.Series, _ place: MeshArea, _ family: Family?)
    -> Figure?
  {
    guard let value = count.cell.value else { return nil }
    let file = Path.name(table.tally.observations.path)
    let lines =
      count.lineCount == 1 ? "\(count.firstLine)" : "\(count.firstLine)–\(count.lastLine) (\(count.lineCount))"
    return Figure(
      areaCode: place.code, area: place.name, level: place.level.rawValue, family: family, measure: series.measure,
      printed: PrintedNumber(counted: value), unit: series.measure.id, reference: series.date,
      publication: Publication(publisher: series.source.isEmpty ? file : series.source, title: "", date: nil),
      perimeter: series.perimeter, note: "\(file):\(lines)", line: 0, noteWords: Text(same: "\(file):\(lines)"))
  }
}

extension AreaCount {
  /// The note on a sum that cannot be given. For a protected measure it leaves out the known part, which could
  /// give a cell away together with other totals.
  func note(isProtected: Bool) -> Text? {
    if isProtected { return isPartial ? withoutValue : nil }
    return atLeast
  }
}

extension MeshArea {
  /// Name and level of the area, and that it is a part if so: "Étampois (canton)".
  public var label: Text {
    let part = extent?.bareWords.map { Text(same: ", ") + $0 } ?? Text(same: "")
    return Text(same: name + " (") + level.label + part + Text(same: ")")
  }
}

/// Empirical Bayes rates of establishments, computed among the areas of each level.
struct Smoothing {
  /// With fewer areas, their mean is not worth drawing rates towards.
  private static let fewest = 3
  private var rates: [[SmoothedRate?]]

  init(_ counted: Comparison.Counted) {
    let table = counted.table
    rates = table.families.indices.map { _ in Array(repeating: nil, count: table.areas.count) }
    guard let establishments = table.position(of: .establishments) else { return }
    let people = table.areas.map { counted.population.population(of: $0, at: table.date)?.value }
    for family in table.families.indices {
      for level in AreaLevel.allCases {
        let areas = table.areas.indices.filter { table.areas[$0].level == level }
        guard areas.count >= Self.fewest else { continue }
        let counts = areas.map {
          table.counts[table.index(area: $0, series: establishments, family: family)].cell.value
        }
        let model = EmpiricalBayes(counts: counts, populations: areas.map { people[$0] })
        guard let mean = model.mean else { continue }
        let used = zip(counts, areas).count { $0.0 != nil && (people[$0.1] ?? 0) > 0 }
        for (area, cell) in zip(areas, model.rates) {
          rates[family][area] = SmoothedRate(cell: cell, mean: mean, variance: model.variance, areas: used)
        }
      }
    }
  }

  func rate(_ area: Int, _ family: Int) -> SmoothedRate? { rates[family][area] }
}
