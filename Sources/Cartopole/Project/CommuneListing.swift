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
  init(_ words: [String], among names: CommuneNames, areas: Bool = false) throws(Problem) {
    let read = try Self.read(words, among: names)
    (notes, file) = (read.notes, read.file)
    selection = try CommuneSelection(read.entries, among: names, events: Self.events, file: file, areas: areas)
    rows = words.isEmpty ? Array(names.communes.indices) : selection.rows
  }

  /// Finds the communes of a table. Throws 65 when none of them is in the layer, and as `CommuneTable` does.
  init(table path: String, among names: CommuneNames) throws(Problem) {
    let table = try CommuneTable(path: path, among: names)
    (notes, file) = (table.notes, path)
    selection = try CommuneSelection(table.entries, among: names, events: Self.events, file: path)
    rows = selection.rows
    if rows.isEmpty { try selection.requireAll(path) }
  }

  /// The commune of a layer that each of `words` means, in their order, and notes on codes that a spreadsheet took for
  /// numbers. Throws as `CommuneTable` and `CommuneLayer.find` do.
  public static func rows(_ words: [String], in layer: CommuneLayer) throws(Problem) -> (
    rows: [Int], notes: [Warning]
  ) {
    var (entries, notes, _) = try read(words, among: CommuneNames(layer.communes))
    for index in entries.indices where entries[index].line == nil {
      let word = entries[index].text
      guard let read = CommuneCode.read(word), read.isRestored else { continue }
      entries[index].text = read.code
      notes.append(
        Warning(Text("« \(word) » lu \(read.code), avec son zéro", "\"\(word)\" read as \(read.code), with its zero")))
    }
    do {
      return (try entries.map { entry throws(Problem) in try layer.find(entry.text) }, notes)
    } catch { throw error.after(notes) }
  }

  private static func read(_ words: [String], among names: @autoclosure () -> CommuneNames) throws(Problem) -> (
    entries: [CommuneSelection.Entry], notes: [Warning], file: String?
  ) {
    var entries: [CommuneSelection.Entry] = []
    var notes: [Warning] = []
    var file: String?
    for word in words {
      if isTable(word) {
        let table = try CommuneTable(path: word, among: names())
        entries += table.entries
        notes += table.notes
        file = word
      } else {
        entries += word.split(separator: ",").map { .init(String($0).trimmingSpaces) }.filter { !$0.text.isEmpty }
      }
    }
    return (entries, notes, file)
  }

  private static func events() throws(Problem) -> CommuneEvents { try DataFolder.communeEventsIfAny(nil) }

  /// Whether a word of a list is the path of a table, of a kind that is not read too: reading it says what to do.
  private static func isTable(_ word: String) -> Bool {
    word == "-"
      || ["csv", "tsv", "txt", "xlsx", "xls", "ods", "parquet"].contains(Path.fileExtension(word.lowercased()))
  }

  /// What a reader should know of the list, as `CommuneSelection.warnings` says it.
  func warnings(isStrict: Bool = false) -> [Warning] { notes + selection.warnings(file, isStrict: isStrict) }
}
