import Bytes

extension FiguresRegister {
  /// The totals that no source prints but that one source's figures add up to, each with its parts.
  ///
  /// A total is derived when one publication gives a count of every family of the old statistics, once each, of
  /// one area, unit, perimeter and date, and no total of its own. It is marked `d`, its interval is the sum of
  /// those of its parts, and it is to be confirmed. Only establishments are added up. O(n × groups).
  public var derived: [Figure] {
    FamilyGroup.groups(figures.filter { $0.measure == .establishments }).compactMap { group in
      guard group.total == nil, let parts = group.partition,
        parts.allSatisfy({ $0.unit == parts[0].unit && $0.perimeter == parts[0].perimeter && $0.printed.bound == .none }
        )
      else { return nil }
      var total = parts[0]
      total.family = .all
      total.printed = PrintedNumber(adding: parts.map(\.printed))
      total.parts = parts
      total.note = ""
      total.noteWords = total.reservation ?? Text(same: "")
      return total
    }
  }
}

extension Figure {
  /// What a derived total is made of, and that it is to be confirmed: "2,347 + 189 + 38 + 19 =
  /// 2,593 d: sum of the four families, total not published; to be confirmed"; `nil` for a printed figure.
  public var reservation: Text? {
    guard !parts.isEmpty else { return nil }
    let unit: Text =
      switch unit {
      case "employers": Text("employeurs, ", "employers, ")
      default: Text(same: "")
      }
    return Words.addition(parts.map(\.printedValue), printedValue) + Text(same: "\u{202F}d") + Text(" : ", ": ") + unit
      + Text.sumOfFourFamilies
  }
}
