import Bytes

extension FiguresRegister {
  /// What is published of an area, one entry for each date in order of date. Figures of the same reference date
  /// belong together; undated figures go only with those of their own publication.
  ///
  /// Within a date, establishments and jobs of the same perimeter are paired, or the only two when there is one
  /// of each; the others stand alone. A share of jobs goes with a count of jobs of its date, or makes an entry of
  /// its own. Totals that are derived count as published ones and are marked. Complexity: O(n log n).
  func vintages(of area: AreaKey, family: Family) -> [AreaFacts] {
    struct Key: Hashable {
      let date: ReferenceDate?
      let publication: Publication?
    }
    func key(_ figure: Figure) -> Key {
      Key(date: figure.reference, publication: figure.reference == nil ? figure.publication : nil)
    }
    let counts =
      figures(area: area.code, level: area.level, family: family).filter {
        [.establishments, .jobs].contains($0.measure)
      } + derived.filter { $0.key == area && family == .all }
    let shares = figures(area: area.code, level: area.level, measure: .shareOfJobs, family: family)
    let totals = figures(area: area.code, level: area.level, measure: .allJobs)
    var entries: [AreaFacts] = []
    for wanted in (counts + shares).map(key).distinct {
      let same = counts.filter { key($0) == wanted }
      var jobs = same.filter { $0.measure == .jobs }
      let establishments = same.filter { $0.measure == .establishments }
      let share = shares.first { key($0) == wanted }
      func entry(_ establishments: Figure?, _ jobs: Figure?) {
        let alone = same.contains { $0.measure == .jobs } ? nil : share
        guard let any = establishments ?? jobs ?? alone else { return }
        entries.append(
          AreaFacts(
            code: area.code, name: any.area, level: any.level, family: family, establishments: establishments,
            jobs: jobs, shareOfJobs: jobs == nil && establishments != nil ? nil : share,
            allJobs: totals.first { key($0) == wanted }))
      }
      for figure in establishments {
        let paired =
          jobs.firstIndex { $0.perimeter == figure.perimeter }
          ?? (jobs.count == 1 && establishments.count == 1 ? 0 : nil)
        entry(figure, paired.map { jobs.remove(at: $0) })
      }
      for figure in jobs { entry(nil, figure) }
      if share != nil, !same.contains(where: { $0.measure == .jobs }) { entry(nil, nil) }
    }
    func order(_ facts: AreaFacts) -> (Double, Int) { (facts.date?.days ?? .infinity, facts.lead?.line ?? 0) }
    return entries.sorted { order($0) < order($1) }
  }
}

extension FiguresRegister {
  /// The latest published figures of an area, with the population nearest
  /// to their date; `nil` when there are none.
  public func latest(of area: AreaKey, family: Family) -> AreaFacts? {
    let counts = vintages(of: area, family: family).filter { $0.establishments != nil || $0.jobs != nil }
    guard var facts = counts.last else { return nil }
    facts.population = facts.date.flatMap { DatedPopulation(at: $0, from: populations(of: area)) }
    return facts
  }
}

extension AreaFacts {
  /// The date of the area's figures: the reference date, or else the date of publication.
  public var date: ReferenceDate? { lead?.date }

  /// The figure that dates the others: establishments, else jobs, else the share of jobs.
  public var lead: Figure? { establishments ?? jobs ?? shareOfJobs }

  /// The perimeter of the area's figures.
  public var perimeter: Perimeter? { lead?.perimeter }
}
