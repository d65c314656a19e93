/// Breaks place names into two lines.
enum LineBreak {
  /// The name in two lines, broken after a hyphen or at a space so that the longer line is short and the first
  /// line does not end in a short function word (`Saint-Jean-` / `de-Beauregard`); `nil` when it cannot be
  /// broken or has fewer than ten characters.
  static func twoLines(_ text: String, weight: FontWeight) -> [String]? {
    guard text.utf8.count > 9, text.count > 9 else { return nil }
    var best: (cost: Double, lines: [String])?
    let (hyphen, space) = (UInt8(ascii: "-"), UInt8(ascii: " "))
    for index in text.utf8.indices where text.utf8[index] == hyphen || text.utf8[index] == space {
      // A hyphen or space with a combining accent is another character.
      guard text[index] == "-" || text[index] == " " else { continue }
      let next = text.index(after: index)
      let first = text[index] == "-" ? text[..<next] : text[..<index]
      let second = text[next...]
      guard first.count > 2, second.count > 2 else { continue }
      let lines = [String(first), String(second)]
      let widths = lines.map { TextMetrics.width($0, size: 1, weight: weight) }
      let lastWord = first.split { $0 == "-" || $0 == " " }.last ?? first
      let cost = max(widths[0], widths[1]) + (littleWords.contains(lastWord.lowercased()) ? 3 : 0)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, lines) }
    }
    return best?.lines
  }

  private static let littleWords: Set<String> = [
    "à", "au", "aux", "d’", "de", "des", "du", "en", "et", "la", "le", "les", "lez", "lès", "sous", "sur", "the", "of",
    "and",
  ]
}
