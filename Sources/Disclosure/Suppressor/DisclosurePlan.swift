import Bytes

/// Which cells of a problem are withheld, and why.
public struct DisclosurePlan: Sendable, Equatable {
  /// What happens to a cell.
  public enum Fate: Sendable, Equatable {
    case published
    /// Withheld because it is secret itself.
    case primary
    /// Withheld because secret cells could be computed from it.
    case complementary
    /// Not published by anyone.
    case hidden
  }

  /// One for each cell of the problem.
  public let fates: [Fate]
  /// Cells that nothing can protect, because what is published elsewhere gives them away; ascending.
  public let unprotected: [Int]

  /// Decides for every cell. The same problem always gives the same plan.
  ///
  /// - `progress`: called with the amount of work done and the whole amount.
  public init(
    _ problem: DisclosureProblem, rule: DisclosureRule = DisclosureRule(), progress: ((Int, Int) -> Void)? = nil
  ) {
    var suppressor = Suppressor(problem, rule)
    suppressor.progress = progress
    unprotected = suppressor.protectAll().sorted()
    suppressor.giveBack()
    fates = Self.fates(suppressor)
  }

  /// Makes a plan that withholds at least what an earlier one did. It keeps the cells that still
  /// protect, with less work than a new plan.
  ///
  /// - `withheld`: cells that stay withheld.
  public init(
    _ problem: DisclosureProblem, rule: DisclosureRule, keeping withheld: some Sequence<Int>,
    progress: ((Int, Int) -> Void)? = nil
  ) {
    var suppressor = Suppressor(problem, rule)
    for cell in withheld where !suppressor.isFixed[cell] { suppressor.isWithheld[cell] = true }
    suppressor.progress = progress.map { progress in { done, all in progress(2 * done, all) } }
    unprotected = suppressor.protectAll().sorted()
    fates = Self.fates(suppressor)
  }

  private static func fates(_ suppressor: Suppressor) -> [Fate] {
    let cells = suppressor.problem.cells
    return cells.indices.map { index in
      if cells[index].isNeverPublished { return .hidden }
      if suppressor.rule.isSensitive(cells[index]) { return .primary }
      return suppressor.isWithheld[index] ? .complementary : .published
    }
  }

  /// The SHA-256 digest, in hexadecimal, of everything that the plan publishes: the names of cells with their
  /// numbers or the mark that they are withheld, the sums, and the rule. No withheld number enters it, because
  /// it could be found by trial when all others are known.
  public func digest(of problem: DisclosureProblem, _ rule: DisclosureRule) -> String {
    var out = ByteWriter()
    out.text("\(rule.minimumUnits) \(rule.dominance) \(rule.protection)\n")
    for (index, cell) in problem.cells.enumerated() where !cell.isNeverPublished {
      out.text(cell.id + "\t")
      if isWithheld(index) { out.raw("s") } else { out.shortest(cell.value) }
      if cell.known != PublishedBounds.none { out.text(" \(cell.known)") }
      out.raw("\n")
    }
    for relation in 0..<problem.relations.count {
      let members = [problem.relations.totals[relation]] + problem.relations.parts(relation)
      let names = members.filter { !problem.cells[$0].isNeverPublished }.map { problem.cells[$0].id }
      out.text(names.joined(separator: "\t") + "\n")
    }
    return SHA256.hexadecimal(out.bytes)
  }

  /// Whether a cell is not published, for any reason.
  public func isWithheld(_ cell: Int) -> Bool { fates[cell] != .published }

  /// Cells that are secret themselves, ascending.
  public var primary: [Int] { fates.indices.filter { fates[$0] == .primary } }
  /// Cells that are withheld to protect others, ascending.
  public var complementary: [Int] { fates.indices.filter { fates[$0] == .complementary } }

  /// Whether a rate, share or difference made of these cells must be withheld: it must when
  /// any of them is. With a published denominator it would give the numerator away; with a
  /// secret one it would tie the two together.
  public func withholds(derivedFrom ingredients: some Sequence<Int>) -> Bool { ingredients.contains { isWithheld($0) } }
}
