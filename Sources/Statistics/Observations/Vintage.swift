import Bytes
import Territory

/// The COG vintage of a list of codes: stated by its file, or guessed from the codes.
public struct Vintage: Sendable, Equatable {
  /// A year to read the codes in; every year of `range` reads them alike.
  public let cog: Int
  /// The years that the codes may be of, both ends included; `nil` when no known change concerns them.
  public let range: ClosedRange<Int>?
  /// Whether a file, a project or a person states the vintage; otherwise it is guessed.
  public let isStated: Bool

  /// Makes a vintage that a file, a project or a person states.
  public init(stated cog: Int) {
    self.cog = cog
    range = cog...cog
    isStated = true
  }

  /// Guesses the vintage from the codes, the latest that fits. Complexity: O(codes + events).
  public init(of codes: some Sequence<String>, events: CommuneEvents) {
    range = events.vintages(of: codes)
    isStated = false
    let latest = events.latest ?? CommuneEvents.everyVintage.lowerBound
    cog = range.map { $0.contains(latest) ? latest : $0.upperBound } ?? latest
  }

  /// The first year that the codes may be of; `nil` when no known change gives one.
  public var first: Int? {
    range.flatMap { $0.lowerBound == CommuneEvents.everyVintage.lowerBound ? nil : $0.lowerBound }
  }

  /// The last year that the codes may be of; `nil` when no known change gives one.
  public var last: Int? {
    range.flatMap { $0.upperBound == CommuneEvents.everyVintage.upperBound ? nil : $0.upperBound }
  }

  /// The vintage in words: "COG 2024", "COG 2019 to 2023, from the codes".
  public var label: Text {
    if isStated { return Text(same: "COG \(cog)") }
    let guess = Text(", d’après les codes", ", from the codes")
    switch (first, last) {
    case (let first?, let last?) where first == last: return Text(same: "COG \(first)") + guess
    case (let first?, let last?): return Text("COG \(first) à \(last)", "COG \(first) to \(last)") + guess
    case (let first?, nil): return Text("COG \(first) ou après", "COG \(first) or later") + guess
    case (nil, let last?): return Text("COG \(last) ou avant", "COG \(last) or earlier") + guess
    case (nil, nil): return Text.unknownVintageWithoutKnownChange
    }
  }
}

extension Observations {
  /// The vintage that the file states, or else the one guessed from its codes.
  ///
  /// Throws 65 naming the first line whose code does not exist in the stated vintage.
  public func vintage(_ events: CommuneEvents) throws(Problem) -> Vintage {
    guard let cog else { return Vintage(of: distinctCodes, events: events) }
    guard let row = rows.first(where: { !events.exists($0.code, in: cog) }) else { return Vintage(stated: cog) }
    let code = row.code
    let strangers = distinctCodes.count { !events.exists($0, in: cog) }
    let guess = Vintage(of: distinctCodes, events: events).label
    let why =
      events.end(of: code, by: cog).map {
        Text(" depuis le \($0.date) (\($0.names))", " since \($0.date) (\($0.names))")
      } ?? Text(" avant une date ultérieure", " before a later date")
    throw Problem(
      .badData, file: path, at: Text("ligne \(row.line)", "line \(row.line)"),
      Text.vintageContradictsCode(cog, code) + why
        + (strangers > 1
          ? Text(", ni \(strangers - 1) autres codes", ", nor \(strangers - 1) other codes") : Text(same: "")),
      fix: Text("les codes semblent : ", "the codes look like: ") + guess + Text(" ; corrigez cog", "; correct cog"))
  }
}
