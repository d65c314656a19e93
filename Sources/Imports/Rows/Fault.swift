import Bytes

/// Something wrong in a table: the line, the kind of fault, and the value.
///
/// A faulty row is left out of the result. A total that is not the sum of its parts stays as published, and a
/// fault of the whole file leaves out no row. A code of another vintage is reported once, at the first row with
/// it, and all its rows are left out.
public struct Fault: Sendable, Equatable {
  /// What is wrong; the raw value is the `reason` in the side file.
  public enum Kind: String, Sendable, CaseIterable {
    // The file as a whole.
    /// Dates or years of codes contradict each other.
    case wrongVintage = "wrong_vintage"
    // A row.
    case fieldCount = "field_count"
    case truncatedLine = "truncated_line"
    case textAfterQuote = "text_after_quote"
    case notUTF8 = "not_utf8"
    case notACommune = "not_a_commune"
    /// The code exists, but not in the vintage of the file.
    case codeOfAnotherCOG = "code_of_another_cog"
    case notASiren = "not_a_siren"
    /// Fourteen digits that pass Luhn's test are missing.
    case notASiret = "not_a_siret"
    /// Neither code, address nor coordinates.
    case withoutCommune = "without_commune"
    /// A name or an address that is none of the layer's, or that of several communes.
    case unplaced = "unplaced"
    /// A value outside the class of headcounts beside it.
    case outsideClass = "outside_class"
    case unknownCode = "unknown_code"
    case thousandsSeparator = "thousands_separator"
    case undecidedComma = "undecided_comma"
    case negativeNumber = "negative_number"
    case numberTooLarge = "number_too_large"
    case notANumber = "not_a_number"
    case duplicate = "duplicate"
    // Rows together.
    /// The parts contradict their total.
    case totalMismatch = "total_mismatch"
  }

  /// What is wrong.
  public var kind: Kind
  /// Line of the file, from 1.
  public var line: Int
  /// The column with the fault; empty when the whole row is at fault. For `fieldCount` and `truncatedLine`, the
  /// number of fields expected.
  public var column: String
  /// The text of the cell, or what contradicts what; empty when it must not be repeated. For `fieldCount` and
  /// `truncatedLine`, the number of fields found.
  public var value: String
  /// An explanation for people; empty for most kinds.
  public var detail: Text
  /// What to do when that is not the same for all faults of the kind; `nil` when it is.
  public var fix: Text?

  init(
    _ kind: Kind, line: Int, column: String = "", value: String = "", detail: Text = Text(same: ""), fix: Text? = nil
  ) {
    self.kind = kind
    self.line = line
    self.column = column
    self.value = value
    self.detail = detail
    self.fix = fix
  }

  /// The fault in words, without its place.
  public var what: Text {
    if let flaw { return flaw.what }
    if let number { return number.what(value) }
    return switch kind {
    case .wrongVintage: Text("millésime contredit : \(value)", "vintages contradict: \(value)")
    case .notACommune: Text.isNoCommuneCode(value)
    case .codeOfAnotherCOG: Text(same: "\(value) ") + detail
    case .notASiret: Text.fourteenDigitsExpected(column, value)
    case .withoutCommune: Text.neitherCodeAddressNorCoordinates
    case .outsideClass: Text("\(column) : \(value), hors de sa tranche", "\(column): \(value), outside its class")
    case .unplaced: detail
    case .notASiren: Text("\(column) « \(value) » mal formé", "malformed \(column) \"\(value)\"")
    case .unknownCode: Text("\(column) : « \(value) » inconnu", "\(column): \"\(value)\" is unknown")
    case .duplicate: Text("\(column) « \(value) » déjà vu", "\(column) \"\(value)\" seen before")
    case .totalMismatch: Text.totalIsNotTheSum(value)
    default: Text(same: value)
    }
  }

  /// What the user can do about it.
  var remedy: Text {
    if let fix { return fix }
    if let flaw { return flaw.remedy }
    if let number { return number.remedy }
    return switch kind {
    case .wrongVintage: Text("corrigez ‹cog› ou ‹date›", "correct ‹cog› or ‹date›")
    case .notASiret: Text.correctNumberOrEmptyCell
    case .outsideClass: Text.correctOneOrEmptyClass
    case .codeOfAnotherCOG: Text.correctYearOrCode
    default: Text("corrigez le fichier", "correct the file")
    }
  }

  /// The place for messages: the line, with the column for a cell.
  var place: Text {
    number == nil && kind != .textAfterQuote ? Text("ligne \(line)", "line \(line)") : .cell(line, column)
  }
}

extension Fault {
  /// A fault for a flaw of the CSV text; the caller sets the line later.
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

  private var number: NumberFault? { NumberFault(rawValue: kind.rawValue) }
}

extension Fault.Kind {
  /// Every fault of a number is a kind of the same name.
  init(_ fault: NumberFault) { self.init(rawValue: fault.rawValue)! }
}
