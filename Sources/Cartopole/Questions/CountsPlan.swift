import Bytes
import Disclosure
import Statistics
import Territory

/// What disclosure control withholds of a file of counts on its layers. One plan covers all levels and
/// families, whatever the question, so that no two answers can be combined.
struct CountsPlan: Sendable {
  /// The systems that were protected; empty when nothing is secret.
  private(set) var protected: [ProtectedMeasure] = []
  /// Measures that are taken as published.
  let published: [Measure]
  /// Every area that any answer may show, with every family of the file and with the secrets
  /// withheld; it has no areas when nothing is secret.
  private(set) var table: AreaTable
  /// Whether the user's own areas were fitted to the plan.
  private(set) var hasOwnAreas = false
  private var areaOf: [Key: Int] = [:]
  /// Fates by the indices of the table's counts.
  private var fates: [Int: DisclosurePlan.Fate] = [:]

  private struct Key: Hashable {
    let level: AreaLevel
    let code: String
    let pieces: [Int]
    let partial: [Int]

    init(_ area: MeshArea) { (level, code, pieces, partial) = (area.level, area.code, area.pieces, area.partial) }
  }

  /// Makes or reads the plan.
  ///
  /// - Parameters:
  ///   - areas: the areas of the layers and the project, which decide the plan.
  ///   - own: the user's own areas, which another question may draw otherwise; they
  ///     are fitted to the plan, which stands.
  /// - Throws: 65 for a measure whose legal units are unknown, for cells that cannot be protected (unless the
  ///   answer is only checked), and for a kept plan that belongs to something else.
  init(
    _ question: CountsQuestion, _ tally: Tally, areas: @autoclosure () throws(Problem) -> [MeshArea],
    own: @autoclosure () throws(Problem) -> [MeshArea]
  ) throws(Problem) {
    table = try Self.table(question, tally, [])
    let hasSecrets = try !table.protect(question.rule).isEmpty
    published = table.publishedMeasures
    guard hasSecrets else { return }
    let areas = try areas()
    let whole = try Self.table(question, tally, areas)
    table = whole
    protected = try Self.planned(question, &table)
    if !question.checksDisclosure { try requireProtection(question.data) }
    note()
    let added = try own().filter { areaOf[Key($0)] == nil }
    guard !added.isEmpty else { return }
    hasOwnAreas = true
    let planned = (table: table, fates: fates)
    table = try Self.table(question, tally, areas + added)
    let wider = table
    protected = try table.protect(question.rule) { index in
      let place = wider.place(index)
      guard place.area < planned.table.areas.count else { return nil }
      return planned.fates[planned.table.index(area: place.area, series: place.series, family: place.family)]
    }
    if !question.checksDisclosure { try requireProtection(question.data) }
    note()
  }

  private static func table(_ question: CountsQuestion, _ tally: Tally, _ areas: [MeshArea]) throws(Problem)
    -> AreaTable
  {
    let families = [.all] + tally.observations.familiesPresent.filter { $0 != .all }
    return try question.table(tally, areas, families)
  }

  /// Protects the table by the plan kept in the question's file, or by a new one, which is then kept there.
  private static func planned(_ question: CountsQuestion, _ table: inout AreaTable) throws(Problem)
    -> [ProtectedMeasure]
  {
    let rule = question.rule
    let kept = try question.plan.flatMap { path throws(Problem) in
      FileBytes.exists(path) ? try PlanFile(path: path) : nil
    }
    var new = kept == nil ? question.plan.map { PlanFile(new: $0) } : nil
    let done = try table.protect(
      rule,
      by: { (measures, problem) throws(Problem) in
        var progress = question.showsProgress ? Progress(Text("Secret statistique", "Disclosure control")) : nil
        defer { progress?.end() }
        func step(_ done: Int, _ all: Int) { progress?.step(done, of: all) }
        if let kept { return try kept.plan(measures, problem, rule, progress: step) }
        let plan = DisclosurePlan(problem, rule: rule, progress: step)
        return new?.keep(plan, measures, problem, rule) ?? plan
      })
    if done.allSatisfy(\.plan.unprotected.isEmpty) { try new?.write() }
    return done
  }

  private mutating func note() {
    areaOf = [:]
    for (number, area) in table.areas.enumerated() { areaOf[Key(area)] = number }
    fates = [:]
    for one in protected { fates.merge(one.fates) { first, _ in first } }
  }

