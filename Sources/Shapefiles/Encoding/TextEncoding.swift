import Bytes

/// The encoding of the text of a table, and the rule that chose it.
public struct TextEncoding: Sendable, Equatable {
  /// The rules that choose an encoding, in the order in which they are tried.
  public enum Rule: String, Sendable, CaseIterable {
    /// The caller names it.
    case argument
    /// The .cpg names it.
    case codePage = "cpg"
    /// The language byte of the .dbf means it.
    case languageByte = "language_byte"
    /// Nothing names an encoding, and the table is valid UTF-8.
    case validUTF8 = "valid_utf8"
    /// Nothing names an encoding, and the table is not valid UTF-8: Windows-1252 is assumed.
    case fallback

    /// The rule as a phrase for a report.
    public var label: Text {
      switch self {
      case .argument: Text("demandé", "asked for")
      case .codePage: Text("dit par le .cpg", "said by the .cpg")
      case .languageByte: Text.saidByTheLanguageByte
      case .validUTF8: Text.textIsValidUTF8
      case .fallback: Text.textIsNotUTF8
      }
    }
  }

  /// The name by which iconv knows the encoding.
  public var name: String
  /// The rule that chose the encoding.
  public var rule: Rule

  /// Chooses the encoding; `body` holds the rows of the table.
  ///
  /// Throws 64 when the encoding `asked` is unknown; a .cpg with an unknown name is ignored with a warning.
  static func choose(
    _ asked: String?, _ files: Sidecars, languageByte: UInt8, body: ArraySlice<UInt8>, _ log: inout ReadingLog
  ) throws(Problem) -> TextEncoding {
    if let asked {
      guard let name = CodePage.encoding(named: asked) else {
        throw Problem(
          .usage, Text("encodage inconnu : « \(asked) »", "unknown encoding: \"\(asked)\""),
          fix: Text.tryUTF8OrWindows1252)
      }
      return TextEncoding(name: name, rule: .argument)
    }
    if let page = files.codePage {
      if let name = CodePage.encoding(named: page.name) { return TextEncoding(name: name, rule: .codePage) }
      log.warn(Text("encodage inconnu : « \(page.name) »", "unknown encoding: \"\(page.name)\""), file: page.path)
    }
    if let name = CodePage.encoding(languageByte: languageByte) { return TextEncoding(name: name, rule: .languageByte) }
    if !body.contains(where: { $0 >= 0x80 }) { return TextEncoding(name: "UTF-8", rule: .validUTF8) }
    if Encoding.isUTF8(body) {
      log.warn(Text.noEncodingReadAsUTF8)
      return TextEncoding(name: "UTF-8", rule: .validUTF8)
    }
    log.warn(Text.noEncodingReadAsWindows, needs: .encoding)
    return TextEncoding(name: "WINDOWS-1252", rule: .fallback)
  }
}
