import Bytes

/// An area of a register: its level and its code, since 11, 75, 93 and 94 are régions and départements.
public struct AreaKey: Sendable, Hashable {
  /// Level, as registers write it: `region`, `departement`, `country`…
  public let level: String
  /// Code at that level.
  public let code: String

  /// Makes a key of a level and a code.
  public init(_ level: String, _ code: String) {
    self.level = level
    self.code = code
  }

  /// Reads `departement:75` (any case, accents optional); `nil` without a colon.
  init?(_ words: String) {
    let parts = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(String(parts[0]).folded, String(parts[1]).uppercased())
  }

  /// How it is written to choose it: `departement:75`.
  public var words: String { level + ":" + code }

  /// Position of the level in lists: régions, then départements, then countries and other groups.
  var rank: Int {
    switch level {
    case "region": 0
    case "departement": 1
    case "country": 2
    default: 3
    }
  }
}

extension Figure {
  /// Level and code of its area.
  public var key: AreaKey { AreaKey(level, areaCode) }
}
