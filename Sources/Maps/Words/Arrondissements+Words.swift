import Bytes
import Cartography
import Territory

/// The words of maps and tables of a territory that is made of arrondissements: every sentence is written of communes,
/// and put into these words where no unit of the territory is one.
extension Arrondissements {
  private static let french = [
    ("la seule commune", "le seul arrondissement"), ("une commune", "un arrondissement"),
    ("ucune commune", "ucun arrondissement"), ("haque commune", "haque arrondissement"),
    ("cette commune", "cet arrondissement"), ("sa commune", "son arrondissement"),
    ("la commune", "l’arrondissement"), ("La commune", "L’arrondissement"), (" de commune", " d’arrondissement"),
    ("outes les communes", "ous les arrondissements"), ("communes voisines", "arrondissements voisins"),
    ("ommunes trouvées", "rrondissements trouvés"), ("ommune trouvée", "rrondissement trouvé"),
    ("ommunes montrées", "rrondissements montrés"), ("ommunes énumérées", "rrondissements énumérés"),
    ("ommune choisie", "rrondissement choisi"), ("Commune", "Arrondissement"), ("commune", "arrondissement"),
  ]
  private static let english = [
    ("a commune", "an arrondissement"), ("Commune", "Arrondissement"), ("commune", "arrondissement"),
  ]

  /// A sentence about communes, said of arrondissements. Names of EPCIs stay.
  public static func said(_ sentence: String, _ language: Language) -> String {
    guard sentence.contains("ommune") else { return sentence }
    let kept = "ommunauté de communes"
    return sentence.split(separator: kept, omittingEmptySubsequences: false).map { part in
      (language == .fr ? french : english).reduce(String(part)) { $0.replacing($1.0, with: $1.1) }
    }.joined(separator: kept)
  }

  /// The name of a commune on a map, of an arrondissement in short: « Marseille 3e Arrondissement » is « 3e arr. ».
  static func short(_ name: String, code: String) -> String {
    guard commune(of: code) != nil,
      let match = name.wholeMatch(of: /(?:Paris|Lyon|Marseille) ([0-9]+(?:er?|ère))(?: [Aa]rrondissement)?/)
    else { return name }
    return String(match.1) + "\u{A0}arr."
  }

  /// A text about communes, said of arrondissements.
  public static func said(_ text: Text) -> Text { Text(said(text.fr, .fr), said(text.en, .en)) }

  /// A sentence about numbers of communes, said of communes and arrondissements together.
  fileprivate static func saidOfBoth(_ sentence: String, _ language: Language) -> String {
    let both = language == .fr ? "communes et arrondissements" : "communes and arrondissements"
    return sentence.replacing(/([0-9][ \u{A0}\u{202F}])communes\b/) { "\($0.output.1)\(both)" }
  }
}

extension CommuneLayer {
  /// A sentence about communes in the words of the units of this layer.
  public func said(_ sentence: String, _ language: Language) -> String {
    guard sentence.contains("ommune") else { return sentence }
    let parts = communes.count { Arrondissements.commune(of: $0.insee) != nil }
    if parts == 0 { return sentence }
    return parts == count
      ? Arrondissements.said(sentence, language) : Arrondissements.saidOfBoth(sentence, language)
  }

  /// A text about communes in the words of the units of this layer.
  public func said(_ text: Text) -> Text { Text(said(text.fr, .fr), said(text.en, .en)) }

  /// Whether any unit is an arrondissement of Paris, Lyon or Marseille.
  fileprivate var hasArrondissements: Bool { communes.contains { Arrondissements.commune(of: $0.insee) != nil } }
}

extension Table {
  /// The table in the words of a layer's units.
  public func said(of layer: CommuneLayer) -> Table {
    guard layer.hasArrondissements else { return self }
    var table = self
    table.title = layer.said(title)
    table.notes = notes.map(layer.said)
    for index in columns.indices {
      table.columns[index].title = layer.said(columns[index].title)
      table.columns[index].group = columns[index].group.map(layer.said)
      table.columns[index].short = columns[index].short.map(layer.said)
    }
    return table
  }
}

extension MapContent {
  /// The content in the words of a layer's units.
  func said(of layer: CommuneLayer, _ language: Language) -> MapContent {
    guard layer.hasArrondissements else { return self }
    func said(_ text: String) -> String { layer.said(text, language) }
    var content = self
    content.title = said(title)
    content.subtitle = said(subtitle)
    content.blocks = blocks.map { block in
      switch block {
      case let legend as Legend:
        Legend(
          said(legend.heading),
          rows: legend.rows.map { Legend.Row($0.key, said($0.label), count: $0.count.map(said)) })
      case let table as FigureTable:
        FigureTable(said(table.heading), units: table.units.map(said), rows: table.rows.map { $0.map(said) })
      case let note as Note: Note(heading: note.heading.map(said), said(note.text))
      default: block
      }
    }
    for index in panels.indices { content.panels[index].finding = said(panels[index].finding) }
    return content
  }
}
