extension String {
  /// The text without white space at its ends.
  public var trimmingSpaces: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    // A text that begins and ends in a printable ASCII byte has nothing to trim.
    if first > 0x20, first < 0x7F, last > 0x20, last < 0x7F { return self }
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
