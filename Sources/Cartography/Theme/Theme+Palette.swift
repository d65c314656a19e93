import Bytes

/// How a theme shows palettes: away from its ground, with the middle of two directions near the ground, and in grey where
/// the theme has no colours.
extension Theme {
  /// The theme with the fills of a palette, from the lowest class to the highest, as CSS classes `p0`, `p1`, …;
  /// `on-p0`, `on-p1`, … are the classes of names on them.
  ///
  /// Colours too near the ground are moved in L*, their hues kept, and all of them where the others would then be too near
  /// each other, but for colours that somebody gave. On dark ground a diverging palette is turned over, so that its middle stays dark. A grey theme takes levels
  /// of grey, with lines over one side of a middle and over categories that share a level.
  public func with(_ palette: Palette) -> Theme {
    let (shown, marks) = isGrey ? palette.greys(on: self) : (palette.away(from: context), [])
    var copy = self
    copy.palette = shown.colours
    copy.patterns = zip(shown.colours, marks).enumerated().compactMap { number, fill in
      fill.1.map { PatternFill("p\(number)", $0, side: 6, ink(on: fill.0), on: fill.0) }
    }
    copy.paletteNotes = shown.notes(marks)
    return copy
  }
}

extension Palette {
  /// Difference of L* from the ground that leaves `leastGrey` when colours are rounded to bytes.
  private static let away = leastGrey + 0.2
  /// Darkest and lightest L* of shifted fills; a lighter strong end of a diverging palette would lose its hue.
  private static let (darkest, lightest, lightestHue) = (8.0, 97.0, 82.0)

  /// The palette with every colour at least `leastGrey` from the ground in L*.
  fileprivate func away(from ground: Colour) -> Palette {
    let labs = colours.map { $0.lab() }
    let levels = labs.map(\.lightness)
    guard !isGiven, let low = levels.min(), let high = levels.max() else { return self }
    let isDark = ground.lightness < 50
    let near = ground.lightness + (isDark ? Self.away : -Self.away)
    let turns = isDark && kind == .diverging
    let most = isDark ? (turns ? Self.lightestHue : Self.lightest) - near : near - Self.darkest
    let shrink = min(1, most / max(high - low, 1))
    func level(_ old: Double) -> Double {
      turns ? near + (high - old) * shrink : isDark ? near + (old - low) * shrink : near - (high - old) * shrink
    }
    func moved(_ new: (Double) -> Double) -> Palette {
      copy(
        zip(labs, colours).map { lab, colour in
          let level = new(lab.lightness)
          return level == lab.lightness ? colour : Colour(Lab(lightness: level, a: lab.a, b: lab.b))
        })
    }
    let standsOff = isDark ? low >= near : high <= near
    if standsOff, !turns { return self }
    // Where the others are far enough apart, only those too near the ground move.
    let nudged = moved { isDark ? max($0, near) : min($0, near) }
    let isEnough =
      nudged.greySeparation >= min(Self.leastGrey, greySeparation) && nudged.notes.count <= notes.count
    return isEnough && !turns ? nudged : moved(level)
  }

  /// Levels of grey in the order of the palette's strength, and the lines over those that another class shares.
  fileprivate func greys(on theme: Theme) -> (palette: Palette, marks: [PatternFill.Mark?]) {
    let (upright, crossed) = (PatternFill.Mark.upright(width: 0.8), PatternFill.Mark.crossed(width: 0.6))
    let palest = theme.context.lightness - Self.away
    func grey(_ step: Int, of count: Int, most: Double) -> Colour {
      Colour(Lab(lightness: palest - Double(step) * min(most, (palest - Self.darkest) / Double(max(count - 1, 1)))))
    }
    switch kind {
    case .sequential:
      let isPaleFirst = (colours.first?.lightness ?? 0) >= (colours.last?.lightness ?? 0)
      let greys = colours.indices.map { grey(isPaleFirst ? $0 : colours.count - 1 - $0, of: colours.count, most: 12) }
      return (copy(greys), colours.map { _ in nil })
    case .diverging:
      // Steps away from the middle, below it under lines.
      let steps = colours.indices.map { Int((Double($0) - middle).magnitude) }
      let count = (steps.max() ?? 0) + 1
      return (
        copy(steps.map { grey($0, of: count, most: 12) }), colours.indices.map { Double($0) < middle ? upright : nil }
      )
    case .qualitative:
      let across = columns ?? min(colours.count, 4)
      let marks = [nil, upright, crossed]
      return (
        copy(colours.indices.map { grey($0 % across, of: across, most: 16) }),
        colours.indices.map { marks[min($0 / across, 2)] }
      )
    }
  }

  private func copy(_ colours: [Colour]) -> Palette { Palette(name, kind, colours, middle: middle, columns: columns) }
}

extension Colour {
  /// The sRGB colour with a lightness and hue, less saturated where sRGB has no such colour.
  init(_ lab: Lab) {
    var (low, high) = (0.0, 1.0)
    if LinearColour(lab, saturation: 1).isDisplayable {
      low = 1
    } else {
      for _ in 0..<16 {
        let middle = (low + high) / 2
        if LinearColour(lab, saturation: middle).isDisplayable { low = middle } else { high = middle }
      }
    }
    let light = LinearColour(lab, saturation: low)
    func byte(_ light: Double) -> UInt32 {
      let value = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
      return UInt32((255 * min(1, max(0, value))).rounded())
    }
    self.init(byte(light.red) << 16 | byte(light.green) << 8 | byte(light.blue))
  }
}

extension Lab {
  /// A grey.
  fileprivate init(lightness: Double) { self.init(lightness: lightness, a: 0, b: 0) }
}

extension LinearColour {
  /// The light of a colour in CIELAB under D65 (CIE 15), with a share of its saturation.
  fileprivate init(_ lab: Lab, saturation: Double) {
    func light(_ curve: Double) -> Double {
      let cube = curve * curve * curve
      return cube > 216.0 / 24389 ? cube : (116 * curve - 16) * 27 / 24389
    }
    let middle = (lab.lightness + 16) / 116
    let x = 0.95047 * light(middle + saturation * lab.a / 500)
    let (y, z) = (light(middle), 1.08883 * light(middle - saturation * lab.b / 200))
    self.init(
      red: 3.2404542 * x - 1.5371385 * y - 0.4985314 * z, green: -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
      blue: 0.0556434 * x - 0.2040259 * y + 1.0572252 * z)
  }

  /// Whether a screen can show it, but for rounding.
  fileprivate var isDisplayable: Bool { [red, green, blue].allSatisfy { (-1e-4...1.0001).contains($0) } }
}
