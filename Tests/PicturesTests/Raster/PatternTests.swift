import Testing

@testable import Pictures

/// Tiles repeated below a fill.
struct PatternTests {
  /// A tile with a black rectangle.
  private static func list(
    tile side: Double, _ rectangle: Outline, place: Affine = .identity, side listSide: Double = 100
  ) -> DisplayList {
    var list = DisplayList(width: listSide, height: listSide)
    list.outlines.append(rectangle)
    let items = [DisplayItem.fill(outline: 0, .colour(black), opacity: 1)]
    list.patterns.append(Tile(width: side, height: side, place: place, items: items))
    list.fill(.rectangle(0, 0, listSide, listSide), .pattern(0))
    return list
  }

  @Test("Tiles of whole px are copies of one another")
  func wholePixels() {
    let painted = Painted(Self.list(tile: 8, .rectangle(1, 2, 4, 3.5)), scale: 3)
    for y in 0..<painted.height {
      for x in 0..<painted.width {
        let inside = (3..<12).contains(x % 24) && (6..<10).contains(y % 24)
        let half = y % 24 == 10 && (3..<12).contains(x % 24)
        #expect(abs(painted.coverage(x, y) - (half ? 0.5 : inside ? 1 : 0)) < 0.005)
      }
    }
  }

  @Test(
    "Tiles that end within a pixel are in step over the whole picture, to a px",
    arguments: [2.5637, 3.2, 7.69, 1.037])
  func fractions(scale: Double) {
    let painted = Painted(Self.list(tile: 8, .rectangle(0, 0, 4, 8), side: 400), scale: scale)
    let (half, period) = (4 * scale, 8 * scale)
    for tile in 0..<49 {
      let start = Double(tile) * period
      let columns = max(0, Int(start - 1.2))...Int(start + half + 1.2)
      let seen = columns.reduce(0) { $0 + painted.coverage($1, 7) }
      #expect(abs(seen - half) < 0.05, "tile \(tile)")
    }
  }

  @Test("A tile shows nothing past its sides and starts where it is placed")
  func places() {
    var place = Affine.identity
    (place.e, place.f) = (3, 5)
    let painted = Painted(Self.list(tile: 10, .rectangle(6, 0, 12, 1), place: place))
    for x in 0..<100 {
      #expect(painted.coverage(x, 45) == ((x + 7) % 10 >= 6 ? 1 : 0))
      #expect(painted.coverage(x, 46) == 0)
    }
  }

  @Test("What lies below shows between the marks, mixed where they are faint")
  func ground() {
    var list = DisplayList(width: 40, height: 40)
    list.fill(.rectangle(0, 0, 40, 40), .colour(Colour8(200, 100, 0)))
    list.outlines.append(.rectangle(0, 0, 4, 8))
    let items = [DisplayItem.fill(outline: 1, .colour(Colour8(0, 100, 200)), opacity: 0.5)]
    list.patterns.append(Tile(width: 8, height: 8, place: .identity, items: items))
    list.fill(.rectangle(0, 0, 40, 20), .pattern(0))
    let painted = Painted(list)
    #expect(painted.colour(6, 5) == [200, 100, 0])
    #expect(painted.colour(2, 30) == [200, 100, 0])
    for (channel, exact) in zip(painted.colour(2, 5), [100, 100, 100]) {
      #expect(abs(Int(channel) - exact) <= 1)
    }
  }
}
