import Bytes

/// Whether readers can tell the classes: in grey print, without some of the cones, and the names on them.
extension Palette {
  /// L* that neighbouring fills must differ by, and ΔE*ab that any two must differ by to every reader.
  public static let leastGrey = 8.0
  public static let leastDifference = 7.0

  /// The smallest difference of L* between neighbouring classes; between any two categories. Infinite for one.
  public var greySeparation: Double {
    pairs(all: kind == .qualitative).map { abs(colours[$0].lightness - colours[$1].lightness) }.min()
      ?? .infinity
  }

  /// The smallest ΔE*ab between any two of the colours as a reader sees them. Infinite for one.
  public func separation(seenBy vision: Vision) -> Double {
    let seen = colours.map { $0.lab(seenBy: vision) }
    return pairs(all: true).map { seen[$0].difference(seen[$1]) }.min() ?? .infinity
  }

  /// What a reader should be told of the palette; empty when every class can be told from the others.
  public var notes: [Text] {
    var notes: [Text] = []
    if greySeparation < Self.leastGrey {
      notes.append(
        Text(
          "palette \(name) à \(colours.count) couleurs : des classes voisines se confondent en gris",
          "palette \(name) with \(colours.count) colours: neighbouring classes look alike in grey"))
    }
    if Vision.allCases.contains(where: { separation(seenBy: $0) < Self.leastDifference }) {
      notes.append(
        Text(
          "palette \(name) à \(colours.count) couleurs : des classes se confondent pour des lecteurs daltoniens",
          "palette \(name) with \(colours.count) colours: classes look alike to colour-blind readers"))
    }
    return notes
  }

  private func pairs(all: Bool) -> [(Int, Int)] {
    colours.indices.flatMap { first in
      colours.indices.filter { $0 > first && (all || $0 == first + 1) }.map { (first, $0) }
    }
  }
}
