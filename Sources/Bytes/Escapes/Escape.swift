/// One escape function per output language.
///
/// What people read shows the controls of `visible` and does not obey them; what programs read keeps them.
public enum Escape {
  /// Text for SVG, HTML and XML, in an element or a quoted attribute; controls are made visible.
  public static func markup(_ text: String) -> String {
    if isPlain(text) { return text }
    return replacing(text) { scalar in
      switch scalar {
      case "&": return "&amp;"
      case "<": return "&lt;"
      case ">": return "&gt;"
      case "\"": return "&quot;"
      case "'": return "&#39;"
      case "\t", "\n", "\r": return nil
      // XML 1.0 forbids them.
      case "\u{FFFE}", "\u{FFFF}": return "\u{FFFD}"
      default: return visible(scalar)
      }
    }
  }

  /// A JSON string with its quotes (RFC 8259); controls are escaped, so that whoever prints the file is safe.
  public static func json(_ text: String) -> String {
    "\""
      + replacing(text) { scalar in
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default: return isControl(scalar) ? "\\u" + hexadecimal(scalar.value, digits: 4) : nil
        }
      } + "\""
  }

  /// One CSV field (RFC 4180), quoted when it holds the separator, a quote or a line break, or a space at an end.
  public static func csv(_ text: String, separator: Unicode.Scalar = ",") -> String {
    // Scalars and not characters: a comma and the accent after it are one character, which is no comma.
    let scalars = text.unicodeScalars
    let needsQuotes = scalars.contains { $0 == separator || $0 == "\"" || isLineBreak($0) }
    guard needsQuotes || scalars.first == " " || scalars.last == " " else { return text }
    return "\"" + replacing(text) { $0 == "\"" ? "\"\"" : nil } + "\""
  }

  /// Text for a cell of a CSV made for spreadsheets, before `csv`: what Excel or LibreOffice would take for a formula
  /// gets an apostrophe in front and is shown as text; controls are made visible.
  public static func spreadsheet(_ text: String) -> String {
    let shown = replacing(text) { scalar in
      switch scalar {
      case "\t", "\n", "\r": nil
      default: visible(scalar)
      }
    }
    return text.unicodeScalars.first.map(beginsFormula) == true ? "'" + shown : shown
  }

  /// A code for a cell of a CSV made for spreadsheets, before `csv`, as a formula that gives its text: a spreadsheet
  /// that took it for a number would drop its zeros. `code` is letters and digits.
  public static func spreadsheet(code: String) -> String { "=\"" + code + "\"" }

  /// Text for one cell of a Markdown table; controls are made visible.
  public static func markdown(_ text: String) -> String {
    replacing(text) { scalar in
      switch scalar {
      case "|": return "\\|"
      case "\\": return "\\\\"
      case "*": return "\\*"
      case "_": return "\\_"
      case "`": return "\\`"
      case "<": return "&lt;"
      case "[": return "\\["
      case "\n", "\r": return " "
      case "\t": return nil
      default: return visible(scalar).map { "\\" + $0 }
      }
    }
  }

  /// Text for a terminal or a log: one line, controls made visible, so that no name in a file can move the cursor,
  /// colour the screen or turn the rest of the line round.
  public static func oneLine(_ text: String) -> String {
    replacing(text) { scalar in
      switch scalar {
      case "\n": return "\\n"
      case "\r": return "\\r"
      case "\t": return " "
      case "\u{2028}", "\u{2029}": return "\\u" + hexadecimal(scalar.value, digits: 4)
      default: return visible(scalar)
      }
    }
  }

  /// Text of several lines for a terminal: `oneLine` for each.
  public static func lines(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { oneLine(String($0)) }.joined(separator: "\n")
  }

  /// How a control is written where it is shown and not obeyed, `\x1b` or `\u202e`; `nil` for what is none.
  private static func visible(_ scalar: Unicode.Scalar) -> String? {
    guard isControl(scalar) else { return nil }
    return scalar.value < 0x100
      ? "\\x" + hexadecimal(scalar.value, digits: 2) : "\\u" + hexadecimal(scalar.value, digits: 4)
  }

  /// The controls of C0 and C1, which a terminal obeys, and those of the bidirectional algorithm (Unicode Standard
  /// Annex 9), which turn round what a reader sees.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}",
      "\u{2066}"..."\u{2069}":
      true
    default: false
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// What makes a spreadsheet read a cell as a formula when it comes first, in half and in full width.
  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  /// Whether a text is letters, digits and spaces only, which no language escapes.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      let isLetter = (byte | 0x20) &- 97 < 26
      return isLetter || byte &- 48 < 10 || byte == UInt8(ascii: " ")
    }
  }

  private static func replacing(_ text: String, _ change: (Unicode.Scalar) -> String?) -> String {
    guard text.unicodeScalars.contains(where: { change($0) != nil }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if let replacement = change(scalar) { out += replacement } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }

  static func hexadecimal(_ value: UInt32, digits count: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
