import Bytes
import Cartography
import Geometry

/// What a live map must know of the places of its communes: boxes, names by enlargement, neighbours and arrows. All in
/// px of `SharedShapes`.
public struct LivePlaces: Sendable {
  /// The box of each commune.
  public let boxes: [Bounds]
  /// Where names stand, and from which enlargement on.
  public let names: [NameRanges.Name]
  /// The communes that share a border with each, the nearest clockwise from north.
  public let neighbours: [[Int]]
  /// Where the arrow keys lead.
  public let arrows: ArrowGraph

  init(_ input: MapInput, _ view: Viewport, _ adjacency: Adjacency) {
    var pixels = input.outlines
    pixels.coordinates.withUnsafeMutableBufferPointer { buffer in
      for at in stride(from: 0, to: buffer.count - 1, by: 2) {
        buffer[at] = view.x(buffer[at])
        buffer[at + 1] = view.y(buffer[at + 1])
      }
    }
    let features = Array(0..<pixels.featureCount)
    let boxes = features.map { pixels.bounds(of: $0) }
    self.boxes = boxes
    names =
      NameRanges(
        input.names, weights: input.weights, in: pixels,
        keepingOff: input.sites.map { (view.x($0.x), view.y($0.y)) }
      ).names
    let middles = zip(pixels.polesOfInaccessibility(of: features, precision: 1), boxes).map { inside, box in
      (x: inside?.x ?? box.midX, y: inside?.y ?? box.midY)
    }
    neighbours = features.map { feature in
      let here = middles[feature]
      func turn(_ other: Int) -> Double {
        let angle = atan2(middles[other].x - here.x, here.y - middles[other].y)
        return angle < 0 ? angle + 2 * .pi : angle
      }
      return adjacency.neighbours(of: feature).sorted { (turn($0), $0) < (turn($1), $1) }
    }
    arrows = ArrowGraph(middles, adjacency)
  }
}
