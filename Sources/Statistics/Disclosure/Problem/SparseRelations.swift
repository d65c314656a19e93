/// Sums that hold between cells, in flat buffers: in each, one total and the cells it is the sum of.
public struct SparseRelations: Sendable, Equatable {
  public private(set) var totals: [Int] = []
  /// Relation r has the parts `parts[starts[r] ..< starts[r + 1]]`.
  public private(set) var starts: [Int] = [0]
  public private(set) var parts: [Int] = []

  public init() {}

  public var count: Int { totals.count }

  public mutating func append(total: Int, parts: some Sequence<Int>) {
    totals.append(total)
    self.parts.append(contentsOf: parts)
    starts.append(self.parts.count)
  }

  public func parts(_ relation: Int) -> ArraySlice<Int> {
    parts[starts[relation]..<starts[relation + 1]]
  }
}
