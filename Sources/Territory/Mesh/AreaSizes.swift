import Bytes

/// How many communes areas have, so that a layer that holds some of them only is not taken for the whole.
public struct AreaSizes: Sendable {
  private struct Key: Hashable {
    let level: AreaLevel
    let code: String
  }

  /// Numbers of communes with the vintage since which they hold, ascending.
  private let sizes: [Key: [(since: Int, communes: Int)]]

  /// Reads a table `level,code,cog,communes`: the area has so many communes from that vintage of the COG on.
  ///
  /// Throws 65 naming the line of a level or a number that is none.
  public init(path: String) throws(Problem) { try self.init(CSVTable(path: path)) }

  public init(_ table: CSVTable) throws(Problem) {
    let columns = (
      level: try table.column("level"), code: try table.column("code"), cog: try table.column("cog"),
      communes: try table.column("communes")
    )
    var sizes: [Key: [(since: Int, communes: Int)]] = [:]
    for row in table.rows {
      guard let level = AreaLevel(rawValue: row.fields[columns.level]), let cog = Int(row.fields[columns.cog]),
        let communes = Int(row.fields[columns.communes])
      else {
        throw Problem(
          .badData, file: table.path, at: Text("ligne \(row.line)", "line \(row.line)"),
          Text("niveau ou nombre illisible", "unreadable level or number"),
          fix: Text("écrivez par exemple departement,91,2019,194", "write for example departement,91,2019,194"))
      }
      sizes[Key(level: level, code: row.fields[columns.code]), default: []].append((cog, communes))
    }
    self.sizes = sizes.mapValues { $0.sorted { $0.since < $1.since } }
  }

  /// Communes of an area in a vintage of the COG; `nil` when nobody says.
  public func communes(_ level: AreaLevel, _ code: String, in cog: Int) -> Int? {
    sizes[Key(level: level, code: code)]?.last { $0.since <= cog }?.communes
  }
}
