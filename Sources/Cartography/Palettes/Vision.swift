import Bytes

/// How a reader sees colours: with three kinds of cones, or with one kind missing.
public enum Vision: String, Sendable, CaseIterable {
  /// All cones; without the cones for long, medium or short waves.
  case normal, protanopia, deuteranopia, tritanopia

  /// The matrix of Machado, Oliveira & Fernandes 2009, severity 1, for linear sRGB; its rows give red, green
  /// and blue.
  fileprivate var matrix: [Double] {
    switch self {
    case .normal: [1, 0, 0, 0, 1, 0, 0, 0, 1]
    case .protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
    case .deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
    case .tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
    }
  }
}

/// Light of the sRGB primaries, each from 0 to 1.
struct LinearColour {
  var red: Double
  var green: Double
  var blue: Double

  /// The light as a reader sees it.
  func seen(by vision: Vision) -> LinearColour {
    let m = vision.matrix
    func row(_ start: Int) -> Double {
      let sum = m[start] * red + m[start + 1] * green + m[start + 2] * blue
      return min(1, max(0, sum))
    }
    return LinearColour(red: row(0), green: row(3), blue: row(6))
  }

  /// The colour in CIELAB under D65 (CIE 15).
  var lab: Lab {
    let x = 0.4124564 * red + 0.3575761 * green + 0.1804375 * blue
    let y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    let z = 0.0193339 * red + 0.1191920 * green + 0.9503041 * blue
    func curve(_ value: Double) -> Double {
      value > 216.0 / 24389 ? pow(value, 1.0 / 3) : (value * 24389 / 27 + 16) / 116
    }
    let (fx, fy, fz) = (curve(x / 0.95047), curve(y), curve(z / 1.08883))
    return Lab(lightness: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz))
  }
}

/// A colour in CIELAB.
public struct Lab: Sendable, Equatable {
  /// L*, from 0 (black) to 100 (white).
  public var lightness: Double
  /// a*: negative is green, positive is red.
  public var a: Double
  /// b*: negative is blue, positive is yellow.
  public var b: Double

  /// A colour from its three coordinates.
  public init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// ΔE*ab (CIE 1976); a difference of about 2.3 is just noticeable side by side.
  public func difference(_ other: Lab) -> Double {
    let (l, a, b) = (lightness - other.lightness, self.a - other.a, self.b - other.b)
    return (l * l + a * a + b * b).squareRoot()
  }
}

extension Colour {
  /// The colour in CIELAB as a reader sees it.
  public func lab(seenBy vision: Vision = .normal) -> Lab { linear.seen(by: vision).lab }

  /// The ink for text on this fill: the first of `inks` with a contrast of at least 4.5 (WCAG 2.1), else black
  /// or white, one of which always has it.
  public func ink(from inks: [Colour]) -> Colour {
    if let good = inks.first(where: { $0.contrast(with: self) >= 4.5 }) { return good }
    let (black, white) = (Colour(0x000000), Colour(0xFFFFFF))
    return black.contrast(with: self) >= white.contrast(with: self) ? black : white
  }
}
