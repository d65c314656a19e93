import Bytes
import Geometry

/// A histogram with a colour for each class, the bounds of classes drawn across it and both axes named.
public struct HistogramChart: Sendable {
  private let histogram: Histogram
  private let bounds: [Mark]
  private let ticks: [Mark]
  private let axes: (values: String, counts: String)
  private let language: Language

  /// A value on the axis and how it is printed.
  public struct Mark: Sendable {
    /// The value, in the units of the histogram.
    public let value: Double
    /// The value as it is printed.
    public let label: String

    /// A mark from its value and its printed form.
    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// A chart with `bounds` as lines across the bars and `ticks` under the axis; marks outside the values are
  /// left out. `axes` says what stands on each axis.
  public init(
    _ histogram: Histogram, bounds: [Mark], ticks: [Mark], axes: (values: String, counts: String), language: Language
  ) {
    self.histogram = histogram
    self.bounds = bounds.filter { (histogram.minimum...histogram.maximum).contains($0.value) }
    self.ticks = ticks.filter { (histogram.minimum...histogram.maximum).contains($0.value) }
    self.axes = axes
    self.language = language
  }

  private static let line = 13.0

  /// Draws the chart into a frame, in px, which also holds its labels. The bars of class k have the CSS class `p`k.
  public func draw(in drawing: inout Drawing, frame: Bounds) {
    let plot = Bounds(x: frame.minX + 44, y: frame.minY + 66, width: frame.width - 60, height: frame.height - 110)
    let counts = histogram.counts
    let top = Double(max(1, counts.max() ?? 1))
    drawing.text(axes.counts, frame.minX, frame.minY + 10, class: "t12")
    grid(in: &drawing, plot, top)
    drawing.group(id: "bars") { drawing in
      let step = plot.width / Double(counts.count)
      for (index, parts) in histogram.parts.enumerated() {
        var below = 0.0
        for (number, count) in parts.enumerated() where count > 0 {
          let height = max(0.5, plot.height * Double(count) / top)
          let box = Bounds(
            x: plot.minX + Double(index) * step, y: plot.maxY - below - height, width: max(0.5, step - 1),
            height: height)
          drawing.rectangle(box, class: "p\(number)")
          below += height
        }
      }
    }
    drawing.line(plot.minX, plot.maxY, plot.maxX, plot.maxY, class: "rule")
    labels(ticks, rows: 1, in: &drawing, plot) { drawing, x, label, _ in drawing.tick(label, x, below: plot.maxY) }
    drawing.text(axes.values, plot.maxX, plot.maxY + 36, class: "t12", anchor: .end)
    drawing.group(id: "bounds") { drawing in
      labels(bounds, rows: 3, in: &drawing, plot) { drawing, x, label, row in
        let high = plot.minY - 12 - Self.line * Double(row)
        drawing.line(x, high, x, plot.maxY, class: "circle")
        if let label { drawing.text(label, x, high - 4, class: "t10b", anchor: .middle) }
      }
    }
  }

  /// Round counts at the left.
  private func grid(in drawing: inout Drawing, _ plot: Bounds, _ top: Double) {
    let step = LinearAxis.step(top, most: 6, least: 1)
    for line in 0...Int(top / step) {
      let y = plot.maxY - plot.height * Double(line) * step / top
      drawing.line(plot.minX, y, plot.maxX, y, class: "thin")
      drawing.text(
        Numerals(language).integer(Int(Double(line) * step)), plot.minX - 6, y + 3.5, class: "t10", anchor: .end)
    }
  }

  /// Calls `draw` for each mark in order with the row of its label, the first where it touches no label before it; the
  /// label is `nil` when there is no such row or it would leave the sheet.
  private func labels(
    _ marks: [Mark], rows: Int, in drawing: inout Drawing, _ plot: Bounds,
    _ draw: (inout Drawing, Double, String?, Int) -> Void
  ) {
    var free = [Double](repeating: -.infinity, count: rows)
    for mark in marks {
      let x = plot.minX + plot.width * histogram.share(mark.value)
      let half = TextMetrics.width(mark.label, size: 10, weight: .bold) / 2
      let row = free.firstIndex { x - half > $0 + 6 && x + half <= plot.maxX + 30 }
      draw(&drawing, x, row == nil ? nil : mark.label, row ?? 0)
      if let row { free[row] = x + half }
    }
  }
}
