import Disclosure

extension DisclosurePlan {
  /// The cell as later steps may see it: its number, or `secret`.
  public func cell(_ index: Int, of problem: DisclosureProblem) -> Cell {
    isWithheld(index) ? .secret : .number(problem.cells[index].value)
  }
}
