import Bytes

extension Layer {
  /// The largest magnitude allowed for a coordinate, in any unit; readers refuse a larger one (65).
  ///
  /// It is thousands of times the distance to the sun in metres, so no place on Earth is affected; much larger
  /// numbers would overflow when they are squared or drawn.
  public static let largestCoordinate = 1e15

  /// What is wrong with a number as a coordinate: it is not a number or too large; `nil` when it is fine.
  @inlinable public static func fault(ofCoordinate value: Double) -> Text? {
    value.magnitude <= largestCoordinate ? nil : faultInWords(value)
  }

  @usableFromInline static func faultInWords(_ value: Double) -> Text {
    guard !value.isNaN else { return Text.coordinateIsNotANumber }
    return Text.coordinateIsTooFar(value.isFinite ? ByteWriter.shortest(value) : "∞")
  }
}
