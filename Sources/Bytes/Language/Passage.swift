/// A part of a sentence, and whether it is French among English.
public struct Passage: Sendable, Equatable {
  /// The words.
  public var text: Substring
  /// Whether they stand between U+E000 and U+E001, as `Text.marked` writes them.
  public var isFrench: Bool

  /// The passages of a sentence, without the marks. O(n).
  public static func all(_ sentence: String) -> [Passage] {
    var passages: [Passage] = []
    var (isFrench, rest) = (false, sentence[...])
    while !rest.isEmpty {
      let end = rest.unicodeScalars.firstIndex { $0 == "\u{E000}" || $0 == "\u{E001}" } ?? rest.endIndex
      if end > rest.startIndex { passages.append(Passage(text: rest[..<end], isFrench: isFrench)) }
      guard end < rest.endIndex else { break }
      isFrench = rest.unicodeScalars[end] == "\u{E000}"
      rest = rest[rest.unicodeScalars.index(after: end)...]
    }
    return passages
  }

  /// The sentence without marks.
  public static func unmarked(_ sentence: String) -> String { all(sentence).map(\.text).joined() }

  /// Lines of one sentence, in which a passage that goes on is marked on each line.
  public static func apart(_ lines: [String]) -> [String] {
    var isFrench = false
    return lines.map { line in
      let whole = (isFrench ? "\u{E000}" : "") + line
      let marks = line.unicodeScalars.filter { $0 == "\u{E000}" || $0 == "\u{E001}" }
      if let last = marks.last { isFrench = last == "\u{E000}" }
      return isFrench ? whole + "\u{E001}" : whole
    }
  }
}
