import Bytes

extension Audit.Check {
  /// A share printed with its part is the share of some total: finds the area whose total fits, and
  /// compares it with the area that the words claim.
  static let shareBases = Audit.Check(id: "share_base") { register, input in
    input.shares.map { ShareBase($0, register).finding }
  }
}

/// One printed share against every total of the register.
private struct ShareBase {
  let printed: AuditInput.PrintedShare
  /// Totals of the claimed area, nearest in date first.
  let claimed: [Figure]
  /// Totals that the share fits, best first.
  let fitting: [Figure]

  init(_ printed: AuditInput.PrintedShare, _ register: FiguresRegister) {
    self.printed = printed
    let totals = register.figures(measure: printed.measure, family: .all)
    func distance(_ figure: Figure) -> Double {
      guard let date = printed.date, let other = figure.date else { return .infinity }
      return date.years(to: other) + (figure.reference == nil ? 1000 : 0)
    }
    func error(_ figure: Figure) -> Double { (printed.part.value / figure.value - printed.share.value).magnitude }
    claimed = totals.filter { $0.areaCode == printed.claimedArea }.sorted { distance($0) < distance($1) }
    fitting = totals.filter { Self.fits(printed, $0.interval) && $0.value >= printed.part.value }.sorted {
      (distance($0), error($0)) < (distance($1), error($1))
    }
  }

  static func fits(_ printed: AuditInput.PrintedShare, _ whole: Interval) -> Bool {
    (printed.part.interval / whole).intersects(printed.share.interval)
  }

  var finding: Finding {
    let id = "share_base.\(printed.key)"
    let words = Text("« \(printed.words) » : ", "\"\(printed.words)\": ")
    if let whole = printed.whole, !Self.fits(printed, whole.interval) {
      return Finding(
        id, .arithmetic, .error,
        words + division(whole.value) + Text(", et non ", ", not ") + Words.percent(printed.share.value, 1),
        keys: [printed.key])
    }
    if let base = fitting.first(where: { $0.areaCode == printed.claimedArea }) {
      return Finding(
        id, .arithmetic, .confirmed, words + division(base.value) + of(base), figures: [base], keys: [printed.key])
    }
    guard let base = fitting.first else {
      return Finding(
        id, .arithmetic, .warning, words + Text.noTotalGivesThisShare(printed.measure.label), figures: claimed,
        keys: [printed.key])
    }
    let fit = words + division(base.value) + of(base)
    guard let stated = claimed.first else {
      return Finding(id, .wording, .note, fit + Text.registerHasNoAreaTotal, figures: [base], keys: [printed.key])
    }
    let range = Words.range(printed.part.interval / stated.interval) { Words.percent($0, 1) }
    return Finding(
      id, .wording, .warning,
      fit + Text(" ; avec « \(stated.area) » : ", "; with \"\(stated.area)\": ") + division(stated.value) + of(stated)
        + Text(", de ", ", from ") + range + Text.shareIsOfAnotherArea(base.area, stated.area),
      figures: [base, stated], keys: [printed.key])
  }

  private func division(_ whole: Double) -> Text {
    Words.number(printed.part.value) + Text(same: " ÷ ") + Words.number(whole) + Text(same: " = ")
      + Words.percent(printed.part.value / whole, 1)
  }

  private func of(_ base: Figure) -> Text {
    Text(same: " (") + base.measure.label + Text(same: ", \(base.area), ") + base.dateLabel + Text(same: ")")
  }
}
