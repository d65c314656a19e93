import Bytes

/// The user's own areas as a file lists them, one commune on each row: columns `insee` and `area`, or those that Insee and
/// spreadsheets call otherwise.
public struct AreaList: Sendable {
  /// Where the list was read from, for messages.
  public let path: String
  /// Names of the areas, in the order of the file, and the codes of each.
  public let areas: [(name: String, codes: [String])]
  /// Notes on communes listed twice in an area, names of areas that differ
  /// by a letter or an accent, restored codes.
  public let irregularities: [Text]

  private static let names = ["area", "territoire", "libepci", "bassin", "zone", "nom_epci"]

  /// Reads a file, under titles too. Throws 65 naming the line of a malformed code or of an area without a name, 66 without
  /// the file.
  public init(path: String) throws(Problem) {
    try self.init(CSVTable(path: path, below: [CommuneTable.codes, Self.names]))
  }

  /// Reads a table. Throws 65 naming the line of a malformed code or of an area without a name.
  public init(_ table: CSVTable) throws(Problem) {
    let insee = try CommuneTable.place(table.columns)
    guard let area = try table.columns.position(like: Self.names) else { throw table.columns.absent(Self.names[0]) }
    var order: [String] = []
    var codes: [String: [String]] = [:]
    var seen: Set<[String]> = []
    var odd: [Text] = []
    var reader = CodeReader(table)
    for row in table.rows {
      let name = row.fields[area].trimmingSpaces
      let code = try reader.code(insee.text(row.fields), row, insee.name)
      guard !name.isEmpty else {
        throw table.problem(
          row, Text("territoire sans nom", "an area without a name"),
          fix: Text(
            "remplissez la colonne \(table.columns.names[area])", "fill in the column \(table.columns.names[area])"))
      }
      guard seen.insert([code, name]).inserted else {
        odd.append(
          Text(
            "ligne \(row.line) : \(code) déjà dans « \(name) »", "line \(row.line): \(code) is already in \"\(name)\""))
        continue
      }
      if codes[name] == nil { order.append(name) }
      codes[name, default: []].append(code)
    }
    for (index, name) in order.enumerated() {
      for other in order[..<index] where name.folded.editDistance(to: other.folded) <= 1 {
        guard !Self.differByNumber(name, other) else { continue }
        odd.append(Text.nearNamesDistinctAreas(other, name))
      }
    }
    path = table.path
    areas = order.map { ($0, codes[$0] ?? []) }
    irregularities = odd + reader.notes
  }

  /// Names such as "Bassin 1" and "Bassin 2" are meant to differ.
  private static func differByNumber(_ left: String, _ right: String) -> Bool {
    left.filter { !$0.isNumber } == right.filter { !$0.isNumber } && left.filter(\.isNumber) != right.filter(\.isNumber)
  }
}
