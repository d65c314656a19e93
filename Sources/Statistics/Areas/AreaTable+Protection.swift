import Bytes
import Disclosure
import Territory

/// What disclosure control did to one measure of a table, alone or together with the measure
/// of the whole economy that it is a part of.
public struct ProtectedMeasure: Sendable {
  /// The measure, then the measure of the whole economy that it is a part of, when the file has that one.
  public let measures: [Measure]
  /// The cells and sums from which the plan was made.
  public let problem: DisclosureProblem
  /// The fate of each cell of the problem.
  public let plan: DisclosurePlan
  /// Cells of the problem by the indices of the table's counts.
  let cellOfCount: [Int: Int]
  /// Whether the legal units of some area are bounded, not counted, because the file does not name them.
  public let boundsUnits: Bool
  /// Whether the legal units outside the ESS are unknown, so that their values are not protected.
  public let leavesOthers: Bool

  /// The measure that was protected, without the measure of the whole economy.
  public var measure: Measure { measures[0] }

  /// The fate of each count of the table that is a cell of the problem, by the index of the count.
  public var fates: [Int: DisclosurePlan.Fate] { cellOfCount.mapValues { plan.fates[$0] } }
}

extension AreaTable {
  /// Gives the plan for some measures and their problem: computed, or kept from an earlier run.
  public typealias Planner = (_ measures: [Measure], DisclosureProblem) throws(Problem) -> DisclosurePlan

  /// Withholds the sensitive counts of every protected measure, and the counts from which they could be
  /// computed. Afterwards the table holds no number of a withheld cell.
  ///
  /// An outsider sees every count that is printed, at all levels and in all families, and knows how areas and
  /// families add up. Communes that are not rows of the table are unknowns of the same system.
  ///
  /// - `fate`: the fate that an earlier plan gave a count, by its index; it is kept.
  /// - `planner`: makes the plan; `nil` to compute it.
  /// - Throws: 65 when families add up to more than their total, or when the file says neither how many legal
  ///   units a measure has nor who published it.
  public mutating func protect(
    _ rule: DisclosureRule, fate: (Int) -> DisclosurePlan.Fate? = { _ in nil }, by planner: Planner? = nil
  ) throws(Problem) -> [ProtectedMeasure] {
    published = []
    for position in series.indices where isProtected(series(at: position).measure) {
      if try !saysUnits(position) { published.insert(position) }
    }
    var done: [ProtectedMeasure] = []
    for positions in linkedSeries where !positions.allSatisfy(published.contains) {
      let system = try DisclosureSystem(self, series: positions, fate: fate)
      let measures = positions.map { series(at: $0).measure }
      let plan = try planner?(measures, system.problem) ?? DisclosurePlan(system.problem, rule: rule)
      let boundsUnits = system.cellOfCount.contains { counts[$0.index].boundsUnits }
      var cellOfCount: [Int: Int] = [:]
      for (index, cell) in system.cellOfCount {
        cellOfCount[index] = cell
        if plan.isWithheld(cell) { counts[index].withhold() }
      }
      done.append(
        ProtectedMeasure(
          measures: measures, problem: system.problem, plan: plan, cellOfCount: cellOfCount, boundsUnits: boundsUnits,
          leavesOthers: system.problem.cells.contains { $0.standing == .unknown && $0.value > 0 }))
    }
    return done
  }

  /// Withholds the counts that an earlier plan withholds, made for a table of more areas and families.
  ///
  /// - Parameter fate: the fate that the plan gave a count of this table, by its index; `nil` for none.
  public mutating func withhold(_ fate: (Int) -> DisclosurePlan.Fate?) {
    for index in counts.indices where fate(index).map({ $0 != .published }) ?? false { counts[index].withhold() }
  }

  /// Checks what an outsider can deduce of every number of a protected measure that the table does not print.
  /// The check starts again from the rows of the file and shares no code with the suppression. A sensitive
  /// number that is printed counts as a failure too.
  ///
  /// Throws 65 when printed sums contradict each other, 69 without the Clp library.
  public func checkDisclosure(_ rule: DisclosureRule) throws(Problem) -> [(measure: Measure, audit: DisclosureAudit)] {
    try PrintedCounts.check(self, rule)
  }

  /// Protected measures whose values are taken as published elsewhere, in the order of the series.
  public var publishedMeasures: [Measure] { published.sorted().map { series(at: $0).measure } }

  /// Whether the measure at a position is taken as published elsewhere.
  func isTakenAsPublished(_ position: Int) -> Bool { published.contains(position) }

  /// Positions of protected measures, grouped into systems: a measure goes with the measure of the whole
  /// economy that it is a part of, which comes last.
  private var linkedSeries: [[Int]] {
    var left = series.indices.filter { isProtected(series(at: $0).measure) }
    var linked: [[Int]] = []
    while let position = left.first {
      left.removeFirst()
      let own = series(at: position)
      let pair = left.firstIndex { other in
        let other = series(at: other)
        // Figures of two dates do not add up.
        return other.date == own.date
          && (other.measure.everybody == own.measure || own.measure.everybody == other.measure)
      }
      guard let pair else {
        linked.append([position])
        continue
      }
      let other = left.remove(at: pair)
      linked.append(series(at: other).measure.everybody == own.measure ? [other, position] : [position, other])
    }
    return linked
  }

  /// Whether the file gives legal units for a protected measure, so that they decide what is secret.
  ///
  /// All rows of the file count, not only those of the areas and families asked for; a zero without a
  /// unit says nothing. A file that gives the units of one magnitude of the ESS is taken to be a file
  /// of units for all of them. A measure of the whole economy, such as all salaried jobs, is judged by
  /// its own rows alone, because it may come from a publication that gives no units. Throws 65 when the
  /// file gives neither units nor a publisher.
  private func saysUnits(_ position: Int) throws(Problem) -> Bool {
    let data = tally.observations
    func isOfUnits(_ measure: Measure) -> Bool { measure.isMagnitude && !measure.isOfEverybody }
    let own = series(at: position).measure
    let related = Set(isOfUnits(own) ? series.filter { isOfUnits(data.series[$0].measure) } : [series[position]])
    var silent: Observations.Row?
    for row in data.rows where related.contains(row.series) {
      if !row.contributor.isEmpty || (row.units ?? 0) > 0 || data.lists.contains(row.series) { return true }
      guard row.series == series[position], silent == nil, let value = row.value.value else { continue }
      if value > 0, row.publisher.isEmpty { silent = row }
    }
    guard let silent, publisher == nil else { return false }
    throw Problem(
      .badData, file: data.path, at: Text("ligne \(silent.line)", "line \(silent.line)"),
      Text.hasNeitherUnitsNorPublisher(own.id), fix: Text.giveUnitColumnsOrPublisher)
  }
}

extension AreaCount {
  /// Removes the number and everything it could be deduced from.
  mutating func withhold() {
    cell = .secret
    known = 0
    units = nil
    largest = nil
    lineCount = 0
    firstLine = 0
    lastLine = 0
  }
}
