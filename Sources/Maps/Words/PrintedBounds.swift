import Bytes
import Geometry

/// Bounds for people: the fewest decimals that keep three digits of their range and tell them apart.
///
/// The rounding is only for print; classes are made from the unrounded bounds.
public struct PrintedBounds: Sendable {
  /// Number of decimals; `nil` for bounds too small or too large for plain
  /// decimals, which are printed in shortest form.
  let decimals: Int?

  /// Chooses the decimals for these bounds, at most 12.
  public init(_ bounds: [Double]) {
    let largest = bounds.reduce(0) { max($0, $1.magnitude) }
    let range = (bounds.max() ?? 0) - (bounds.min() ?? 0)
    guard largest == 0 || (largest >= 1e-9 && largest < 1e15) else {
      decimals = nil
      return
    }
    var places = range > 0 ? Swift.max(0, 2 - Int(log10(range).rounded(.down))) : 2
    if bounds.allSatisfy({ $0 == $0.rounded() }) { places = 0 }
    let different = Set(bounds).count
    while places < 12, Set(bounds.map { Numerals(.en).decimal($0, places) }).count < different { places += 1 }
    decimals = Swift.min(places, 12)
  }

  /// A bound as a table cell; `…` for `nil`.
  public func value(_ number: Double?) -> Table.Value {
    guard let decimals else { return .text(number.map { text($0).en } ?? "…") }
    return .number(number, decimals: decimals)
  }

  /// A bound in words.
  public func text(_ number: Double) -> Text {
    guard let decimals else {
      var writer = ByteWriter()
      writer.shortest(number)
      return Text(same: writer.string)
    }
    return .printed { $0.short(number, decimals) }
  }
}
