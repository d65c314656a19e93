import Bytes

/// `manual` — the upper bounds that the user gives.
enum Manual: ClassMethod {
  static let name = "manual"
  static let summary = Text.upperBoundsChosenByHand
  static let takesCount = false

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    let bounds = options.breaks
    let isAscending = zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }
    guard !bounds.isEmpty, bounds.allSatisfy(\.isFinite), isAscending else {
      throw Problem(.usage, Text.manualWantsAscendingBounds, fix: Text.exampleOfBreaks)
    }
    if let maximum = sample.maximum, let last = bounds.last, maximum > last {
      let value = ByteWriter.shortest(maximum)
      throw Problem(
        .badData, Text.valueAboveTheLastBound(value, ByteWriter.shortest(last)), fix: Text.giveALargerLastBound(value))
    }
    return bounds
  }
}
