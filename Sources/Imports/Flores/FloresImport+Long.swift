import Bytes
import Statistics
import Territory

extension FloresImport {
  /// Imports the long layout, from its rows to the tidy table.
  func readLong(_ file: CSVFile) throws(Problem) -> ImportResult {
    // Tables by sphere have no ACTIVITY, and tables by 88 activities have no NUMBER_EMPL.
    var activity = try file.columns.position(of: "ACTIVITY")
    if activity == nil { activity = try file.columns.position(of: "ECONOMIC_SPHERE") }
    if activity == nil { throw file.columns.absent("ACTIVITY") }
    let size = try file.columns.position(of: "NUMBER_EMPL")
    let found = try file.columns.columns([
      "GEO", "GEO_OBJECT", "LEGAL_FORM_WITH_PUBLIC", "FLORES_MEASURE", "OBS_STATUS", "TIME_PERIOD", "OBS_VALUE",
    ])
    let wanted = [found[0], found[1], activity ?? -1, size ?? -1] + found[2...]
    let (wantedActivity, wantedSize) = (self.activity, self.size)
    let result = try file.scan(wanted, threads: 1) {
      FloresRows(activity: wantedActivity, size: wantedSize, hasSize: size != nil)
    }
    let rows = result.readers[0]
    let period = try period(rows)
    var vintage = FileVintage(
      path: path, kind: .publication, date: options.date, cog: options.cog,
      period: period.map { (rows.periods.codes[Int($0)], rows.firstPlace[$0].map(result.line) ?? 1) },
      geography: rows.geography.map { ($0.text, result.line($0.place)) })
    let communes = Set(rows.cells.keys.filter { $0.period == period }.map { CommuneCode.text(Int($0.commune)) })
    vintage.hold(
      result.lines(rows.met).filter { communes.contains($0.code) }, column: "GEO", path: path,
      events: options.events)
    let faults = try options.faults(
      of: path, vintage, result, FloresTotals(rows: rows, period: period, line: result.line).faults())
    let forms = try FloresForms(
      rows.forms.codes, total: legalForm, categories: categories, path: path)
    var warnings = vintage.warnings + result.warnings(path, rows.met)
    if !forms.ignored.isEmpty {
      let codes = forms.ignored.joined(separator: ", ")
      warnings.append(Warning(file: path, Text.legalFormsLeftOut(codes)))
    }
    if rows.inclusive > 0 {
      warnings.append(Warning(file: path, Text.valuesIncludeAnotherCommune(rows.inclusive)))
    }
    let folding = options.folded(vintage.kept(forms.rows(rows, period: period).map(named)))
    let tidy = TidyTable(
      rows: folding.rows, date: vintage.date, cog: vintage.cog, perimeter: perimeter(forms),
      source: Self.source, publishedBy: Self.publisher)
    let others = Numerals.count(
      rows.otherAreas, fr: ("d’un autre territoire qu’une commune", "d’autres territoires que des communes"),
      en: ("of another area than a commune", "of other areas than communes"))
    try options.refuseEmpty(
      tidy.rows.count, faults, path, rows: result.rows, left: rows.otherAreas > 0 ? [others] : [])
    let count = tidy.rows.count
    let notes =
      vintage.notes + folding.notes + [
        Text.cellsOutOfRows(
          Numerals(.fr).integer(count), Numerals(.fr).integer(result.rows), Numerals(.fr).integer(rows.otherAreas),
          Numerals(.en).integer(count), Numerals(.en).integer(result.rows), Numerals(.en).integer(rows.otherAreas))
      ] + (forms.tellsFamilies ? [Text.familiesByLegalForm] : [])
    return ImportResult(table: tidy, faults: faults, warnings: warnings, notes: notes)
  }

  /// The period of `--date`, or else the latest; `nil` when the file has no commune.
  private func period(_ rows: FloresRows) throws(Problem) -> Int16? {
    let codes = rows.periods.codes
    guard let date = options.date else { return codes.indices.max { codes[$0] < codes[$1] }.map(Int16.init) }
    if let found = codes.indices.first(where: { codes[$0].hasPrefix(date) || date.hasPrefix(codes[$0]) }) {
      return Int16(found)
    }
    // When there is only one period, the vintage reports that it is another one.
    if codes.count <= 1 { return codes.isEmpty ? nil : 0 }
    let known = codes.sorted().joined(separator: ", ")
    throw Problem(
      .badData, file: path, Text("aucune ligne de \(date)", "no row of \(date)"),
      fix: Text("périodes présentes : \(known)", "periods there are: \(known)"))
  }

  /// The row with the name of its slice in the measure. The totals of a slice are called
  /// `activity_az_salaried_jobs` and the like, so that no share is computed relative to them by mistake.
  private func named(_ row: TidyTable.Row) -> TidyTable.Row {
    let slice = [("activity_", activity), ("size_", size)].filter { $0.1 != "_T" }.map {
      $0.0 + String($0.1.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }) + "_"
    }
    guard !slice.isEmpty, row.measure.isOfEverybody else { return row }
    var sliced = row
    sliced.measure = Measure(slice.joined() + row.measure.id.dropFirst(Measure.everybody.count))
    return sliced
  }

  private func perimeter(_ forms: FloresForms) -> String {
    var words = ["flores: establishments with employees"]
    if let total = forms.chosenCode ?? forms.totalCode { words.append("LEGAL_FORM_WITH_PUBLIC \(total)") }
    if activity != "_T" { words.append("ACTIVITY \(activity)") }
    if size != "_T" { words.append("NUMBER_EMPL \(size)") }
    if forms.tellsFamilies { words.append(Perimeter.noActivityExcluded) }
    return words.joined(separator: ", ")
  }
}
