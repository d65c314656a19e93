import Bytes

/// A name with its place and its look.
public struct PlacedName: Sendable {
  /// Where the name stands.
  public var placement: LabelPlacement
  /// Its colours.
  public var tone: LabelTone
  /// Whether it is set in bold; the request must then have had the weight `.bold`, so that it fits its place.
  public var isBold: Bool
  /// Where a dot marks the place that is named, in px; `nil` for no dot.
  public var dot: (x: Double, y: Double)?
  /// Attributes of its text, unless the drawing stands in a page.
  public var attributes: [(String, String)] = []

  /// A name from its place and its look.
  public init(_ placement: LabelPlacement, _ tone: LabelTone = .plain, isBold: Bool = false) {
    self.placement = placement
    self.tone = tone
    self.isBold = isBold
  }
}

extension Drawing {
  /// Draws placed names: first the leader lines and dots, then the edges of all names, then the names.
  public mutating func names(_ names: [PlacedName]) {
    let leaders = names.compactMap(\.placement.leader)
    for style in leaders.isEmpty ? [] : ["leader-casing", "leader"] {
      for leader in leaders { line(leader.startX, leader.startY, leader.endX, leader.endY, class: style) }
    }
    for leader in leaders where leader.hasDot { circle(leader.startX, leader.startY, radius: 1.6, class: "place-dot") }
    for name in names {
      if let dot = name.dot { circle(dot.x, dot.y, radius: 2.2, class: "place-dot") }
    }
    let groups = Dictionary(grouping: names, by: \.tone)
    let tones = groups.keys.sorted()
    edged(tones.map { (id: "names" + $0.suffix, tone: $0) }) { drawing, index in
      for name in groups[tones[index]] ?? [] { drawing.write(name) }
    }
  }

  /// Draws texts with an edge under each. Every group is drawn twice, first its edges, then the texts; `draw`
  /// is called with the index of each group. What it draws must not set fill and stroke, which the group sets.
  public mutating func edged(_ groups: [(id: String, tone: LabelTone)], _ draw: (inout Drawing, Int) -> Void) {
    guard !groups.isEmpty else { return }
    group(class: "edges") { drawing in for part in groups { drawing.use(part.id, class: part.tone.edgeStyle) } }
    for (index, part) in groups.enumerated() {
      group(class: part.tone.style) { drawing in drawing.group(id: part.id) { draw(&$0, index) } }
    }
  }

  private mutating func write(_ name: PlacedName) {
    let placement = name.placement
    var attributes = [("font-size", ByteWriter.fixed(placement.size, decimals: 1))]
    if idPrefix.isEmpty { attributes += name.attributes }
    let lines = placement.lines.enumerated().map { (text: $1, y: placement.y + Double($0) * placement.lineHeight) }
    text(
      lines: lines, placement.x, size: placement.size, class: name.isBold ? "big" : nil, anchor: placement.anchor,
      attributes: attributes)
  }
}
