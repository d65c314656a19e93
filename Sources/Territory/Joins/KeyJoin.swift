import Bytes

/// Rows of a table matched to the features of a layer by their keys;
/// every row and feature left over is counted.
///
/// A key is matched as written, the letter of a Corsican code in either case. What is left is matched as a code
/// that a spreadsheet took for a number (`1001` or `1001.0` for `01001`), and then without regard to letter
/// case and accents. Of several rows with the same key, the first is joined.
public struct KeyJoin: Sendable, Equatable {
  /// Row of the table for each feature; `nil` for none.
  public let rows: [Int?]
  /// Features without a row, ascending.
  public private(set) var unmatchedFeatures: [Int]
  /// Rows without a feature, ascending; duplicates are not among them.
  public private(set) var unmatchedRows: [Int]
  /// Rows that repeat the key of an earlier row.
  public let duplicateRows: [Int]
  /// Rows matched only once their code was restored.
  public let lostZeros: [Int]
  /// Rows matched only without regard to letter case and accents.
  public let nearNames: [Int]

  /// Joins the keys of features to the keys of a table's rows. Complexity: O(features + rows).
  public init(_ features: [String], _ table: [String]) {
    let table = table.map(Self.capitalized)
    if features.isStrictlyAscending, table.isStrictlyAscending, let merged = Self.merged(features, table) {
      (rows, unmatchedFeatures, unmatchedRows) = (merged.rows, [], merged.left)
      (duplicateRows, lostZeros, nearNames) = ([], [], [])
      return
    }
    var exact: [String: Int] = [:]
    exact.reserveCapacity(table.count)
    var duplicates: [Int] = []
    for (row, key) in table.enumerated() {
      guard let earlier = exact.updateValue(row, forKey: key) else { continue }
      exact[key] = earlier
      duplicates.append(row)
    }
    var rows = features.map { exact[$0] }
    var used = [Bool](repeating: false, count: table.count)
    for row in rows { if let row { used[row] = true } }

    // Only keys without an exact match are compared in these forms.
    func match(_ open: [Int], _ form: (String) -> String?) -> [Int] {
      var byForm: [String: Int] = [:]
      for (row, key) in table.enumerated() where !used[row] && exact[key] == row {
        if let form = form(key), byForm[form] == nil { byForm[form] = row }
      }
      var found: [Int] = []
      for feature in open {
        guard let wanted = form(features[feature]), let row = byForm[wanted], !used[row] else { continue }
        used[row] = true
        rows[feature] = row
        found.append(row)
      }
      return found.sorted()
    }
    var open = rows.indices.filter { rows[$0] == nil }
    lostZeros = open.isEmpty ? [] : match(open, Self.withZeros)
    open = open.filter { rows[$0] == nil }
    nearNames = open.isEmpty ? [] : match(open) { $0.folded }
    self.rows = rows
    unmatchedFeatures = open.filter { rows[$0] == nil }
    duplicateRows = duplicates
    let matched = used
    unmatchedRows = table.indices.filter { !matched[$0] && exact[table[$0]] == $0 }
  }

  /// The common case, without a dictionary: both lists ascend and every
  /// feature has a row. `left` has the other rows.
  private static func merged(_ features: [String], _ table: [String]) -> (rows: [Int?], left: [Int])? {
    var rows: [Int?] = []
    rows.reserveCapacity(features.count)
    var left: [Int] = []
    var row = 0
    for key in features {
      while row < table.count, table[row] < key {
        left.append(row)
        row += 1
      }
      guard row < table.count, table[row] == key else { return nil }
      rows.append(row)
      row += 1
    }
    return (rows, left + Array(row..<table.count))
  }

  /// The code in a key, also when a spreadsheet took it for a number.
  private static func withZeros(_ key: String) -> String? {
    guard let first = key.utf8.first, first &- 48 < 10 else { return nil }
    return CommuneCode.read(key)?.code
  }

  /// Turns `2a004` into `2A004`: this is another way of writing a code, not a near name.
  private static func capitalized(_ key: String) -> String {
    let bytes = key.utf8
    guard bytes.count == 5, bytes.first == UInt8(ascii: "2"), key.hasPrefix("2a") || key.hasPrefix("2b"),
      let code = CommuneCode.read(key)?.code
    else { return key }
    return code
  }

  /// The same join without these rows and features among the unmatched,
  /// because another reason for them is known.
  public func explaining(rows: Set<Int>, features: Set<Int>) -> KeyJoin {
    var copy = self
    copy.unmatchedRows.removeAll { rows.contains($0) }
    copy.unmatchedFeatures.removeAll { features.contains($0) }
    return copy
  }

  /// Number of features that have a row.
  public var matched: Int { rows.count - unmatchedFeatures.count }

  /// Whether every feature and every row was matched, by its key as written.
  public var isClean: Bool {
    unmatchedFeatures.isEmpty && unmatchedRows.isEmpty && duplicateRows.isEmpty && lostZeros.isEmpty
      && nearNames.isEmpty
  }

  /// Notes on the join, one sentence for each kind of flaw, naming its first five cases.
  ///
  /// - Parameters:
  ///   - features: the keys of the features, as they were joined.
  ///   - table: the keys of the table's rows, as they were joined.
  ///   - line: gives the line of a row in its file.
  public func notes(_ features: [String], _ table: [String], line: (Int) -> Int) -> [Text] {
    func first(_ keys: [String]) -> String { keys.prefix(5).joined(separator: ", ") + (keys.count > 5 ? "…" : "") }
    func lines(_ rows: [Int]) -> String { first(rows.map { "\(line($0))" }) }
    var notes: [Text] = []
    func note(_ count: Int, _ fr: String, _ en: String, _ which: String) {
      guard count > 0 else { return }
      let number = Text(Numerals(.fr).integer(count), Numerals(.en).integer(count))
      notes.append(Text("\(fr) : \(number.fr) (\(which))", "\(en): \(number.en) (\(which))"))
    }
    note(
      unmatchedFeatures.count, "entités sans ligne dans la table", "features without a row in the table",
      first(unmatchedFeatures.map { features[$0] }))
    note(
      unmatchedRows.count, "lignes sans entité dans la couche", "rows without a feature in the layer",
      first(unmatchedRows.map { table[$0] }))
    note(
      duplicateRows.count, "clés répétées dans la table, la première ligne compte ; lignes",
      "keys repeated in the table, the first row counts; lines", lines(duplicateRows))
    if !lostZeros.isEmpty { notes.append(CommuneCode.restoredNote(lines: lostZeros.map(line))) }
    note(
      nearNames.count, "clés jointes sans égard aux majuscules ni aux accents ; lignes",
      "keys joined without regard to case and accents; lines", lines(nearNames))
    return notes
  }
}
