import Bytes

/// Something wrong in a table: the line, what it is, and the value at fault.
///
/// A faulty row is in no result; a total that is not the sum stays as published, as does a file's own fault.
/// A code of another vintage is told once, at the first row that has it: all its rows are left out.
public struct Fault: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    // The file as a whole.
    case byteOrderMark = "byte_order_mark"
    case wrongSeparator = "wrong_separator"
    case wrongVintage = "wrong_vintage"
    // A row.
    case fieldCount = "field_count"
    case truncatedLine = "truncated_line"
    case notUTF8 = "not_utf8"
    case lostZero = "lost_zero"
    case notACommune = "not_a_commune"
    case codeOfAnotherCOG = "code_of_another_cog"
    case notASiren = "not_a_siren"
    case unknownCode = "unknown_code"
    case thousandsSeparator = "thousands_separator"
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
    switch kind {
    case .byteOrderMark:
      Text(
        "marque d’octets (BOM) avant le premier nom de colonne",
        "byte-order mark before the first column's name")
    case .wrongSeparator:
      Text(
        "séparateur « \(value) » au lieu de « \(column) »", "separator \"\(value)\" instead of \"\(column)\"")
    case .wrongVintage: Text("millésime contredit : \(value)", "vintages contradict: \(value)")
    case .fieldCount: Text("\(value) champs au lieu de \(column)", "\(value) fields instead of \(column)")
    case .truncatedLine:
      Text("dernière ligne coupée (\(value))", "last line cut short (\(value))")
    case .notUTF8: Text("le texte n’est pas en UTF-8", "the text is not UTF-8")
    case .lostZero:
      Text("code commune « \(value) » sans son zéro", "commune code \"\(value)\" without its zero")
    case .notACommune: Text("« \(value) » n’est pas un code commune", "\"\(value)\" is no commune code")
    case .codeOfAnotherCOG: Text(same: "\(value) ") + detail
    case .notASiren: Text("\(column) « \(value) » mal formé", "malformed \(column) \"\(value)\"")
    case .unknownCode: Text("\(column) : « \(value) » inconnu", "\(column): \"\(value)\" is unknown")
    case .thousandsSeparator:
      Text(
        "\(column) : séparateur de milliers dans « \(value) »", "\(column): thousands separator in \"\(value)\""
      )
    case .notANumber:
      Text("\(column) : « \(value) » n’est pas un nombre", "\(column): \"\(value)\" is no number")
    case .duplicate: Text("\(column) « \(value) » déjà vu", "\(column) \"\(value)\" seen before")
    case .totalMismatch: Text("le total ne fait pas la somme : \(value)", "the total is not the sum: \(value)")
    }
  }

  /// What to do about it.
  var remedy: Text {
    switch kind {
    case .notUTF8:
      Text("enregistrez le fichier en « CSV UTF-8 »", "save the file as \"CSV UTF-8\"")
    case .lostZero:
      Text("lisez la colonne comme du texte avant de l’enregistrer", "read the column as text before saving it")
    case .truncatedLine: Text("téléchargez le fichier de nouveau", "download the file again")
    case .thousandsSeparator:
      Text("écrivez les nombres sans espaces ni points de milliers", "write numbers without grouping")
    case .wrongVintage: Text("corrigez --cog ou --date", "correct --cog or --date")
    case .codeOfAnotherCOG:
      Text("corrigez --cog, ou le code dans le fichier", "correct --cog, or the code in the file")
    default: Text("corrigez le fichier", "correct the file")
    }
  }
}
