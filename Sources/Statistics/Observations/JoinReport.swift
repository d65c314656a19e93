import Bytes
import Territory

/// What a join of counts to a territory matched, converted, and left over on either side.
public struct JoinReport: Sendable {
  /// Where the counts were read from, for messages.
  public let path: String
  /// The name and vintage of each side, the file first.
  public let sides: [(name: Text, vintage: Vintage)]
  /// Number of codes of the file that a layer has.
  public let matched: Int
  /// Codes of the file that no layer has, ascending, without `doubled`.
  public let unmatched: [String]
  /// Pieces without any row, each as code and name.
  public let withoutRow: [String]
  /// Events that changed a commune of the file between the vintages.
  public let changes: [CommuneEvent]
  /// What the reader mended.
  public let irregularities: [Observations.Irregularity]
  /// Arrondissements of the file that count in the commune that a layer has, ascending.
  public let folded: [String]
  /// Arrondissements of the file that are left out because the file has their commune too, ascending.
  public let doubled: [String]

  /// Reports on a tally.
  ///
  /// - `pieces`: the pieces that are reported when they have no row, those of the territory as a rule.
  public init(_ tally: Tally, sides: [(name: Text, vintage: Vintage)], pieces listed: [Int]) {
    let observations = tally.observations
    path = observations.path
    self.sides = sides
    var known: Set<String> = []
    var strange: Set<String> = []
    var parts: Set<String> = []
    var seen: Set<Int> = []
    for (row, piece) in zip(observations.rows, tally.pieceOfRow) {
      guard let piece else {
        strange.insert(row.code)
        continue
      }
      known.insert(row.code)
      seen.insert(piece)
      if Arrondissements.commune(of: row.code) == tally.mesh.pieces[piece].code { parts.insert(row.code) }
    }
    matched = known.count
    folded = parts.sorted()
    doubled = strange.filter { Arrondissements.commune(of: $0).map(known.contains) ?? false }.sorted()
    unmatched = strange.subtracting(doubled).sorted()
    withoutRow = listed.filter { !seen.contains($0) }.map {
      tally.mesh.pieces[$0].code + " " + tally.mesh.pieces[$0].name
    }
    changes = tally.mesh.changes.filter { seen.contains($0.piece) }.map(\.event)
    irregularities = observations.irregularities
  }

  /// Whether nothing was left over, mended or read once only.
  public var isClean: Bool { unmatched.isEmpty && withoutRow.isEmpty && irregularities.isEmpty }

  /// The vintage of each side and how many codes matched, in one line.
  public var summary: Text {
    let vintages = Text.joined(
      sides.map { $0.name + Text(same: " (") + $0.vintage.label + Text(same: ")") }, separator: ", ")
    return vintages + Text(" : ", ": ")
      + Numerals.count(matched, fr: ("code apparié", "codes appariés"), en: ("code matched", "codes matched"))
  }

  /// What a reader must know of the join, one line for each kind; long lists are cut.
  public var warnings: [Text] {
    var lines: [Text] = []
    if !changes.isEmpty {
      let names = changes.map { "\($0.date) \($0.names)" }.joined(separator: " ; ")
      lines.append(Text.communesChangedBetweenVintages + Text(same: names))
    }
    lines += Arrondissements.foldingNotes(folded)
    if !doubled.isEmpty { lines.append(Text.arrondissementsLeftOut + Self.some(doubled)) }
    if !unmatched.isEmpty {
      lines.append(
        Numerals.count(
          unmatched.count, fr: ("code du fichier absent des contours", "codes du fichier absents des contours"),
          en: ("code of the file is in no layer", "codes of the file are in no layer")) + Text(" : ", ": ")
          + Self.some(unmatched))
    }
    if !withoutRow.isEmpty {
      lines.append(
        Numerals.count(
          withoutRow.count, fr: ("commune sans ligne dans le fichier", "communes sans ligne dans le fichier"),
          en: ("commune without a row in the file", "communes without a row in the file")) + Text(" : ", ": ")
          + Self.some(withoutRow))
    }
    let restored = irregularities.filter { $0.kind == .lostZero }.map(\.line)
    if !restored.isEmpty { lines.append(CommuneCode.restoredNote(lines: restored)) }
    return lines + irregularities.filter { $0.kind != .lostZero }.prefix(20).map(\.what)
  }

  /// The first warning as an error (65), for `--strict`; `nil` when the join is clean.
  public var problem: Problem? {
    guard !isClean else { return nil }
    let first = warnings.dropFirst(changes.isEmpty ? 0 : 1).first ?? summary
    return Problem(.badData, file: path, first, fix: Text.correctFileOrDropStrict)
  }

  private static func some(_ list: [String]) -> Text {
    Text(same: list.prefix(8).joined(separator: ", ") + (list.count > 8 ? ", …" : ""))
  }
}
