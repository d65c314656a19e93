import Bytes

/// What a figure covers, in the words of the register: which families, employers only or not.
public struct Perimeter: Sendable, Hashable {
  /// How two perimeters relate.
  public enum Relation: Sendable {
    case same
    /// One of the two printed no perimeter, so that the relation is not known.
    case unstated
    case different
  }

  /// The perimeter, as the register writes it; it may be empty.
  public let words: String
  /// The perimeter as people read it.
  public let label: Text

  /// Makes a perimeter of these words.
  ///
  /// - `french`: the same in French, where it is not empty.
  public init(_ words: String, french: String = "") {
    self.words = words
    label = Text(french.isEmpty ? Self.french(words) : french, words)
  }

  /// Said of families that are told by legal form, from which Insee leaves some activities out.
  public static let noActivityExcluded = "no activity excluded: upper bound"

  /// The words that imports write, in French; other words stay as they are.
  private static func french(_ words: String) -> String {
    // Only imports write « source: words »; other registers are not searched.
    guard words.utf8.contains(UInt8(ascii: ":")) else { return words }
    let known = [
      ("flores: establishments with employees", "flores : établissements employeurs"),
      (noActivityExcluded, "majorant, sans exclusion d’activités"),
      ("sirene: active employer establishments", "sirene : établissements employeurs actifs"),
      ("sirene: active establishments", "sirene : établissements actifs"),
      ("sirene: establishments, closed ones included", "sirene : établissements, fermés compris"),
      ("ESS flag O", "économie sociale et solidaire = O"), ("arrondissements kept", "arrondissements gardés"),
    ]
    return known.reduce(words) { $0.replacing($1.0, with: $1.1) }
  }

  /// Perimeters are the same when the register writes them alike, whatever the language of its other columns.
  public static func == (left: Perimeter, right: Perimeter) -> Bool { left.words == right.words }

  /// Hashes the words of the register.
  public func hash(into hasher: inout Hasher) { hasher.combine(words) }

  /// Whether the source printed the figure without saying what it covers: `as printed`, or nothing.
  public var isUnstated: Bool { words.isEmpty || words == "as printed" }

  /// How this perimeter relates to another; the order of the two does not matter.
  public func relation(to other: Perimeter) -> Relation {
    if self == other { return .same }
    return isUnstated || other.isUnstated ? .unstated : .different
  }
}
