import Bytes

/// Everything one run publishes of a magnitude, as one linear system: cells of every level and family, and the
/// sums that tie them. Overlapping areas are linked tables and share their commune cells.
///
/// What an outsider can form by subtracting areas follows from the sums, as long as the cells they are made of
/// are in the system; cells that nobody publishes enter it as `hidden`.
public struct DisclosureProblem: Sendable {
  public let cells: [DisclosureCell]
  public let relations: SparseRelations
  /// Sorted by cell, then unit. Complete for a cell when their number is the cell's units.
  public let contributions: [Contribution]

  /// - Parameter contributions: for each cell where they are known, every legal unit's part, sums included.
  ///   Where none is given, a cell of one unit has a contributor without a name, a cell of two has two, one of more
  ///   its largest; they are the same ones in a part and in its totals. The units and largest of a total and of its
  ///   only part that is not empty agree: the fewest and the greatest of those given.
  /// - Throws: 65 when a value is negative or not finite, a sum does not hold, or contributions exceed their cell.
  public init(cells: [DisclosureCell], relations: SparseRelations, contributions: [Contribution] = [])
    throws(Problem)
  {
    for cell in cells where !(cell.value >= 0 && cell.value.isFinite) {
      throw Problem(
        .badData, at: Text(same: cell.id),
        Text(
          "le secret statistique ne protège que des valeurs positives ou nulles",
          "disclosure control protects only values of 0 or more"),
        fix: Text("corrigez la valeur", "correct the value"))
    }
    for relation in 0..<relations.count {
      let total = cells[relations.totals[relation]]
      let sum = relations.parts(relation).reduce(0.0) { $0 + cells[$1].value }
      guard abs(sum - total.value) <= 1e-9 * max(1, total.value) else {
        throw Problem(
          .badData, at: Text(same: total.id),
          Text(
            "le total vaut \(total.value), ses parties font \(sum)",
            "the total is \(total.value), its parts add up to \(sum)"),
          fix: Text(
            "donnez un total qui soit la somme de ses parties", "give a total that is the sum of its parts")
        )
      }
    }
    try Self.check(contributions, cells)
    let nameless = NamelessUnits(cells, relations)
    self.cells = nameless.completed(cells)
    self.relations = relations
    self.contributions = nameless.completed(contributions, self.cells)
  }

  private static func check(_ contributions: [Contribution], _ cells: [DisclosureCell]) throws(Problem) {
    for one in contributions {
      let cell = cells[one.cell]
      guard one.value >= 0, one.value <= cell.value + 1e-9 * max(1, cell.value) else {
        throw Problem(
          .badData, at: Text(same: cell.id),
          Text(
            "une unité y apporte \(one.value), plus que la case entière",
            "one unit contributes \(one.value), more than the whole cell"),
          fix: Text("corrigez la contribution", "correct the contribution"))
      }
    }
  }
}
