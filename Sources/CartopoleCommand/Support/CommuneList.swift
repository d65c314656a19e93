import Cartopole

/// Lists of communes on the command line.
enum CommuneList {
  /// Reads codes or names separated by commas. An argument that ends in `.csv` is a file with one commune on
  /// each row, in its first column; a first row `insee`, `code` or `commune` is a heading. A code that a
  /// spreadsheet took for a number is restored, and a note says so.
  static func read(_ arguments: [String]) throws(Problem) -> [String] {
    var names: [String] = []
    for argument in arguments {
      if argument.lowercased().hasSuffix(".csv") || argument == "-" {
        names += try rows(argument)
      } else {
        names += argument.split(separator: ",").map { word in
          let word = String(word.drop { $0 == " " })
          guard let read = CommuneCode.read(word), read.isRestored else { return word }
          Messages.warn([
            Warning(
              Text("« \(word) » lu \(read.code), avec son zéro", "\"\(word)\" read as \(read.code), with its zero"))
          ])
          return read.code
        }
      }
    }
    return names.filter { !$0.isEmpty }
  }

  private static func rows(_ path: String) throws(Problem) -> [String] {
    let table = try CSVTable(path: path)
    let headings: Set<String> = ["insee", "insee_com", "code", "commune", "name", "nom"]
    var rows: [(name: String, line: Int)] = []
    if let first = table.header.first, !headings.contains(first.lowercased()) {
      rows.append((first, table.columns.line))
    }
    for row in table.rows { rows.append((row.fields[0], row.line)) }
    let restored = rows.filter { CommuneCode.read($0.name)?.isRestored == true }
    if !restored.isEmpty { Messages.warn([Warning(file: path, CommuneCode.restoredNote(lines: restored.map(\.line)))]) }
    return rows.map { CommuneCode.read($0.name)?.code ?? $0.name }
  }
}
