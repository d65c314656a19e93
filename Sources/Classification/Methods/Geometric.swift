import Bytes

/// `geometric` — bounds min·(max/min)^(k/N), for positive values over several orders of magnitude.
enum Geometric: ClassMethod {
  static let name = "geometric"
  static let summary = Text(
    "progression géométrique (valeurs positives)", "geometric progression (positive values)")
  static let takesCount = true

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    guard let low = sample.minimum, let high = sample.maximum else { return [] }
    guard low > 0 else {
      throw Problem(
        .badData,
        Text("geometric veut des valeurs au-dessus de 0", "geometric wants values above 0"),
        fix: Text(
          "prenez une autre méthode, comme quantile ou jenks", "take another method, such as quantile or jenks")
      )
    }
    let terms = (1..<options.classes).map { min(high, term($0, of: options.classes, low, high)) } + [high]
    return terms.map { $0 / sample.unit }
  }

  /// One step of Newton's method in long numbers makes the root exact where it is: 1, 10, 100, 1000 in three classes
  /// has its bounds at 10 and 100, not a hair below.
  private static func term(_ step: Int, of count: Int, _ low: Double, _ high: Double) -> Double {
    let share = Double(step) / Double(count)
    let guess = power(low, 1 - share) * power(high, share)
    let ratio = DoubleDouble(high) / DoubleDouble(low)
    let root = DoubleDouble(guess) / DoubleDouble(low)
    let excess = raised(root, count) / raised(ratio, step) - DoubleDouble(1)
    guard excess.high.magnitude < 1e-9 else { return guess }
    return guess - guess * excess.high / Double(count)
  }

  private static func raised(_ base: DoubleDouble, _ exponent: Int) -> DoubleDouble {
    (0..<exponent).reduce(DoubleDouble(1)) { product, _ in product * base }
  }
}
