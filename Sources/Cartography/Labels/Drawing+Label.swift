import Bytes

extension Drawing {
  /// Writes a name where it was placed, its leader line first.
  public mutating func label(_ placement: LabelPlacement, class style: String) {
    if let leader = placement.leader {
      line(leader.startX, leader.startY, leader.endX, leader.endY, class: "leader")
    }
    let anchor = TextAnchor(rawValue: placement.anchor.rawValue) ?? .start
    for (index, line) in placement.lines.enumerated() {
      text(
        line, placement.x, placement.y + Double(index) * placement.lineHeight, class: style, anchor: anchor,
        attributes: [("font-size", ByteWriter.fixed(placement.size, decimals: 1))])
    }
  }
}
