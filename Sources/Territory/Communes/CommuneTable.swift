import Bytes

/// The communes that a table lists, one a row, in whatever column and under whatever heading.
public struct CommuneTable: Sendable {
  /// What each row names, in the order of the file; empty cells are left out.
  public let entries: [CommuneSelection.Entry]
  /// Notes on codes that a spreadsheet had taken for numbers.
  public let notes: [Warning]

  private static let names = PlaceColumns.towns + ["communes", "nom", "nom_officiel", "libgeo", "libelle", "name"]
  /// Names of columns of codes, the likeliest first.
  public static let codes = PlaceColumns.codes + ["com", "depcom", "code_insee_commune"]

  /// Reads a table, under titles too. The column of communes is the one in which most rows are codes of `known`, else
  /// names of them, else the one whose heading says so. A first row that is a commune is no heading.
  ///
  /// Throws 65 for a table with several columns of which none seems to hold communes, and as `CSVTable` does.
  /// Complexity: O(cells).
  public init(path: String, among known: CommuneNames) throws(Problem) {
    let table = try CSVTable(path: path, below: [Self.codes + Self.names])
    let header = table.columns
    func count(_ isOne: ([String]) -> Bool) -> Int { table.rows.count { isOne($0.fields) } }
    func best(_ isOne: (String) -> Bool) -> Int? {
      let counts = header.names.indices.map { column in count { isOne($0[column]) } }
      guard let most = counts.max(), most > 0, 2 * most >= table.rows.count else { return nil }
      return counts.firstIndex(of: most)
    }
    func isCode(_ text: String) -> Bool {
      guard let code = CommuneCode.read(text)?.code else { return false }
      return known.row(code) != nil || Arrondissements.commune(of: code) != nil || Self.isCity(code)
    }
    let split = try Self.split(header).map { Place("", departement: $0.0, commune: $0.1) }
    let column: Int?
    if let found = best(isCode) {
      column = found
    } else if let split, 2 * count({ isCode(split.text($0)) }) >= table.rows.count {
      column = nil
    } else if let found = try header.position(like: Self.codes) {
      column = found
    } else if let found = best({ known.find($0) != .none }) {
      column = found
    } else if let found = try header.position(like: Self.names) {
      column = found
    } else if header.names.count == 1 {
      column = 0
    } else {
      throw PlaceColumns.missing(header)
    }
    let postcode = try header.position(like: PlaceColumns.postcodes)
    func text(_ fields: [String]) -> String {
      column.map { fields[$0].trimmingSpaces } ?? split?.text(fields) ?? ""
    }
    var entries: [CommuneSelection.Entry] = []
    if let column, !(Self.codes + Self.names).map(\.folded).contains(header.names[column].folded),
      CommuneCode.read(header.names[column]) != nil || known.find(header.names[column]) != .none
    {
      entries.append(.init(header.names[column], line: header.line))
    }
    for row in table.rows {
      entries.append(.init(text(row.fields), postcode: postcode.map { row.fields[$0] } ?? "", line: row.line))
    }
    entries.removeAll { $0.text.isEmpty }
    let restored = entries.filter { CommuneCode.read($0.text)?.isRestored == true }
    self.entries = entries.map { entry in
      .init(CommuneCode.read(entry.text)?.code ?? entry.text, postcode: entry.postcode, line: entry.line)
    }
    notes =
      restored.isEmpty ? [] : [Warning(file: path, CommuneCode.restoredNote(lines: restored.compactMap(\.line)))]
  }

  private static func isCity(_ code: String) -> Bool { Arrondissements.cities.contains { $0.code == code } }

  /// Where the code of each row of a table stands: in one column, or in that of the département and that of the commune
  /// within it.
  public struct Place: Sendable {
    /// Name of the column, for messages.
    public let name: String
    private let departement: Int?
    private let commune: Int

    init(_ name: String, departement: Int? = nil, commune: Int) {
      (self.name, self.departement, self.commune) = (name, departement, commune)
    }

    /// The code in the fields of a row, as written.
    public func text(_ fields: [String]) -> String {
      departement.map { CommuneTable.joined(fields[$0], fields[commune]) } ?? fields[commune].trimmingSpaces
    }
  }

  /// The columns of codes of a header. Throws 65 without one, or for one that stands twice.
  public static func place(_ header: CSVHeader) throws(Problem) -> Place {
    if let split = try split(header) { return Place(header.names[split.1], departement: split.0, commune: split.1) }
    guard let column = try header.position(like: codes) else { throw header.absent("insee") }
    return Place(header.names[column], commune: column)
  }

  /// The column of the département that goes with a column of codes within it; `nil` for a column of whole codes. Throws 65
  /// for one that stands twice.
  public static func departement(of column: Int, in header: CSVHeader) throws(Problem) -> Int? {
    guard let split = try split(header), split.1 == column else { return nil }
    return split.0
  }

  /// The columns of the département and of the commune within it, as Insee writes codes in two cells.
  private static func split(_ header: CSVHeader) throws(Problem) -> (Int, Int)? {
    guard let departement = try header.position(like: ["code_departement", "codedep"]),
      let commune = try header.position(like: ["code_commune"])
    else { return nil }
    return (departement, commune)
  }

  /// The code of a commune from those of its département and of itself within it: 35 and 236, or 974 and 11 or 411.
  public static func joined(_ departement: String, _ commune: String) -> String {
    let (departement, commune) = (departement.trimmingSpaces, commune.trimmingSpaces)
    // A cell without a number within the département is no code, not the number 0.
    if commune.isEmpty || commune.utf8.count >= 5 { return commune }
    let area = departement.utf8.count == 1 ? "0" + departement : departement
    if area.utf8.count == 3, commune.utf8.count == 3 { return area.prefix(2) + commune }
    return area + String(repeating: "0", count: max(0, 5 - area.utf8.count - commune.utf8.count)) + commune
  }
}
