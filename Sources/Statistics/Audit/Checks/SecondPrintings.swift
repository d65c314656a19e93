import Bytes

extension Audit.Check {
  /// A share whose note gives the share that another publisher printed for the same count:
  /// `WHO printed P % for …`, or `QUI imprime P % …` in French. The two must have a value in common.
  static let secondPrintings = Audit.Check(id: "second_printing") { register, _ in
    register.figures.compactMap { figure in
      guard figure.measure.isShare, let second = SecondPrinting(note: figure.note) else { return nil }
      let fits = figure.interval.intersects(second.share.interval)
      let write: (Double) -> Text = { Words.percent($0, figure.printed.decimals - 1) }
      return Finding(
        "second_printing.\(figure.findingKey).\(figure.line)", fits ? .arithmetic : .contradiction,
        fits ? .confirmed : .error,
        Words.subject(figure) + Text(" : ", ": ") + figure.printedValue
          + Text(" (\(figure.publication.publisher), de ", " (\(figure.publication.publisher), from ")
          + Words.range(figure.interval, write) + Text(") et ", ") and ")
          + Words.percent(second.share.value, max(0, second.share.decimals - 2))
          + Text(" (\(second.publisher), de ", " (\(second.publisher), from ")
          + Words.range(second.share.interval, write) + Text(") pour le même nombre : ", ") for the same count: ")
          + (fits ? Text.compatibleOneRoundsMore : Text.incompatibleWhateverTheRounding), figures: [figure])
    }
  }
}

/// The share that a note says another publisher printed.
private struct SecondPrinting {
  let publisher: String
  let share: PrintedNumber

  init?(note: String) {
    for verb in [" printed ", " imprime "] {
      let sides = note.split(separator: verb, maxSplits: 1)
      guard sides.count == 2 else { continue }
      let number = sides[1].prefix { $0.isNumber || $0 == "." || $0 == "," }
      let after = sides[1].dropFirst(number.count).drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
      guard after.first == "%", let share = PrintedNumber(percent: String(number.map { $0 == "," ? "." : $0 })) else {
        continue
      }
      publisher = String(sides[0])
      self.share = share
      return
    }
    return nil
  }
}
