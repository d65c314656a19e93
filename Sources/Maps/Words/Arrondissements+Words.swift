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
  public static func short(_ name: String, code: String) -> String {
    guard commune(of: code) != nil,
      let match = name.wholeMatch(of: /(?:Paris|Lyon|Marseille) ([0-9]+(?:er?|ère))(?: [Aa]rrondissement)?/)
    else { return name }
    return String(match.1) + "\u{A0}arr."
  }

  /// A text about communes, said of arrondissements.
  public static func said(_ text: Text) -> Text { Text(said(text.fr, .fr), said(text.en, .en)) }

  private static let frenchOfBoth = [
    ("Trouver une commune", "Trouver une commune ou un arrondissement"),
    ("ucune commune", "ucune commune ni arrondissement"), ("haque commune", "haque commune ou arrondissement"),
  ]
  private static let englishOfBoth = [
    ("Find a commune", "Find a commune or an arrondissement"), ("no commune", "no commune or arrondissement"),
    ("each commune", "each commune or arrondissement"),
  ]

  /// A sentence about communes, said of communes and arrondissements together.
  fileprivate static func saidOfBoth(_ sentence: String, _ language: Language) -> String {
    let both = language == .fr ? "communes et arrondissements" : "communes and arrondissements"
    let counted = sentence.replacing(/([0-9][ \u{A0}\u{202F}]|[Nn]ombre de |[Nn]umber of )communes\b/) {
      "\($0.output.1)\(both)"
    }
    return (language == .fr ? frenchOfBoth : englishOfBoth).reduce(counted) { $0.replacing($1.0, with: $1.1) }
  }

  /// How many of a territory's units are arrondissements, which decides what its units are called.
  enum Share {
    case none, some, all

    init(_ codes: some Collection<String>) {
      let parts = codes.count { Arrondissements.commune(of: $0) != nil }
      self = parts == 0 ? .none : parts == codes.count ? .all : .some
    }

    /// A sentence about communes in the words of the units.
    func said(_ sentence: String, _ language: Language) -> String {
      guard sentence.contains("ommune") else { return sentence }
      return switch self {
      case .none: sentence
      case .some: Arrondissements.saidOfBoth(sentence, language)
      case .all: Arrondissements.said(sentence, language)
      }
    }

    /// A number of communes beside a row of a legend: where the units have two names, the row has room for none.
    func counted(_ count: String, _ language: Language) -> String {
      self == .some ? count.replacing(/[ \u{A0}\u{202F}]communes?$/, with: "") : said(count, language)
    }

    /// A text about communes in the words of the units.
    func said(_ text: Text) -> Text { Text(said(text.fr, .fr), said(text.en, .en)) }
  }
}

extension CommuneLayer {
  var arrondissements: Arrondissements.Share { Arrondissements.Share(communes.map(\.insee)) }

  /// A sentence about communes in the words of the units of this layer.
  public func said(_ sentence: String, _ language: Language) -> String {
    sentence.contains("ommune") ? arrondissements.said(sentence, language) : sentence
  }

  /// A text about communes in the words of the units of this layer.
  public func said(_ text: Text) -> Text { Text(said(text.fr, .fr), said(text.en, .en)) }
}

extension LayerTable {
  /// A text about communes in the words of the table's features.
  func said(_ text: Text) -> Text { Arrondissements.Share(keys).said(text) }
}

extension Table {
  /// The table in the words of a layer's units.
  public func said(of layer: CommuneLayer) -> Table {
    guard layer.arrondissements != .none else { return self }
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
