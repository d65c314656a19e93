/// A number as the unevaluated sum of two doubles: about 106 bits (Dekker 1971; Hida, Li & Bailey 2001).
struct DoubleDouble: Sendable, Equatable {
  var high: Double
  var low: Double

  private init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  init(_ value: Double) { self.init(high: value, low: 0) }

  /// The exact sum a + b, whatever their magnitudes (Knuth's two-sum).
  init(sum a: Double, _ b: Double) {
    let sum = a + b
    let back = sum - a
    high = sum
    low = (a - (sum - back)) + (b - back)
  }

  /// The exact sum a + b; requires |a| ≥ |b|.
  private init(ordered a: Double, _ b: Double) {
    high = a + b
    low = b - (high - a)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    var sum = DoubleDouble(sum: a.high, b.high)
    let tail = DoubleDouble(sum: a.low, b.low)
    sum = DoubleDouble(ordered: sum.high, sum.low + tail.high)
    return DoubleDouble(ordered: sum.high, sum.low + tail.low)
  }

  static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(high: -a.high, low: -a.low)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = a.high * b.high
    var error = (-product).addingProduct(a.high, b.high)
    error += a.high * b.low + a.low * b.high
    return DoubleDouble(ordered: product, error)
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a - b * DoubleDouble(first)
    let second = rest.high / b.high
    let last = rest - b * DoubleDouble(second)
    return DoubleDouble(ordered: first, second) + DoubleDouble(last.high / b.high)
  }

  static func < (a: DoubleDouble, b: DoubleDouble) -> Bool { a.high < b.high || (a.high == b.high && a.low < b.low) }
}

/// What the search for the best classes needs of its numbers.
protocol CostNumber: Sendable {
  init(_ value: Double)
  /// The number nearest to a double-double.
  init(rounding value: DoubleDouble)
  /// Bound of the relative error of one operation.
  static var roundoff: Double { get }
  var approximation: Double { get }
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func < (a: Self, b: Self) -> Bool
}

extension Double: CostNumber {
  init(rounding value: DoubleDouble) { self = value.high }
  static var roundoff: Double { 0x1p-53 }
  var approximation: Double { self }
}

extension DoubleDouble: CostNumber {
  init(rounding value: DoubleDouble) { self = value }
  static var roundoff: Double { 0x1p-100 }
  var approximation: Double { high }
}
