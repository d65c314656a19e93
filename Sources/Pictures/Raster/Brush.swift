/// What a layer is painted with. Pixels hold red, green and blue, 8 bits each from the lowest; shares are of 256, 0 … 256.
protocol Brush {
  /// Covers the eight pixels of a row from x on, each by its own share.
  func paint(_ pixels: UnsafeMutablePointer<UInt32>, x: Int, y: Int, shares: SIMD8<UInt32>)
  /// Covers pixels x ..< x + count of a row; count is a multiple of eight.
  func paint(_ pixels: UnsafeMutablePointer<UInt32>, x: Int, y: Int, count: Int, share: UInt32)
}

struct ColourBrush: Brush {
  private let colour: UInt32
  /// Red and blue, then green, 16 bits each.
  private let even: SIMD16<UInt16>
  private let odd: SIMD16<UInt16>

  init(_ colour: Colour8) {
    self.colour = UInt32(colour.red) | UInt32(colour.green) << 8 | UInt32(colour.blue) << 16
    (even, odd) = channels(SIMD8(repeating: self.colour))
  }

  @inline(__always)
  func paint(_ pixels: UnsafeMutablePointer<UInt32>, x: Int, y: Int, shares: SIMD8<UInt32>) {
    let block = UnsafeMutableRawPointer(pixels)
    let share = unsafeBitCast(shares | shares &<< 16, to: SIMD16<UInt16>.self)
    let rest = 256 &- share
    let below = channels(block.loadUnaligned(as: SIMD8<UInt32>.self))
    let mixedEven = (even &* share &+ below.even &* rest &+ 128) &>> 8
    let mixedOdd = odd &* share &+ below.odd &* rest &+ 128
    let mixed =
      unsafeBitCast(mixedEven, to: SIMD8<UInt32>.self)
      | unsafeBitCast(mixedOdd, to: SIMD8<UInt32>.self) & 0xFF00_FF00
    block.storeBytes(of: mixed, as: SIMD8<UInt32>.self)
  }

  @inline(__always)
  func paint(_ pixels: UnsafeMutablePointer<UInt32>, x: Int, y: Int, count: Int, share: UInt32) {
    if share == 256 {
      pixels.update(repeating: colour, count: count)
    } else {
      let shares = SIMD8<UInt32>(repeating: share)
      for start in stride(from: 0, to: count, by: 8) { paint(pixels + start, x: 0, y: 0, shares: shares) }
    }
  }
}

/// The channels of eight pixels, 16 bits each: the first and the third, then the second and the fourth.
@inline(__always)
private func channels(_ pixels: SIMD8<UInt32>) -> (even: SIMD16<UInt16>, odd: SIMD16<UInt16>) {
  (
    unsafeBitCast(pixels & 0x00FF_00FF, to: SIMD16<UInt16>.self),
    unsafeBitCast(pixels &>> 8 & 0x00FF_00FF, to: SIMD16<UInt16>.self)
  )
}

struct TileBrush: Brush {
  let tile: TileImage

  func paint(_ pixels: UnsafeMutablePointer<UInt32>, x: Int, y: Int, shares: SIMD8<UInt32>) {
    paint(pixels, x, y, count: 8) { shares[$0] }
  }

  func paint(_ pixels: UnsafeMutablePointer<UInt32>, x: Int, y: Int, count: Int, share: UInt32) {
    paint(pixels, x, y, count: count) { _ in share }
  }

  @inline(__always)
  private func paint(
    _ pixels: UnsafeMutablePointer<UInt32>, _ x: Int, _ y: Int, count: Int, share: (Int) -> UInt32
  ) {
    let row = (y + tile.height - tile.y) % tile.height * tile.width
    var column = (x + tile.width - tile.x) % tile.width
    tile.pixels.withUnsafeBufferPointer { source in
      for index in 0..<count {
        cover(&pixels[index], source[row + column], share(index))
        column += 1
        if column == tile.width { column = 0 }
      }
    }
  }

  @inline(__always)
  private func cover(_ pixel: inout UInt32, _ source: UInt32, _ share: UInt32) {
    let alpha = (source >> 24) &* share
    if alpha == 0 { return }
    // 255 × 256 is all of it: 0 … 256 as shares of 256.
    let rest = 256 &- (alpha &+ alpha >> 8 &+ 128) >> 8
    let odd = (source & 0x00FF_00FF) &* share &+ (pixel & 0x00FF_00FF) &* rest &+ 0x0080_0080
    let even = (source & 0x0000_FF00) &* share &+ (pixel & 0x0000_FF00) &* rest &+ 0x0000_8000
    pixel = odd >> 8 & 0x00FF_00FF | even >> 8 & 0x0000_FF00
  }
}
