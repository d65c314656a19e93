/// The language of what people read. Keys, headers, ids and numbers of machine formats never change with it.
public enum Language: String, Sendable, CaseIterable {
  /// French and English.
  case fr, en

  /// Language of messages that do not follow a command's own language option, such as help pages and progress.
  ///
  /// Set once, at start-up, before any other thread exists.
  nonisolated(unsafe) public static var ofMessages: Language = .fr
}

/// One sentence in each language the program speaks.
public struct Text: Sendable, Equatable {
  /// The French sentence, typeset.
  public var fr: String
  /// The English sentence.
  public var en: String
  /// Whether the English is French, because nobody wrote another: markup says so to programs that read it aloud.
  public private(set) var isFrench = false

  /// A sentence in both languages. Plain spaces become narrow no-break ones (U+202F) where the typography of each wants
  /// them: between a number and its unit, and in French inside large numbers and before tall marks.
  public init(_ fr: String, _ en: String) {
    self.fr = Typography.french(fr)
    self.en = Typography.english(en)
  }

  /// A text that is the same in every language, such as a file name or a proper noun; its spaces are not
  /// changed.
  public init(same text: String) { self.init(fr: text, en: text) }

  /// A text of which only the French is known, which readers of English get too; its spaces are not changed.
  public init(french text: String) {
    self.init(fr: text, en: text)
    isFrench = true
  }

  /// The text with its English between U+E000 and U+E001 where that is French, for `Passage.all` to find.
  public var marked: Text { isFrench ? Text(fr: fr, en: "\u{E000}" + en + "\u{E001}") : self }

  /// Both texts unchanged, because they are typeset already.
  private init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  /// The sentence in one language.
  public subscript(language: Language) -> String { language == .fr ? fr : en }

  /// Both texts one after the other in each language, without a space between them.
  public static func + (left: Text, right: Text) -> Text { Text(fr: left.fr + right.fr, en: left.en + right.en) }

  /// The texts one after the other, with `separator` between them.
  public static func joined(_ texts: [Text], separator: String = " ") -> Text {
    Text(fr: texts.map(\.fr).joined(separator: separator), en: texts.map(\.en).joined(separator: separator))
  }
}

extension DefaultStringInterpolation {
  /// A text in a string would print both languages: `fr` or `en` says which is meant.
  @available(*, unavailable, message: "say .fr, .en or [language]")
  public mutating func appendInterpolation(_ text: Text) {}
}
