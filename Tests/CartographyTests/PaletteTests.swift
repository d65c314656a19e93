import Bytes
@testable import Cartography
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
    let theme = Theme.light.with(try Palette.named("Set1", classes: 4))
    let drawing = Drawing(width: 10, height: 10, title: "", summary: "", theme: theme, language: .fr)
    let svg = String(decoding: drawing.svg(), as: UTF8.self)
    #expect(svg.contains(".p0{fill:#e41a1c}"))
    #expect(svg.contains(".on-p3{fill:#ffffff}\n.edge-p3{stroke:#984ea3}"))
  }
}

/// Palettes as the themes show them.
@Suite struct ThemePaletteTests {
  /// Every family with every number of classes it has, both ways, and those around a middle.
  static let palettes: [Palette] = {
    var all: [Palette] = []
    for family in PaletteFamily.all {
      for classes in 1...family.most {
        guard let palette = try? Palette.named(family.name, classes: classes) else { continue }
        all += [palette, palette.reversed]
      }
    }
    for below in 0...4 {
      for above in 0...4 {
        all += [true, false].compactMap { Palette.centred(below: below, straddling: $0, above: above) }
      }
    }
    for name in BivariatePalettes.names {
      for paper in [Theme.light.paper, Theme.dark.paper] {
        all += [1, 2, 3].compactMap { try? BivariatePalettes.named(name, columns: 3, rows: $0, on: paper) }
      }
    }
    return all
  }()

  /// No fill is within 8 L* of the ground of the map or of its paper, in any theme.
  @Test(arguments: Theme.all) func everyFillStandsOffTheGround(theme: Theme) {
    #expect(Self.palettes.count > 500)
    for palette in Self.palettes where palette.columns == nil {
      for fill in theme.with(palette).palette {
        for ground in [theme.context, theme.paper] {
          let away = abs(fill.lightness - ground.lightness)
          #expect(away >= 8, "\(palette.name) \(palette.colours.count) in \(theme.name): \(fill.css) \(away)")
        }
      }
    }
  }

  /// What differs in grey by itself still does in a theme of colours, from three classes, the fewest that ColorBrewer has,
  /// to eight.
  @Test(arguments: [Theme.light, .dark]) func classesStayApart(theme: Theme) {
    for palette in Self.palettes
    where (3...8).contains(palette.colours.count) && palette.notes.isEmpty && palette.columns == nil {
      let notes = theme.with(palette).paletteNotes
      #expect(notes.isEmpty, "\(theme.name) \(palette.name) \(palette.colours.count) \(notes)")
    }
  }

  /// What nobody has to name passes in every theme.
  @Test(arguments: Theme.all) func standardPalettesPassInEveryTheme(theme: Theme) throws {
    for (kind, range) in PaletteTests.promised {
      for classes in range where theme != .dark || kind != .sequential || classes < 10 {
        let palette = try Palette.standard(kind, classes: classes, in: theme)
        let shown = theme.with(palette)
        #expect(shown.paletteNotes.isEmpty, "\(theme.name) \(palette.name) \(classes): \(shown.paletteNotes)")
        guard kind == .sequential else { continue }
        let away = shown.palette.map { abs($0.lightness - theme.paper.lightness) }
        #expect(away == away.sorted(), "\(theme.name) \(palette.name) \(classes)")
      }
    }
  }

  /// Around a middle, colours leave the ground with their distance from it, on dark paper too.
  @Test(arguments: [Theme.light, .dark], 1...4) func theMiddleIsNearTheGround(theme: Theme, arm: Int) throws {
    for straddling in [true, false] {
      let palette = try #require(Palette.centred(below: arm, straddling: straddling, above: arm))
      let levels = theme.with(palette).palette.map { abs($0.lightness - theme.context.lightness) }
      let (low, high) = (Array(levels.prefix(arm)), Array(levels.suffix(arm)))
      #expect(low == low.sorted(by: >) && high == high.sorted())
      if straddling { #expect(levels[arm] < min(low[arm - 1], high[0]) && levels[arm] < 9) }
    }
  }

  /// In print every class is grey, and differs from its neighbours in level or in lines; categories from each other.
  @Test func printTellsClassesApartWithoutColour() {
    for palette in Self.palettes {
      let theme = Theme.print.with(palette)
      let greys = theme.palette
      #expect(greys.count == palette.colours.count)
      for grey in greys {
        let channels = [Int(grey.red), Int(grey.green), Int(grey.blue)]
        #expect(channels.max()! - channels.min()! <= 1)
      }
      let marks = greys.indices.map { number in theme.patterns.first { $0.style == "p\(number)" }?.mark }
      for first in greys.indices {
        for second in greys.indices where second > first && (palette.kind == .qualitative || second == first + 1) {
          let apart = abs(greys[first].lightness - greys[second].lightness)
          #expect(
            apart >= 7.5 || marks[first] != marks[second], "\(palette.name) \(greys.count): \(first) and \(second)")
        }
      }
      // The sides of a middle never look alike.
      if palette.kind == .diverging, greys.count > 1 {
        let looks = greys.indices.map { "\(greys[$0].css) \(String(describing: marks[$0]))" }
        #expect(Set(looks).count == looks.count, "\(palette.name) \(looks)")
      }
    }
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
      let shown = theme.with(palette)
      #expect(shown.paletteNotes.isEmpty)
      // Seen against the ground of the map, too.
      for fill in shown.palette { #expect(abs(fill.lightness - theme.context.lightness) >= 8) }
      for fill in shown.palette { #expect(theme.ink(on: fill).contrast(with: fill) >= 4.5) }
    }
    #expect(try !BivariatePalettes.named("pinkteal", columns: 3, rows: 3, on: theme.paper).notes.isEmpty)
  }

  @Test func unknownNamesAreListed() {
    #expect { try BivariatePalettes.named("Blues", columns: 3, rows: 3, on: Theme.light.paper) } throws: {
      ($0 as? Problem)?.line(.en).contains("BlueOrange, PinkTeal") == true
    }
  }
}
