import Geometry

extension Mesh {
  /// Appends the outline of some pieces as one feature, without the borders between them; degrees WGS84.
  ///
  /// Each piece is taken from the first layer that has it. Complexity: O(points).
  public func appendOutline(of pieces: [Int], to out: inout Layer) {
    out.append(0, of: outlines(of: pieces).dissolved())
  }

  /// The outlines of some pieces, one feature for each; degrees WGS84. The communes of one piece are dissolved.
  public func outlines(of pieces: [Int]) -> Layer {
    var out = Layer(.polygon)
    for piece in pieces {
      let rows = self.pieces[piece].rows
      guard let layer = rows.firstIndex(where: { !$0.isEmpty }) else {
        out.endFeature()
        continue
      }
      if rows[layer].count == 1 {
        out.append(rows[layer][0], of: layers[layer].outlines)
      } else {
        out.append(0, of: layers[layer].outlines.selecting(rows[layer]).dissolved())
      }
    }
    return out
  }
}
