import Bytes
import Territory

extension ObservationReader {
  mutating func code(_ text: String, _ line: Int) throws(Problem) -> String {
    guard let read = CommuneCode.read(text) else {
      throw CommuneCode.problem(text, file: path, at: .cell(line, codeColumn))
    }
    if read.isRestored { note(.init(kind: .lostZero, line: line, what: CommuneCode.restoredNote(lines: [line]))) }
    return read.code
  }

  func family(_ word: String, _ line: Int) throws(Problem) -> Family {
    if word.isEmpty { return .all }
    if let family = Family(rawValue: word) { return family }
    let known = Family.allCases.map(\.rawValue).joined(separator: ", ")
    throw problem(
      line, "family", Text("famille inconnue « \(word) »", "unknown family \"\(word)\""), Text.writeOneOf(known))
  }

  mutating func cell(_ column: NumberColumn, _ status: String, _ line: Int) throws(Problem) -> Cell {
    let read = try number(column, line)
    // A sign in the place of the value means the same as a status.
    var status = status
    if status.isEmpty, case .sign(let sign) = read { status = sign.rawValue }
    switch (read.number, status) {
    case (let number?, ""): return .number(number)
    case (let number?, "e"): return .estimate(number)
    case (nil, "s"): return .secret
    case (nil, "n"): return .notAvailable
    case (nil, "z"): return .notApplicable
    case (nil, ""): throw problem(line, "value", Text.neitherValueNorReason, Text.writeZeroOrValueStatus)
    case (_?, "s"), (_?, "n"), (_?, "z"):
      throw problem(
        line, "value_status", Text("« \(status) » à côté d’une valeur", "\"\(status)\" beside a value"),
        Text("videz l’un des deux champs", "empty one of the two fields"))
    default:
      throw problem(
        line, "value_status", Text("signe inconnu « \(status) »", "unknown sign \"\(status)\""),
        Text("écrivez s, n, z, e, ou rien", "write s, n, z, e, or nothing"))
    }
  }

  /// Whether a row counts the entries of a list.
  func isOfList(_ word: String, _ line: Int) throws(Problem) -> Bool {
    if word.isEmpty { return false }
    guard Observations.listKinds.contains(word) else {
      let known = Observations.listKinds.joined(separator: ", ")
      throw problem(
        line, "list_of", Text("liste inconnue « \(word) »", "unknown list \"\(word)\""), Text.writeOneOrNothing(known))
    }
    return true
  }

  mutating func units(_ line: Int) throws(Problem) -> Int? {
    guard let value = try number(.units, line).number else { return nil }
    guard let count = Int(exactly: value) else {
      throw problem(
        line, "units", Text.isNotAWholeNumber(value), Text("comptez les unités légales", "count the legal units"))
    }
    return count
  }

  /// The bounds of a value that somebody published; one alone leaves the other side open.
  mutating func bounds(of cell: Cell, _ line: Int) throws(Problem) -> ClosedRange<Double>? {
    let least = try number(.publishedMin, line).number
    let most = try number(.publishedMax, line).number
    guard least != nil || most != nil else { return nil }
    let (low, high) = (least ?? 0, most ?? .infinity)
    guard low <= high, cell.value.map({ $0 >= low && $0 <= high }) ?? true else {
      let range = "\(text(of: .publishedMin)) – \(text(of: .publishedMax))"
      throw problem(line, "published_min", Text.valueOutsideItsPublishedClass(range), Text.correctValueOrPublishedClass)
    }
    return low...high
  }

  func date(_ text: String, _ line: Int) throws(Problem) -> ReferenceDate? {
    if text.isEmpty { return nil }
    if let date = ReferenceDate(text) { return date }
    throw problem(
      line, "date", Text("date illisible « \(text) »", "unreadable date \"\(text)\""),
      Text("écrivez 2021 ou 2021-12-31", "write 2021 or 2021-12-31"))
  }

  func problem(_ line: Int, _ column: String, _ what: Text, _ remedy: Text) -> Problem {
    Problem(.badData, file: path, at: .cell(line, column), what, fix: remedy)
  }
}
