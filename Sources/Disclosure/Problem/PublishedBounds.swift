/// What bounds that are published of some cells say of all others, before any number is.
package enum PublishedBounds {
  package static let none: ClosedRange<Double> = 0 ... .infinity

  /// The bounds that follow from those of each cell, one sum at a time; those of counts are whole numbers.
  ///
  /// Where parts have bounds, and totals of a commune beside them, these are the bounds anybody can deduce.
  /// Complexity: O(sums' cells) a round, as many rounds as sums hang together, none without bounds.
  static func narrowed(_ bounds: [ClosedRange<Double>], isCount: [Bool], _ relations: SparseRelations) -> [ClosedRange<
    Double
  >] {
    guard bounds.contains(where: { $0 != none }) else { return bounds }
    var known = bounds
    for index in known.indices { _ = narrow(&known[index], bounds[index], isCount[index]) }
    for _ in 0..<50 {
      var isChanged = false
      for relation in 0..<relations.count {
        let total = relations.totals[relation]
        let parts = relations.parts(relation)
        let sum = Sum(parts.map { known[$0] })
        isChanged = narrow(&known[total], sum.low...sum.high, isCount[total]) || isChanged
        for part in parts {
          let others = sum.without(known[part])
          let low = max(0, known[total].lowerBound - others.upperBound)
          let high = known[total].upperBound - others.lowerBound
          isChanged = narrow(&known[part], low...max(low, high), isCount[part]) || isChanged
        }
      }
      if !isChanged { break }
    }
    return known
  }

  /// Says whether the bounds changed.
  private static func narrow(_ known: inout ClosedRange<Double>, _ bounds: ClosedRange<Double>, _ isCount: Bool) -> Bool
  {
    var low = max(known.lowerBound, bounds.lowerBound)
    var high = min(known.upperBound, bounds.upperBound)
    let near = 1e-9 * max(1, low)
    if isCount {
      low = (low - near).rounded(.up)
      high = (high + near).rounded(.down)
    }
    // Sums of numbers that are not whole may miss one another by a hair.
    let narrowed = low...max(low, high)
    let isNarrower = narrowed.lowerBound > known.lowerBound + near || narrowed.upperBound < known.upperBound - near
    known = narrowed
    return isNarrower
  }

  /// A sum of bounds some of which have no end.
  package struct Sum {
    private(set) var low = 0.0
    private var ends = 0.0
    private var endless = 0

    package init(_ bounds: [ClosedRange<Double>]) { for one in bounds { add(one) } }

    var high: Double { endless > 0 ? .infinity : max(low, ends) }

    mutating func add(_ bounds: ClosedRange<Double>) {
      low += bounds.lowerBound
      if bounds.upperBound == .infinity { endless += 1 } else { ends += bounds.upperBound }
    }

    /// Puts bounds in the place of others that were added.
    mutating func replace(_ bounds: ClosedRange<Double>, with others: ClosedRange<Double>) {
      low = max(0, low - bounds.lowerBound)
      if bounds.upperBound == .infinity { endless -= 1 } else { ends -= bounds.upperBound }
      add(others)
    }

    /// What is left when one of those added is taken away.
    package func without(_ bounds: ClosedRange<Double>) -> ClosedRange<Double> {
      var rest = self
      rest.replace(bounds, with: 0...0)
      return rest.low...rest.high
    }
  }
}
