import Bytes
import Territory

extension ObservationReader {
  mutating func code(_ text: String, _ line: Int) throws(Problem) -> String {
    if CommuneLayer.isCode(text) { return text }
    let whole = "0" + text
    if text.utf8.count == 4, CommuneLayer.isCode(whole) {
      note(
        .init(
          .lostZero, line: line,
          Text(
            "ligne \(line) : « \(text) » a perdu son zéro, lu \(whole)",
            "line \(line): \"\(text)\" has lost its zero, read as \(whole)")))
      return whole
    }
    throw problem(
      line, "insee", Text("« \(text) » n’est pas un code commune", "\"\(text)\" is not a commune code"),
      Text("cinq caractères attendus, gardés en texte", "five characters expected, kept as text"))
  }

  func family(_ word: String, _ line: Int) throws(Problem) -> Family {
    if word.isEmpty { return .all }
    if let family = Family(rawValue: word) { return family }
    let known = Family.allCases.map(\.rawValue).joined(separator: ", ")
    throw problem(
      line, "family", Text("famille inconnue « \(word) »", "unknown family \"\(word)\""),
      Text("écrivez l’une de celles-ci : \(known)", "write one of: \(known)"))
  }

  func cell(_ value: String, _ status: String, _ line: Int) throws(Problem) -> Cell {
    let number = try number(value, "value", line)
    switch (number, status) {
    case (let number?, ""): return .number(number)
    case (let number?, "e"): return .estimate(number)
    case (nil, "s"): return .secret
    case (nil, "n"): return .notAvailable
    case (nil, "z"): return .notApplicable
    case (nil, ""):
      throw problem(
        line, "value", Text("ni valeur ni raison de son absence", "neither a value nor why there is none"),
        Text(
          "écrivez 0 pour un vrai zéro, ou s, n ou z dans value_status",
          "write 0 for a true zero, or s, n or z in value_status"))
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

  func units(_ text: String, _ line: Int) throws(Problem) -> Int? {
    guard let value = try number(text, "units", line) else { return nil }
    guard let count = Int(exactly: value) else {
      throw problem(
        line, "units", Text("« \(text) » n’est pas un nombre entier", "\"\(text)\" is not a whole number"),
        Text("comptez les unités légales", "count the legal units"))
    }
    return count
  }

  func number(_ text: String, _ column: String, _ line: Int) throws(Problem) -> Double? {
    if text.isEmpty { return nil }
    let bytes = Array(text.utf8)
    if let value = bytes.withUnsafeBufferPointer(DecimalReader.number), value >= 0 { return value }
    let digits = text.filter { !" ,.'\u{A0}\u{202F}".contains($0) }
    let isSeparated =
      digits.count < text.count && !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
    if isSeparated {
      throw problem(
        line, column,
        Text(
          "« \(text) » a des séparateurs de milliers ou une virgule décimale",
          "\"\(text)\" has thousands separators or a decimal comma"),
        Text("écrivez 1234.5", "write 1234.5"))
    }
    throw problem(
      line, column,
      Text("« \(text) » n’est pas un nombre positif ou nul", "\"\(text)\" is not a number of zero or more"),
      Text("écrivez des chiffres avec un point décimal", "write digits with a decimal point"))
  }

  func date(_ text: String, _ line: Int) throws(Problem) -> ReferenceDate? {
    if text.isEmpty { return nil }
    if let date = ReferenceDate(text) { return date }
    throw problem(
      line, "date", Text("date illisible « \(text) »", "unreadable date \"\(text)\""),
      Text("écrivez 2021 ou 2021-12-31", "write 2021 or 2021-12-31"))
  }

  func problem(_ line: Int, _ column: String, _ what: Text, _ remedy: Text) -> Problem {
    Problem(
      .badData, file: path, at: Text("ligne \(line), colonne \(column)", "line \(line), column \(column)"),
      what,
      fix: remedy)
  }
}
