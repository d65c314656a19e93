import Bytes

/// How much of an area the layers at hand hold.
public enum AreaExtent: Sendable, Equatable {
  /// All its communes.
  case whole
  /// Some of its communes, and how many there are in all where that is known.
  case part(communes: Int, of: Int?)
  /// The number of communes at hand; it is not known whether the area has others.
  case unknown(communes: Int)

  /// Words to put behind the area's name, such as " (part: 581 communes)"; empty for the whole.
  public var words: Text { bareWords.map { Text(same: " (") + $0 + Text(same: ")") } ?? Text(same: "") }

  /// The same words without brackets; `nil` for the whole.
  public var bareWords: Text? {
    func communes(_ count: Int) -> Text {
      let (fr, en) = (Numerals(.fr).integer(count), Numerals(.en).integer(count))
      return count == 1 ? Text("1 commune", "1 commune") : Text("\(fr) communes", "\(en) communes")
    }
    switch self {
    case .whole: return nil
    case .part(let count, _): return Text("partie : \(communes(count).fr)", "part: \(communes(count).en)")
    case .unknown(let count): return communes(count)
    }
  }

  /// `true` for a part, `false` for the whole, `nil` when it is not known.
  public var isPart: Bool? {
    switch self {
    case .whole: false
    case .part: true
    case .unknown: nil
    }
  }

  /// Number of communes in the whole area, for a part whose whole is known.
  public var communesOfWhole: Int? {
    if case .part(_, let all) = self { return all }
    return nil
  }
}
