/// French spacing, so that sentences can be written with plain spaces in the source.
enum Typography {
  /// The text with narrow no-break spaces (U+202F) before `; : ! ? % »` and after `«`. O(n).
  static func french(_ text: String) -> String {
    guard text.utf8.contains(where: { marks.contains($0) }) else { return text }
    let characters = Array(text)
    var out = ""
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      let isNarrow = character == " " && (before == "«" || ";:!?%»".contains(after))
      out.append(isNarrow ? "\u{202F}" : character)
    }
    return out
  }

  /// Bytes at least one of which is in any text that changes: the marks, and the first byte of « and ».
  private static let marks: Set<UInt8> = Set(";:!?%".utf8).union([0xC2])
}
