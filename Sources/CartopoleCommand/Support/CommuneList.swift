import Cartopole

/// Lists of communes on the command line.
enum CommuneList {
  /// Codes or names separated by commas; an argument that ends in `.csv` is a file, one commune a row, in its
  /// first column; a first row that says `insee`, `code` or `commune` is a heading.
  static func read(_ arguments: [String]) throws(Problem) -> [String] {
    var names: [String] = []
    for argument in arguments {
      if argument.lowercased().hasSuffix(".csv") || argument == "-" {
        let table = try CSVTable(path: argument)
        let headings: Set<String> = ["insee", "insee_com", "code", "commune", "name", "nom"]
        if let first = table.header.first, !headings.contains(first.lowercased()) { names.append(first) }
        names += table.rows.compactMap(\.fields.first)
      } else {
        names += argument.split(separator: ",").map { String($0.drop { $0 == " " }) }
      }
    }
    return names.filter { !$0.isEmpty }
  }
}
