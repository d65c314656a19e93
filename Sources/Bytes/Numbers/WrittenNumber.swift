/// A number as people write it, taken apart into digits, the marks between them, a sign and an exponent.
public struct WrittenNumber {
  /// The same digits with a decimal point and without grouping marks: `1 234,50` is `1234.50`.
  public let plain: String
  /// The decimal mark, `,` or `.`; `nil` for a whole number.
  let mark: Character?
  /// Whether the mark may separate thousands: it stands after one to three digits, the first not 0, and before
  /// three.
  let mayBeThousands: Bool

  var value: Double? {
    var plain = plain
    return plain.withUTF8 { DecimalReader.number($0) }
  }

  /// Takes a text apart; blanks at its ends must be trimmed.
  ///
  /// Spaces may group digits by three before the decimal mark. Throws `thousands` where another mark surely
  /// groups them, `notANumber` for any other text.
  public init(_ text: String) throws(NumberFault) {
    var rest = Substring(text).unicodeScalars
    var sign = ""
    if let first = rest.first, first == "-" || first == "−" || first == "+" {
      sign = first == "+" ? "" : "-"
      rest.removeFirst()
    }
    var exponent = ""
    if let e = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      exponent = "e" + String(rest[rest.index(after: e)...])
      let digits = exponent.dropFirst().drop { $0 == "+" || $0 == "-" }
      guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 48 < 10 }), exponent.utf8.count - digits.utf8.count < 3
      else { throw .notANumber }
      rest = rest[..<e]
    }
    var groups: [String] = [""]
    var marks: [Unicode.Scalar] = []
    for scalar in rest {
      switch scalar {
      case "0"..."9": groups[groups.count - 1].unicodeScalars.append(scalar)
      case ",", ".", "'", "’", " ", "\u{A0}", "\u{202F}", "\u{2007}", "\u{2009}":
        marks.append(scalar)
        groups.append("")
      default: throw .notANumber
      }
    }
    let last = marks.last.flatMap { $0 == "," || $0 == "." ? $0 : nil }
    let whole = last == nil ? groups[...] : groups.dropLast()
    let grouping = last == nil ? marks[...] : marks.dropLast()
    let isBare = groups.count == 2 && last != nil && groups[0].isEmpty
    guard groups.allSatisfy({ !$0.isEmpty }) || (isBare && !groups[1].isEmpty) else { throw .notANumber }
    let isGrouped = (1...3).contains(whole[0].count) && whole.dropFirst().allSatisfy { $0.count == 3 }
    guard grouping.isEmpty || (isGrouped && grouping.allSatisfy(\.isSpace)) else {
      // 1.234.567 has no decimals, because its last mark also groups digits.
      let all = last.map { grouping.contains($0) } ?? true
      throw isGrouped && (!all || groups.last?.count == 3) ? .thousands : .notANumber
    }
    mark = last.map(Character.init)
    mayBeThousands =
      grouping.isEmpty && last != nil && exponent.isEmpty && isGrouped && groups[1].count == 3 && groups[0].first != "0"
    let fraction = last == nil ? "" : "." + groups[groups.count - 1]
    plain = sign + whole.joined() + fraction + exponent
  }
}

extension Unicode.Scalar { fileprivate var isSpace: Bool { properties.isWhitespace } }

extension Double {
  /// The number rounded to so many decimals, for values that people and programs read.
  public func rounded(decimals: Int) -> Double {
    let power = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    return (self * power).rounded() / power
  }
}
