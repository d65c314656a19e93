import Bytes

extension FiguresRegister {
  /// What is published of an area, one entry for each date in order of date. Figures of the same reference date
  /// belong together; undated figures go only with those of their own publication.
  ///
  /// Within a date, establishments and jobs of the same perimeter are paired, or the only two when there is one
  /// of each; the others stand alone. Only establishments and jobs make an entry. Complexity: O(n log n).
  func vintages(of area: String, family: Family) -> [AreaFacts] {
    struct Key: Hashable {
      let date: ReferenceDate?
      let publication: Publication?
    }
    func key(_ figure: Figure) -> Key {
      Key(date: figure.reference, publication: figure.reference == nil ? figure.publication : nil)
    }
    let counts = figures(area: area, family: family).filter { [.establishments, .jobs].contains($0.measure) }
    let shares = figures(area: area, measure: .shareOfJobs, family: family)
    let totals = figures(area: area, measure: .allJobs)
    var keys: [Key] = []
    for figure in counts where !keys.contains(key(figure)) { keys.append(key(figure)) }
    var entries: [AreaFacts] = []
    for wanted in keys {
      let same = counts.filter { key($0) == wanted }
      var jobs = same.filter { $0.measure == .jobs }
      let establishments = same.filter { $0.measure == .establishments }
      func entry(_ establishments: Figure?, _ jobs: Figure?) {
        guard let any = establishments ?? jobs else { return }
        entries.append(
          AreaFacts(
            code: area, name: any.area, level: any.level, family: family, establishments: establishments,
            jobs: jobs, shareOfJobs: jobs == nil ? nil : shares.first { key($0) == wanted },
            allJobs: totals.first { key($0) == wanted }))
      }
      for figure in establishments {
        let paired =
          jobs.firstIndex { $0.perimeter == figure.perimeter }
          ?? (jobs.count == 1 && establishments.count == 1 ? 0 : nil)
        entry(figure, paired.map { jobs.remove(at: $0) })
      }
      for figure in jobs { entry(nil, figure) }
    }
    func order(_ facts: AreaFacts) -> (Double, Int) {
      (facts.date?.days ?? .infinity, (facts.establishments ?? facts.jobs)?.line ?? 0)
    }
    return entries.sorted { order($0) < order($1) }
  }
}

extension FiguresRegister {
  /// The latest published figures of an area, with the population nearest
  /// to their date; `nil` when there are none.
  public func latest(of area: String, family: Family) -> AreaFacts? {
    guard var facts = vintages(of: area, family: family).last else { return nil }
    facts.population = facts.date.flatMap { DatedPopulation(at: $0, from: populations(of: area)) }
    return facts
  }
}

extension AreaFacts {
  /// The date of the area's figures: the reference date, or else the date of publication.
  public var date: ReferenceDate? { (establishments ?? jobs)?.date }

  /// The perimeter of the area's figures.
  public var perimeter: Perimeter? { (establishments ?? jobs)?.perimeter }
}
