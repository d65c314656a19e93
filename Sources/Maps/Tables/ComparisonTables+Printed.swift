import Bytes
import Statistics
import Territory

extension ComparisonTables {
  /// The tables for people: density, then the shares of jobs where several areas of one source have them.
  public static func printed(_ comparison: Comparison, _ territory: Text) -> [Table] {
    var tables: [Table] = []
    let density = density(comparison, territory)
    if !density.rows.isEmpty { tables.append(density) }
    if let shares = shares(comparison) { tables.append(shares) }
    return tables.isEmpty ? [table(comparison, territory)] : tables
  }

  /// Areas with counts of establishments or jobs, and the user's territories.
  private static func density(_ comparison: Comparison, _ territory: Text) -> Table {
    let establishments = Text("Établissements", "Establishments")
    let jobs = Text("Emplois", "Jobs")
    let people = Text("Habitants", "Inhabitants")
    let number = Text("nombre", "number")
    let heads: [(id: String, group: Text, short: Text, rank: Int)] = [
      ("establishments", establishments, number, 0),
      ("establishments_per_10000", establishments, Text("pour 10 000 habitants", "per 10,000 inhabitants"), 0),
      ("relative_density", establishments, Text("densité relative", "relative density"), 3), ("jobs", jobs, number, 1),
      ("jobs_per_establishment", jobs, Text("par établissement", "per establishment"), 4),
      ("population", people, number, 2),
    ]
    let shown = heads.compactMap { head in
      comparison.columns.firstIndex { $0.id == head.id }.map { (head: head, index: $0) }
    }
    var columns = [
      Table.Column("area_code", Text("Code", "Code"), rank: 6), .area, Table.Column("date", Text("Date", "Date")),
    ]
    columns += shown.map { head, index in
      Table.Column(
        head.id, comparison.columns[index].label, isFigure: true, group: head.group, short: head.short, rank: head.rank)
    }
    columns.append(
      Table.Column(
        "population_date", Text("Population de", "Population of"), group: people, short: Text("de", "of"), rank: 5))
    let rows = comparison.rows.filter { $0.isTerritory || $0.facts.establishments != nil || $0.facts.jobs != nil }
    let cells = rows.map { row -> [Table.Value] in
      let figures = shown.map { value(comparison.columns[$0.index], row.values[$0.index], of: row) }
      let years = row.facts.population?.points.map { $0.isDated ? String($0.date.year) : "…" }.joined(separator: "/")
      return [.text(row.facts.code), .text(row.facts.name), date(row)] + figures + [.text(years ?? "")]
    }
    return Table(name: "compare", title: title, columns: columns, rows: cells, notes: notes(comparison, territory))
  }

  /// The shares of jobs that one source prints of several areas, one row an area, its dates side by side, each
  /// with the quotient against the reference; `nil` when there are none.
  private static func shares(_ comparison: Comparison) -> Table? {
    guard let shares = PublishedShares(comparison) else { return nil }
    let (rows, dates) = (shares.rows, shares.dates)
    var columns = [
      Table.Column("level", Text("Niveau", "Level"), isDetail: true),
      Table.Column("area_code", Text("Code", "Code"), rank: 3), .area,
    ]
    for (index, date) in dates.enumerated() {
      let suffix = "_" + date.iso.replacing("-", with: "_")
      let isLast = index == dates.count - 1
      func column(_ key: String, _ label: Text, rank: Int, isDetail: Bool = false) -> Table.Column {
        Table.Column(
          key + suffix, label + Text(same: ", ") + date.label, isFigure: true, isDetail: isDetail, group: date.label,
          short: label, rank: rank)
      }
      columns += [
        column("share_of_jobs", Text("part", "share"), rank: 0),
        column("location_quotient", Text("quotient", "quotient"), rank: isLast ? 1 : 2),
        column("location_quotient_lower", Text("borne basse", "lower"), rank: 0, isDetail: true),
        column("location_quotient_upper", Text("borne haute", "upper"), rank: 0, isDetail: true),
      ]
    }
    let cells = shares.areas.map { key -> [Table.Value] in
      let mine = rows.filter { $0.facts.key == key }
      var cells: [Table.Value] = [.text(key.level), .text(key.code), .text(mine[0].facts.name)]
      for date in dates {
        let row = mine.first { $0.facts.shareOfJobs?.reference == date }
        func cell(_ id: String) -> Evaluation { row.flatMap { comparison.value(id, in: $0) } ?? .notAvailable }
        let decimals = row?.facts.shareOfJobs.map { max(0, $0.printed.decimals - 2) } ?? 1
        let lower = cell("location_quotient_lower").cell
        let upper = cell("location_quotient_upper").cell
        cells += [
          .figurePercent(cell("share_of_jobs").cell, decimals: decimals),
          .bounded(cell("location_quotient").cell, lower.value, upper.value, decimals: 3), .figure(lower, decimals: 3),
          .figure(upper, decimals: 3),
        ]
      }
      return cells
    }
    var notes = [
      Text.howQuotientsAreRead(comparison.reference.name),
      Text("Source : ", "Source: ") + shares.source + Text(same: "."),
    ]
    if let others = shares.others { notes.append(others) }
    return Table(
      name: "compare-shares", title: Text.socialEconomyShareOfJobs, columns: columns, rows: cells, notes: notes)
  }

  /// What the numbers mean and rest on.
  static func notes(_ comparison: Comparison, _ territory: Text) -> [Text] {
    var notes = [
      Text.howDensitiesAreRead(comparison.reference.name, comparison.reference.date?.label ?? .empty)
    ]
    notes += comparison.rows.compactMap { row -> Text? in
      guard let figure = row.facts.establishments, let reservation = figure.reservation else { return nil }
      return Text(same: row.facts.name + ", ") + figure.dateLabel + Text(" : ", ": ") + reservation + Text(same: ".")
    }
    notes += comparison.landmarks.map(\.words)
    if let apart = apart(comparison) { notes.append(apart) }
    if !comparison.rows.filter(\.isTerritory).isEmpty { notes.append(territory) }
    notes += CountTables.partial(comparison)
    notes += incompatible(comparison)
    let others = warnings(comparison).count
    if others > 0 { notes.append(Text.moreWarningsOnDates(others)) }
    return notes
  }

  /// Rows whose relative density sets figures against the reference that are more than three years away from it.
  static func apart(_ comparison: Comparison) -> Text? {
    guard let date = comparison.reference.date else { return nil }
    let rows = comparison.rows.filter { row in
      guard comparison.value("relative_density", in: row)?.cell.value != nil, let own = row.facts.date else {
        return false
      }
      return own.years(to: date) > DatedPopulation.staleAfterYears
    }
    guard !rows.isEmpty else { return nil }
    let list = rows.map { "\($0.facts.name) \($0.facts.date?.year ?? 0)" }.joined(separator: ", ")
    return Text.relativeDensityFarFromReference(list)
  }
}
