import Bytes

/// An sRGB colour.
public struct Colour: Sendable, Hashable {
  /// The sRGB value of red, with gamma.
  public let red: UInt8
  /// The sRGB value of green, with gamma.
  public let green: UInt8
  /// The sRGB value of blue, with gamma.
  public let blue: UInt8

  /// A colour from `0xRRGGBB`; higher bits are ignored.
  public init(_ hexadecimal: UInt32) {
    red = UInt8(truncatingIfNeeded: hexadecimal >> 16)
    green = UInt8(truncatingIfNeeded: hexadecimal >> 8)
    blue = UInt8(truncatingIfNeeded: hexadecimal)
  }

  /// A colour from the text `rrggbb`; black for any other text.
  init(hexadecimal text: Substring) { self.init(UInt32(text, radix: 16) ?? 0) }

  /// The colour as CSS: `#rrggbb`.
  public var css: String { "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

  /// Relative luminance Y from 0 to 1 (WCAG 2.1).
  public var luminance: Double {
    let linear = self.linear
    return 0.2126 * linear.red + 0.7152 * linear.green + 0.0722 * linear.blue
  }

  /// The light of each primary from 0 to 1, without the sRGB curve (IEC 61966-2-1).
  var linear: LinearColour {
    func light(_ byte: UInt8) -> Double {
      let value = Double(byte) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return LinearColour(red: light(red), green: light(green), blue: light(blue))
  }

  /// CIE lightness L* from 0 (black) to 100 (white).
  public var lightness: Double {
    let y = luminance
    return y > 216.0 / 24389 ? 116 * pow(y, 1.0 / 3) - 16 : y * 24389 / 27
  }

  /// WCAG 2.1 contrast ratio, from 1 to 21.
  public func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
