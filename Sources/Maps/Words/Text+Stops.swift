import Bytes

extension Text {
  /// The text without the full stop it may end with.
  var withoutStop: Text { Text(fr.trimmingFullStop, en.trimmingFullStop) }
  /// The text with its first letter in upper case.
  public var capitalised: Text { Text(fr.capitalisedFirst, en.capitalisedFirst) }
}

extension String {
  /// The text without the full stop it may end with, also that of a marked passage at its end.
  var trimmingFullStop: String {
    hasSuffix(".\u{E001}") ? String(dropLast(2)) + "\u{E001}" : hasSuffix(".") ? String(dropLast()) : self
  }

  /// The text with its first letter in upper case.
  public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
