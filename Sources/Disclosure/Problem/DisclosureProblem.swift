import Bytes

/// Everything that one run publishes of a magnitude, as one linear system: cells of every level and family, and
/// the sums between them. Overlapping areas are linked tables that share their commune cells.
///
/// The differences that an outsider can form between areas follow from the sums, as long as the system has the
/// cells that areas are made of; cells that are not published enter it as `hidden`.
public struct DisclosureProblem: Sendable {
  /// The cells, completed with what is known of equal cells.
  public let cells: [DisclosureCell]
  /// The sums that hold between cells.
  public let relations: SparseRelations
  /// Sorted by cell, then unit. Complete for a cell when their number is the cell's units.
  public let contributions: [Contribution]
  /// Whether bounds of any cell are published.
  let hasBounds: Bool

  /// Checks the cells and sums, and completes units and contributions.
  ///
  /// A total and its only part that is not empty have the same units and the same largest unit: the fewest
  /// units and the greatest `largest` that are given.
  ///
  /// - `contributions`: the part of every legal unit in each cell for which they are known, sums
  ///   included. A cell without contributions gets contributors without a name: one for a cell of one unit, two
  ///   for a cell of two, the largest for a cell of more. They are the same in a part and in its totals.
  /// - Throws: 65 when a value is negative or not finite, a sum does not
  ///   hold, or a contribution exceeds its cell.
  public init(cells: [DisclosureCell], relations: SparseRelations, contributions: [Contribution] = []) throws(Problem) {
    for cell in cells where !(cell.value >= 0 && cell.value.isFinite) {
      throw Problem(
        .badData, at: Text(same: cell.id), Text.onlyNonnegativeValuesAreProtected,
        fix: Text("corrigez la valeur", "correct the value"))
    }
    for relation in 0..<relations.count {
      let total = cells[relations.totals[relation]]
      let sum = relations.parts(relation).reduce(0.0) { $0 + cells[$1].value }
      guard abs(sum - total.value) <= 1e-9 * max(1, total.value) else {
        throw Problem(
          .badData, at: Text(same: total.id), Text.totalAndPartsDiffer(total.value, sum), fix: Text.giveTheSumOfParts)
      }
    }
    try Self.check(contributions, cells)
    for cell in cells {
      let near = 1e-9 * max(1, cell.value)
      let isWithin = cell.value >= cell.known.lowerBound - near && cell.value <= cell.known.upperBound + near
      guard !isWithin else { continue }
      throw Problem(
        .badData, at: Text(same: cell.id), Text.valueIsOutsidePublishedBounds,
        fix: Text("corrigez les bornes", "correct the bounds"))
    }
    let nameless = NamelessUnits(cells, relations)
    var completed = nameless.completed(cells)
    hasBounds = completed.contains { $0.known != PublishedBounds.none && !$0.isEmpty }
    if hasBounds {
      let known = PublishedBounds.narrowed(
        completed.map { $0.isEmpty ? 0...0 : $0.known }, isCount: completed.map(\.isCount), relations)
      for index in completed.indices {
        let value = completed[index].value
        completed[index].known = min(known[index].lowerBound, value)...max(known[index].upperBound, value)
      }
    }
    self.cells = completed
    self.relations = relations
    self.contributions = nameless.completed(contributions, self.cells)
  }

  /// What a legal unit knows of a cell before any number is printed: from what it holds and all published bounds.
  func known(by contributions: [Contribution], of cell: Int) -> ClosedRange<Double> {
    var bounds = cells.map(\.known)
    for one in contributions {
      let value = cells[one.cell].value
      bounds[one.cell] = one.isWhole ? value...value : one.range(in: cells[one.cell])
    }
    let known = PublishedBounds.narrowed(bounds, isCount: cells.map(\.isCount), relations)[cell]
    return min(known.lowerBound, cells[cell].value)...max(known.upperBound, cells[cell].value)
  }

  private static func check(_ contributions: [Contribution], _ cells: [DisclosureCell]) throws(Problem) {
    for one in contributions {
      let cell = cells[one.cell]
      guard one.value >= 0, one.value <= cell.value + 1e-9 * max(1, cell.value) else {
        throw Problem(
          .badData, at: Text(same: cell.id), Text.unitExceedsTheCell(one.value),
          fix: Text("corrigez la contribution", "correct the contribution"))
      }
    }
  }
}
