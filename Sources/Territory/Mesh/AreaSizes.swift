import Bytes

/// The number of communes in each area, so that a layer that has only some of them is not taken for the whole.
public struct AreaSizes: Sendable {
  /// Numbers of communes with the vintage since which they hold, ascending.
  private let sizes: [AreaCode: [(since: Int, communes: Int)]]
  private var names: [AreaCode: String] = [:]

  /// Reads a table `level,code,cog,communes[,name]`: from vintage `cog` of the COG
  /// on, the area has this number of communes.
  ///
  /// Throws 65 naming the line of an unknown level or a malformed number, 66 without the file.
  public init(path: String) throws(Problem) { try self.init(CSVTable(path: path)) }

  /// Reads a table with the columns `level,code,cog,communes` and perhaps `name`. Throws 65
  /// naming the line of a row it cannot read.
  public init(_ table: CSVTable) throws(Problem) {
    let columns = (
      level: try table.column("level"), code: try table.column("code"), cog: try table.column("cog"),
      communes: try table.column("communes")
    )
    let name = try table.position(of: "name")
    var sizes: [AreaCode: [(since: Int, communes: Int)]] = [:]
    for row in table.rows {
      guard let level = AreaLevel(rawValue: row.fields[columns.level]), let cog = Int(row.fields[columns.cog]),
        let communes = Int(row.fields[columns.communes])
      else {
        throw table.problem(
          row, Text("niveau ou nombre illisible", "unreadable level or number"), fix: Text.writeAreaSizeForExample)
      }
      let key = AreaCode(level: level, code: row.fields[columns.code])
      sizes[key, default: []].append((cog, communes))
      if let name, !row.fields[name].isEmpty { names[key] = row.fields[name] }
    }
    self.sizes = sizes.mapValues { $0.sorted { $0.since < $1.since } }
  }

  /// Name of an area; `nil` when the table does not say.
  public func name(_ level: AreaLevel, _ code: String) -> String? { names[AreaCode(level: level, code: code)] }

  /// Number of communes of an area in a vintage of the COG; `nil` when the table does not say.
  public func communes(_ level: AreaLevel, _ code: String, in cog: Int) -> Int? {
    sizes[AreaCode(level: level, code: code)]?.last { $0.since <= cog }?.communes
  }
}
