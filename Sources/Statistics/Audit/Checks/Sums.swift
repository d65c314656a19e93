import Bytes

extension Audit.Check {
  /// Printed parts add up to their printed total.
  static let sums = Audit.Check(id: "sum") { _, input in
    input.sums.map { sum in
      let value = sum.parts.map(\.amount.value).reduce(0, +)
      let interval = sum.parts.map(\.amount.interval).reduce(Interval(0, 0), +)
      let severity: Finding.Severity =
        value == sum.total.value ? .confirmed : !sum.isCount && interval.intersects(sum.total.interval) ? .note : .error
      let decimals = max(sum.total.decimals, sum.parts.map(\.amount.decimals).max() ?? 0)
      let number: (Double) -> Text = { Words.number($0, decimals) }
      let parts = sum.parts.map { number($0.amount.value) + Text(same: " (") + $0.label + Text(same: ")") }
      let verdict =
        switch severity {
        case .confirmed: Text(", le total imprimé", ", the printed total")
        case .note: Text.roundingExplainsGap + number(sum.total.value)
        default: Text(" ; le total imprimé est ", "; the printed total is ") + number(sum.total.value)
        }
      return Finding(
        "sum.\(sum.key)", .arithmetic, severity,
        sum.label + Text(" : ", ": ") + Words.addition(parts, number(value)) + verdict, keys: [sum.key])
    }
  }
}
