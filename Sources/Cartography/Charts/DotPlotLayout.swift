import Bytes
import Geometry

/// Where the parts of a dot plot stand: names, labels, marks and values in columns that all panels share.
struct DotPlotLayout {
  private let width: Double
  /// Width of the columns of names, labels and values; on a narrow plot names stand above their rows.
  private let names, labels, values: Double
  private let isNarrow: Bool
  private let numerals: Numerals

  private static let row = 13.0
  private static let between = 4.0
  /// Height of a name that stands above its rows.
  private static let name = 14.0
  private static let inset = 6.0

  init(_ plot: DotPlot, width: Double) {
    self.width = width
    numerals = Numerals(plot.language)
    isNarrow = width < 480
    func widest(_ texts: [String], _ size: Double, _ weight: FontWeight = .regular) -> Double {
      (texts.map { TextMetrics.width($0, size: size, weight: weight) }.max() ?? 0).rounded(.up)
    }
    let marks = plot.panels.flatMap(\.marks)
    names = isNarrow ? 0 : min(widest(plot.panels.flatMap { $0.items.map(\.name) }, 12.5, .bold) + 12, width * 0.3)
    labels = widest(marks.map(\.label), 10) + 8
    values = widest(marks.map(\.text), 10) + 8
  }

  /// Length of the axes: marks at their ends stay inside the ground.
  private var inner: Double { width - names - labels - values - 2 * Self.inset }

  /// An interval of fewer px cannot be told from its mark.
  private func isVisible(_ interval: ClosedRange<Double>, _ axis: LinearAxis) -> Bool {
    (axis.share(interval.upperBound) - axis.share(interval.lowerBound)) * inner > 3
  }

  func showsIntervals(_ panel: DotPlot.Panel) -> Bool {
    let axis = axis(panel)
    return panel.marks.contains { $0.interval.map { isVisible($0, axis) } ?? false }
  }

  private func axis(_ panel: DotPlot.Panel) -> LinearAxis {
    let ends = panel.marks.flatMap { mark in
      [mark.value, mark.reference].compactMap { $0 } + (mark.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    return LinearAxis(covering: ends, most: max(3, Int(inner / 48)), fromZero: panel.startsAtZero)
  }

  private func print(_ value: Double, _ axis: LinearAxis, _ panel: DotPlot.Panel) -> String {
    panel.isPercent ? numerals.percent(value, max(0, axis.decimals - 2)) : numerals.decimal(value, axis.decimals)
  }

  private func heading(_ panel: DotPlot.Panel) -> Paragraph { .heading(panel.heading, width, leading: 16) }

  private func finding(_ panel: DotPlot.Panel) -> Paragraph { small(panel.finding) }

  private func small(_ text: String) -> Paragraph {
    Paragraph(TextWrap.lines(text, width: width, size: 10), class: "t10", leading: 13)
  }

  /// The note, and that the axis does not start at 0, because lengths would then mislead.
  private func note(_ panel: DotPlot.Panel) -> Paragraph {
    let axis = axis(panel)
    let start = Text("L’axe part de ", "The axis starts at ") + Text(same: print(axis.low, axis, panel) + ".")
    let words = [axis.low == 0 ? "" : start[numerals.language], panel.note].filter { !$0.isEmpty }
    return small(words.joined(separator: " "))
  }

  private func rows(_ panel: DotPlot.Panel) -> Double {
    panel.items.reduce(Self.between) {
      $0 + Self.row * Double($1.marks.count) + Self.between + (isNarrow ? Self.name : 0)
    }
  }

  private func headHeight(_ panel: DotPlot.Panel) -> Double {
    heading(panel).height + finding(panel).height + (panel.reference.isEmpty ? 2 : 15)
  }

  func height(of panel: DotPlot.Panel) -> Double {
    headHeight(panel) + rows(panel) + 19 + note(panel).height
  }

  func draw(_ panel: DotPlot.Panel, in drawing: inout Drawing, x: Double, y: Double) {
    var baseline = y + 12
    heading(panel).draw(in: &drawing, x: x, from: &baseline, baseline: 0)
    finding(panel).draw(in: &drawing, x: x, from: &baseline, baseline: -1)
    let axis = axis(panel)
    let box = Bounds(
      x: x + names + labels, y: y + headHeight(panel), width: inner + 2 * Self.inset, height: rows(panel))
    func place(_ value: Double) -> Double { box.minX + Self.inset + axis.share(value) * inner }
    drawing.rectangle(box, class: "ground")
    for tick in axis.ticks {
      drawing.line(place(tick), box.minY, place(tick), box.maxY, class: "grid")
      drawing.tick(print(tick, axis, panel), place(tick), below: box.maxY)
    }
    if let value = panel.marks.first?.reference, !panel.reference.isEmpty {
      let half = TextMetrics.width(panel.reference, size: 10, weight: .bold) / 2
      let at = min(max(place(value), x + half), x + width - half)
      drawing.text(panel.reference, at, box.minY - 4, class: "t10b on-radius", anchor: .middle)
    }
    var top = box.minY + Self.between
    for item in panel.items {
      let name = TextWrap.shortened(
        item.name, width: isNarrow ? width : names - 12, size: 12.5, weight: .bold)
      drawing.text(name, x, top + 11.5, class: "t12b")
      if isNarrow { top += Self.name }
      draw(item.marks, in: &drawing, box, from: top, axis)
      top += Self.row * Double(item.marks.count) + Self.between
    }
    baseline = box.maxY + 19 + 10
    note(panel).draw(in: &drawing, x: x, from: &baseline, baseline: 0)
  }

  /// The marks of one item, a row each: first the lines, then what stands on them.
  private func draw(
    _ marks: [DotPlot.Mark], in drawing: inout Drawing, _ box: Bounds, from top: Double, _ axis: LinearAxis
  ) {
    func place(_ value: Double) -> Double { box.minX + Self.inset + axis.share(value) * inner }
    func middle(_ row: Int) -> Double { top + Self.row * (Double(row) + 0.5) }
    for (row, mark) in marks.enumerated() {
      guard let reference = mark.reference else { continue }
      // The line goes on between items.
      let start = middle(row) - Self.row / 2 - (row == 0 ? Self.between / 2 + (isNarrow ? Self.name : 0) : 0)
      let end = middle(row) + Self.row / 2 + (row == marks.count - 1 ? Self.between / 2 : 0)
      drawing.line(place(reference), start, place(reference), end, class: "reference")
    }
    for row in marks.indices.dropFirst() {
      guard let isCertain = marks[row].continues else { continue }
      drawing.line(
        place(marks[row - 1].value), middle(row - 1), place(marks[row].value), middle(row),
        class: isCertain ? "series" : "series perhaps")
    }
    for (row, mark) in marks.enumerated() {
      let y = middle(row)
      drawing.text(mark.label, box.minX - 6, y + 3.5, class: "t10", anchor: .end)
      drawing.text(mark.text, box.maxX + values, y + 3.5, class: "t10i", anchor: .end)
      let interval = mark.interval.flatMap { isVisible($0, axis) ? place($0.lowerBound)...place($0.upperBound) : nil }
      drawing.sign(mark.sign, place(mark.value), y, interval: interval, title: mark.title)
    }
  }
}
