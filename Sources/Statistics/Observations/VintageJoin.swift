import Bytes
import Territory

/// Rows of a table joined to the features of a layer by commune codes of different COG vintages.
///
/// When communes of the table have merged since, the feature has several rows; only a count may be added up
/// over them. When the table is the newer side, or a part of a merged commune has no row, the feature has no
/// value of its own, and the reason is given.
public struct VintageJoin: Sendable {
  /// What the table has for a feature.
  public enum Content: Sendable, Equatable {
    case absent
    case row(Int)
    /// The rows of all the communes that the feature was made of.
    case sum([Int])
    /// Why there is no value although a row concerns the feature.
    case unknown(Text)

    /// The rows that make up its value; empty without a value.
    public var rows: [Int] {
      switch self {
      case .row(let row): [row]
      case .sum(let rows): rows
      case .absent, .unknown: []
      }
    }
  }

  /// One for each feature.
  public let contents: [Content]
  /// Rows and features that a change of communes concerns; they count neither
  /// as unmatched nor as matched by their code.
  public let explained: (rows: Set<Int>, features: Set<Int>)
  /// The vintage of the layer and that of the table.
  public let vintages: (layer: Vintage, table: Vintage)
  /// The changes between the two that concern a row and a feature, each with the content of that feature.
  public let changes: [Change]

  /// A change of the list of communes, and how its communes were joined.
  public struct Change: Sendable {
    /// The change.
    public let event: CommuneEvent
    /// What the features concerned have after the join.
    public let content: Content
  }

  /// Joins the codes of features to the codes of rows; `nil` when the keys are no commune codes.
  ///
  /// - `features`: the keys of the layer.
  /// - `table`: the keys of the rows, with lost zeros restored; of several rows with one key the first counts.
  /// - `cog`: the vintage that the table states; `nil` to guess it from the codes.
  /// - `rows`: the row of each feature, where both sides have the same codes; `nil` elsewhere.
  ///
  /// Complexity: O(features + rows + events).
  public init?(_ features: [String], _ table: [String], cog: Int?, rows: [Int]? = nil, events: CommuneEvents) {
    guard !features.isEmpty, features.allSatisfy({ $0.isEmpty || CommuneLayer.isCode($0) }) else { return nil }
    let layer = Vintage(of: features, events: events)
    // The usual case: the same codes in the same vintage, between which nothing has changed.
    if let rows, cog == nil || cog == layer.cog {
      (contents, explained, changes) = (rows.map(Content.row), ([], []), [])
      vintages = (layer, cog.map(Vintage.init(stated:)) ?? layer)
      return
    }
    var rowOf: [String: Int] = [:]
    for (row, code) in table.enumerated() where CommuneLayer.isCode(code) && rowOf[code] == nil { rowOf[code] = row }
    guard !rowOf.isEmpty else { return nil }
    let said = cog.map(Vintage.init(stated:)) ?? Vintage(of: rowOf.keys, events: events)

    // A code that no change concerns stands for itself on both sides.
    let changing = features.indices.filter { events.concern(features[$0]) }
    let codes = rowOf.keys.filter(events.concern).sorted()
    // Every code of the table's vintage that a change concerns, to find the codes that have no row.
    let siblings = events.codes.filter { events.exists($0, in: said.cog) }
    let numbers = events.common([(changing.map { features[$0] }, layer.cog), (codes, said.cog), (siblings, said.cog)])
    var groups: [Int: Group] = [:]
    for (feature, number) in zip(changing, numbers[0]) {
      if let number { groups[number, default: Group()].add(feature, features[feature]) }
    }
    for (code, number) in zip(codes, numbers[1]) { if let number { groups[number]?.codes.append(code) } }
    for (code, number) in zip(siblings, numbers[2]) where rowOf[code] == nil {
      if let number { groups[number]?.missing.append(code) }
    }
    let concerned = groups.values.filter { group in !group.codes.isEmpty && group.isChanged }.sorted {
      $0.features[0] < $1.features[0]
    }

    var contents = features.map { rowOf[$0].map(Content.row) ?? .absent }
    var explained: (rows: Set<Int>, features: Set<Int>) = ([], [])
    var changes: [Change] = []
    let low = min(layer.cog, said.cog)
    let high = max(layer.cog, said.cog)
    let between = events.events.filter { $0.firstCOG > low && $0.firstCOG <= high }
    var eventsOf: [String: Set<Int>] = [:]
    for (index, event) in between.enumerated() {
      for code in event.before + event.after { eventsOf[code, default: []].insert(index) }
    }
    for group in concerned {
      let known = group.codes + group.missing + group.features.map { features[$0] }
      let own = known.reduce(into: Set<Int>()) { $0.formUnion(eventsOf[$1] ?? []) }.sorted().map { between[$0] }
      let content = group.content(rowOf)
      for feature in group.features { contents[feature] = content }
      explained.features.formUnion(group.features)
      explained.rows.formUnion(group.codes.compactMap { rowOf[$0] })
      changes += own.map { Change(event: $0, content: content) }
    }
    self.contents = contents
    self.explained = explained
    vintages = (layer, said)
    self.changes = changes
  }

  /// The features and codes of one of the smallest areas that both sides can express.
  private struct Group {
    var features: [Int] = []
    /// The codes of the features, each once, since several features may draw one commune.
    private var places: Set<String> = []
    var codes: [String] = []
    /// Codes of the table's vintage that belong to the area and have no row.
    var missing: [String] = []

    mutating func add(_ feature: Int, _ code: String) {
      features.append(feature)
      places.insert(code)
    }

    var isChanged: Bool { places.count > 1 || codes.count > 1 || !missing.isEmpty || !places.contains(codes[0]) }

    func content(_ rowOf: [String: Int]) -> Content {
      guard missing.isEmpty else {
        let list = missing.joined(separator: ", ")
        return .unknown(Text("pas de ligne pour \(list)", "no row for \(list)"))
      }
      guard places.count == 1 else { return .unknown(Text.valueCannotBeSharedOut) }
      let rows = codes.compactMap { rowOf[$0] }
      return rows.count == 1 ? .row(rows[0]) : .sum(rows)
    }
  }
}

extension CommuneEvent {
  /// The event in words, such as "91182 joined 91228 on 2019-01-01".
  public var sentence: Text {
    func list(_ codes: [String], _ and: String) -> String {
      codes.count < 2 ? codes.joined() : codes.dropLast().joined(separator: ", ") + " \(and) " + codes[codes.count - 1]
    }
    switch kind {
    case .merge:
      let gone = before.filter { !after.contains($0) }
      let joined = gone.isEmpty ? before : gone
      let (fr, en) = joined.count == 1 ? ("a rejoint", "joined") : ("ont rejoint", "joined")
      return Text(
        "\(list(joined, "et")) \(fr) \(after.joined(separator: ", ")) le \(date)",
        "\(list(joined, "and")) \(en) \(after.joined(separator: ", ")) on \(date)")
    case .split:
      let new = after.filter { !before.contains($0) }
      return Text(
        "\(list(new, "et")) \(new.count == 1 ? "s’est détachée" : "se sont détachées") de \(list(before, "et")) le \(date)",
        "\(list(new, "and")) left \(list(before, "and")) on \(date)")
    case .recode:
      return Text(
        "\(before.joined()) est devenue \(after.joined()) le \(date)",
        "\(before.joined()) became \(after.joined()) on \(date)")
    }
  }
}
