import Bytes
import Geometry

/// A histogram with the bounds of classes drawn across it.
public struct HistogramChart: Sendable {
  private let histogram: Histogram
  private let bounds: [Mark]
  private let ticks: [Mark]
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
  /// left out.
  public init(_ histogram: Histogram, bounds: [Mark], ticks: [Mark], language: Language) {
    self.histogram = histogram
    self.bounds = bounds.filter { (histogram.minimum...histogram.maximum).contains($0.value) }
    self.ticks = ticks.filter { (histogram.minimum...histogram.maximum).contains($0.value) }
    self.language = language
  }

  /// Draws the chart into a frame, in px, which also holds its labels.
  public func draw(in drawing: inout Drawing, frame: Bounds) {
    let plot = Bounds(x: frame.minX + 44, y: frame.minY + 40, width: frame.width - 60, height: frame.height - 64)
    let top = Double(max(1, histogram.counts.max() ?? 1))
    grid(in: &drawing, plot, top)
    drawing.group(id: "bars") { drawing in
      let step = plot.width / Double(histogram.counts.count)
      for (index, count) in histogram.counts.enumerated() where count > 0 {
        let height = max(0.5, plot.height * Double(count) / top)
        let box = Bounds(
          x: plot.minX + Double(index) * step, y: plot.maxY - height, width: max(0.5, step - 1), height: height)
        drawing.rectangle(box, class: "s1")
      }
    }
    drawing.line(plot.minX, plot.maxY, plot.maxX, plot.maxY, class: "rule")
    labels(ticks, in: &drawing, plot) { drawing, x, label in
      drawing.tick(label, x, below: plot.maxY)
    }
    drawing.group(id: "bounds") { drawing in
      labels(bounds, in: &drawing, plot) { drawing, x, label in
        drawing.line(x, plot.minY - 12, x, plot.maxY, class: "circle")
        if let label { drawing.text(label, x, plot.minY - 18, class: "t10b", anchor: .middle) }
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

  /// Calls `draw` for each mark in order, with its label unless that would touch the label before it or leave
  /// the sheet.
  private func labels(
    _ marks: [Mark], in drawing: inout Drawing, _ plot: Bounds, _ draw: (inout Drawing, Double, String?) -> Void
  ) {
    var free = -Double.infinity
    for mark in marks {
      let x = plot.minX + plot.width * histogram.share(mark.value)
      let half = TextMetrics.width(mark.label, size: 10, weight: .bold) / 2
      let fits = x - half > free + 6 && x + half <= plot.maxX + 30
      draw(&drawing, x, fits ? mark.label : nil)
      if fits { free = x + half }
    }
  }
}
