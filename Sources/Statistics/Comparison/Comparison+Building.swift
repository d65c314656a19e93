import Bytes

extension Comparison {
  /// Compares the areas of a register and the user's own territories.
  ///
  /// - `areasKm2`: ellipsoidal area of each published area, by level and code, where known.
  /// - `populations`: counts of inhabitants by area, in addition to those of the register.
  ///
  /// Throws 64 for an unknown area or measure, 65 when the register does not hold the reference.
  public init(
    _ register: FiguresRegister, territories: [Territory] = [], areasKm2: [AreaKey: Double] = [:],
    populations: [AreaKey: [PopulationPoint]] = [:], options: Options = Options()
  ) throws(Problem) {
    columns = try Self.columns(options.measures, of: Indicator.columns)
    isOfCounts = false

    let (base, date) = try Self.base(register, options)
    let baseShares =
      base.map { register.figures(area: $0.code, level: $0.level, measure: .shareOfJobs, family: options.family) } ?? []
    func facts(of area: AreaKey) -> [AreaFacts] {
      let known = register.populations(of: area) + (populations[area] ?? [])
      return register.vintages(of: area, family: options.family).map { facts in
        var facts = facts
        facts.areaKm2 = areasKm2[area]
        // A share divides by jobs, not by inhabitants.
        if facts.establishments != nil || facts.jobs != nil {
          facts.population = facts.date.flatMap { DatedPopulation(at: $0, from: known) }
        }
        facts.shareOfReference = facts.shareOfJobs.flatMap { share in
          baseShares.first {
            $0.reference == share.reference && $0.publication == share.publication && $0.perimeter == share.perimeter
              && (share.reference != nil || share.publication.date != nil)
          }
        }
        return facts
      }
    }
    guard let reference = base.map(facts)?.first(where: { date == nil || $0.date == date }) else {
      let wanted = [options.reference?.area, options.reference?.date?.iso].compactMap { $0 }.joined(separator: " ")
      throw Problem(.badData, file: register.path, Text.noFigureForReference(wanted), fix: Text.addRowToRegister)
    }
    self.reference = reference

    let own = try Self.chosen(options.areas, around: options.around, among: territories, register)
    let undatable = Incompatibility.pairs(in: register)
    let acrossPerimeters = options.acrossPerimeters
    let columns = columns
    func row(_ facts: AreaFacts, isTerritory: Bool) -> Row {
      let pairs = undatable.filter { facts.figures.contains($0.first) || facts.figures.contains($0.second) }
      let isReference = !isTerritory && facts.key == reference.key && facts.figures == reference.figures
      return Row(
        IndicatorInput(area: facts, reference: reference, acrossPerimeters: acrossPerimeters), columns,
        isReference: isReference, isTerritory: isTerritory, warnings: pairs.map(\.text))
    }
    var rows: [Row] = []
    for area in own.areas { rows += facts(of: area).map { row($0, isTerritory: false) } }
    for territory in own.territories {
      let population = reference.date.flatMap { DatedPopulation(at: $0, from: territory.populations) }
      var facts = AreaFacts(
        code: territory.code, name: territory.name, level: "territory", family: options.family, population: population,
        areaKm2: territory.areaKm2)
      if let known = territory.inhabitants { facts.note(known, label: Text(same: territory.name)) }
      rows.append(row(facts, isTerritory: true))
    }
    self.rows = rows
    landmarks = own.territories.compactMap { territory in Landmark.of(territory, reference: reference) { facts(of: $0) }
    }
  }

  /// The area that rows are compared with, and the date of its figures; `nil` for the earliest: the one asked for, or when
  /// none is, the widest of the register with counts of the family, or else with a share. Throws 64 for an area that
  /// the register does not know.
  private static func base(_ register: FiguresRegister, _ options: Options) throws(Problem) -> (
    area: AreaKey?, date: ReferenceDate?
  ) {
    if let asked = options.reference { return (try register.areas(named: [asked.area]).first, asked.date) }
    let ranks = ["country", "region", "departement"]
    let widest = register.own.enumerated().map { index, area in
      (rank: ranks.firstIndex(of: area.level) ?? ranks.count, index: index, area: area)
    }.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.area)
    func first(_ has: (AreaFacts) -> Bool) -> AreaKey? {
      widest.first { register.vintages(of: $0, family: options.family).contains(where: has) }
    }
    return (first { $0.establishments != nil } ?? first { $0.jobs != nil } ?? first { _ in true }, nil)
  }

  static func columns(_ ids: [String], of all: [Indicator]) throws(Problem) -> [Indicator] {
    if ids.isEmpty { return all }
    var chosen: [Indicator] = []
    for id in ids {
      guard let found = all.first(where: { $0.id == id }) else {
        let known = all.map(\.id).joined(separator: ", ")
        throw Problem(
          .usage, Text("mesure inconnue : \(id)", "unknown measure: \(id)"),
          fix: Text("mesures : \(known)", "measures: \(known)"))
      }
      chosen.append(found)
    }
    return chosen
  }

  private static func chosen(
    _ names: [String], around: Set<AreaKey>, among territories: [Territory], _ register: FiguresRegister
  ) throws(Problem) -> (areas: [AreaKey], territories: [Territory]) {
    if names.isEmpty {
      let shown = register.areas.filter { register.own.contains($0) || around.contains($0) }
      return (shown.sorted { ($0.rank, $0.code) < ($1.rank, $1.code) }, territories)
    }
    let own = territories.filter { territory in
      names.contains { $0.folded == territory.code.folded || $0.folded == territory.name.folded }
    }
    let others = names.filter { name in !own.contains { $0.code.folded == name.folded || $0.name.folded == name.folded }
    }
    return (try register.areas(named: others), own)
  }
}

extension Comparison.Row {
  /// Evaluates the columns of an area beside its reference; `warnings` stand behind those on its figures.
  init(
    _ input: IndicatorInput, _ columns: [Indicator], isReference: Bool, isTerritory: Bool = false,
    warnings more: [Text] = []
  ) {
    let values = columns.map { $0.value(input) }
    var warnings = input.area.warnings + more
    for warning in values.flatMap(\.warnings) where !warnings.contains(warning) { warnings.append(warning) }
    self.init(
      facts: input.area, isReference: isReference, isTerritory: isTerritory, values: values, warnings: warnings)
  }
}

extension AreaFacts {
  /// Warnings on figures that are printed as a limit or without a date.
  var warnings: [Text] {
    var warnings: [Text] = []
    if let reservation = establishments?.reservation { warnings.append(reservation) }
    if let figure = establishments ?? jobs, figure.reference == nil {
      let stand = Text.populationTakenAtPublicationDate
      warnings.append((figure.datedValue + (population == nil ? Text(same: "") : stand)))
    }
    for figure in figures where figure.printed.bound != .none {
      warnings.append((Text("imprimé « ", "printed \"") + figure.printedValue + Text(" »", "\"")))
    }
    return warnings
  }
}
