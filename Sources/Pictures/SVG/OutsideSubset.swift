/// An SVG uses something that our own drawings do not, such as an embedded picture: another program must draw it.
public struct OutsideSubset: Error, Sendable, Equatable {
  /// The element, attribute, property or value.
  public let what: String

  init(_ what: String) { self.what = what }

  init(_ kind: String, _ name: some Sequence<UInt8>) {
    what = kind + " " + String(decoding: Array(name.prefix(60)), as: UTF8.self)
  }
}
