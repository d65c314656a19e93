/// The tokens a drawing takes its look from. Another theme replaces tokens, never the drawing.
public struct Theme: Sendable, Equatable {
  public var name: String
  public var ink: Colour
  public var grey: Colour
  public var paper: Colour
  /// Communes around the territory.
  public var context: Colour
  /// Communes of the territory the measure does not concern: out of reach.
  public var neutral: Colour
  /// One hue in steps, the strongest first.
  public var sequence: [Colour]
  public var accent: Colour

  // Lightness L*: context 95, neutral 86, blues 75, 60 and 38. Neighbouring fills differ by 8 or more.
  public static let light = Theme(
    name: "light", ink: Colour(0x20262E), grey: Colour(0x5D646D), paper: Colour(0xFFFFFF),
    context: Colour(0xF1F1EE), neutral: Colour(0xDFD7C3),
    sequence: [Colour(0x205E7D), Colour(0x689AB6), Colour(0xA3C1D1)], accent: Colour(0xB3382C))

  public static let all: [Theme] = [.light]
}

/// An sRGB colour.
public struct Colour: Sendable, Hashable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  /// From `0xRRGGBB`.
  public init(_ hexadecimal: UInt32) {
    red = UInt8(truncatingIfNeeded: hexadecimal >> 16)
    green = UInt8(truncatingIfNeeded: hexadecimal >> 8)
    blue = UInt8(truncatingIfNeeded: hexadecimal)
  }

  /// `#rrggbb`.
  public var css: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Relative luminance Y from 0 to 1 (WCAG 2.1).
  public var luminance: Double {
    func linear(_ byte: UInt8) -> Double {
      let value = Double(byte) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// CIE lightness L* from 0 (black) to 100 (white).
  public var lightness: Double {
    let y = luminance
    return y > 216.0 / 24389 ? 116 * power(y, 1.0 / 3) - 16 : y * 24389 / 27
  }

  /// WCAG 2.1 contrast ratio, from 1 to 21.
  public func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
