import Bytes

/// Something wrong in a table: the line, what it is, and the value at fault.
///
/// A faulty row is in no result; a total that is not the sum stays as published, as does a file's own fault.
/// A code of another vintage is told once, at the first row that has it: all its rows are left out.
public struct Fault: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    // The file as a whole.
    case wrongVintage = "wrong_vintage"
    // A row.
    case fieldCount = "field_count"
    case truncatedLine = "truncated_line"
    case textAfterQuote = "text_after_quote"
    case notUTF8 = "not_utf8"
    case notACommune = "not_a_commune"
    case codeOfAnotherCOG = "code_of_another_cog"
    case notASiren = "not_a_siren"
    case unknownCode = "unknown_code"
    case thousandsSeparator = "thousands_separator"
    case undecidedComma = "undecided_comma"
    case negativeNumber = "negative_number"
    case notANumber = "not_a_number"
    case duplicate = "duplicate"
    // Rows together.
    case totalMismatch = "total_mismatch"
  }

  public var kind: Kind
  /// Line of the file, from 1.
  public var line: Int
  /// The column at fault, `""` when it is the row.
  public var column: String
  /// What stands there, `""` when it is not to be repeated.
  public var value: String
  /// More of it, for people; empty for most kinds.
  public var detail: Text

  init(
    _ kind: Kind, line: Int, column: String = "", value: String = "", detail: Text = Text(same: "")
  ) {
    self.kind = kind
    self.line = line
    self.column = column
    self.value = value
    self.detail = detail
  }

  /// What is wrong, in words.
  public var what: Text {
    if let flaw { return flaw.what }
    if let number { return number.what(value) }
    return switch kind {
    case .wrongVintage: Text("millésime contredit : \(value)", "vintages contradict: \(value)")
    case .notACommune: Text("« \(value) » n’est pas un code commune", "\"\(value)\" is no commune code")
    case .codeOfAnotherCOG: Text(same: "\(value) ") + detail
    case .notASiren: Text("\(column) « \(value) » mal formé", "malformed \(column) \"\(value)\"")
    case .unknownCode: Text("\(column) : « \(value) » inconnu", "\(column): \"\(value)\" is unknown")
    case .duplicate: Text("\(column) « \(value) » déjà vu", "\(column) \"\(value)\" seen before")
    case .totalMismatch: Text("le total ne fait pas la somme : \(value)", "the total is not the sum: \(value)")
    default: Text(same: value)
    }
  }

  /// What to do about it.
  var remedy: Text {
    if let flaw { return flaw.remedy }
    if let number { return number.remedy }
    return switch kind {
    case .wrongVintage: Text("corrigez --cog ou --date", "correct --cog or --date")
    case .codeOfAnotherCOG:
      Text("corrigez --cog, ou le code dans le fichier", "correct --cog, or the code in the file")
    default: Text("corrigez le fichier", "correct the file")
    }
  }

  /// Where it is: the line, and the column of a cell.
  var place: Text {
    number == nil && kind != .textAfterQuote
      ? Text("ligne \(line)", "line \(line)") : .cell(line, column)
  }
}

extension Fault {
  /// A flaw of the text itself; the line comes later.
  init(_ flaw: CSVFlaw, header: [String]) {
    switch flaw {
    case .fieldCount(let count, let expected):
      self.init(.fieldCount, line: 0, column: String(expected), value: String(count))
    case .cutShort(let count, let expected):
      self.init(.truncatedLine, line: 0, column: String(expected), value: String(count))
    case .textAfterQuote(let field): self.init(.textAfterQuote, line: 0, column: header[field])
    case .notUTF8: self.init(.notUTF8, line: 0)
    }
  }

  private var flaw: CSVFlaw? {
    switch kind {
    case .fieldCount: .fieldCount(Int(value) ?? 0, of: Int(column) ?? 0)
    case .truncatedLine: .cutShort(Int(value) ?? 0, of: Int(column) ?? 0)
    case .textAfterQuote: .textAfterQuote(field: 0)
    case .notUTF8: .notUTF8
    default: nil
    }
  }

  private var number: NumberFault? {
    switch kind {
    case .thousandsSeparator: .thousands
    case .undecidedComma: .undecided
    case .negativeNumber: .negative
    case .notANumber: .notANumber
    default: nil
    }
  }
}

extension Fault.Kind {
  init(_ fault: NumberFault) {
    switch fault {
    case .thousands: self = .thousandsSeparator
    case .undecided: self = .undecidedComma
    case .negative: self = .negativeNumber
    case .notANumber: self = .notANumber
    }
  }
}
