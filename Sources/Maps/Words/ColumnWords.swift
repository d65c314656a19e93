import Bytes
import Territory

/// What the values of a column are for readers: `part des cadres` in `%`.
public struct ColumnWords: Sendable, Equatable {
  /// What the values are; `nil` for the name of the column.
  public var label: String?
  /// Their unit; `nil` for none.
  public var unit: String?

  /// Makes words of these; nothing is checked.
  public init(label: String? = nil, unit: String? = nil) {
    self.label = label
    self.unit = unit
  }
}

extension LayerTable {
  /// What the values are, inside a sentence.
  var called: String { words.label ?? column }

  /// What the values are, at the start of a title.
  var named: String { words.label?.capitalisedFirst ?? column }

  /// What the values are, with their unit.
  var heading: String { named + (words.unit.map { " (\($0))" } ?? "") }

  /// A value in short with its unit.
  func brief(_ value: Double) -> Text { .printed { $0.brief(value) + $0.unit(words.unit) } }

  /// The value of a feature with its unit, or why it has none.
  func said(_ row: Int, _ language: Language) -> String {
    let numerals = Numerals(language)
    return numbers[row].isFinite
      ? numerals.short(numbers[row], 6) + numerals.unit(words.unit) : gaps[row].label[language]
  }

  /// The name of a feature and what is said of it.
  func title(_ row: Int, _ language: Language) -> String { "\(names[row]) : \(said(row, language))" }

  /// A number of features: communes, or arrondissements, when every key is the code of one.
  func features(_ count: Int) -> Text {
    areCommunes
      ? said(Numerals.count(count, fr: ("commune", "communes"), en: ("commune", "communes")))
      : Numerals.count(count, fr: ("entité", "entités"), en: ("feature", "features"))
  }

  /// Some of so many features: "3 of the 132 communes".
  func some(_ part: Int, of total: Int) -> Text {
    let all = features(total)
    return .printed { $0.integer(part) } + (total < 2 ? Text(" sur ", " of ") : Text(" des ", " of the ")) + all
  }

  /// Whether every key is the code of a commune.
  var areCommunes: Bool { !keys.isEmpty && keys.allSatisfy(CommuneLayer.isCode) }
}
