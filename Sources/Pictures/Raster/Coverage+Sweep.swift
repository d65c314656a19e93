extension Coverage {
  /// Paints what is covered and sets the cells back to nought. `opacity`: 0 … 256, as shares of 256.
  @inline(__always)
  func sweep<Paint: Brush>(
    _ brush: Paint, _ opacity: Int32, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int, firstRow: Int
  ) {
    guard rows.first <= rows.last else { return }
    for row in rows.first...rows.last {
      let row = Int(row)
      sweep(row, brush, opacity, pixels + row * stride, y: firstRow + row)
    }
  }

  @inline(__always)
  private func sweep<Paint: Brush>(
    _ row: Int, _ brush: Paint, _ opacity: Int32, _ pixels: UnsafeMutablePointer<UInt32>, y: Int
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
        var x = block &* Self.block
        done = block &+ 1
        while x < done &* Self.block {
          sum &+= cells[x]
          cells[x] = 0
          share = Self.share(sum, opacity)
          if share != 0 { brush.paint(&pixels[x], x: x, y: y, share: share) }
          x &+= 1
        }
      }
    }
  }

  @inline(__always)
  private static func share(_ sum: Int32, _ opacity: Int32) -> UInt32 {
    let sign = sum >> 31
    return UInt32(bitPattern: (min((sum ^ sign) &- sign, whole) &* opacity &+ 1 << 16) >> 17)
  }
}
