import Bytes

/// Numbers inside sentences, in both languages at once.
enum Words {
  static func number(_ value: Double, _ decimals: Int = 0) -> Text {
    Text(Numerals(.fr).decimal(value, decimals), Numerals(.en).decimal(value, decimals))
  }

  static func percent(_ share: Double, _ decimals: Int = 0) -> Text {
    Text(Numerals(.fr).percent(share, decimals), Numerals(.en).percent(share, decimals))
  }

  static func millions(_ value: Double) -> Text { number(value / 1e6, 2) }

  /// An interval in words: "30,500 to 31,500", or "more than" and the lower end when the upper one is infinite.
  static func range(_ interval: Interval, _ write: (Double) -> Text) -> Text {
    guard interval.upper.isFinite else { return Text("plus de ", "more than ") + write(interval.lower) }
    return write(interval.lower) + Text(" à ", " to ") + write(interval.upper)
  }
}
