import Bytes
import Statistics
import Territory

/// What became of the communes of a table between its vintage and the
/// layer's, when a map joins the two by code.
struct ChangedCommunes {
  /// The join by code, without the rows and features that the changes explain.
  let join: KeyJoin
  let contents: [VintageJoin.Content]
  private let vintages: VintageJoin

  /// Returns `nil` when the keys are no codes of communes.
  ///
  /// A column `cog` of the table gives its vintage; without it, the codes are used to guess it.
  init?(
    _ keys: [String], _ tableKeys: [String], _ join: KeyJoin, _ table: CSVTable, _ events: String?
  ) throws(Problem) {
    guard keys.allSatisfy({ $0.isEmpty || CommuneLayer.isCode($0) }) else { return nil }
    // Keys as the layer writes them; those that it does not have get their zero back.
    var codes: [String?] = Array(repeating: nil, count: tableKeys.count)
    for (feature, row) in join.rows.enumerated() { if let row { codes[row] = keys[feature] } }
    let stated = table.header.firstIndex { $0.folded == "cog" }
    let years = Set(stated.map { column in table.rows.map { $0.fields[column].trimmingSpaces } } ?? [])
    guard
      let vintages = VintageJoin(
        keys, zip(codes, tableKeys).map { $0 ?? CommuneCode.read($1)?.code ?? $1 },
        cog: years.count == 1 ? years.first.flatMap { Int($0) } : nil,
        rows: join.isClean ? join.rows.compactMap { $0 } : nil, events: try DataFolder.communeEventsIfAny(events))
    else { return nil }
    self.vintages = vintages
    contents = vintages.contents
    self.join = join.explaining(rows: vintages.explained.rows, features: vintages.explained.features)
  }

  /// Longer lists are cut, and their length is given.
  private static let most = 40

  /// The vintage of each side and what each change did to the column, one line for each kind.
  func notes(isCount: Bool, column: String) -> [Text] {
    let (layer, table) = vintages.vintages
    var notes = [
      Text("codes de la table : ", "codes of the table: ") + table.label
        + Text(" ; de la couche : ", "; of the layer: ") + layer.label
    ]
    var added: [Text] = []
    var kept: [Text] = []
    var refused: [Text] = []
    for change in vintages.changes {
      switch change.content {
      case .absent, .row: kept.append(change.event.sentence)
      case .sum: if isCount { added.append(change.event.sentence) } else { refused.append(change.event.sentence) }
      case .unknown(let why): notes.append(change.event.sentence + Text(" : ", ": ") + why)
      }
    }
    func note(_ sentences: [Text], _ end: Text) {
      guard !sentences.isEmpty else { return }
      let cut = sentences.count > Self.most ? Text(same: ", … (\(sentences.count))") : Text(same: "")
      notes.append(Text.joined(Array(sentences.prefix(Self.most)), separator: ", ") + cut + Text(" : ", ": ") + end)
    }
    note(added, Text.valuesAreAddedUp(column))
    note(refused, Text.ratioDoesNotAddUp)
    note(kept, Text.valueFollowsNewCode)
    return notes
  }
}
