import Bytes

/// Turns the rows of a file into observations, one after the other.
struct ObservationReader {
  /// A cell as one number: code, series and family. Codes and contributors are numbered as they come.
  private struct Place: Hashable {
    let cell: UInt64
    let contributor: Int32
  }

  let path: String
  /// Positions of `Observations.columns` in the file, −1 where it has none.
  private let positions: [Int]
  private var cursor: CSVCursor
  private(set) var rows: [Observations.Row] = []
  private(set) var series: [(series: Observations.Series, line: Int)] = []
  private(set) var cog: (year: Int, line: Int)?
  private(set) var irregularities: [Observations.Irregularity] = []
  private var rowOfPlace: [Place: Int32] = [:]
  private var numberOfCode: [String: Int] = [:]
  private var numberOfContributor: [String: Int32] = ["": 0]
  /// The last date and vintage read, which most rows repeat.
  private var lastDate: (text: String, date: ReferenceDate?) = ("", nil)
  private var lastCog = ""

  init(_ bytes: [UInt8], path: String) throws(Problem) {
    self.path = path
    let cursor = try CSVCursor(bytes, path: path)
    let header = cursor.header
    if header.count == 1, let mark = header[0].first(where: { "|:".contains($0) }) {
      throw Problem(
        .badData, file: path, at: Text("ligne 1", "line 1"),
        Text("séparateur « \(mark) » inconnu", "unknown separator \"\(mark)\""),
        fix: Text("séparez les champs par des virgules", "separate fields by commas"))
    }
    for name in ["insee", "measure", "value"] { _ = try cursor.column(name) }
    for name in Observations.columns where header.count(where: { $0 == name }) > 1 {
      throw Problem(
        .badData, file: path, at: Text("ligne 1", "line 1"),
        Text("la colonne « \(name) » est là deux fois", "column \"\(name)\" is there twice"),
        fix: Text("gardez-en une", "keep one"))
    }
    positions = Observations.columns.map { header.firstIndex(of: $0) ?? -1 }
    self.cursor = cursor
  }

  /// Reads every row.
  mutating func read() throws(Problem) {
    while try cursor.advance() { try readRow() }
  }

  /// A field by its position in `Observations.columns`.
  private mutating func field(_ column: Int) throws(Problem) -> String {
    positions[column] < 0 ? "" : try cursor.text(positions[column])
  }

  private mutating func readRow() throws(Problem) {
    let line = cursor.line
    let code = try code(field(0), line)
    let measure = try field(2)
    guard !measure.isEmpty else {
      throw problem(line, "measure", Text("champ vide", "empty field"), Text("remplissez-le", "fill it in"))
    }
    let day = try field(8)
    if day != lastDate.text { lastDate = (day, try date(day, line)) }
    let series = try seriesNumber(Measure(measure), field(10), lastDate.date, field(11), line)
    let year = try field(9)
    if year != lastCog {
      try vintage(year, line)
      lastCog = year
    }
    let read = Observations.Row(
      code: code, family: try family(field(1), line), series: series,
      value: try cell(try field(3), try field(4), line), units: try units(try field(5), line),
      largest: try number(try field(6), "largest", line), contributor: try field(7), line: line)
    try append(read)
  }

  /// The number of the cell a row is of, or is a part of.
  private mutating func place(_ row: Observations.Row) -> Place {
    let code = numberOfCode[row.code] ?? numberOfCode.count
    numberOfCode[row.code] = code
    let contributor = numberOfContributor[row.contributor] ?? Int32(numberOfContributor.count)
    numberOfContributor[row.contributor] = contributor
    let family = Family.allCases.firstIndex(of: row.family) ?? 0
    return Place(cell: UInt64(code) << 24 | UInt64(row.series) << 8 | UInt64(family), contributor: contributor)
  }

  /// The parts of a cell and its whole must not both be there: they would be counted twice.
  mutating func checkContributors() throws(Problem) {
    for row in rows where !row.contributor.isEmpty {
      guard let other = rowOfPlace[Place(cell: place(row).cell, contributor: 0)].map({ Int($0) }) else {
        continue
      }
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
    let place = place(row)
    guard let first = rowOfPlace[place].map({ Int($0) }) else {
      rowOfPlace[place] = Int32(rows.count)
      rows.append(row)
      return
    }
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
