import Bytes
import Classification

extension Classes {
  /// The classes in words, such as "5 km or less", "over 5 to 10 km", "over 10 km": closed on the right, the first one
  /// from below.
  ///
  /// - Parameters:
  ///   - decimals: at most as many for a bound.
  ///   - unit: what stands after the numbers; `nil` for nothing.
  ///   - isOpen: whether the last class has no end but the largest value, which is not printed.
  func words(_ decimals: Int, unit: String? = nil, isOpen: Bool = true) -> [Text] {
    upperBounds.indices.map { step in
      func bound(_ step: Int) -> Text { .printed { $0.short(upperBounds[step], decimals) } }
      let (high, unit) = (bound(step), unit.map { "\u{202F}" + $0 } ?? "")
      guard step > 0 else { return Text("\(high.fr)\(unit) ou moins", "\(high.en)\(unit) or less") }
      let low = bound(step - 1)
      return isOpen && step == upperBounds.count - 1
        ? Text("plus de \(low.fr)\(unit)", "over \(low.en)\(unit)")
        : Text("plus de \(low.fr) à \(high.fr)\(unit)", "over \(low.en) to \(high.en)\(unit)")
    }
  }
}
