/// Quotients of shares and rates, as functions of plain numbers.
///
/// Every one is `…` when a number is unknown and `///` over zero.
public enum Quotients {
  /// Location quotient: (part ÷ whole) ÷ (reference part ÷ reference whole), ESS jobs over all salaried jobs,
  /// here and there; 1 when the area is like the reference.
  ///
  /// Source: Florence, "Investment, Location, and Size of Plant" (1948); Isard, "Methods of Regional Analysis"
  /// (1960).
  public static func location(part: Double?, whole: Double?, referencePart: Double?, referenceWhole: Double?) -> Cell {
    ratio(.ratio(part, whole), to: .ratio(referencePart, referenceWhole))
  }

  /// Relative density: (count ÷ inhabitants) ÷ (reference count ÷ reference inhabitants), which is the same as
  /// the observed count over the one expected at the reference's rate.
  public static func relativeDensity(
    count: Double?, inhabitants: Double?, referenceCount: Double?, referenceInhabitants: Double?
  ) -> Cell { ratio(.ratio(count, inhabitants), to: .ratio(referenceCount, referenceInhabitants)) }

  /// The count expected at the reference's rate, an estimate: reference count ÷ reference inhabitants ×
  /// inhabitants.
  public static func expected(inhabitants: Double?, referenceCount: Double?, referenceInhabitants: Double?) -> Cell {
    guard let inhabitants else { return .notAvailable }
    let count = Cell.ratio(referenceCount, referenceInhabitants, per: inhabitants)
    return count.value.map { .estimate($0) } ?? count
  }

  private static func ratio(_ cell: Cell, to reference: Cell) -> Cell {
    if cell == .notAvailable || reference == .notAvailable { return .notAvailable }
    guard let value = cell.value, let base = reference.value else { return .notApplicable }
    return .ratio(value, base)
  }
}
