import Cartopole

/// Lists of communes on the command line.
enum CommuneList {
  /// Codes or names separated by commas. An argument that names a table (`CommuneListing.isTable`) has one commune on each
  /// row, as `CommuneTable` reads it among the communes of `layer`. A code that a spreadsheet took for a number is
  /// restored, and a note says so.
  static func read(_ arguments: [String], in layer: CommuneLayer) throws(Problem) -> [String] {
    var names: [String] = []
    for argument in arguments {
      if CommuneListing.isTable(argument) {
        let table = try CommuneTable(path: argument, among: CommuneNames(layer.communes))
        Terminal.warn(table.notes)
        names += table.entries.map(\.text)
      } else {
        names += argument.split(separator: ",").map { word in
          let word = String(word.drop { $0 == " " })
          guard let read = CommuneCode.read(word), read.isRestored else { return word }
          Terminal.warn([
            Warning(
              Text("« \(word) » lu \(read.code), avec son zéro", "\"\(word)\" read as \(read.code), with its zero"))
          ])
          return read.code
        }
      }
    }
    return names.filter { !$0.isEmpty }
  }
}
