import Bytes
import Statistics
import Territory

/// A comparison of areas by their own counts, as a table.
public enum CountTables {
  /// Columns that are printed unless the user chooses others.
  private static let main: Set<String> = [
    "establishments", "jobs", "population", "establishments_per_10000", "jobs_per_establishment",
    "observed_over_expected", "observed_over_expected_lower", "observed_over_expected_upper", "smoothed_per_10000",
  ]

  /// How early a narrow terminal does without a column: counts and rates stay, what explains them goes first.
  private static let ranks = [
    "establishments": 0, "establishments_per_10000": 0, "observed_over_expected": 1, "observed_over_expected_lower": 2,
    "observed_over_expected_upper": 2, "population": 3, "jobs": 3, "jobs_per_establishment": 4, "smoothed_per_10000": 4,
  ]

  /// The table.
  ///
  /// - `join`: the line that says what was matched, and in which vintages.
  /// - `leftOut`: communes left out of the reference for want of a count.
  /// - `all`: whether to print every column, as when the user chose the columns.
  public static func table(
    _ comparison: Comparison, _ counted: Comparison.Counted, join: Text, leftOut: Int, all: Bool = false
  ) -> Table {
    let hasFamilies = counted.table.families != [.all]
    var columns = [
      Table.Column("level", Text("Niveau", "Level"), rank: 6),
      Table.Column("area_code", Text("Code", "Code"), isDetail: !all), .area,
      Table.Column("family", Text("Famille", "Family"), isDetail: !hasFamilies),
      Table.Column("date", Text("Date", "Date"), isDetail: true),
      Table.Column("population_date", Text("Population de", "Population of"), isDetail: true),
      Table.Column("perimeter", Text("Périmètre", "Perimeter"), isDetail: true),
      Table.Column("communes", Text("Communes", "Communes"), isDetail: true),
    ]
    columns += comparison.columns.enumerated().map { index, column in
      let isEmpty = comparison.rows.allSatisfy { row in
        row.values[index].cell == .notAvailable || row.values[index].cell == .missing
      }
      return Table.Column(
        column.id, column.label, isFigure: true, isDetail: !all && (!main.contains(column.id) || isEmpty),
        rank: ranks[column.id] ?? 5)
    }
    columns.append(Table.Column("rests_on_little", Text("Fragile", "Fragile"), rank: 1))
    columns += Table.Column.ofKnownInhabitants
    columns += [
      Table.Column("part", Text("Partie", "Part"), isDetail: true),
      Table.Column("communes_of_whole", Text("Communes en tout", "Communes in all"), isDetail: true),
    ]
    let shown = counted.shown.map { counted.table.areas[$0] }
    let sizes = Dictionary(shown.map { (AreaKey($0.level.rawValue, $0.code), $0.pieces.count) }) { first, _ in first }
    let rows = comparison.rows.map { row -> [Table.Value] in
      let level = AreaLevel(rawValue: row.facts.level)
      let figure = row.facts.establishments ?? row.facts.jobs ?? row.facts.others.first
      let published = figure.map { $0.line > 0 } ?? false
      let head: [Table.Value] = [
        .word(
          (level?.label ?? Text(same: row.facts.level))
            + (published ? Text(", publié", ", published") : Text.empty), key: row.facts.level),
        .text(row.facts.code), .word(label(row.facts), key: row.facts.name),
        .word(row.facts.family.label, key: row.facts.family.rawValue),
        .text((figure?.date ?? counted.table.date)?.iso ?? ""),
        ComparisonTables.populationDate(row), .text(figure?.perimeter.words ?? ""), .integer(sizes[row.facts.key]),
      ]
      let figures = zip(comparison.columns, row.values).map { ComparisonTables.value($0, $1, of: row) }
      return head + figures + [fragile(row)] + Table.Value.known(of: row.facts.inhabitants) + [
        .flag(row.facts.extent?.isPart, row.facts.extent?.words ?? Text.empty),
        .integer(row.facts.extent?.communesOfWhole),
      ]
    }
    return Table(
      name: "compare", title: Text.establishmentsAndJobsByArea, columns: columns, rows: rows,
      notes: notes(comparison, counted, join, leftOut))
  }

  /// The usual name of an area, and that it is a part if so.
  static func label(_ facts: AreaFacts) -> Text {
    Text(same: short(facts.name)) + (facts.extent?.words ?? Text.empty)
  }

  /// The usual name of an area, such as "CA Étampois Sud Essonne", with a typographic apostrophe.
  static func short(_ name: String) -> String {
    let kinds = [
      ("Communauté d'agglomération ", "CA "), ("Communauté de communes ", "CC "), ("Communauté urbaine ", "CU "),
    ]
    var text = name
    for (long, initials) in kinds where text.hasPrefix(long) { text = initials + text.dropFirst(long.count) }
    // In "CC du Val d’Essonne (CCVE)" the initials say nothing more than the name.
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex,
      text[open...].dropFirst().dropLast().allSatisfy({ $0.isUppercase || $0.isNumber })
    {
      text = String(text[..<open]).trimmingSpaces
    }
    return String(text.map { $0 == "'" ? "’" : $0 })
  }

