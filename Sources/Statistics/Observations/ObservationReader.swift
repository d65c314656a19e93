import Bytes

/// Turns the rows of a table into observations, one after the other.
struct ObservationReader {
  private struct CellKey: Hashable {
    let code: String
    let family: Family
    let series: Int
    let contributor: String
  }

  let path: String
  private let positions: [String: Int]
  private(set) var rows: [Observations.Row] = []
  private(set) var series: [(series: Observations.Series, line: Int)] = []
  private(set) var cog: (year: Int, line: Int)?
  private(set) var irregularities: [Observations.Irregularity] = []
  private var rowOfCell: [CellKey: Int] = [:]

  init(_ table: CSVTable) throws(Problem) {
    path = table.path
    if table.header.count == 1, let mark = table.header[0].first(where: { "|:".contains($0) }) {
      throw Problem(
        .badData, file: path, at: Text("ligne 1", "line 1"),
        Text("séparateur « \(mark) » inconnu", "unknown separator \"\(mark)\""),
        fix: Text("séparez les champs par des virgules", "separate fields by commas"))
    }
    for name in ["insee", "measure", "value"] { _ = try table.column(name) }
    var positions: [String: Int] = [:]
    for (index, name) in table.header.enumerated() {
      guard Observations.columns.contains(name) else { continue }
      guard positions.updateValue(index, forKey: name) == nil else {
        throw Problem(
          .badData, file: path, at: Text("ligne 1", "line 1"),
          Text("la colonne « \(name) » est là deux fois", "column \"\(name)\" is there twice"),
          fix: Text("gardez-en une", "keep one"))
      }
    }
    self.positions = positions
    rows.reserveCapacity(table.rows.count)
  }

  mutating func read(_ row: CSVTable.Row) throws(Problem) {
    func field(_ column: String) -> String { positions[column].map { row.fields[$0].trimmingSpaces } ?? "" }
    let code = try code(field("insee"), row.line)
    let measure = field("measure")
    guard !measure.isEmpty else {
      throw problem(row.line, "measure", Text("champ vide", "empty field"), Text("remplissez-le", "fill it in"))
    }
    let series = try seriesNumber(
      Measure(measure), field("perimeter"), try date(field("date"), row.line), field("source"), row.line)
    try vintage(field("cog"), row.line)
    let read = Observations.Row(
      code: code, family: try family(field("family"), row.line), series: series,
      value: try cell(field("value"), field("value_status"), row.line),
      units: try units(field("units"), row.line), largest: try number(field("largest"), "largest", row.line),
      contributor: field("unit"), line: row.line)
    try append(read)
  }

  /// The parts of a cell and its whole must not both be there: they would be counted twice.
  func checkContributors() throws(Problem) {
    for row in rows where !row.contributor.isEmpty {
      let whole = CellKey(code: row.code, family: row.family, series: row.series, contributor: "")
      guard let other = rowOfCell[whole] else { continue }
      throw problem(
        row.line, "unit",
        Text(
          "la ligne \(rows[other].line) donne déjà le total de cette case",
          "line \(rows[other].line) already gives the whole of this cell"),
        Text("gardez le total ou les unités, pas les deux", "keep the whole or the units, not both"))
    }
  }

  mutating func note(_ irregularity: Observations.Irregularity) { irregularities.append(irregularity) }

  private mutating func append(_ row: Observations.Row) throws(Problem) {
    let key = CellKey(code: row.code, family: row.family, series: row.series, contributor: row.contributor)
    guard let first = rowOfCell.updateValue(rows.count, forKey: key) else {
      rows.append(row)
      return
    }
    rowOfCell[key] = first
    let earlier = rows[first]
    guard earlier.value == row.value, earlier.units == row.units, earlier.largest == row.largest else {
      throw problem(
        row.line, "value",
        Text(
          "\(row.code) a déjà une autre valeur ligne \(earlier.line)",
          "\(row.code) already has another value on line \(earlier.line)"),
        Text("gardez une ligne par commune, famille et mesure", "keep one row a commune, family and measure"))
    }
    irregularities.append(
      .init(
        .duplicate, line: row.line,
        Text(
          "ligne \(row.line) : répète la ligne \(earlier.line), lue une fois",
          "line \(row.line): repeats line \(earlier.line), read once")))
  }

  private mutating func vintage(_ text: String, _ line: Int) throws(Problem) {
    if text.isEmpty { return }
    guard let year = Int(text), (1943...2100).contains(year) else {
      throw problem(
        line, "cog", Text("« \(text) » n’est pas une année", "\"\(text)\" is not a year"),
        Text("écrivez l’année du code officiel géographique", "write the year of the official geographic code"))
    }
    if let cog, cog.year != year {
      throw problem(
        line, "cog",
        Text(
          "millésime \(year), mais \(cog.year) ligne \(cog.line)",
          "vintage \(year), but \(cog.year) on line \(cog.line)"),
        Text("un fichier a un seul millésime de codes", "a file has one vintage of codes"))
    }
    if cog == nil { cog = (year, line) }
  }

  private mutating func seriesNumber(
    _ measure: Measure, _ perimeter: String, _ date: ReferenceDate?, _ source: String, _ line: Int
  ) throws(Problem) -> Int {
    let known = series.firstIndex {
      $0.series.measure == measure && $0.series.perimeter.words == perimeter
    }
    guard let known else {
      let new = Observations.Series(
        measure: measure, perimeter: Perimeter(perimeter), date: date, source: source)
      series.append((new, line))
      return series.count - 1
    }
    let first = series[known]
    guard first.series.date == date else {
      let (here, there) = (date?.iso ?? "–", first.series.date?.iso ?? "–")
      throw problem(
        line, "date",
        Text(
          "date \(here), mais \(there) ligne \(first.line)", "date \(here), but \(there) on line \(first.line)"),
        Text("une mesure d’un périmètre a une seule date", "a measure of one perimeter has one date"))
    }
    return known
  }
}
