/// The language of what people read. Keys, headers, ids and numbers of machine formats never change with it.
public enum Language: String, Sendable, CaseIterable {
  case fr, en

  /// Language of messages written before or beside a command's own options, such as help pages.
  ///
  /// Set once, at start-up, before any other thread exists.
  nonisolated(unsafe) public static var ofMessages: Language = .fr
}

/// One sentence in each language the program speaks.
public struct Text: Sendable, Equatable {
  public var fr: String
  public var en: String

  /// The French may be written with plain spaces: they become narrow and no-break where French wants them.
  public init(_ fr: String, _ en: String) {
    self.fr = Typography.french(fr)
    self.en = en
  }

  /// A text that is the same in every language, such as a file name or a proper noun; left as it is.
  public init(same text: String) {
    fr = text
    en = text
  }

  /// Both texts as they are, typeset before.
  private init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  public subscript(language: Language) -> String {
    language == .fr ? fr : en
  }

  public static func + (left: Text, right: Text) -> Text {
    Text(fr: left.fr + right.fr, en: left.en + right.en)
  }

  /// The texts one after the other, with `separator` between them.
  public static func joined(_ texts: [Text], separator: String = " ") -> Text {
    Text(
      fr: texts.map(\.fr).joined(separator: separator), en: texts.map(\.en).joined(separator: separator))
  }
}
