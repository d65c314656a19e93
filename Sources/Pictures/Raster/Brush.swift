/// What a layer is painted with. Pixels hold red, green and blue, 8 bits each from the lowest.
protocol Brush {
  /// Covers one pixel; `share` of 256, 1 … 256.
  func paint(_ pixel: inout UInt32, x: Int, y: Int, share: UInt32)
  /// Covers pixels x ..< x + count of a row.
  func paint(_ pixels: UnsafeMutablePointer<UInt32>, x: Int, y: Int, count: Int, share: UInt32)
}

struct ColourBrush: Brush {
  let colour: UInt32
  private let oddChannels: UInt32
  private let evenChannel: UInt32

  init(_ colour: Colour8) {
    self.colour = UInt32(colour.red) | UInt32(colour.green) << 8 | UInt32(colour.blue) << 16
    oddChannels = self.colour & 0x00FF_00FF
    evenChannel = self.colour & 0x0000_FF00
  }

  @inline(__always)
  func paint(_ pixel: inout UInt32, x: Int, y: Int, share: UInt32) {
    if share == 256 {
      pixel = colour
      return
    }
    let rest = 256 &- share
    let odd = oddChannels &* share &+ (pixel & 0x00FF_00FF) &* rest &+ 0x0080_0080
    let even = evenChannel &* share &+ (pixel & 0x0000_FF00) &* rest &+ 0x0000_8000
    pixel = odd >> 8 & 0x00FF_00FF | even >> 8 & 0x0000_FF00
  }

  @inline(__always)
  func paint(_ pixels: UnsafeMutablePointer<UInt32>, x: Int, y: Int, count: Int, share: UInt32) {
    if share == 256 {
      pixels.update(repeating: colour, count: count)
    } else {
      for index in 0..<count { paint(&pixels[index], x: 0, y: 0, share: share) }
    }
  }
}

struct TileBrush: Brush {
  let tile: TileImage

  @inline(__always)
  func paint(_ pixel: inout UInt32, x: Int, y: Int, share: UInt32) {
    let row = (y + tile.height - tile.y) % tile.height
    cover(&pixel, tile.pixels[row * tile.width + (x + tile.width - tile.x) % tile.width], share)
  }

  func paint(_ pixels: UnsafeMutablePointer<UInt32>, x: Int, y: Int, count: Int, share: UInt32) {
    let row = (y + tile.height - tile.y) % tile.height * tile.width
    var column = (x + tile.width - tile.x) % tile.width
    tile.pixels.withUnsafeBufferPointer { source in
      for index in 0..<count {
        cover(&pixels[index], source[row + column], share)
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
