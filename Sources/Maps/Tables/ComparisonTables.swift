import Bytes
import Statistics
import Territory

/// A comparison as tables and JSON.
public enum ComparisonTables {
  /// Columns that are printed unless the user chooses others; the rest says
  /// the same in other units or is empty here.
  private static let main: Set<String> = [
    "establishments", "jobs", "population", "establishments_per_10000", "jobs_per_establishment",
    "share_of_jobs",
    "relative_density", "expected_establishments", "expected_jobs",
  ]

  /// The table. `all` prints every column, as when the user chose the columns.
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
    columns += Table.Column.ofKnownInhabitants
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
        } + Table.Value.known(of: row.facts.inhabitants)
    }
    var notes = [
      Text(
        "e : effectif attendu ou population interpolée, jamais un décompte. … : chiffre absent du registre du projet. Référence : \(comparison.reference.name), \(comparison.reference.date?.label.fr ?? "").",
        "e: expected count or interpolated population, never a count. …: figure absent from the project’s register. Reference: \(comparison.reference.name), \(comparison.reference.date?.label.en ?? "")."
      )
    ]
    notes.append(territory)
    notes += CountTables.partial(comparison)
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
    // What is expected of the reference is what it has, and their quotient is 1,
    // so that printing them would be circular.
    if row.isReference, column.id.hasPrefix("expected_") || column.id.hasPrefix("observed_over_expected") {
      return .figure(.notApplicable, decimals: column.decimals)
    }
    if column.isPercent { return .figurePercent(value.cell, decimals: column.decimals) }
    // An expected count rests on the reference's figure, not on the row's.
    let bound = column.id.hasPrefix("expected_") ? .none : value.bound
    return .limit(value.cell, decimals: column.decimals, bound)
  }

  /// Pairs of figures that cannot both be used, which every reader must know.
  private static func incompatible(_ comparison: Comparison) -> [Text] {
    let figures = comparison.rows.flatMap(\.facts.figures)
    let register = FiguresRegister(path: "", figures: figures)
    return Incompatibility.pairs(in: register).map(\.text)
  }

  /// Warnings that the numbers alone do not show, each once.
  public static func warnings(_ comparison: Comparison) -> [Text] {
    var seen: [Text] = []
    for row in comparison.rows {
      for warning in row.warnings where !seen.contains(warning) { seen.append(warning) }
    }
    return seen
  }

  /// Every number with its rows and formula.
  public static func explanation(_ comparison: Comparison, _ language: Language) -> String {
    let colon = Text(" : ", ": ")[language]
    var out = ""
    for row in comparison.rows {
      let date = row.facts.date.map { ", " + $0.label[language] } ?? ""
      let family = row.facts.family == .all ? "" : ", " + row.facts.family.label[language]
      let level = AreaLevel(rawValue: row.facts.level).map { " (\($0.label[language]))" } ?? ""
      out += "\(row.facts.label[language])\(level)\(family)\(date)\n"
      for (column, value) in zip(comparison.columns, row.values) {
        guard let working = value.working else { continue }
        let result = self.value(column, value, of: row).printed(language)
        let words = working[language]
        // A calculation equals its result; a source or a sentence follows it.
        let link = words.contains("÷") && !words.contains("=") ? " = " : ", "
        out += "  \(column.label[language])\(colon)\(result)\(link)\(words)\n"
        if let formula = formula(column, value) { out += "    \(formula[language])\n" }
        for figure in value.figures {
          out += "    \(line(figure)[language])\(colon)\(figure.sourceLine[language])\n"
        }
        for point in value.populations.flatMap(\.points) {
          let from = point.figure.map { line($0) + Text(same: colon) } ?? Text(same: "")
          let count = Text(Numerals(.fr).decimal(point.value, 0), Numerals(.en).decimal(point.value, 0))
          let dated = point.isDated ? Text(same: ", ") + point.date.label : Text(same: "")
          let inhabitants = Text(" habitants", " inhabitants")
          out += "    \((from + count + inhabitants + dated + Text(same: ", ") + point.source)[language])\n"
        }
      }
      for warning in row.warnings { out += "  ! \(warning[language])\n" }
      out += "\n"
    }
    return out
  }

  /// Place of a figure: its line in the register, or the lines of the user's file that it adds up.
  private static func line(_ figure: Figure) -> Text {
    figure.line > 0 ? Text("ligne \(figure.line)", "line \(figure.line)") : Text(same: figure.note)
  }

  /// The formula in words; `nil` when nothing was computed.
  private static func formula(_ column: Indicator, _ value: Evaluation) -> Text? {
    if column.id == "population" {
      return value.populations.contains(where: \.isInterpolated) ? column.formula : nil
    }
    let isCounted = value.figures.first.map { $0.line == 0 && $0.measure.id == column.id } ?? false
    return isCounted ? Text("somme des lignes du fichier", "sum of the file's rows") : column.formula
  }
}
