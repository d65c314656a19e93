import Bytes
import Geometry

/// A linear axis with ticks at round values: 1, 2 or 5 times a power of ten.
public struct LinearAxis: Sendable, Equatable {
  /// Where the axis starts, in the units of the values; a tick.
  public let low: Double
  /// Where the axis ends; a tick.
  public let high: Double
  /// Distance between ticks.
  public let step: Double

  /// An axis over values, with ends on ticks and about `most` steps. It starts at 0 when `fromZero` says so, and unless
  /// the values are all in the upper half of what is then drawn. The values must be finite; without any the axis
  /// goes from 0 to 1. O(n).
  public init(covering values: [Double], most: Int, fromZero: Bool = false) {
    let (least, top) = (values.min() ?? 0, values.max() ?? 1)
    let start = least > 0 && (fromZero || least == top || least < top / 2) ? 0 : min(least, top)
    step = Self.step(top - start, most: most)
    low = (start / step).rounded(.down) * step
    high = max((top / step).rounded(.up) * step, low + step)
  }

  /// The least round step of which at most `most` go into a span, and not less than `least`.
  public static func step(_ span: Double, most: Int, least: Double = 0) -> Double {
    guard span > 0, span.isFinite else { return max(least, 1) }
    let power = pow(10, log10(span / Double(most)).rounded(.down))
    return [1, 2, 5, 10, 20].map { $0 * power }.first { $0 >= least && span / $0 <= Double(most) } ?? least
  }

  /// The values of the ticks, ascending.
  public var ticks: [Double] { (0...Int(((high - low) / step).rounded())).map { low + Double($0) * step } }

  /// Decimals that tell the ticks apart.
  public var decimals: Int { max(0, -Int(log10(step).rounded(.down))) }

  /// The position of a value between the ends, from 0 to 1 on the axis.
  public func share(_ value: Double) -> Double { (value - low) / (high - low) }
}

extension Drawing {
  /// Draws a tick of a horizontal axis at `x` below `y`, with its label if it has one.
  public mutating func tick(_ label: String?, _ x: Double, below y: Double) {
    line(x, y, x, y + 4, class: "thin")
    if let label { text(label, x, y + 15, class: "t10", anchor: .middle) }
  }

  /// Draws a tick of a vertical axis at `y` left of `x`, with its label.
  public mutating func tick(_ label: String, leftOf x: Double, _ y: Double) {
    line(x - 4, y, x, y, class: "thin")
    text(label, x - 7, y + 3.5, class: "t10", anchor: .end)
  }
}
