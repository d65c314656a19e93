/// Weighted costs of a sum to be made small: one column a candidate, one row a demand that weighs.
///
/// Rows are padded with zeros to a multiple of 8, so that sums run in whole vectors. The p-median fills it with
/// w·d, maximal covering with w where the demand is out of reach and 0 elsewhere: both are then the same
/// problem, « choose p columns so that the sum of the rows' minima is least ».
struct CostColumns: Sendable {
  let rows: Int
  let columns: Int
  /// `cells[column * rows + row]`.
  let cells: [Double]
  /// What a row costs at most, from sites that stay; padding is 0.
  let ceiling: [Double]
  /// The order of size of a row's larger costs, by which the steps of its price are measured; padding is 0.
  let spread: [Double]

  /// `cost(row, column)` is asked once for each cell; costs above the row's ceiling are cut to it.
  init(
    rows count: Int, columns: Int, ceiling limits: [Double], spread sizes: [Double], cost: (Int, Int) -> Double
  ) {
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

  /// The sum of the rows' minima over some columns. O(rows × sites).
  func value(_ sites: [Int]) -> Double {
    var nearest = ceiling
    for site in sites { lower(&nearest, by: site) }
    return nearest.reduce(0, +)
  }

  /// Lowers each entry to the column's cost.
  func lower(_ nearest: inout [Double], by column: Int) {
    cells.withUnsafeBufferPointer { cells in
      let base = column * rows
      for row in 0..<rows { nearest[row] = min(nearest[row], cells[base + row]) }
    }
  }

  /// Σ min(0, cost − price): what opening a column saves against paying every row's price; never positive.
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
