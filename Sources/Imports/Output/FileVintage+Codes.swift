import Bytes
import Statistics
import Territory

/// A commune code in a file, and the first line with it.
struct CodeLine {
  let code: String
  let line: Int
}

extension FileVintage {
  /// Compares the codes with the stated vintage, or else with the years that the date allows and in which the
  /// codes existed. Takes the vintage from the codes when only one year is possible.
  ///
  /// A code that does not exist in the vintage is a fault at its first line. O(codes × events).
  mutating func hold(_ codes: [CodeLine], column: String, path: String, events: CommuneEvents) {
    let list = Set(codes.map(\.code))
    let guess = events.vintages(of: list)
    let allowed = years
    let possible = guess.flatMap { $0.overlaps(allowed) ? $0.clamped(to: allowed) : nil }
    let latest = events.latest ?? allowed.lowerBound
    let year =
      possible.map { max($0.lowerBound, min($0.upperBound, latest)) }
      ?? guess.map { $0.upperBound < allowed.lowerBound ? allowed.lowerBound : allowed.upperBound }
    guard let year else { return warnIfUnknown(path) }
    for met in codes where !events.exists(met.code, in: year) {
      strangers.insert(met.code)
      faults.append(
        Fault(
          .codeOfAnotherCOG, line: met.line, column: column, value: met.code,
          detail: events.absence(of: met.code, in: year) + basis(year)))
    }
    faults.sort { $0.line < $1.line }
    if !strangers.isEmpty {
      let list = strangers.sorted().prefix(8).joined(separator: ", ") + (strangers.count > 8 ? ", …" : "")
      warnings.append(Warning(file: path, Text.rowsOfCodesLeftOut(list)))
    }
    if cog.isEmpty, strangers.isEmpty, let possible, possible.count == 1,
      events.isComplete(list, in: possible.lowerBound)
    {
      cog = String(possible.lowerBound)
      notes.append(Text("COG \(cog), d’après les codes", "COG \(cog), from the codes"))
    }
    warnIfUnknown(path)
  }

  /// The rows with codes that exist in the vintage.
  func kept(_ rows: [TidyTable.Row]) -> [TidyTable.Row] {
    strangers.isEmpty ? rows : rows.filter { !strangers.contains($0.insee) }
  }

  /// The years of which the codes may be, according to the stated vintage and date.
  private var years: ClosedRange<Int> {
    if let stated = Int(cog) { return stated...stated }
    guard let year = ReferenceDate(date)?.year else { return CommuneEvents.everyVintage }
    return kind == .register ? (year - 1)...(year + 1) : year...max(year, CommuneEvents.everyVintage.upperBound)
  }

  /// Where the vintage with which the codes are compared comes from, for messages.
  private func basis(_ year: Int) -> Text {
    if !cog.isEmpty { return Text(" (COG \(cog))", " (COG \(cog))") }
    if date.isEmpty { return Text.yearFromTheOtherCodes(year) }
    return Text(" (date \(date), COG inconnu)", " (date \(date), COG unknown)")
  }

  private mutating func warnIfUnknown(_ path: String) {
    guard cog.isEmpty else { return }
    warnings.append(Warning(file: path, Text.yearOfCodesUnknown))
  }
}

extension CommuneEvents {
  /// Whether a list has every code of a vintage that the events mention in its départements. Only then does the
  /// absence of a code mean anything.
  func isComplete(_ list: Set<String>, in cog: Int) -> Bool {
    let departements = Set(list.map { $0.prefix(2) })
    return codes.allSatisfy { list.contains($0) || !departements.contains($0.prefix(2)) || !exists($0, in: cog) }
  }

  /// Why a code does not exist in a vintage: « Estouches, fusionnée le 2019-01-01 ».
  fileprivate func absence(of code: String, in cog: Int) -> Text {
    if let event = end(of: code, by: cog) {
      let name = event.name(before: code) ?? event.names
      let end =
        switch event.kind {
        case .merge: Text("fusionnée le ", "merged on ")
        case .split: Text("scindée le ", "split on ")
        case .recode: Text("qui a changé de code le ", "recoded on ")
        }
      return Text(same: name + ", ") + end + Text(same: event.date)
    }
    let start = events.first { $0.firstCOG > cog && $0.after.contains(code) && !$0.before.contains(code) }
    return Text("n’existe que depuis le ", "exists only since ") + Text(same: start?.date ?? "")
      + Text(same: start.map { ", " + $0.names } ?? "")
  }
}
