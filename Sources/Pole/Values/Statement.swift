import Bytes

/// One fact of a project in words, with its support.
public struct Statement: Sendable, Equatable {
  /// Heading under which the fact stands.
  public var section: Text
  /// The fact in words.
  public var text: Text
  /// What the fact rests on.
  public var support: Support
  /// The wording of the source, when it matters.
  public var printed: String?

  /// Makes a statement of these values.
  public init(_ section: Text, _ text: Text, _ support: Support, printed: String? = nil) {
    self.section = section
    self.text = text
    self.support = support
    self.printed = printed
  }
}
