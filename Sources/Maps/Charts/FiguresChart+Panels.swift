import Bytes
import Cartography
import Statistics

extension FiguresChart {
  /// The panels of the density, then those of the shares.
  func panels(_ language: Language) -> [DotPlot.Panel] {
    let reference = comparison.reference
    let rate = comparison.referenceRate
    let density = panels(
      of: "establishments_per_10000", Text.densityOfESSEstablishments, density,
      Text(same: reference.name + ", ") + (reference.date?.label ?? Text.empty), language
    ) { kind, _ in kind == .reference ? rate : nil }
    let shares = panels(
      of: "share_of_jobs", Text.essShareOfSalariedJobs, jobs,
      Text(same: reference.name) + Text(", même année", ", same year"), language
    ) { _, row in row.facts.shareOfReference?.value }
    return density + shares
  }

  private func panels(
    of id: String, _ heading: Text, _ groups: [ComparableRows], _ label: Text, _ language: Language,
    _ reference: (ComparableRows.Kind, Comparison.Row) -> Double?
  ) -> [DotPlot.Panel] {
    guard let column = comparison.columns.first(where: { $0.id == id }) else { return [] }
    let absent = absent(groups)
    return groups.enumerated().map { number, group in
      var items = group.rows.map(\.row.facts.key).distinct.map { area -> (name: String, marks: [DotPlot.Mark]) in
        let own = group.rows.filter { $0.row.facts.key == area }
        return (own[0].row.facts.name, marks(own, column, language) { reference(group.kind, $0) })
      }
      items.sort { ($0.marks.last?.value ?? 0) > ($1.marks.last?.value ?? 0) }
      return DotPlot.Panel(
        heading: (heading + self.break(group))[language], finding: finding(group)[language],
        note: number == 0 ? absent[language] : "",
        reference: items.contains { $0.marks.contains { $0.reference != nil } } ? label[language] : "", items: items,
        isPercent: column.isPercent, startsAtZero: !column.isPercent)
    }
  }

  /// The marks of one area, in order of date.
  private func marks(
    _ entries: [(row: Comparison.Row, value: Evaluation)], _ column: Indicator, _ language: Language,
    _ reference: (Comparison.Row) -> Double?
  ) -> [DotPlot.Mark] {
    let years = entries.map { Self.year($0.value.figures.first) }
    return entries.enumerated().compactMap { index, entry in
      guard let value = entry.value.cell.value, let figure = entry.value.figures.first else { return nil }
      var sign = DotPlot.Sign()
      sign.isDerived = figure.isDerived
      sign.isEstimated = entry.value.populations.contains(where: \.isInterpolated)
      sign.direction = [.none: 0, .moreThan: 1, .lessThan: -1][figure.printed.bound] ?? 0
      let isRepeated = years.count { $0 == years[index] } > 1
      let label = isRepeated ? figure.date?.label ?? years[index] : years[index]
      let text = ComparisonTables.value(column, entry.value, of: entry.row).printed(language)
      let interval = figure.measure.isShare && figure.printed.bound == .none ? figure.interval : nil
      let before = index > 0 ? entries[index - 1].value.figures.first : nil
      let title = Text(same: entry.row.facts.name + ", ") + figure.dateLabel + Text(" : ", ": ")
      return DotPlot.Mark(
        label[language], value, text, sign: sign, interval: interval.map { $0.lower...$0.upper },
        reference: reference(entry.row), continues: before.map { Self.isOneSeries($0, figure) },
        title: title[language] + text + Self.doubt(sign, figure, interval)[language])
    }
  }

  /// What the mark says beside the value: its interval, and that it rests on an estimate.
  private static func doubt(_ sign: DotPlot.Sign, _ figure: Figure, _ interval: Interval?) -> Text {
    let estimate = sign.isEstimated ? Text(" (e : habitants estimés)", " (e: estimated inhabitants)") : Text.empty
    guard let interval else { return estimate }
    // Ends of a rounding interval have a decimal more than the percentage.
    let decimals = max(0, figure.printed.decimals - 1)
    return estimate + .printed { " [" + $0.percent(interval.lower, decimals) } + Text(" ; ", "; ")
      + .printed { $0.percent(interval.upper, decimals) + "]" }
  }

  /// Whether two figures of one axis are of one series for certain: of one source, or of one perimeter that both say.
  private static func isOneSeries(_ a: Figure, _ b: Figure) -> Bool {
    a.publication == b.publication || (a.perimeter == b.perimeter && !a.perimeter.isUnstated)
  }

  /// The year of a figure, or that of its publication, which is said.
  private static func year(_ figure: Figure?) -> Text {
    if let date = figure?.reference { return Text(same: "\(date.year)") }
    guard let date = figure?.publication.date else { return Text("sans date", "undated") }
    return Text(same: "publ. \(date.year)")
  }

  private func `break`(_ group: ComparableRows) -> Text {
    switch group.kind {
    case .reference: Text.empty
    case .afterBreak: Text.afterABreakInSeries
    case .otherPerimeter: Text(", autre périmètre", ", another perimeter")
    }
  }

  private func finding(_ group: ComparableRows) -> Text {
    switch group.kind {
    case .reference: Text.empty
    case .afterBreak(let perimeter), .otherPerimeter(let perimeter):
      Text.notComparableWithAxisAbove + perimeter.label + Text(same: ".")
    }
  }

  /// The areas of the comparison without a value.
  private func absent(_ groups: [ComparableRows]) -> Text {
    let known = Set(groups.flatMap { $0.rows.map(\.row.facts.key) })
    let names = comparison.rows.filter { !known.contains($0.facts.key) }.map(\.facts.name).distinct
    guard !names.isEmpty else { return Text.empty }
    return Text.figureAbsentFromRegister + Text(same: names.joined(separator: ", ") + ".")
  }
}

extension Comparison {
  /// Establishments of the reference per 10,000 inhabitants; `nil` where either is not known.
  var referenceRate: Double? {
    reference.establishments.flatMap { count in reference.population.map { count.value / $0.value * 10_000 } }
  }
}
