import Bytes

/// A scale bar of a round length, correct at the middle of the map.
public struct ScaleBar: Sendable {
  /// Length on the ground in metres: 1, 2 or 5 times a power of ten.
  public let metres: Double
  /// Length on the drawing in px.
  public let pixels: Double

  /// The bar with the longest round length that fits in `available` px; `metresPerPixel` is the scale at the
  /// middle of the map.
  public init(metresPerPixel: Double, available: Double) {
    let room = available * metresPerPixel
    var length = pow(10, log10(room).rounded(.down))
    for factor in [5.0, 2.0] where length * factor <= room {
      length *= factor
      break
    }
    metres = length
    pixels = length / metresPerPixel
  }

  /// Room in px that the bar needs with its labels.
  public var size: (width: Double, height: Double) { (pixels + 34, 22) }

  /// Draws the bar with its zero at `x` and its line at `y`, in px.
  public func draw(in drawing: inout Drawing, x: Double, y: Double, id: String = "scale") {
    drawing.group(id: id) { drawing in
      drawing.line(x, y, x + pixels, y, class: "rule")
      for step in [0, 0.5, 1] {
        drawing.line(x + step * pixels, y - (step == 0.5 ? 3 : 5), x + step * pixels, y, class: "rule")
      }
      let numerals = Numerals(drawing.language)
      let label =
        metres >= 1000 ? numerals.short(metres / 1000, 3) + "\u{202F}km" : numerals.short(metres, 3) + "\u{202F}m"
      drawing.text("0", x, y - 8, class: "t10", anchor: .middle)
      drawing.text(label, x + pixels, y - 8, class: "t10", anchor: .middle)
    }
  }
}
