import Bytes

/// `pretty` — about as many classes as asked, with round bounds, as R's `pretty()` chooses them.
///
/// The unit is 1, 2, 5 or 10 times a power of ten (Becker, Chambers & Wilks 1988; R 4.2, src/appl/pretty.c,
/// with its default biases). R's first number, at or below the minimum, is not an upper bound and is left out.
enum Pretty: ClassMethod {
  static let name = "pretty"
  static let summary = Text.roundBoundsAsInR
  static let takesCount = false

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    guard let low = sample.minimum, let high = sample.maximum else { return [] }
    let scale = Scale(low, high, classes: options.classes)
    var bounds = scale.marks.dropFirst().map { $0 }
    // R tolerates a maximum up to 1e-10 of a unit above its last number; here every value must have a class.
    if let last = bounds.last, last < high { bounds[bounds.count - 1] = high }
    return bounds
  }

  /// Round numbers around an interval.
  private struct Scale {
    private let first: Double
    private let last: Double
    private let factor: Double
    private let exponent: Int

    private static let tolerance = 1e-10
    /// R's `high.u.bias` and `u5.bias`.
    private static let bias = 1.5
    private static let biasOf5 = 0.5 + 1.5 * 1.5

    init(_ low: Double, _ high: Double, classes: Int) {
      let least = classes / 3
      let cell = Self.cell(low, high, classes, least)
      exponent = Int(log10(cell).rounded(.down))
      let base = pow(10, Double(exponent))
      var factor = 1.0
      if 2 * base - cell < Self.bias * (cell - base) {
        factor = 2
        if 5 * base - cell < Self.biasOf5 * (cell - 2 * base) {
          factor = 5
          if 10 * base - cell < Self.bias * (cell - 5 * base) { factor = 10 }
        }
      }
      self.factor = factor
      let unit = factor * base
      var first = (low / unit + Self.tolerance).rounded(.down)
      var last = (high / unit - Self.tolerance).rounded(.up)
      while first * unit > low + Self.tolerance * unit { first -= 1 }
      while last * unit < high - Self.tolerance * unit { last += 1 }
      let short = least - Int(0.5 + last - first)
      if short > 0 {
        if low == 0, first == 0, high != 0 {
          last += Double(short)
        } else if high == 0, last == 0, low != 0 {
          first -= Double(short)
        } else if first >= 0 {
          last += Double(short / 2)
          first -= Double(short / 2 + short % 2)
        } else {
          first -= Double(short / 2)
          last += Double(short / 2 + short % 2)
        }
      }
      self.first = first
      self.last = last
    }

    /// The width of a class before rounding.
    private static func cell(_ low: Double, _ high: Double, _ classes: Int, _ least: Int) -> Double {
      let range = high - low
      let largest = max(low.magnitude, high.magnitude)
      // With the default biases R's bound of cell over unit is 1 + 1/(1 + 1.5).
      let threshold = (1 + 1 / (1 + bias)) * Double(max(1, classes)) * Double.ulpOfOne * 3
      var cell: Double
      if range < largest * threshold {
        cell = (largest > 10 ? 9 + largest / 10 : largest) * 0.75
        if least > 1 { cell /= Double(least) }
      } else if range.isFinite {
        cell = range / Double(classes)
      } else {
        cell = high / Double(classes) - low / Double(classes)
      }
      return min(max(cell, 0x1p-20 * Double.leastNormalMagnitude), Double.greatestFiniteMagnitude / 1.25)
    }

    /// The round numbers, each the double nearest to its decimal: dividing by a power of ten is exact where
    /// multiplying by 0.1 is not.
    var marks: [Double] {
      (0...Int(last - first)).map { step -> Double in
        let count = (first + Double(step)) * factor
        return exponent < 0 && exponent >= -300 ? count / pow(10, Double(-exponent)) : count * pow(10, Double(exponent))
      }
    }
  }
}
