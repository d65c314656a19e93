/// Which edges cross each band of rows, in the order they are painted.
struct BandEdges {
  /// From 256ths of a px to bands.
  private static let shift = Int32((256 * Bands.rows).trailingZeroBitCount)

  /// Where each band's numbers start, and where the last one's end.
  private var starts: [Int]
  private var numbers: [UInt32]

  init(_ edges: [Edge], height: Int) {
    let bands = Bands(height: height).count
    starts = [Int](repeating: 0, count: bands + 2)
    for edge in edges {
      for band in Self.bands(of: edge) { starts[band + 2] += 1 }
    }
    for band in 0..<bands { starts[band + 2] += starts[band + 1] }
    numbers = [UInt32](repeating: 0, count: starts[bands + 1])
    for (number, edge) in edges.enumerated() {
      for band in Self.bands(of: edge) {
        numbers[starts[band + 1]] = UInt32(number)
        starts[band + 1] += 1
      }
    }
  }

  subscript(band: Int) -> ArraySlice<UInt32> { numbers[starts[band]..<starts[band + 1]] }

  @inline(__always)
  private static func bands(of edge: Edge) -> ClosedRange<Int> {
    let (top, bottom) = (min(edge.y0, edge.y1), max(edge.y0, edge.y1))
    return Int(top >> shift)...Int((bottom - 1) >> shift)
  }
}
