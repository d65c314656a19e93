import Bytes

/// `headtail` — cuts at the mean, then cuts the values above the mean again, and so on, for skewed values
/// (Jiang 2013).
///
/// Continues while the head has at most `headLimit` of the values and at least two different values.
enum HeadTail: ClassMethod {
  static let name = "headtail"
  static let summary = Text.cutsRepeatedlyAtTheMean
  static let takesCount = false

  static func bounds(_ sample: Sample, _ options: ClassOptions) throws(Problem) -> [Double] {
    guard let maximum = sample.maximum, let last = sample.ranked.last else { return [] }
    var bounds: [Double] = []
    var head = sample.ranked[...]
    while let first = head.first, first < last {
      let mean = Sample.mean(head)
      let rest = head[(head.firstIndex { $0 > mean } ?? head.endIndex)...]
      // The mean of two neighbouring doubles may round to the upper one.
      guard !rest.isEmpty else { break }
      bounds.append(mean * sample.unit)
      let share = Double(rest.count) / Double(head.count)
      head = rest
      if share > options.headLimit { break }
    }
    return bounds + [maximum]
  }
}
