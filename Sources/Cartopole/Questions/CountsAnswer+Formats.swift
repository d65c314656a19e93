import Bytes
import Geometry
import Maps
import Statistics

extension CountsAnswer {
  /// The answer as tables; `all` prints every column.
  public func tables(all: Bool) -> [Table] {
    guard let pattern else { return [table(all: all)] }
    return [table(all: all), PatternTables.summary(pattern), PatternTables.communes(pattern, counted)]
  }

  private func table(all: Bool) -> Table {
    CountTables.table(comparison, counted, join: join.summary, leftOut: referenceLeftOut, all: all)
  }

  /// The funnel plot of the areas: which differ from the reference by more than chance explains.
  public func funnel(_ language: Language, width: Double = 1000, theme: Theme = .light) throws(Problem) -> Drawing {
    try FunnelPlot(comparison, source: source + Text(same: " Cartopôle.")).draw(
      language: language, width: width, theme: theme)
  }

  /// The source of the counts, for the foot of a picture.
  var source: Text {
    let position = counted.table.position(of: .establishments)
    let series = position.map { counted.table.series(at: $0) }
    let words = [position.map { counted.table.source(at: $0) }, series?.perimeter.words].compactMap { $0 }.filter {
      !$0.isEmpty
    }
    let file = words.isEmpty ? [] : [Text(same: words.joined(separator: " ; "))]
    let counts = Text.joined(file + [series?.date?.label].compactMap { $0 }, separator: ", ")
    let people = comparison.reference.population?.label.capitalised
    let sentences = [counts, people, join.summary, parts].compactMap { $0 }.filter { !$0.fr.isEmpty }
    return Text.joined(sentences.map { $0 + Text(same: ".") })
  }

  /// The note on areas of which the layers have only a part, the first few; `nil` when there are none.
  private var parts: Text? {
    let areas = counted.shown.map { counted.table.areas[$0] }.filter { $0.extent?.isPart == true }
    guard !areas.isEmpty else { return nil }
    let names = Text.joined(
      areas.prefix(4).map { Text(same: $0.name) + ($0.extent?.words ?? Text(same: "")) }, separator: ", ")
    return Text("Territoires incomplets : ", "Incomplete areas: ") + names + Text(same: areas.count > 4 ? ", …" : "")
  }

  /// The answer as JSON; docs/compare.md describes it.
  public var json: JSON {
    let answer = CountTables.json(table(all: true), comparison, counted, join)
    return .object(answer + (pattern.map { PatternTables.json($0, counted) } ?? []))
  }

  /// The outlines of the rows with every column, in WGS84. An area without outlines,
  /// such as a published one, has no geometry.
  public var features: Features {
    let table = table(all: true)
    var outlines = Layer(.polygon)
    for (row, facts) in comparison.rows.map(\.facts).enumerated() {
      let perFamily = counted.shown.count + counted.published.count / max(1, counted.table.families.count)
      let place = perFamily > 0 ? row % perFamily : 0
      guard place < counted.shown.count, facts.level == counted.table.areas[counted.shown[place]].level.rawValue else {
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
