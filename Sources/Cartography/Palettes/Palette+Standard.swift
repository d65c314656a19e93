import Bytes

extension Palette {
  /// The default palette: the first candidate of the kind that passes every check as the theme shows it, or else the first
  /// candidate. Its strong end is in contrast to the theme's paper.
  ///
  /// Sequential palettes pass up to 10 classes (9 on dark paper), diverging ones up to 9, categories up to 8. Throws 64 above 11
  /// classes (12 categories), for which there are no colours.
  public static func standard(_ kind: Kind, classes: Int, in theme: Theme = .light) throws(Problem) -> Palette {
    let candidates: [Palette]
    switch kind {
    case .sequential:
      candidates = ["Blues", "YlGnBu", "viridis", "cividis"].compactMap { try? named($0, classes: classes) }
    case .diverging:
      candidates =
        [centred(below: classes / 2, straddling: classes % 2 == 1, above: classes / 2)].compactMap { $0 }
        + [try? named("RdBu", classes: classes), try? named("PRGn", classes: classes)].compactMap { $0 }
    case .qualitative:
      candidates = [categories(classes), try? named("Steps", classes: classes), try? named("Paired", classes: classes)]
        .compactMap { $0 }
    }
    let facing = candidates.map { $0.facing(theme.paper) }
    let good = facing.first { $0.notes.isEmpty && theme.with($0).paletteNotes.isEmpty }
    if let palette = good ?? facing.first { return palette }
    throw Problem(
      .usage, Text("pas de palette à \(classes) couleurs", "no palette of \(classes) colours"),
      fix: Text("demandez de 1 à 11 classes", "ask for 1 to 11 classes"))
  }

  /// Colours for classes on both sides of a middle: equally strong at equal distance from the middle, and
  /// neutral for the class that straddles the middle, if there is one. They come from ColorBrewer's ramps of 11
  /// classes, which have steps wide enough for grey print.
  ///
  /// - `name`: a diverging family; `nil` for RdBu, or, when no class straddles the middle, for a scheme
  ///   of our own in which one side is stronger than the other by half a step, so that grey print distinguishes
  ///   them.
  ///
  /// `nil` without any class, for more than 4 classes on a side, and for a family that is unknown or not
  /// diverging.
  public static func centred(
    below: Int, straddling: Bool, above: Int, family name: String? = nil, reversed: Bool = false
  ) -> Palette? {
    let most = max(below, above)
    guard min(below, above) >= 0, most <= 4, most > 0 || straddling else { return nil }
    if name == nil, !straddling {
      let arms = StepsPalettes.blueRed[most - 1]
      let ramp = reversed ? arms.reversed() : arms
      return Palette(
        "BlueRed", .diverging, Array(ramp[most - below..<most + above]), middle: Double(below) - 0.5)
    }
    guard let ramp = try? named(name ?? "RdBu", classes: 11, reversed: reversed), ramp.kind == .diverging else {
      return nil
    }
    // The middle is colour 5; colours 4 and 6 are too near it in grey. A single class on a side gets a stronger
    // colour.
    let steps = most == 1 ? [3] : Array(2...max(2, most + 1))
    let low = steps.prefix(below).reversed().map { ramp.colours[5 - $0] }
    let high = steps.prefix(above).map { ramp.colours[5 + $0] }
    return Palette(
      ramp.name, .diverging, low + (straddling ? [ramp.colours[5]] : []) + high,
      middle: Double(below) - (straddling ? 0 : 0.5))
  }

  /// Colours of ColorBrewer's Paired that also differ in lightness, so that grey print distinguishes
  /// categories.
  private static func categories(_ count: Int) -> Palette? {
    let picks = [[1], [1, 7], [0, 5, 9], [1, 2, 7, 8], [9, 7, 2, 5, 8]]
    guard (1...picks.count).contains(count), let all = try? named("Paired", classes: 12) else { return nil }
    return Palette("Paired", .qualitative, picks[count - 1].map { all.colours[$0] })
  }
}
