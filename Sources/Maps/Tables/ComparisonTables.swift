import Bytes
import Statistics
import Territory

/// A comparison as tables and JSON.
public enum ComparisonTables {
  /// Columns that are printed unless the user chooses others; the rest says
  /// the same in other units or is empty here.
  private static let main: Set<String> = [
    "establishments", "jobs", "population", "establishments_per_10000", "jobs_per_establishment", "share_of_jobs",
    "relative_density", "location_quotient", "location_quotient_lower", "location_quotient_upper",
  ]

  /// Every row and column, for machines; for people, when the user chose the columns. `all` prints every column.
  public static func table(_ comparison: Comparison, _ territory: Text, all: Bool = false) -> Table {
    var columns = [
      Table.Column("area_code", Text("Code", "Code")), .area,
      Table.Column("date", Text("Date", "Date")),
      Table.Column("published", Text("Publié", "Published"), isDetail: true),
      Table.Column("population_date", Text("Population de", "Population of"), isDetail: !all),
      Table.Column("perimeter", Text("Périmètre", "Perimeter"), isDetail: true),
    ]
    columns += comparison.columns.map {
      Table.Column($0.id, $0.label, isFigure: true, isDetail: !all && !main.contains($0.id))
    }
    columns += Table.Column.ofKnownInhabitants
    columns += [
      Table.Column("level", Text("Niveau", "Level"), isDetail: true),
      Table.Column("source", Text("Source", "Source"), isDetail: true),
    ]
    let rows = comparison.rows.map { row -> [Table.Value] in
      let head: [Table.Value] = [
        .text(row.facts.code), .text(row.facts.name), date(row), .text(row.facts.lead?.publication.date?.iso ?? ""),
        populationDate(row),
        .text(row.facts.perimeter?.words ?? ""),
      ]
      return head + zip(comparison.columns, row.values).map { value($0, $1, of: row) }
        + Table.Value.known(of: row.facts.inhabitants) + [
          .text(row.facts.level), .text(sources(row).joined(separator: " ; ")),
        ]
    }
    return Table(name: "compare", title: title, columns: columns, rows: rows, notes: notes(comparison, territory))
  }

  /// `{schema, rows, landmarks}`: the rows of `table`, and what territories would have at the rates around them.
  public static func json(_ comparison: Comparison, _ territory: Text) -> JSON {
    let landmarks = comparison.landmarks.flatMap { landmark in
      landmark.numbers.map { number -> JSON in
        .object([
          ("area", .string(landmark.territory)), ("establishments", .number(number.establishments)),
          ("reference_level", .string(number.reference.level)), ("reference_area_code", .string(number.reference.code)),
          ("reference_area", .string(number.reference.name)), ("reference_date", .optional(number.reference.date?.iso)),
        ])
      }
    }
    return .object([
      ("schema", .integer(1)), ("rows", table(comparison, territory).jsonRows), ("landmarks", .array(landmarks)),
    ])
  }

  static let title = Text.publishedSocialEconomyDensity

  /// The date of a row's figures, and that a new series begins.
  static func date(_ row: Comparison.Row) -> Table.Value {
    let figure = row.facts.lead
    let undated = figure?.publication.date.map {
      Text("sans date (publié : ", "undated (published: ") + $0.label + Text(same: ")")
    }
    return .word(
      (figure?.reference?.label ?? undated ?? Text(same: "–"))
        + (figure?.startsBreak == true ? Text(", rupture de série", ", break in series") : Text.empty),
      key: figure?.reference?.iso ?? "")
  }

  /// The dates of a row's population; an undated one is empty.
  static func populationDate(_ row: Comparison.Row) -> Table.Value {
    .text(row.facts.population?.points.map { $0.isDated ? $0.date.iso : "" }.joined(separator: "/") ?? "")
  }

  /// The sources of a row as registers write them, each once.
  private static func sources(_ row: Comparison.Row) -> [String] {
    row.facts.figures.map { figure in
      let publication = figure.publication
      let title = publication.title == publication.publisher ? "" : publication.title
      let words = [title, publication.date?.iso ?? ""].filter { !$0.isEmpty }
      return ([publication.publisher] + words).joined(separator: ", ")
    }.distinct
  }

  /// One figure of a row.
  static func value(_ column: Indicator, _ value: Evaluation, of row: Comparison.Row) -> Table.Value {
    // What is expected of the reference is what it has, and their quotient is 1,
    // so that printing them would be circular.
    if row.isReference, column.id.hasPrefix("expected_") || column.id.hasPrefix("observed_over_expected") {
      return .figure(.notApplicable, decimals: column.decimals)
    }
    if column.isPercent {
      // A printed share keeps the digits of its source, on which its rounding hangs.
      let printed = value.figures.count == 1 && value.figures[0].line > 0 ? value.figures[0].printed.decimals - 2 : nil
      return .figurePercent(value.cell, decimals: printed.map { max(0, $0) } ?? column.decimals)
    }
    // An expected count rests on the reference's figure, not on the row's.
    let bound = column.id.hasPrefix("expected_") ? .none : value.bound
    return .limit(value.cell, decimals: column.decimals, bound)
  }

  /// Pairs of figures that cannot both be used, which every reader must know.
  static func incompatible(_ comparison: Comparison) -> [Text] {
    let figures = comparison.rows.flatMap(\.facts.figures)
    let register = FiguresRegister(path: "", figures: figures)
    return Incompatibility.pairs(in: register).map(\.text)
  }

  /// Warnings that the numbers alone do not show, each once.
  public static func warnings(_ comparison: Comparison) -> [Text] {
    comparison.rows.flatMap(\.warnings).distinct
  }
}
