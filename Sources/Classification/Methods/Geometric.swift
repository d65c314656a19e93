import Bytes

/// `geometric` — bounds min·(max/min)^(k/N), for positive values over several orders of magnitude.
enum Geometric: ClassMethod {
  static let name = "geometric"
  static let summary = Text.geometricProgression
  static let takesCount = true

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    guard let low = sample.minimum, let high = sample.maximum else { return [] }
    guard low > 0 else { throw Problem(.badData, Text.geometricWantsPositiveValues, fix: Text.takeAnotherMethod) }
    return (1..<options.classes).map { min(high, term($0, of: options.classes, low, high)) } + [high]
  }

  /// One bound. A step of Newton's method in double-doubles makes an exact root exact: 1, 10, 100, 1000 in
  /// three classes has its bounds at exactly 10 and 100, not slightly below. Powers of two are handled
  /// separately, so that nothing overflows for values between 1e-300 and 1e300.
  private static func term(_ step: Int, of count: Int, _ low: Double, _ high: Double) -> Double {
    let share = Double(step) / Double(count)
    let guess = pow(low, 1 - share) * pow(high, share)
    // guess^count ÷ (low^(count − step) · high^step) − 1.
    let whole = raised(low.significand, count - step) * raised(high.significand, step)
    let twos = count * Int(guess.exponent) - (count - step) * Int(low.exponent) - step * Int(high.exponent)
    let power = DoubleDouble(Double(sign: .plus, exponent: twos, significand: 1))
    let excess = raised(guess.significand, count) / whole * power - DoubleDouble(1)
    guard excess.high.magnitude < 1e-9 else { return guess }
    return guess - guess * excess.high / Double(count)
  }

  private static func raised(_ base: Double, _ exponent: Int) -> DoubleDouble {
    (0..<exponent).reduce(DoubleDouble(1)) { product, _ in product * DoubleDouble(base) }
  }
}
