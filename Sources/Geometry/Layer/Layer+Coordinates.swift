import Bytes

extension Layer {
  /// The largest magnitude of a coordinate, in any unit. A thousand times the distance to the sun in metres is no place
  /// on Earth, and beyond it squares and steps of drawing soon leave what numbers hold: readers refuse it (65).
  public static let largestCoordinate = 1e15

  /// What is wrong with a number as a coordinate, `nil` when nothing is.
  @inlinable public static func fault(ofCoordinate value: Double) -> Text? {
    value.magnitude <= largestCoordinate ? nil : faultInWords(value)
  }

  @usableFromInline static func faultInWords(_ value: Double) -> Text {
    guard !value.isNaN else {
      return Text("une coordonnée n’est pas un nombre", "a coordinate is not a number")
    }
    var writer = ByteWriter()
    if value.isFinite { writer.shortest(value) } else { writer.text("∞") }
    return Text(
      "la coordonnée \(writer.string) dépasse 10^15 : aucun lieu n’est si loin",
      "coordinate \(writer.string) is beyond 10^15: no place is that far")
  }
}
