extension Coverage {
  /// Paints what is covered and sets the cells back to nought. `opacity`: 0 … 256, as shares of 256.
  @inline(__always)
  func sweep<Paint: Brush>(
    _ brush: Paint, _ opacity: UInt32, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int, firstRow: Int
  ) {
    guard rows.first <= rows.last else { return }
    for row in rows.first...rows.last {
      let row = Int(row)
      sweep(row, brush, opacity, pixels + row * stride, y: firstRow + row)
    }
  }

  @inline(__always)
  private func sweep<Paint: Brush>(
    _ row: Int, _ brush: Paint, _ opacity: UInt32, _ pixels: UnsafeMutablePointer<UInt32>, y: Int
  ) {
    let marks = touched + row &* blocks
    let cells = cells + row &* stride
    let words = UnsafeRawPointer(marks).assumingMemoryBound(to: UInt64.self)
    var sum: Int32 = 0
    var share: UInt32 = 0
    var done = Int(columns.first)
    for word in Int(columns.first) >> 3...Int(columns.last) >> 3 {
      var left = words[word].littleEndian
      while left != 0 {
        let block = word << 3 &+ left.trailingZeroBitCount >> 3
        left &= left &- 1
        marks[block] = 0
        if share != 0, block > done {
          let x = done &* Self.block
          brush.paint(pixels + x, x: x, y: y, count: (block &- done) &* Self.block, share: share)
        }
        let x = block &* Self.block
        let shares = take(cells + x, &sum, opacity)
        brush.paint(pixels + x, x: x, y: y, shares: shares)
        share = shares[7]
        done = block &+ 1
      }
    }
  }

  /// The coverage of a block's pixels, after the sum of all cells before it; its cells are set back to nought.
  @inline(__always)
  private func take(
    _ cells: UnsafeMutablePointer<Int32>, _ sum: inout Int32, _ opacity: UInt32
  ) -> SIMD8<UInt32> {
    var sums = SIMD8<Int32>()
    for index in 0..<8 {
      sum &+= cells[index]
      sums[index] = sum
    }
    UnsafeMutableRawPointer(cells).storeBytes(of: SIMD8<Int32>(), as: SIMD8<Int32>.self)
    let signs = sums &>> 31
    let whole = SIMD8<Int32>(repeating: Self.whole)
    let turned = (sums ^ signs) &- signs
    let covered = turned.replacing(with: whole, where: turned .> whole)
    let shares = SIMD8<UInt32>(truncatingIfNeeded: (covered &+ 256) &>> 9)
    return opacity == 256 ? shares : (shares &* opacity &+ 128) &>> 8
  }
}
