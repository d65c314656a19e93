import Bytes

extension Text {
  /// A text that is made for each language by itself, such as a name with a number.
  static func each(_ words: (Language) -> String) -> Text {
    var text = Text(same: words(.fr))
    text.en = words(.en)
    return text
  }

  /// Numbers as each language prints them.
  static func printed(_ words: (Numerals) -> String) -> Text { each { words(Numerals($0)) } }

  /// Nothing, where a sentence has no such part.
  static let empty = Text(same: "")
}
