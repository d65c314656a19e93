/// An arrow to true north: turned by the meridian convergence at the middle of the map.
public struct NorthArrow: Sendable {
  /// Degrees the arrow is turned clockwise from "up".
  public let turn: Double

  /// `nil` when convergence varies by more than 2° over the map: one arrow would then be wrong somewhere.
  ///
  /// `convergence` is the azimuth of "up", degrees clockwise from true north.
  public init?(convergence: Double, spread: Double) {
    guard spread <= 2 else { return nil }
    turn = -convergence
  }

  public static let size = (width: 20.0, height: 36.0)

  /// Draws it with its middle at `x`, its letter's baseline at `y`.
  public func draw(in drawing: inout Drawing, x: Double, y: Double) {
    let turn = turn
    drawing.group(id: "north", transform: "rotate(\(rounded(turn)) \(rounded(x)) \(rounded(y - 18)))") {
      drawing in
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
