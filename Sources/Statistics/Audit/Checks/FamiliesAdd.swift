import Bytes

extension Audit.Check {
  /// Counts of the four families of one publication add up to its total; when it prints no total, their
  /// sum is reported and no total is invented.
  static let familiesAdd = Audit.Check(id: "families_add") { register, _ in
    FamilyGroup.groups(register.figures.filter { !$0.measure.isShare }).compactMap { group in
      guard let parts = group.partition else { return nil }
      let sum = parts.map(\.value).reduce(0, +)
      let interval = parts.dropFirst().reduce(parts[0].interval) { $0 + $1.interval }
      let id = "families_add.\(parts[0].areaCode).\(parts[0].measure.id).\(parts[0].line)"
      let addition =
        Text(same: parts[0].area + ", ") + parts[0].measure.label + Text(" : ", ": ")
        + Words.addition(parts.map(\.printedValue), Words.number(sum))
      guard let total = group.total else {
        return Finding(
          id, .note, .note,
          Text(same: parts[0].area + ", ") + parts[0].measure.label + Text(" : ", ": ")
            + (register.derived.first { $0.parts == parts }?.reservation
              ?? (Words.addition(parts.map(\.printedValue), Words.number(sum)) + Text.noTotalIsPublished)),
          figures: parts)
      }
      let severity: Finding.Severity =
        sum == total.value ? .confirmed : interval.intersects(total.interval) ? .note : .error
      let verdict =
        switch severity {
        case .confirmed: Text(", le total publié", ", the published total")
        case .note: Text.roundingExplainsGap + total.printedValue
        default: Text(" ; le total publié est ", "; the published total is ") + total.printedValue
        }
      return Finding(id, .arithmetic, severity, addition + verdict, figures: parts + [total])
    }
  }
}
