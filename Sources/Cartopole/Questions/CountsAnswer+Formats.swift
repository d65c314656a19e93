import Bytes
import Geometry
import Maps
import Statistics

extension CountsAnswer {
  /// The answer as tables; `all` prints every column.
  public func tables(all: Bool) -> [Table] { [table(all: all)] }

  private func table(all: Bool) -> Table {
    CountTables.table(comparison, counted, join: join.summary, leftOut: referenceLeftOut, all: all)
  }

  public var json: JSON { .object(CountTables.json(table(all: true), comparison, counted, join)) }

  /// The outlines of the rows with every column, in WGS84; an area without outlines, such as a published one, has
  /// no geometry.
  public var features: Features {
    let table = table(all: true)
    var outlines = Layer(.polygon)
    for (row, facts) in comparison.rows.map(\.facts).enumerated() {
      let perFamily = counted.shown.count + counted.published.count / max(1, counted.table.families.count)
      let place = perFamily > 0 ? row % perFamily : 0
      guard place < counted.shown.count, facts.level == counted.table.areas[counted.shown[place]].level.rawValue
      else {
        outlines.endFeature()
        continue
      }
      mesh.appendOutline(of: counted.table.areas[counted.shown[place]].pieces, to: &outlines)
    }
    var columns: [Column] = []
    for (index, column) in table.columns.enumerated() {
      let fields = table.rows.map { $0[index].fields() }
      if column.isFigure {
        columns.append(Column(column.key, .number(fields.map { Double($0[0]) })))
        columns.append(Column(column.key + "_status", .text(fields.map { $0[1] })))
      } else if column.key == "communes" {
        columns.append(Column(column.key, .integer(fields.map { Int($0[0]) })))
      } else {
        columns.append(Column(column.key, .text(fields.map { $0[0] })))
      }
    }
    return Features(path: "compare", geometry: outlines, columns: columns, crs: "EPSG:4326")
  }
}
