/// The weighted costs of a sum to be minimised: one column for each candidate, one row for each demand with a
/// weight.
///
/// Rows are padded with zeros to a multiple of 8, so that sums use whole vectors. The cells are w·d for the
/// p-median; for maximal covering they are w when the demand is out of reach and 0 otherwise. Both are then the
/// same problem: choose p columns so that the sum of the minima of the rows is smallest.
struct CostColumns: Sendable {
  let rows: Int
  let columns: Int
  /// `cells[column * rows + row]`.
  let cells: [Double]
  /// The highest cost of each row, which existing sites set; padding is 0.
  let ceiling: [Double]
  /// The magnitude of the larger costs of each row, by which the steps of its price are measured; padding is 0.
  let spread: [Double]

  /// Calls `cost(row, column)` once for each cell; costs above the row's ceiling are reduced to it.
  init(rows count: Int, columns: Int, ceiling limits: [Double], spread sizes: [Double], cost: (Int, Int) -> Double) {
    rows = (count + 7) / 8 * 8
    self.columns = columns
    let padded = rows
    ceiling = limits + [Double](repeating: 0, count: padded - count)
    spread = sizes + [Double](repeating: 0, count: padded - count)
    var filled = [Double](repeating: 0, count: padded * columns)
    for column in 0..<columns {
      for row in 0..<count { filled[column * padded + row] = min(limits[row], cost(row, column)) }
    }
    cells = filled
  }

  /// The sum over the rows of their minimum among some columns. O(rows × sites).
  func value(_ sites: [Int]) -> Double {
    var nearest = ceiling
    for site in sites { lower(&nearest, by: site) }
    return nearest.reduce(0, +)
  }

  /// Lowers each entry to the cost in a column, if that is less.
  func lower(_ nearest: inout [Double], by column: Int) {
    cells.withUnsafeBufferPointer { cells in
      let base = column * rows
      for row in 0..<rows { nearest[row] = min(nearest[row], cells[base + row]) }
    }
  }

  /// Σ min(0, cost − price) over the rows of a column: what opening it saves compared with the prices, as a
  /// number ≤ 0.
  func saving(_ column: Int, against prices: [Double]) -> Double {
    cells.withUnsafeBufferPointer { cells in
      prices.withUnsafeBufferPointer { prices in
        let cell = UnsafeRawPointer(cells.baseAddress! + column * rows)
        let price = UnsafeRawPointer(prices.baseAddress!)
        var first = SIMD4<Double>.zero
        var second = SIMD4<Double>.zero
        let zero = SIMD4<Double>.zero
        for offset in stride(from: 0, to: rows * 8, by: 64) {
          let a =
            cell.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
            - price.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
          let b =
            cell.loadUnaligned(fromByteOffset: offset + 32, as: SIMD4<Double>.self)
            - price.loadUnaligned(fromByteOffset: offset + 32, as: SIMD4<Double>.self)
          first += a.replacing(with: zero, where: zero .< a)
          second += b.replacing(with: zero, where: zero .< b)
        }
        return (first + second).sum()
      }
    }
  }
}
