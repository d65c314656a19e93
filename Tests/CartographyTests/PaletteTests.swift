import Bytes
import Cartography
import Testing

@Suite struct PaletteTests {
  static func table(_ name: String) -> CSVTable {
    let folder = Path.join(Path.folder(#filePath), "Fixtures")
    do { return try CSVTable(path: Path.join(folder, name)) } catch { fatalError(error.line(.en)) }
  }

  /// Every colour of RColorBrewer and viridisLite.
  @Test func coloursAreThePublishedOnes() throws {
    let rows = Self.table("palettes.csv").rows
    for row in rows {
      let palette = try Palette.named(row.fields[0], classes: Int(row.fields[2]) ?? 0)
      #expect(palette.kind.rawValue == row.fields[1])
      let expected = row.fields[3].split(separator: " ").map { "#" + $0 }
      #expect(palette.colours.map(\.css) == expected, "\(row.fields[0]) \(row.fields[2])")
    }
    #expect(Set(rows.map { $0.fields[0] } + ["Steps"]) == Set(PaletteFamily.all.map(\.name)))
  }

  /// CIELAB with and without each kind of cones, against colorspacious.
  @Test func visionIsMachados() throws {
    for row in Self.table("vision.csv").rows {
      let colour = Colour(UInt32(row.fields[0], radix: 16) ?? 0)
      let vision = try #require(Vision(rawValue: row.fields[1]))
      let numbers = row.fields.dropFirst(2).compactMap { Double($0) }
      let expected = Lab(lightness: numbers[0], a: numbers[1], b: numbers[2])
      #expect(colour.lab(seenBy: vision).difference(expected) < 0.05, "\(row.fields)")
    }
  }

  @Test(arguments: PaletteFamily.all.map(\.name)) func namesOnEveryFillCanBeRead(name: String) throws {
    let family = try #require(PaletteFamily.all.first { $0.name == name })
    for classes in 1...family.most {
      let palette = try Palette.named(name.uppercased(), classes: classes)
      #expect(palette.colours.count == classes)
      for theme in Theme.all {
        for fill in palette.colours { #expect(theme.ink(on: fill).contrast(with: fill) >= 4.5) }
      }
    }
  }

  static let promised: [(Palette.Kind, ClosedRange<Int>)] = [
    (.sequential, 1...10), (.qualitative, 1...8), (.diverging, 1...9),
  ]

  /// The palettes nobody has to name pass every check: grey print, colour-blind readers.
  @Test func standardPalettesPassEveryCheck() throws {
    for (kind, range) in Self.promised {
      for classes in range {
        let palette = try Palette.standard(kind, classes: classes)
        #expect(palette.kind == kind)
        #expect(palette.colours.count == classes)
        #expect(palette.notes.isEmpty, "\(palette.name) \(classes)")
        #expect(palette.greySeparation >= 8)
      }
    }
  }

  /// Our own sets: every two colours differ in grey, not only neighbours, and all stand off white paper.
  @Test func ownSetsAreApartInGrey() throws {
    let sets =
      try (3...8).map { try Palette.named("Steps", classes: $0) }
      + (1...4).compactMap { Palette.centred(below: $0, straddling: false, above: $0) }
    #expect(sets.count == 10)
    for palette in sets {
      let levels = palette.colours.map(\.lightness).sorted()
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 - $0 >= 8 }, "\(palette.name) \(levels)")
      #expect(levels[levels.count - 1] <= 92)
      #expect(Vision.allCases.allSatisfy { palette.separation(seenBy: $0) >= 14 }, "\(palette.name)")
    }
  }

  /// On either side of the middle the colours grow stronger outwards, half a step apart from one side to the other.
  @Test(arguments: 1...4) func armsGrowOutwards(classes: Int) throws {
    let palette = try #require(Palette.centred(below: classes, straddling: false, above: classes))
    let levels = palette.colours.map(\.lightness)
    let (low, high) = (Array(levels.prefix(classes)), Array(levels.suffix(classes)))
    #expect(low == low.sorted())
    #expect(high == high.sorted(by: >))
    for (one, other) in zip(low.reversed(), high) { #expect((8...19).contains(one - other)) }
    let back = Palette.centred(below: classes, straddling: false, above: classes, reversed: true)
    #expect(back?.colours == palette.colours.reversed())
  }

  /// A palette with too many classes is still there, and says what it lacks.
  @Test func aPaletteThatFailsSaysSo() throws {
    #expect(try Palette.named("YlGn", classes: 9).notes.count == 2)
    #expect(try Palette.named("RdYlGn", classes: 5).notes.map { $0[.en].hasSuffix("colour-blind readers") } == [true])
    #expect(try Palette.standard(.sequential, classes: 11).notes.isEmpty == false)
    #expect(try Palette.standard(.diverging, classes: 10).notes.isEmpty == false)
    #expect(try Palette.standard(.qualitative, classes: 9).notes.isEmpty == false)
    #expect(try Palette.named("RdBu", classes: 6).notes.isEmpty == false)
    #expect(throws: Problem.self) { try Palette.standard(.sequential, classes: 12) }
    #expect(throws: Problem.self) { try Palette.standard(.sequential, classes: 0) }
  }

  @Test func divergingPalettesAreCentredOnTheMiddle() throws {
    let even = try #require(Palette.centred(below: 3, straddling: true, above: 3))
    #expect(even.colours[3].css == "#f7f7f7")
    let lopsided = try #require(Palette.centred(below: 1, straddling: true, above: 3))
    #expect(lopsided.colours == Array(even.colours.dropFirst(2)))
    let open = try #require(Palette.centred(below: 2, straddling: false, above: 1))
    #expect(open.colours.count == 3)
    #expect(Palette.centred(below: 5, straddling: false, above: 1) == nil)
    #expect(Palette.centred(below: 0, straddling: false, above: 0) == nil)
    #expect(Palette.centred(below: 1, straddling: false, above: 1, family: "Blues") == nil)
  }

  @Test func theKindFollowsTheValues() {
    #expect(Palette.Kind.fitting(1, 9) == .sequential)
    #expect(Palette.Kind.fitting(0, 9) == .sequential)
    #expect(Palette.Kind.fitting(-1, 9) == .diverging)
    #expect(Palette.Kind.fitting(0.2, 3, around: 1) == .diverging)
    #expect(Palette.Kind.fitting(1.2, 3, around: 1) == .sequential)
  }

  @Test func strongEndsStandAwayFromThePaper() throws {
    for name in ["Blues", "viridis"] {
      let palette = try Palette.named(name, classes: 5)
      let onWhite = palette.facing(Theme.light.paper).colours.map(\.lightness)
      let onBlack = palette.facing(Theme.dark.paper).colours.map(\.lightness)
      #expect(onWhite == onWhite.sorted(by: >))
      #expect(onBlack == onBlack.sorted())
    }
  }

  @Test(arguments: [
    ("Bluez", 5, "unknown palette \"Bluez\""), ("YlGn", 10, "YlGn has 1 to 9 colours, not 10; take BrBG"),
    ("YlGn", 0, "YlGn has 1 to 9 colours, not 0; ask for fewer classes"),
    ("Paired", 13, "Paired has 1 to 12 colours, not 13; ask for fewer classes"),
  ]) func refuses(name: String, classes: Int, words: String) {
    #expect { try Palette.named(name, classes: classes) } throws: {
      ($0 as? Problem)?.status.rawValue == 64 && ($0 as? Problem)?.line(.en).hasPrefix(words) == true
    }
  }

  @Test func reversedGoesBackwards() throws {
    let there = try Palette.named("YlGn", classes: 5)
    let back = try Palette.named("YlGn", classes: 5, reversed: true)
    #expect(back.colours == there.colours.reversed())
    #expect(back.reversed == there)
  }

  @Test func aThemeTakesAPalette() throws {
    let theme = Theme.light.with(try Palette.named("Blues", classes: 4))
    let drawing = Drawing(width: 10, height: 10, title: "", summary: "", theme: theme, language: .fr)
    let svg = String(decoding: drawing.svg(), as: UTF8.self)
    #expect(svg.contains(".p0{fill:#eff3ff}"))
    #expect(svg.contains(".on-p3{fill:#ffffff}\n.edge-p3{stroke:#2171b5}"))
  }

  /// The palest class of the default differs from the paper like classes differ from each other.
  @Test(arguments: 1...8, Theme.all) func shadesStandOffThePaper(classes: Int, theme: Theme) throws {
    let palette = try Palette.shades(classes, on: theme.paper)
    #expect(palette.colours.count == classes)
    #expect(palette.notes.isEmpty)
    let lightness = palette.colours.map { abs($0.lightness - theme.paper.lightness) }
    #expect(lightness == lightness.sorted())
    #expect(lightness[0] >= Palette.leastGrey)
  }
}

@Suite struct BivariatePaletteTests {
  /// The standard scheme passes every check on light and dark paper, for any number of classes; the other says that
  /// it does not.
  @Test(arguments: Theme.all) func standardPassesEveryCheck(theme: Theme) throws {
    for (columns, rows) in [(3, 3), (2, 3), (3, 1), (1, 1)] {
      let palette = try BivariatePalettes.named(nil, columns: columns, rows: rows, on: theme.paper)
      #expect(palette.colours.count == columns * rows)
      #expect(palette.notes.isEmpty, "\(theme.name) \(columns)×\(rows): \(palette.greySeparation)")
      // Seen against the ground of the map, too.
      for fill in palette.colours { #expect(abs(fill.lightness - theme.context.lightness) >= 7.9) }
      for fill in palette.colours { #expect(theme.ink(on: fill).contrast(with: fill) >= 4.5) }
    }
    #expect(try !BivariatePalettes.named("pinkteal", columns: 3, rows: 3, on: theme.paper).notes.isEmpty)
  }

  @Test func unknownNamesAreListed() {
    #expect { try BivariatePalettes.named("Blues", columns: 3, rows: 3, on: Theme.light.paper) } throws: {
      ($0 as? Problem)?.line(.en).contains("BlueOrange, PinkTeal") == true
    }
  }
}
