import Bytes
import Territory

/// The communes that words and tables list, found in a layer.
public struct CommuneListing: Sendable {
  /// What was found.
  let selection: CommuneSelection
  /// Path of the table, when the list is one; `nil` otherwise.
  let file: String?
  /// Positions of the communes in the layer: all of them for an empty list.
  let rows: [Int]
  private let notes: [Warning]

  /// Finds what each of `words` means: the path of a table, or codes and names separated by commas.
  ///
  /// - `areas`: whether EPCIs, départements and régions may stand for their communes. Throws as `CommuneTable` does.
  init(
    _ words: [String], among names: CommuneNames,
    events: () throws(Problem) -> CommuneEvents = { () throws(Problem) in try DataFolder.communeEventsIfAny(nil) },
    areas: Bool = false
  ) throws(Problem) {
    var entries: [CommuneSelection.Entry] = []
    var notes: [Warning] = []
    var file: String?
    for word in words {
      if Self.isTable(word) {
        let table = try CommuneTable(path: word, among: names)
        entries += table.entries
        notes += table.notes
        file = word
      } else {
        entries += word.split(separator: ",").map { .init(String($0).trimmingSpaces) }.filter { !$0.text.isEmpty }
      }
    }
    self.notes = notes
    self.file = file
    selection = try CommuneSelection(entries, among: names, events: events, file: file, areas: areas)
    rows = words.isEmpty ? Array(names.communes.indices) : selection.rows
  }

  /// Finds the communes of a table. Throws 65 when none of them is in the layer, and as `CommuneTable` does.
  init(table path: String, among names: CommuneNames) throws(Problem) {
    let table = try CommuneTable(path: path, among: names)
    notes = table.notes
    file = path
    selection = try CommuneSelection(
      table.entries, among: names, events: { () throws(Problem) in try DataFolder.communeEventsIfAny(nil) }, file: path)
    rows = selection.rows
    if rows.isEmpty { try selection.requireAll(path) }
  }

  /// Whether a word of a list is the path of a table, of a kind that is not read too: reading it says what to do.
  public static func isTable(_ word: String) -> Bool {
    word == "-"
      || ["csv", "tsv", "txt", "xlsx", "xls", "ods", "parquet"].contains(Path.fileExtension(word.lowercased()))
  }

  /// What a reader should know of the list, as `CommuneSelection.warnings` says it.
  func warnings(isStrict: Bool = false) -> [Warning] { notes + selection.warnings(file, isStrict: isStrict) }
}
