import Bytes

/// A table whose rows give the features of a layer their values, joined by a column of keys.
public struct TableJoin: Sendable {
  /// Path of a CSV with the values; `nil` when they are columns of the layer.
  public var data: String?
  /// Column of the layer that has the keys; `nil` for its first column of commune codes, or else its first column of
  /// text.
  public var key: String?
  /// Column of `data` that has the keys; `nil` for the column of the same name as the layer's, or else the first one.
  public var dataKey: String?
  /// Whether a join that is not clean is an error (65).
  public var strict = false
  /// Path of a table of the changes of the list of communes; `nil` for the shipped one.
  public var events: String?

  /// Joins no table; set `data` for one.
  public init() {}
}