  private static func fragile(_ row: Comparison.Row) -> Table.Value {
    switch row.restsOnLittle {
    case true?: .flag(true, Text("oui", "yes"))
    case false?: .flag(false, Text.empty)
    case nil: .flag(nil, Text.empty)
    }
  }

  private static func notes(_ comparison: Comparison, _ counted: Comparison.Counted, _ join: Text, _ leftOut: Int)
    -> [Text]
  {
    var notes = counted.table.series.indices.map { position -> Text in
      let series = counted.table.series(at: position)
      let date = series.date.map { Text(same: ", ") + $0.label } ?? Text(", sans date", ", undated")
      let words = [series.perimeter.label, Text(same: counted.table.source(at: position))].filter { !$0.fr.isEmpty }
      return series.measure.label.capitalised + date
        + (words.isEmpty
          ? Text(", source inconnue", ", unknown source") : Text(" : ", ": ") + Text.joined(words, separator: " ; "))
    }
    if let population = comparison.rows.first(where: { $0.facts.population != nil })?.facts.population {
      notes.append(
        population.label.capitalised + (population.isStale ? staleness(population) : Text.empty) + Text(same: "."))
    }
    let rest = leftOut > 0 ? Text.withoutInhabitantsOfValuelessCommunes(leftOut) : Text.empty
    let alone =
      counted.table.areas[counted.reference].level == .territory ? Text.forWantOfWiderReference : Text.empty
    notes.append(
      Text("Référence : ", "Reference: ") + comparison.reference.label + alone + rest
        + Text.howObservedOverExpectedReads)
    if comparison.rows.contains(where: { $0.values.contains { $0.cell == .secret } }) {
      notes.append(Text("s : secret statistique.", "s: statistical secrecy."))
    }
    notes += partial(comparison)
    notes.append(join + Text(same: "."))
    return notes
  }

  private static func staleness(_ population: DatedPopulation) -> Text {
    Text(" ; ", "; ") + .printed { $0.decimal(population.yearsAway, 1) } + Text(" ans d’écart", " years apart")
  }

  /// Notes on sums of which a part is unknown, such as "Étampois (EPCI), establishments: at least 117; 3
  /// communes without a value", the first few.
  static func partial(_ comparison: Comparison) -> [Text] {
    let lines = comparison.rows.flatMap { row in
      row.facts.partial.sorted { $0.key.id < $1.key.id }.map(\.value)
    }.distinct
    let shown = 6
    let more = lines.count - shown
    return lines.prefix(shown).map { $0 + Text(same: ".") }
      + (more > 0
        ? [
          Text("… et ", "… and ")
            + Numerals.count(
              more, fr: ("autre somme incomplète.", "autres sommes incomplètes."),
              en: ("more incomplete sum.", "more incomplete sums."))
        ] : [])
  }

  /// `{schema, data, reference, join, rows}`: the rows of the table, with every column.
  public static func json(_ table: Table, _ comparison: Comparison, _ counted: Comparison.Counted, _ join: JoinReport)
    -> [(key: String, value: JSON)]
  {
    let data = counted.table.tally.observations
    let reference = comparison.reference
    let measures = counted.table.series.map { number -> JSON in
      let series = data.series[number]
      return .object([
        ("measure", .string(series.measure.id)), ("date", .optional(series.date?.iso)),
        ("perimeter", .string(series.perimeter.words)), ("source", .string(series.source)),
      ])
    }
    let against: JSON = .object([
      ("area_code", .string(reference.code)), ("area", .string(reference.name)),
      ("part", reference.extent?.isPart.map(JSON.bool) ?? .null),
      ("communes_of_whole", .optional(reference.extent?.communesOfWhole)), ("level", .string(reference.level)),
      ("establishments", .optional(reference.establishments?.value)),
      ("population", .optional(reference.population?.value)),
    ])
    return [
      ("schema", .integer(1)),
      ("data", .object([("file", .string(Path.name(data.path))), ("measures", .array(measures))])),
      ("reference", against), ("join", json(join)), ("rows", table.jsonRows),
    ]
  }

  private static func json(_ join: JoinReport) -> JSON {
    let vintages = join.sides.map { side -> JSON in
      .object([
        ("name", .string(side.name[.en])), ("cog_from", .optional(side.vintage.first)),
        ("cog_to", .optional(side.vintage.last)), ("stated", .bool(side.vintage.isStated)),
      ])
    }
    let changes = join.changes.map { event -> JSON in
      .object([
        ("date", .string(event.date)), ("kind", .string(event.kind.rawValue)), ("before", list(event.before)),
        ("after", list(event.after)),
      ])
    }
    return .object([
      ("vintages", .array(vintages)), ("matched", .integer(join.matched)), ("folded", list(join.folded)),
      ("doubled", list(join.doubled)), ("unmatched", list(join.unmatched)),
      ("without_row", list(join.withoutRow.map { String($0.prefix(5)) })), ("changes", .array(changes)),
    ])
  }

  private static func list(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
}
