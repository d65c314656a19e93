/// Sums that hold between cells, in flat buffers: in each, one total and the cells it is the sum of.
public struct SparseRelations: Sendable, Equatable {
  /// The total of each sum, as a cell number.
  public private(set) var totals: [Int] = []
  /// Relation r has the parts `parts[starts[r] ..< starts[r + 1]]`.
  public private(set) var starts: [Int] = [0]
  /// The parts of all sums, as cell numbers, one sum after the other.
  public private(set) var parts: [Int] = []

  /// Makes relations without any sum.
  public init() {}

  /// Number of sums.
  public var count: Int { totals.count }

  /// Appends a sum.
  public mutating func append(total: Int, parts: some Sequence<Int>) {
    totals.append(total)
    self.parts.append(contentsOf: parts)
    starts.append(self.parts.count)
  }

  /// The parts of one sum. Complexity: O(1).
  public func parts(_ relation: Int) -> ArraySlice<Int> { parts[starts[relation]..<starts[relation + 1]] }
}
