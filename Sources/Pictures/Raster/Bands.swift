/// A picture cut into bands of rows: a band's pixels and sums stay in the second-level cache.
struct Bands {
  static let rows = 32

  /// Of the picture, px.
  let height: Int

  var count: Int { (height + Self.rows - 1) / Self.rows }

  /// Rows of the picture that lie in a band: fewer in the last one.
  subscript(band: Int) -> Range<Int> {
    band * Self.rows..<min((band + 1) * Self.rows, height)
  }
}

/// Who paints bands, one after the other, into the same few rows of memory.
protocol BandPainter: AnyObject {
  /// Room for one more row than a band has: the band painted last starts at the second row, the first one is left for
  /// who needs the row above. A pixel holds red, green and blue, 8 bits each from the lowest.
  var rows: UnsafeMutablePointer<UInt32> { get }
  /// Pixels from one row to the next.
  var stride: Int { get }
  func paint(band: Int)
}
