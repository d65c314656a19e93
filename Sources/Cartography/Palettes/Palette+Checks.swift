import Bytes

/// Checks that readers can distinguish the classes in grey print and without one kind of cones.
extension Palette {
  /// Least difference of L* between neighbouring fills.
  public static let leastGrey = 8.0
  /// Least ΔE*ab between any two fills for every kind of reader.
  public static let leastDifference = 7.0

  /// The smallest difference of L* between neighbouring classes, or between any two categories; infinite for
  /// one colour.
  public var greySeparation: Double {
    pairs(all: kind == .qualitative).map { abs(colours[$0].lightness - colours[$1].lightness) }.min() ?? .infinity
  }

  /// The smallest ΔE*ab between any two colours as a reader sees them; infinite for one colour.
  public func separation(seenBy vision: Vision) -> Double {
    let seen = colours.map { $0.lab(seenBy: vision) }
    return pairs(all: true).map { seen[$0].difference(seen[$1]) }.min() ?? .infinity
  }

  /// What a reader should know about the palette; empty when every class is distinguishable from the others.
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
