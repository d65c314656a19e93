import Bytes

/// Counts of classes over ascending values, and how well the classes fit. O(n + k log n).
struct Fit {
  var counts: [Int] = []
  var gvf: Double?
  var adcm: Double?

  /// Requires that every value is at most the last bound.
  init(_ sample: Sample, _ upperBounds: [Double]) {
    guard sample.count > 0 else {
      counts = upperBounds.map { _ in 0 }
      return
    }
    let ranked = sample.ranked
    var (within, deviations) = (0.0, 0.0)
    var start = 0
    for bound in upperBounds {
      let end = sample.values[start...].partitioningIndex { $0 > bound }
      counts.append(end - start)
      if end > start {
        let members = ranked[start..<end]
        within += Self.squares(members)
        let median = (members[start + (end - start - 1) / 2] + members[start + (end - start) / 2]) / 2
        deviations += members.reduce(0) { $0 + ($1 - median).magnitude }
      }
      start = end
    }
    let total = Self.squares(ranked[...])
    gvf = total > 0 ? 1 - within / total : nil
    adcm = deviations * sample.unit
  }

  /// Sum of squared deviations about the mean.
  private static func squares(_ values: ArraySlice<Double>) -> Double {
    let mean = Sample.mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }
}
