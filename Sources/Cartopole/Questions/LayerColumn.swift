import Bytes
import Geometry
import Maps
import Territory

/// The column a map draws: a number or a text a feature, and why some are not there.
struct LayerColumn {
  private(set) var numbers: [Double] = []
  private(set) var gaps: [LayerTable.Gap] = []
  private(set) var texts: [String?] = []
  private(set) var notes: [Text] = []

  /// A column of the layer itself.
  init(of features: Features, named name: String) throws(Problem) {
    guard let column = features.column(name) else {
      throw Problem.missingColumn(name, among: features.columns.map(\.name), file: features.path)
    }
    if case .text(let texts) = column.values {
      self.texts = texts
      return
    }
    numbers = (0..<features.count).map { column.number($0) ?? .nan }
    gaps = numbers.map { $0.isFinite ? .none : .missing }
  }

  /// A column of a table, joined by its keys. With `strict` a join that is not clean is an error (65).
  init(
    joining table: CSVTable, key: String, value: String, to keys: [String], strict: Bool
  ) throws(Problem) {
    let keyColumn = try keyColumn(of: table, key)
    let valueColumn = try table.column(value)
    let statusColumn = table.header.firstIndex(of: value + "_status")
    let tableKeys = table.rows.map { $0.fields[keyColumn].trimmingSpaces }
    let join = KeyJoin(keys, tableKeys)
    notes = join.notes(keys, tableKeys) { table.rows[$0].line }
    guard join.matched > 0 else {
      throw Problem(
        .badData, file: table.path,
        Text(
          "aucune clé de « \(table.header[keyColumn]) » n’est dans la couche",
          "no key of \"\(table.header[keyColumn])\" is in the layer"),
        fix: Text(
          "choisissez les colonnes avec --key et --data-key", "choose the columns with --key and --data-key"))
    }
    if strict, !join.isClean {
      throw Problem(
        .badData, file: table.path, notes.dropFirst().reduce(notes[0]) { $0 + Text(same: " ; ") + $1 })
    }
    let isNumeric = try Self.isNumeric(table, valueColumn)
    for row in join.rows {
      let field = row.map { table.rows[$0].fields[valueColumn].trimmingSpaces } ?? ""
      let status = row.flatMap { row in statusColumn.map { table.rows[row].fields[$0] } } ?? ""
      if isNumeric {
        let number = NumberText.value(field)
        numbers.append(number ?? .nan)
        gaps.append(number == nil ? Self.gap(field, status) : .none)
      } else {
        texts.append(field.isEmpty ? nil : field)
      }
    }
  }

  /// Whether every field that says something is a number or a sign, and one a number, or none says anything. Throws 65 for thousands separators, naming the
  /// first line that has them.
  private static func isNumeric(_ table: CSVTable, _ column: Int) throws(Problem) -> Bool {
    var numbers = 0
    var texts = 0
    var signs = 0
    for row in table.rows {
      let field = row.fields[column].trimmingSpaces
      if NumberText.value(field) != nil {
        numbers += 1
      } else if NumberText.hasThousands(field) {
        throw Problem(
          .badData, file: table.path, at: Text("ligne \(row.line)", "line \(row.line)"),
          Text("« \(field) » : séparateurs de milliers", "\"\(field)\": thousands separators"),
          fix: Text("écrivez les nombres sans eux", "write numbers without them"))
      } else if NumberText.sign(field) != nil {
        signs += 1
      } else if !field.isEmpty {
        texts += 1
      }
    }
    // Signs alone may be categories: n and s for north and south.
    return texts == 0 && (numbers > 0 || signs == 0)
  }

  private static func gap(_ field: String, _ status: String) -> LayerTable.Gap {
    NumberText.sign(status) ?? NumberText.sign(field) ?? .missing
  }
}

/// The column of keys: of this name, else of a name commune codes usually have. Throws 65 where there is neither.
private func keyColumn(of table: CSVTable, _ key: String) throws(Problem) -> Int {
  if let found = table.header.firstIndex(where: { $0.folded == key.folded }) { return found }
  let usual = ["insee", "insee_com", "code", "codgeo", "code_insee"]
  if let found = table.header.firstIndex(where: { usual.contains($0.folded) }) { return found }
  return try table.column(key)
}

/// Numbers and signs as tables for people write them.
enum NumberText {
  /// A number with a decimal point or a decimal comma; `nil` for anything else.
  static func value(_ text: String) -> Double? {
    if let value = plain(text) { return value }
    if let value = Double(text) { return value.isFinite ? value : nil }
    guard text.count(where: { $0 == "," }) == 1, !text.contains(".") else { return nil }
    let pointed = String(text.map { $0 == "," ? "." : $0 })
    return Double(pointed).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Digits with a decimal point and no more, the quick way.
  private static func plain(_ text: String) -> Double? {
    text.utf8.withContiguousStorageIfAvailable { bytes -> Double? in
      var end = 0
      guard let value = DecimalReader.scan(bytes, &end), end == bytes.count, value.isFinite else { return nil }
      return value
    } ?? nil
  }

  /// The sign that stands for a number: `s`, `n` and `…`, `z` and `///`.
  static func sign(_ text: String) -> LayerTable.Gap? {
    switch text {
    case "s": .secret
    case "n", "…", "nd", "NA", "N/A": .notAvailable
    case "z", "///": .notApplicable
    default: nil
    }
  }

  /// `1 234`, `1.234.567`, `12,345,678`: groups of three digits.
  static func hasThousands(_ text: String) -> Bool {
    let separators: Set<Character> = [" ", "\u{A0}", "\u{202F}", ".", ",", "'"]
    let groups = text.drop { $0 == "-" }.split(
      separator: /[ \u{A0}\u{202F}.,']/, omittingEmptySubsequences: false)
    guard groups.count > 1, text.contains(where: { separators.contains($0) }) else { return false }
    let whole = groups.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCII) && $0.allSatisfy(\.isNumber) }
    return whole && groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
  }
}
