import Bytes

extension Audit.Check {
  /// Breaks in series, where a different way of counting looks like growth.
  static let breaks = Audit.Check(id: "break") { register, _ in
    register.figures.filter(\.startsBreak).compactMap { figure in
      guard let family = figure.family else { return nil }
      let series = register.series(area: figure.areaCode, measure: figure.measure, family: family, acrossBreaks: true)
      guard let figures = series.first?.figures, let index = figures.firstIndex(of: figure), index > 0 else {
        return nil
      }
      let earlier = figures[index - 1]
      return Finding(
        "break.\(figure.findingKey).\(figure.line)", .note, .note,
        Words.subject(figure) + Text(" : ", ": ") + earlier.datedValue + Text(" puis ", " then ") + figure.datedValue
          + Text.breakInSeries(figure.perimeter.label.fr, figure.perimeter.words), figures: [earlier, figure])
    }
  }
}
