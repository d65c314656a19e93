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
  public var notes: [Text] { notes([]) }

  /// The same when lines lie over some of the fills: classes under different lines cannot be confused.
  func notes(_ marks: [PatternFill.Mark?]) -> [Text] {
    func isMarked(_ pair: (Int, Int)) -> Bool { !marks.isEmpty && marks[pair.0] != marks[pair.1] }
    func least(all: Bool, _ difference: (Int, Int) -> Double) -> Double {
      pairs(all: all).filter { !isMarked($0) }.map { difference($0.0, $0.1) }.min() ?? .infinity
    }
    var notes: [Text] = []
    if least(all: kind == .qualitative, { abs(colours[$0].lightness - colours[$1].lightness) }) < Self.leastGrey {
      notes.append(Text.neighbouringClassesAlikeInGrey(name, colours.count))
    }
    let seen = Vision.allCases.map { vision in colours.map { $0.lab(seenBy: vision) } }
    if seen.contains(where: { seen in least(all: true) { seen[$0].difference(seen[$1]) } < Self.leastDifference }) {
      notes.append(Text.classesAlikeToColourBlind(name, colours.count))
    }
    return notes
  }

  private func pairs(all: Bool) -> [(Int, Int)] {
    colours.indices.flatMap { first in
      colours.indices.filter { $0 > first && (all || $0 == first + 1) }.map { (first, $0) }
    }
  }
}
