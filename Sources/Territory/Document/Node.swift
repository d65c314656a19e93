import Bytes

/// A configuration value with the line it stands on: what a project file is read into before its meaning is
/// known, so that every error can name line and key. Independent of the YAML library.
public struct Node: Sendable, Equatable {
  public indirect enum Content: Sendable, Equatable {
    case null
    /// Any scalar, as written; `quoted` when the file put it in quotes, so that it is text and never a number.
    case scalar(String, quoted: Bool)
    case list([Node])
    case map([Entry])
  }

  public struct Entry: Sendable, Equatable {
    public var key: String
    /// 1-based line of the key.
    public var line: Int
    public var value: Node

    public init(key: String, line: Int, value: Node) {
      self.key = key
      self.line = line
      self.value = value
    }
  }

  public var content: Content
  /// 1-based line on which the value starts.
  public var line: Int

  public init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }
}
