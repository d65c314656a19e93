/// An arrow to true north, turned by the meridian convergence at the middle of the map.
public struct NorthArrow: Sendable {
  /// Rotation of the arrow in degrees clockwise from "up".
  public let turn: Double

  /// An arrow; `nil` when the convergence varies by more than 2° over the map, because one arrow would then be
  /// wrong in places.
  ///
  /// `convergence` is the azimuth of "up" and `spread` its largest difference over the map, both in degrees, as
  /// in `MapFrame`.
  public init?(convergence: Double, spread: Double) {
    guard spread <= 2 else { return nil }
    turn = -convergence
  }

  /// Room in px that the arrow needs.
  public static let size = (width: 20.0, height: 36.0)

  /// Draws the arrow with its middle at `x` and the baseline of its letter at `y`, in px.
  public func draw(in drawing: inout Drawing, x: Double, y: Double) {
    let turn = turn
    drawing.group(id: "north", transform: "rotate(\(rounded(turn)) \(rounded(x)) \(rounded(y - 18)))") { drawing in
      var path = PathData()
      path.add([x, y - 36, x - 6, y - 14, x, y - 18, x + 6, y - 14])
      drawing.path(path, class: "ink")
      drawing.text("N", x, y, class: "t10", anchor: .middle)
    }
  }

  private func rounded(_ value: Double) -> String {
    let hundredths = (value * 100).rounded() / 100
    return hundredths == 0 ? "0" : "\(hundredths)"
  }
}
