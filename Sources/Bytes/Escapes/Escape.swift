/// One escape function per output language.
public enum Escape {
  /// Text for SVG, HTML and XML, in an element or a quoted attribute. Control characters XML 1.0 forbids are
  /// replaced by U+FFFD.
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
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": return "\u{FFFD}"
      default: return nil
      }
    }
  }

  /// A JSON string with its quotes (RFC 8259).
  public static func json(_ text: String) -> String {
    "\""
      + replacing(text) { scalar in
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case "\u{0}"..."\u{1F}": return "\\u00" + hexadecimal(UInt8(scalar.value))
        default: return nil
        }
      } + "\""
  }

  /// One CSV field (RFC 4180), quoted when it holds the separator, a quote or a line break.
  public static func csv(_ text: String, separator: Character = ",") -> String {
    let needsQuotes = text.contains { $0 == separator || $0 == "\"" || $0.isNewline }
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    return "\"" + replacing(text) { $0 == "\"" ? "\"\"" : nil } + "\""
  }

  /// Text for one cell of a Markdown table.
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
      default: return nil
      }
    }
  }

  /// Text for a terminal or a log: one line, control characters made visible, so that no name in a file can
  /// move the cursor or colour the screen.
  public static func oneLine(_ text: String) -> String {
    replacing(text) { scalar in
      switch scalar {
      case "\n": return "\\n"
      case "\r": return "\\r"
      case "\t": return " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": return "\\x" + hexadecimal(UInt8(scalar.value))
      default: return nil
      }
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

  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
