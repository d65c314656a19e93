/// One escape function per output language.
///
/// Text for people shows control characters in a visible spelling; text for programs keeps them.
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

  /// A JSON string with its quotes (RFC 8259); controls are escaped, so that a terminal does not obey them when
  /// the file is printed.
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

  /// One CSV field (RFC 4180), quoted when it holds the separator, a quote or a line break, or begins or ends
  /// in a space.
  public static func csv(_ text: String, separator: Unicode.Scalar = ",") -> String {
    // Scalars are compared, not characters: a comma with a combining accent is one character that differs from
    // a comma.
    let scalars = text.unicodeScalars
    let needsQuotes = scalars.contains { $0 == separator || $0 == "\"" || isLineBreak($0) }
    guard needsQuotes || scalars.first == " " || scalars.last == " " else { return text }
    return quoted(text)
  }

  /// A text between quotes, those in it doubled, as CSV and the names of SQL write it.
  public static func quoted(_ text: String) -> String { "\"" + replacing(text) { $0 == "\"" ? "\"\"" : nil } + "\"" }

  /// Text for a cell of a CSV made for spreadsheets; `csv` must still quote it. A text that Excel or
  /// LibreOffice would take for a formula gets an apostrophe in front, which makes it text; controls are made
  /// visible.
  public static func spreadsheet(_ text: String) -> String {
    let shown = shown(text)
    return text.unicodeScalars.first.map(beginsFormula) == true ? "'" + shown : shown
  }

  /// Text that a program shows as it is, such as the script of a page; controls are made visible.
  public static func shown(_ text: String) -> String {
    replacing(text) { scalar in
      switch scalar {
      case "\t", "\n", "\r": nil
      default: visible(scalar)
      }
    }
  }

  /// A code for a cell of a CSV made for spreadsheets, as a formula that yields its text; `csv` must still
  /// quote it. Without the formula a spreadsheet takes the code for a number and drops its leading zeros.
  /// `code` must hold only letters and digits.
  public static func spreadsheet(code: String) -> String { "=\"" + code + "\"" }

  /// Text for a cell of a workbook (ECMA-376): one line, controls made visible. `_x0041_`, which programs would read
  /// as a letter, stays what it is; a text longer than 32,767 UTF-16 units, the most that a cell holds, is cut.
  public static func cell(_ text: String) -> String {
    var shown = replacing(text) { scalar in
      switch scalar {
      case "\n", "\r", "\t": return " "
      case "\u{FFFE}", "\u{FFFF}": return "\u{FFFD}"
      default: return visible(scalar)
      }
    }
    if shown.contains("_x") { shown = shown.replacing(/_x[0-9A-Fa-f]{4}_/) { "_x005F" + $0.output } }
    while shown.utf16.count > 32_767 { shown.removeLast(max(1, (shown.utf16.count - 32_767) / 2)) }
    return shown
  }

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

  /// Text for a terminal or a log: one line, controls made visible, so that no name in a file can move the
  /// cursor, colour the screen or turn the rest of the line round.
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
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { oneLine(String($0)) }.joined(
      separator: "\n")
  }

  /// The visible spelling of a control, such as `\x1b` or `\u202e`; `nil` for any other scalar.
  private static func visible(_ scalar: Unicode.Scalar) -> String? {
    guard isControl(scalar) else { return nil }
    return scalar.value < 0x100
      ? "\\x" + hexadecimal(scalar.value, digits: 2) : "\\u" + hexadecimal(scalar.value, digits: 4)
  }

  /// Whether a scalar is a control of C0 or C1, which a terminal obeys, or of the bidirectional algorithm
  /// (Unicode Standard Annex 9), which changes the order in which a text is shown.
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

  /// Whether a spreadsheet reads a cell as a formula when it starts with this scalar, in half or full width.
  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  /// Whether a text holds only ASCII letters, digits and spaces, which need no escape in any output language.
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

extension ByteWriter {
  /// Appends a JSON string with its quotes, as `Escape.json` makes it.
  public mutating func json(_ text: String) {
    // The bytes with which an escaped scalar may begin: the controls past ASCII all begin with 0xC2, 0xD8 or
    // 0xE2.
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xD8, 0xE2: false
      default: true
      }
    }
    guard isPlain else { return self.text(Escape.json(text)) }
    raw("\"")
    self.text(text)
    raw("\"")
  }
}
