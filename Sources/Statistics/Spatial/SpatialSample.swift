/// The areas an analysis of neighbours can use, their values and their row-standardised weights.
///
/// Areas without a value are left out, then areas left without any neighbour, and both are listed: mean,
/// variance and permutations are those of the areas kept.
public struct SpatialSample: Sendable, Equatable {
  /// Numbers of the areas kept, ascending; `values`, `weights` and every result follow this order.
  public let areas: [Int]
  /// Values of the areas kept.
  public let values: [Double]
  /// Row-standardised weights between the areas kept.
  public let weights: SpatialWeights
  /// Areas that have no value, ascending.
  public let withoutValue: [Int]
  /// Areas with a value but no neighbour that has one, ascending.
  public let withoutNeighbour: [Int]

  /// Keeps the areas that can be used. `values[i]` is the value of area i of `weights`;
  /// `nil` or a value that is not finite leaves the area out. The weights need not be
  /// standardised. Complexity: O(areas + neighbours).
  public init(_ values: [Double?], weights: SpatialWeights) {
    precondition(values.count == weights.count)
    withoutValue = values.indices.filter { !(values[$0]?.isFinite ?? false) }
    var kept = values.indices.filter { values[$0]?.isFinite ?? false }
    var matrix = weights.restricted(to: kept)
    var alone: [Int] = []
    // With weights that are not symmetric, leaving out one area may leave another alone.
    while true {
      let islands = matrix.islands
      if islands.isEmpty { break }
      alone += islands.map { kept[$0] }
      let gone = Set(islands)
      kept = kept.indices.filter { !gone.contains($0) }.map { kept[$0] }
      matrix = weights.restricted(to: kept)
    }
    areas = kept
    withoutNeighbour = alone.sorted()
    self.weights = matrix.rowStandardised()
    self.values = kept.compactMap { values[$0] }
  }

  /// Number of areas kept.
  public var count: Int { areas.count }

  /// Deviations from the mean; `nil` when the values are all the same or fewer than `least`.
  func deviations(atLeast least: Int) -> [Double]? {
    guard count >= least, let low = values.min(), let high = values.max(), low < high else { return nil }
    let mean = values.reduce(0, +) / Double(count)
    return values.map { $0 - mean }
  }
}
