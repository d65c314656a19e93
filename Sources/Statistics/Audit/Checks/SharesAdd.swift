import Bytes

extension Audit.Check {
  /// Shares by family of one publication add up to 1, as far as their rounding allows.
  static let sharesAdd = Audit.Check(id: "shares_add") { register, _ in
    let shares = register.figures.filter {
      [.shareOfJobsByFamily, .shareOfEstablishmentsByFamily].contains($0.measure)
    }
    return FamilyGroup.groups(shares).compactMap { group in
      guard let parts = group.partition else { return nil }
      let sum = parts.map(\.value).reduce(0, +)
      let interval = parts.dropFirst().reduce(parts[0].interval) { $0 + $1.interval }
      let fits = interval.contains(1)
      return Finding(
        "shares_add.\(parts[0].areaCode).\(parts[0].measure.id).\(parts[0].line)", .arithmetic,
        fits ? .confirmed : .error,
        Text(same: parts[0].area + ", ") + parts[0].measure.label + Text(" : ", ": ")
          + Words.addition(parts.map(\.printedValue), Words.percent(sum, max(0, parts[0].printed.decimals - 2)))
          + Text(", de ", ", from ") + Words.range(interval) { Words.percent($0, 1) }
          + Text(" avec les arrondis : ", " with rounding: ")
          + (fits ? Text("compatible avec 100 %", "compatible with 100%") : Text("ce n’est pas 100 %", "not 100%")),
        figures: parts)
    }
  }
}
