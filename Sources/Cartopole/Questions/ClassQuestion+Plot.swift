import Bytes
import Cartography
import Classification
import Maps

extension ClassQuestion {
  /// The histogram of the column with the bounds of classes. Throws 65 when every value is missing.
  public func plot(_ breaks: ClassBreaks, language: Language, theme: Theme = .light) throws(Problem) -> Drawing {
    guard let histogram = self.histogram(breaks, intervals: 40) else { throw Self.nothing }
    let printing = PrintedBounds([histogram.minimum] + breaks.upperBounds)
    func mark(_ value: Double) -> HistogramChart.Mark { HistogramChart.Mark(value, printing.text(value)[language]) }
    func tick(_ value: Double) -> HistogramChart.Mark {
      histogram.isLogarithmic ? HistogramChart.Mark(value, Numerals(language).brief(value)) : mark(value)
    }
    let count = breaks.upperBounds.count
    // More classes than a palette has colours share one.
    let coloured =
      (try? ClassChoice().colours(of: breaks.upperBounds, from: histogram.minimum, in: theme))
      ?? Palette("", .sequential, Array(repeating: theme.sequence[1], count: count))
    let scale = histogram.isLogarithmic ? Text(", échelle logarithmique", ", logarithmic scale") : Text(same: "")
    let chart = HistogramChart(
      histogram, bounds: breaks.upperBounds.dropLast().map(mark), ticks: try ticks(histogram).map(tick),
      axes: (column.name + scale[language], Text("nombre de valeurs", "number of values")[language]), language: language
    )
    let classes = Numerals.count(count, fr: ("classe", "classes"), en: ("class", "classes"))
    let values = Numerals.count(sample.count, fr: ("valeur", "valeurs"), en: ("value", "values"))
    let title = Text(
      "\(column.name) : \(values.fr) en \(classes.fr) (\(breaks.method))",
      "\(column.name): \(values.en) in \(classes.en) (\(breaks.method))")[language]
    let subtitle = table(breaks).notes[0][language]
    let bounds = LegendBounds(sample.values, upperBounds: breaks.upperBounds, isGiven: breaks.method == "manual")
    let rows = breaks.upperBounds.indices.reversed().map { step in
      Legend.Row(
        .fill("p\(step)"), bounds.label(step, language), count: Numerals(language).integer(breaks.counts[step]))
    }
    let figures = summary.rows.map { row in row.map { $0.printed(language) } }
    let sheet = Sheet(
      width: 1000, title: title, subtitle: subtitle, source: table(breaks).notes[1][language],
      blocks: [
        Legend(Text("Classes et effectifs", "Classes and counts")[language], rows: rows),
        FigureTable(Text("Valeurs", "Values")[language], rows: figures),
      ], aspect: 0.62)
    return sheet.draw(theme: theme.with(coloured), language: language, summary: title + ". " + subtitle + ".") {
      drawing, frame in chart.draw(in: &drawing, frame: frame)
    }
  }

  /// Methods that cut by ratios get an axis of ratios.
  private func histogram(_ breaks: ClassBreaks, intervals: Int) -> Histogram? {
    Histogram(
      sample, intervals: intervals, upperBounds: breaks.upperBounds,
      isLogarithmic: ["headtail", "geometric"].contains(breaks.method))
  }

  /// Round values on the axis: 1, 2 and 5 times powers of ten on one of ratios.
  private func ticks(_ histogram: Histogram) throws(Problem) -> [Double] {
    guard histogram.isLogarithmic else { return try classes(by: ClassMethods.named("pretty")).upperBounds }
    let powers = Int(log10(histogram.minimum).rounded(.down))...Int(log10(histogram.maximum).rounded(.up))
    return powers.flatMap { power in [1.0, 2, 5].map { $0 * pow(10, Double(power)) } }
  }

  /// The histogram in characters: a line for each interval with its bar, and the bounds that fall in
  /// it. Throws 65 when every value is missing.
  public func textPlot(_ breaks: ClassBreaks, _ language: Language) throws(Problem) -> String {
    guard let histogram = self.histogram(breaks, intervals: 20) else { throw Self.nothing }
    let printing = PrintedBounds([histogram.minimum] + breaks.upperBounds)
    let top = histogram.counts.max() ?? 1
    let starts = histogram.counts.indices.map { printing.text(histogram.edge($0))[language] }
    let counts = histogram.counts.map { Numerals(language).integer($0) }
    let (wide, broad) = (starts.map(\.count).max() ?? 0, counts.map(\.count).max() ?? 0)
    let inner = breaks.upperBounds.dropLast()
    var out = ""
    for (index, count) in histogram.counts.enumerated() {
      let isLast = index == histogram.counts.count - 1
      let here = inner.filter {
        $0 >= histogram.edge(index) && (isLast || $0 < histogram.edge(index + 1)) && $0 <= histogram.maximum
      }
      let length = count == 0 ? 0 : max(1, count * 40 / top)
      var line = String(repeating: " ", count: wide - starts[index].count) + starts[index] + " │ "
      line += String(repeating: " ", count: broad - counts[index].count) + counts[index]
      if length > 0 { line += " " + String(repeating: "█", count: length) }
      if !here.isEmpty { line += "  ◂ " + here.map { printing.text($0)[language] }.joined(separator: ", ") }
      out += line + "\n"
    }
    return out
  }

  private static let nothing = Problem(.badData, Text.everyValueIsMissing)
}
