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

  /// A sentence in both languages. Plain spaces in the French become narrow no-break ones (U+202F) where French
  /// typography wants them.
  public init(_ fr: String, _ en: String) {
    self.fr = Typography.french(fr)
    self.en = en
  }

  /// A text that is the same in every language, such as a file name or a proper noun; its spaces are not
  /// changed.
  public init(same text: String) {
    fr = text
    en = text
  }

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
