import Bytes

/// How much of an area the layers at hand hold.
public enum AreaExtent: Sendable, Equatable {
  /// All its communes.
  case whole
  /// Some of its communes, and how many there are in all where that is known.
  case part(communes: Int, of: Int?)
  /// So many communes; nobody says whether there are others.
  case unknown(communes: Int)

  /// What must stand behind the area's name: « (partie : 581 communes) », nothing for the whole.
  public var words: Text { bareWords.map { Text(same: " (") + $0 + Text(same: ")") } ?? Text(same: "") }

  /// The same without its brackets; `nil` for the whole.
  public var bareWords: Text? {
    func communes(_ count: Int) -> Text {
      let (fr, en) = (Numerals(.fr).integer(count), Numerals(.en).integer(count))
      return count == 1 ? Text("1 commune", "1 commune") : Text("\(fr) communes", "\(en) communes")
    }
    switch self {
    case .whole: return nil
    case .part(let count, _):
      return Text("partie : \(communes(count).fr)", "part: \(communes(count).en)")
    case .unknown(let count): return communes(count)
    }
  }

  /// Whether it is known to be a part; `nil` when nobody says.
  public var isPart: Bool? {
    switch self {
    case .whole: false
    case .part: true
    case .unknown: nil
    }
  }

  /// Communes of the whole area, where they are known and are not all at hand.
  public var communesOfWhole: Int? {
    if case .part(_, let all) = self { return all }
    return nil
  }
}
