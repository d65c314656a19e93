import Bytes
import Territory

/// What disclosure control did to one measure of a table, or to one and that of everybody together.
public struct ProtectedMeasure: Sendable {
  /// The measure, then that of everybody it is a part of, where the file has it.
  public let measures: [Measure]
  public let problem: DisclosureProblem
  public let plan: DisclosurePlan
  /// Cells of the problem for positions in the table's counts.
  let cellOfCount: [Int: Int]
  /// Some area's legal units are bounded, not counted: the file does not name them.
  public let boundsUnits: Bool
  /// The units beside the measure's in that of everybody are unknown: what these hold is not protected.
  public let leavesOthers: Bool

  public var measure: Measure { measures[0] }

  /// What the plan says of each count of the table that it knows, by its index.
  public var fates: [Int: DisclosurePlan.Fate] { cellOfCount.mapValues { plan.fates[$0] } }
}

extension AreaTable {
  /// Where a plan comes from: computed, or kept from an earlier run.
  public typealias Planner = (_ measures: [Measure], DisclosureProblem) throws(Problem) -> DisclosurePlan

  /// Withholds what may not be said, and what would let it be computed, of every measure that is protected: after
  /// this the table holds no number of a cell withheld.
  ///
  /// The outsider knows every cell of the table, at all levels and families together, and how areas and families
  /// add up. Communes that are not rows are unknowns of the same system.
  ///
  /// - Parameter fate: what an earlier plan says of a count, by its index; it stands.
  /// - Throws: 65 when families add up to more than all of them, or when nobody says how many legal units a measure
  ///   is of, nor who published it.
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
          measures: measures, problem: system.problem, plan: plan, cellOfCount: cellOfCount,
          boundsUnits: boundsUnits,
          leavesOthers: system.problem.cells.contains { $0.standing == .unknown && $0.value > 0 }))
    }
    return done
  }

  /// Withholds what a plan made for a table of more areas and families withholds.
  ///
  /// - Parameter fate: what that plan says of a count of this table, by its index.
  public mutating func withhold(_ fate: (Int) -> DisclosurePlan.Fate?) {
    for index in counts.indices where fate(index).map({ $0 != .published }) ?? false {
      counts[index].withhold()
    }
  }

  /// What an outsider can deduce of every number of a protected measure that the table does not print, by a check
  /// that goes back to the rows of the file and shares nothing with what withheld it; what is printed and may not
  /// be is a failure too.
  ///
  /// Throws 69 without the Clp library.
  public func checkDisclosure(
    _ rule: DisclosureRule
  ) throws(Problem) -> [(measure: Measure, audit: DisclosureAudit)] {
    try PrintedCounts.check(self, rule)
  }

  /// Protected measures taken as published, in the order of the series.
  public var publishedMeasures: [Measure] { published.sorted().map { series(at: $0).measure } }

  /// Whether a measure is taken as published.
  func isTakenAsPublished(_ position: Int) -> Bool { published.contains(position) }

  /// Positions of protected measures that are one system, each with that of everybody it is a part of.
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
      linked.append(
        series(at: other).measure.everybody == own.measure ? [other, position] : [position, other])
    }
    return linked
  }

  /// Whether the file says how many legal units a protected measure counts: then they decide.
  ///
  /// The rows of the file decide, whatever is asked of it; a zero of nobody says nothing. A file that counts the
  /// units of one magnitude has not had another of them published, but for what its rows say; what is of everybody
  /// stands alone. Throws 65 where neither units nor a publisher are said.
  private func saysUnits(_ position: Int) throws(Problem) -> Bool {
    let data = tally.observations
    func isOfUnits(_ measure: Measure) -> Bool { measure.isMagnitude && !measure.isOfEverybody }
    let own = series(at: position).measure
    let related = Set(
      isOfUnits(own) ? series.filter { isOfUnits(data.series[$0].measure) } : [series[position]])
    var silent: Int?
    for row in 0..<data.count where related.contains(data.seriesOfRow[row]) {
      if !data.contributors[row].isEmpty || (data.units[row] ?? 0) > 0
        || data.lists.contains(data.seriesOfRow[row])
      {
        return true
      }
      guard data.seriesOfRow[row] == series[position], silent == nil, let value = data.values[row].value else {
        continue
      }
      if value > 0, data.publishers[row].isEmpty { silent = row }
    }
    guard let silent, !isPublishedElsewhere else { return false }
    throw Problem(
      .badData, file: data.path, at: Text("ligne \(data.lines[silent])", "line \(data.lines[silent])"),
      Text(
        "« \(own.id) » n’a ni unités légales ni éditeur : impossible de savoir ce qui est secret",
        "\"\(own.id)\" has neither legal units nor a publisher: nobody can know what is secret"),
      fix: Text(
        "donnez les colonnes unit, ou units et largest ; si ces valeurs sont déjà publiées, dites par qui (colonne published_by, ou --published-by)",
        "give the columns unit, or units and largest; if these values are published already, say by whom (column published_by, or --published-by)"
      ))
  }
}

extension AreaCount {
  /// Forgets the number and whatever it could be told from.
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
