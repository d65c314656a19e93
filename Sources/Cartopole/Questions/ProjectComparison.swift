import Bytes
import Maps
import Projections
import Statistics
import Territory

extension Project {
  /// Published areas and the Pôle's own territory side by side.
  ///
  /// Areas of communes come from the region's layer, in km² on the ellipsoid; the territory's population is the
  /// layer's. Throws what `Comparison` throws.
  public func comparison(_ options: Comparison.Options = Comparison.Options()) throws(Problem) -> Comparison {
    let subject = try subject(Coverage([], of: Coverage([], on: ground)))
    let layer = ground.layer
    let own = Comparison.Territory(
      code: "territory", name: pole.territory.name,
      populations: [Self.legal2017(Double(layer.population))], areaKm2: subject.areas().reduce(0, +))
    var areas: [String: Double] = [:]
    var populations: [String: [PopulationPoint]] = [:]
    if let region = subject.region {
      var people: [String: Double] = [:]
      for (row, commune) in region.communes.enumerated() {
        let area = region.outlines.geodesicArea(of: row) / 1e6
        for code in [commune.departement, commune.region].compactMap({ $0 }) {
          areas[code, default: 0] += area
          people[code, default: 0] += Double(commune.population ?? 0)
        }
      }
      populations = people.mapValues { [Self.legal2017($0)] }
    }
    return try Comparison(
      register(), territories: [own], areasKm2: areas, populations: populations, options: options)
  }

  private static func legal2017(_ count: Double) -> PopulationPoint {
    PopulationPoint(
      ReferenceDate("2017-01-01")!, count,
      source: Text("Insee, populations légales 2017", "Insee, legal populations 2017"))
  }
}

/// A comparison as tables and JSON.
public enum ComparisonTables {
  public static func table(_ comparison: Comparison, _ territory: Text) -> Table {
    var columns = [
      Table.Column("area_code", Text("Code", "Code")), Table.Column("area", Text("Territoire", "Area")),
      Table.Column("date", Text("Date", "Date")), Table.Column("perimeter", Text("Périmètre", "Perimeter")),
    ]
    columns += comparison.columns.map { Table.Column($0.id, $0.label, isFigure: true) }
    let rows = comparison.rows.map { row -> [Table.Value] in
      let date = row.facts.date
      let perimeter = row.facts.perimeter
      let head: [Table.Value] = [
        .text(row.facts.code), .text(row.facts.name),
        .word(date?.label ?? Text("sans date", "undated"), key: date?.iso ?? ""),
        .text(perimeter?.words ?? ""),
      ]
      return head
        + zip(comparison.columns, row.values).map { column, value in
          column.isPercent
            ? .figurePercent(value.cell, decimals: column.decimals)
            : .figure(value.cell, decimals: column.decimals)
        }
    }
    var notes = [
      Text(
        "e : effectif attendu ou population interpolée, jamais un décompte. … : personne ne publie ce chiffre. Référence : \(comparison.reference.name), \(comparison.reference.date?.label.fr ?? "").",
        "e: expected count or interpolated population, never a count. …: nobody publishes this figure. Reference: \(comparison.reference.name), \(comparison.reference.date?.label.en ?? "")."
      )
    ]
    notes.append(territory)
    for warning in warnings(comparison) { notes.append(warning) }
    return Table(
      name: "compare",
      title: Text("Densité de l’ESS en Île-de-France", "Density of the social economy in Île-de-France"),
      columns: columns, rows: rows, notes: notes)
  }

  /// What a reader of the numbers alone would not know; each said once.
  public static func warnings(_ comparison: Comparison) -> [Text] {
    var seen: [Text] = []
    for row in comparison.rows {
      for warning in row.warnings where !seen.contains(warning) { seen.append(warning) }
    }
    return seen
  }

  /// Every number with its rows and formula.
  public static func explanation(_ comparison: Comparison, _ language: Language) -> String {
    var out = ""
    for row in comparison.rows {
      let date = row.facts.date.map { ", " + $0.label[language] } ?? ""
      out += "\(row.facts.name)\(date)\n"
      for (column, value) in zip(comparison.columns, row.values) {
        guard let working = value.working else { continue }
        out += "  \(column.label[language])\(Text(" : ", ": ")[language])\(working[language])\n"
        out += "    \(column.formula[language])\n"
        for figure in value.figures {
          let line = Text("ligne \(figure.line)", "line \(figure.line)")[language]
          out += "    \(line)\(Text(" : ", ": ")[language])\(figure.sourceLine[language])\n"
        }
        for population in value.populations { out += "    \(population.label[language])\n" }
      }
      for warning in row.warnings { out += "  ! \(warning[language])\n" }
      out += "\n"
    }
    return out
  }
}
