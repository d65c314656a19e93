import Bytes

/// A value of a project file with the line it stands on. A file is read into nodes before they are given a
/// meaning, so that every error can name line and key. Nodes do not depend on the YAML library.
public struct DocumentNode: Sendable, Equatable {
  /// The kinds of values.
  public indirect enum Content: Sendable, Equatable {
    case null
    /// Any scalar, as written; `quoted` when the file put it in quotes, so that it is text and never a number.
    case scalar(String, quoted: Bool)
    case list([DocumentNode])
    case map([Entry])
  }

  /// A key of a map and its value.
  public struct Entry: Sendable, Equatable {
    /// The key as written.
    public var key: String
    /// 1-based line of the key.
    public var line: Int
    /// The value; its content is `null` when nothing stands after the key.
    public var value: DocumentNode

    /// Makes an entry of these values.
    public init(key: String, line: Int, value: DocumentNode) {
      self.key = key
      self.line = line
      self.value = value
    }
  }

  /// What the value is.
  public var content: Content
  /// 1-based line on which the value starts.
  public var line: Int

  /// Makes a node of a content and its 1-based line; 0 when it comes from no file.
  public init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }
}
