import Bytes
import Statistics

/// A comparison as tables and JSON.
public enum ComparisonTables {
  /// Columns people get unless they ask for others: the rest says the same in other units or is empty here.
  private static let main: Set<String> = [
    "establishments", "jobs", "population", "establishments_per_10000", "jobs_per_establishment",
    "share_of_jobs",
    "relative_density", "expected_establishments", "expected_jobs",
  ]

  /// `all` prints every column, as when the user chose them.
  public static func table(_ comparison: Comparison, _ territory: Text, all: Bool = false) -> Table {
    var columns = [
      Table.Column("area_code", Text("Code", "Code")), Table.Column("area", Text("Territoire", "Area")),
      Table.Column("date", Text("Date", "Date")),
      Table.Column("published", Text("Publié", "Published"), isDetail: true),
      Table.Column("population_date", Text("Population de", "Population of")),
      Table.Column("perimeter", Text("Périmètre", "Perimeter"), isDetail: true),
    ]
    columns += comparison.columns.map {
      Table.Column($0.id, $0.label, isFigure: true, isDetail: !all && !main.contains($0.id))
    }
    let rows = comparison.rows.map { row -> [Table.Value] in
      let figure = row.facts.establishments ?? row.facts.jobs
      let published = figure?.publication.date
      let date = published.map {
        Text("sans date (publié : ", "undated (published: ") + $0.label + Text(same: ")")
      }
      let perimeter = row.facts.perimeter
      let head: [Table.Value] = [
        .text(row.facts.code), .text(row.facts.name),
        .word(
          (figure?.reference?.label ?? date ?? Text(same: "–"))
            + (figure?.startsBreak == true ? Text(", rupture de série", ", break in series") : Text(same: "")),
          key: figure?.reference?.iso ?? ""),
        .text(published?.iso ?? ""),
        .text(row.facts.population?.points.map(\.date.iso).joined(separator: "/") ?? ""),
        .text(perimeter?.words ?? ""),
      ]
      return head
        + zip(comparison.columns, row.values).map { column, value in
          self.value(column, value, of: row)
        }
    }
    var notes = [
      Text(
        "e : effectif attendu ou population interpolée, jamais un décompte. … : personne ne publie ce chiffre. Référence : \(comparison.reference.name), \(comparison.reference.date?.label.fr ?? "").",
        "e: expected count or interpolated population, never a count. …: nobody publishes this figure. Reference: \(comparison.reference.name), \(comparison.reference.date?.label.en ?? "")."
      )
    ]
    notes.append(territory)
    notes += incompatible(comparison)
    let others = warnings(comparison).count
    if others > 0 {
      notes.append(
        Text(
          "\(others) avertissements sur les dates et les périmètres : cartopole compare --explain.",
          "\(others) warnings on dates and perimeters: cartopole compare --explain."))
    }
    return Table(
      name: "compare",
      title: Text("Densité de l’ESS en Île-de-France", "Density of the social economy in Île-de-France"),
      columns: columns, rows: rows, notes: notes)
  }

  /// One figure of a row.
  static func value(_ column: Indicator, _ value: Evaluation, of row: Comparison.Row) -> Table.Value {
    // What the reference is expected to have is what it has: saying so would be circular.
    if row.isReference, column.id.hasPrefix("expected_") {
      return .figure(.notApplicable, decimals: column.decimals)
    }
    if column.isPercent { return .figurePercent(value.cell, decimals: column.decimals) }
    // An expected count rests on the reference's figure, not on the row's.
    let bound = column.id.hasPrefix("expected_") ? .none : value.bound
    return .limit(value.cell, decimals: column.decimals, bound)
  }

  /// Pairs of figures that cannot both be used: every reader must know.
  private static func incompatible(_ comparison: Comparison) -> [Text] {
    let figures = comparison.rows.flatMap(\.facts.figures)
    let register = FiguresRegister(path: "", figures: figures)
    return Incompatibility.pairs(in: register).map(\.text)
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
      let family = row.facts.family == .all ? "" : ", " + row.facts.family.label[language]
      out += "\(row.facts.name)\(family)\(date)\n"
      for (column, value) in zip(comparison.columns, row.values) {
        guard let working = value.working else { continue }
        out += "  \(column.label[language])\(Text(" : ", ": ")[language])\(working[language])\n"
        out += "    \(column.formula[language])\n"
        for figure in value.figures {
          let line =
            figure.line > 0 ? Text("ligne \(figure.line)", "line \(figure.line)")[language] : figure.note
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
