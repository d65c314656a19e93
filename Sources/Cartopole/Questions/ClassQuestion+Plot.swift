import Bytes
import Cartography
import Classification
import Maps

extension ClassQuestion {
  /// The histogram of the column with the bounds of classes. Throws 65 when every value is missing.
  public func plot(_ breaks: ClassBreaks, language: Language, theme: Theme = .light) throws(Problem) -> Drawing {
    guard let histogram = Histogram(sample, intervals: 40) else { throw Self.nothing }
    let printing = PrintedBounds([histogram.minimum] + breaks.upperBounds)
    func mark(_ value: Double) -> HistogramChart.Mark { HistogramChart.Mark(value, printing.text(value)[language]) }
    let round = try classes(by: ClassMethods.named("pretty"))
    let chart = HistogramChart(
      histogram, bounds: breaks.upperBounds.dropLast().map(mark), ticks: round.upperBounds.map(mark), language: language
    )
    let count = breaks.upperBounds.count
    let title = Text(
      "\(column.name) : \(Numerals(.fr).integer(sample.count)) valeurs en \(count) classes (\(breaks.method))",
      "\(column.name): \(Numerals(.en).integer(sample.count)) values in \(count) classes (\(breaks.method))")[language]
    let subtitle = table(breaks).notes[0][language]
    let rows = breaks.upperBounds.indices.reversed().map { step in
      [label(breaks.upperBounds, step, printing)[language], Numerals(language).integer(breaks.counts[step])]
    }
    let figures = summary.rows.map { row in row.map { $0.printed(language) } }
    let sheet = Sheet(
      width: 1000, title: title, subtitle: subtitle, source: table(breaks).notes[1][language],
      blocks: [
        FigureTable(Text("Classes et effectifs", "Classes and counts")[language], rows: rows),
        FigureTable(Text("Valeurs", "Values")[language], rows: figures),
      ], aspect: 0.62)
    return sheet.draw(theme: theme, language: language, summary: title + ". " + subtitle + ".") { drawing, frame in
      chart.draw(in: &drawing, frame: frame)
    }
  }

  private func label(_ bounds: [Double], _ step: Int, _ printing: PrintedBounds) -> Text {
    let upper = printing.text(bounds[step])
    guard step > 0 else { return Text("\(upper.fr) ou moins", "\(upper.en) or less") }
    let lower = printing.text(bounds[step - 1])
    return Text("plus de \(lower.fr) à \(upper.fr)", "over \(lower.en) to \(upper.en)")
  }

  /// The histogram in characters: a line for each interval with its bar, and the bounds that fall in
  /// it. Throws 65 when every value is missing.
  public func textPlot(_ breaks: ClassBreaks, _ language: Language) throws(Problem) -> String {
    guard let histogram = Histogram(sample, intervals: 20) else { throw Self.nothing }
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

  private static let nothing = Problem(
    .badData, Text("toutes les valeurs manquent : rien à dessiner", "every value is missing: nothing to draw"))
}