  /// Withholds in the table of an answer what the plan withholds.
  func withhold(in answer: inout AreaTable) throws(Problem) {
    guard !protected.isEmpty else { return }
    var areas: [Int?] = []
    for area in answer.areas {
      // An area without communes has no number.
      if area.pieces.isEmpty {
        areas.append(nil)
        continue
      }
      guard let known = areaOf[Key(area)] else {
        throw Problem(.bug, Text("« \(area.name) » n’est pas dans le plan", "\"\(area.name)\" is not in the plan"))
      }
      areas.append(known)
    }
    var families: [Int] = []
    for family in answer.families {
      guard let known = table.families.firstIndex(of: family) else {
        throw Problem(
          .bug, Text("« \(family.rawValue) » n’est pas dans le plan", "\"\(family.rawValue)\" is not in the plan"))
      }
      families.append(known)
    }
    let asked = answer
    answer.withhold { index in
      let place = asked.place(index)
      return areas[place.area].flatMap {
        fates[table.index(area: $0, series: place.series, family: families[place.family])]
      }
    }
  }

  var hasSecrets: Bool { !protected.isEmpty }

  /// The table of everything that answers may print; the answer's own table when nothing is secret.
  func printed(beside answer: AreaTable) -> AreaTable { protected.isEmpty ? answer : table }

  /// Throws 65, naming the first cells that nothing can protect, because a secret would show.
  private func requireProtection(_ file: String) throws(Problem) {
    for one in protected where !one.plan.unprotected.isEmpty {
      let ids = one.plan.unprotected.map { one.problem.cells[$0].id }
      let list = ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? ", … (\(ids.count))" : "")
      throw Problem(
        .badData, file: file,
        one.measure.label + Text(" : impossible à protéger : \(list)", ": cannot be protected: \(list)"),
        fix: one.leavesOthers || one.measures.contains(where: published.contains)
          ? Text.publishedValuesGiveUnitsAway : Text.publishedValuesGiveThemAway)
    }
  }

  /// What is said of the classes that SIRENE publishes of jobs, or somebody of another magnitude.
  private func classes(_ one: ProtectedMeasure) -> [Text] {
    let data = table.tally.observations
    let rows = data.rows.filter {
      one.measures.contains(data.series[$0.series].measure) && ($0.value.value ?? 0) > 0
    }
    let known = rows.count { $0.bounds != nil }
    let isOfJobs = one.measures.contains { $0 == .jobs || $0 == .allJobs }
    let without = Text.withoutPublishedHeadcountClasses
    guard known > 0 else { return isOfJobs ? [Text("Protection calculée ", "Protection computed ") + without] : [] }
    let with = Text.protectionUsesPublishedClasses
    guard known < rows.count else { return [with] }
    let part = Text(" (\(known) lignes sur \(rows.count))", " (\(known) rows of \(rows.count))")
    return [with + part + (isOfJobs ? Text(", le reste ", ", the rest ") + without : Text(same: ""))]
  }

  /// What to say of the protection beside the answer.
  func warnings(_ question: CountsQuestion) -> [Warning] {
    var said: [Text] = []
    for measure in published {
      let data = table.tally.observations
      let stated = Set(
        data.rows.lazy.filter { data.series[$0.series].measure == measure }.map(\.publisher).filter { !$0.isEmpty })
      let names = (stated.isEmpty ? [question.publishedBy ?? ""] : stated.sorted()).joined(separator: ", ")
      said.append(measure.label + Text.valuesAlreadyPublished(names))
    }
    for one in protected {
      if one.boundsUnits { said.append(one.measure.label + Text.legalUnitsWithoutName) }
      if one.leavesOthers, let everybody = one.measures.last {
        said.append(everybody.label + Text.othersUnprotectedWithoutLegalUnits)
      }
      said += classes(one)
      let narrowed = one.problem.cells.count { question.rule.isNarrowed($0) }
      if narrowed > 0 {
        said.append(
          one.measure.label + Text(" : ", ": ")
            + Numerals.count(
              narrowed, fr: ("case secrète, dont", "cases secrètes, dont"),
              en: ("secret cell whose", "secret cells whose")) + Text.publishedClassIsTooNarrow)
      }
    }
    if hasOwnAreas { said.append(Text.publishOnlyOneAnswer) }
    return said.map { Warning(file: question.data, $0) }
  }
}
