import Bytes

/// One fact of a project as the reader is told it, with what it rests on.
public struct Statement: Sendable, Equatable {
  /// Heading under which it stands.
  public var section: Text
  public var text: Text
  public var support: Support
  /// The wording of the source, where it matters.
  public var printed: String?

  public init(_ section: Text, _ text: Text, _ support: Support, printed: String? = nil) {
    self.section = section
    self.text = text
    self.support = support
    self.printed = printed
  }
}
