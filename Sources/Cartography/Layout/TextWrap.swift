import Bytes

/// Breaks text into lines by the widest metrics of the fonts in which it may be drawn.
public enum TextWrap {
  /// Lines at most `width` px wide, broken at spaces but not at no-break spaces; a word longer than a line is broken after
  /// a hyphen, or else anywhere.
  public static func lines(_ text: String, width: Double, size: Double, weight: FontWeight = .regular) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap({ pieces($0, width, size, weight) }) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || TextMetrics.width(longer, size: size, weight: weight) <= width {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return Passage.apart(lines)
  }

  /// The word, or its longest pieces that fit in a line.
  private static func pieces(_ word: Substring, _ width: Double, _ size: Double, _ weight: FontWeight) -> [Substring] {
    guard TextMetrics.width(String(word), size: size, weight: weight) > width else { return [word] }
    var pieces: [Substring] = []
    var rest = word
    while !rest.isEmpty {
      var end = rest.index(after: rest.startIndex)
      while end < rest.endIndex {
        let next = rest.index(after: end)
        guard TextMetrics.width(String(rest[..<next]), size: size, weight: weight) <= width else { break }
        end = next
      }
      if end < rest.endIndex, let hyphen = rest[..<end].lastIndex(of: "-"), hyphen > rest.startIndex {
        end = rest.index(after: hyphen)
      }
      pieces.append(rest[..<end])
      rest = rest[end...]
    }
    return pieces
  }

  /// As few lines as `lines` makes, but of about equal length, so that no word is alone in the last line.
  public static func balanced(_ text: String, width: Double, size: Double, weight: FontWeight = .regular) -> [String] {
    let greedy = lines(text, width: width, size: size, weight: weight)
    guard greedy.count > 1 else { return greedy }
    var best = greedy
    var narrow = width
    while narrow > width / 2 {
      narrow -= 10
      let tried = lines(text, width: narrow, size: size, weight: weight)
      guard tried.count == greedy.count else { break }
      best = tried
    }
    return best
  }

  /// The text, with an ellipsis instead of its end when it is wider than `width` px.
  public static func shortened(_ text: String, width: Double, size: Double, weight: FontWeight = .regular) -> String {
    guard TextMetrics.width(text, size: size, weight: weight) > width else { return text }
    var kept = text
    while !kept.isEmpty, TextMetrics.width(kept + "…", size: size, weight: weight) > width { kept.removeLast() }
    return kept + "…"
  }
}
