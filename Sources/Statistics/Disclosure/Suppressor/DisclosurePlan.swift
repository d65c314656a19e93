/// Which cells of a problem are withheld, and why.
public struct DisclosurePlan: Sendable, Equatable {
  public enum Fate: Sendable, Equatable {
    case published
    /// Withheld for what it would say itself.
    case primary
    /// Withheld because others could be computed from it.
    case complementary
    /// Nobody publishes it.
    case hidden
  }

  /// One a cell of the problem.
  public let fates: [Fate]
  /// Cells that nothing can protect, because what is published elsewhere gives them away.
  public let unprotected: [Int]

  /// Decides for every cell. The same problem always gives the same plan.
  public init(_ problem: DisclosureProblem, rule: DisclosureRule = DisclosureRule()) {
    var suppressor = Suppressor(problem, rule)
    unprotected = suppressor.protectAll().sorted()
    suppressor.giveBack()
    fates = problem.cells.indices.map { index in
      let cell = problem.cells[index]
      if cell.standing == .hidden { return .hidden }
      if rule.isSensitive(cell) { return .primary }
      return suppressor.isWithheld[index] ? .complementary : .published
    }
  }

  public func isWithheld(_ cell: Int) -> Bool { fates[cell] != .published }

  public var primary: [Int] { fates.indices.filter { fates[$0] == .primary } }
  public var complementary: [Int] { fates.indices.filter { fates[$0] == .complementary } }

  /// The cell as later steps may see it: its number, or `secret`.
  public func cell(_ index: Int, of problem: DisclosureProblem) -> Cell {
    isWithheld(index) ? .secret : .number(problem.cells[index].value)
  }

  /// Whether a rate, share or difference made of these cells must be withheld too: when any of them is. Beside a
  /// published denominator it would give the numerator back, beside a secret one it would tie the two together.
  public func withholds(derivedFrom ingredients: some Sequence<Int>) -> Bool {
    ingredients.contains { isWithheld($0) }
  }
}
