/// What makes a record unreadable.
public enum CSVFlaw: Sendable, Equatable {
  /// The record has another number of fields than the header.
  case fieldCount(Int, of: Int)
  /// Too few fields in the last line, which no line end follows.
  case cutShort(Int, of: Int)
  /// Characters between a closing quote and the separator; the field is counted from 0.
  case textAfterQuote(field: Int)
  case notUTF8

  /// What is wrong, without the place.
  public var what: Text {
    switch self {
    case .fieldCount(let count, let expected):
      Text("\(count) champs au lieu de \(expected)", "\(count) fields instead of \(expected)")
    case .cutShort(let count, let expected):
      Text("dernière ligne coupée (\(count)/\(expected))", "last line cut short (\(count)/\(expected))")
    case .textAfterQuote: Text.textFollowsAClosingQuote
    case .notUTF8: Text("le texte n’est pas en UTF-8", "the text is not UTF-8")
    }
  }

  /// What the user can do about it.
  public var remedy: Text {
    switch self {
    case .fieldCount(_, let expected) where expected == 1: Text.headerHasOneField
    case .fieldCount: Text.quoteFieldsHoldingSeparator
    case .cutShort: Text.downloadFileOrEndLine
    case .textAfterQuote: Text.doubleQuotesInTheText
    case .notUTF8: Text.saveTheFileAsCSV
    }
  }

  /// The flaw as an error (65) at a line of a file; `header` lets it name the column of a flawed field.
  public func problem(file: String, line: Int, header: [String] = []) -> Problem {
    var place = Text("ligne \(line)", "line \(line)")
    if case .textAfterQuote(let field) = self, header.indices.contains(field) { place = .cell(line, header[field]) }
    return Problem(.badData, file: file, at: place, what, fix: remedy)
  }
}

extension Text {
  /// The place of a cell for messages: « ligne 3, colonne taux ».
  public static func cell(_ line: Int, _ column: String) -> Text {
    Text("ligne \(line), colonne \(column)", "line \(line), column \(column)")
  }
}
