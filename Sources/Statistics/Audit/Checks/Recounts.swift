import Bytes

extension Audit.Check {
  /// Counts the document prints, counted again in the data.
  static let recounts = Audit.Check(id: "recount") { _, input in
    input.counts.compactMap { count in
      guard let meant = count.counted.first else { return nil }
      let counted = count.counted.map { Words.number(Double($0.count)) + Text(same: " (") + $0.label + Text(same: ")") }
      let agrees = meant.count == count.printed
      return Finding(
        "recount.\(count.key)", .arithmetic, agrees ? .confirmed : .error,
        count.label + Text(" : imprimé ", ": printed ") + Words.number(Double(count.printed))
          + Text(", compté ", ", counted ") + Text.joined(counted, separator: ", "), keys: [count.key])
    }
  }
}
