import Bytes
import Cartography

/// How a feature without a number looks, and what a legend calls it.
enum GapStyle {
  /// The kinds of gaps in the order of legends; styles of features are numbered in the same order.
  static let kinds: [LayerTable.Gap] = [.missing, .secret, .notAvailable, .notApplicable]

  /// CSS classes of the kinds.
  static var classNames: [String] { kinds.map { "area " + name($0) } }

  static func number(_ gap: LayerTable.Gap) -> Int { kinds.firstIndex(of: gap) ?? 0 }

  static func name(_ gap: LayerTable.Gap) -> String {
    switch gap {
    case .none, .missing: "missing"
    case .secret: "secret"
    case .notAvailable: "not-available"
    case .notApplicable: "not-applicable"
    }
  }

  static func label(_ gap: LayerTable.Gap) -> Text {
    switch gap {
    case .none, .missing: Text("pas de donnée", "no data")
    case .secret: Text("s : secret statistique", "s: statistical secrecy")
    case .notAvailable: Text("… : non disponible", "…: not available")
    case .notApplicable: Text("/// : sans objet", "///: not applicable")
    }
  }

  /// Legend rows of the kinds that occur, with their counts.
  static func rows(_ gaps: [(gap: LayerTable.Gap, count: Int)], _ language: Language) -> [Legend.Row] {
    gaps.map { gap, count in
      Legend.Row(
        gap == .secret ? .letter("area secret-key", "s") : .fill("area " + name(gap)), label(gap)[language],
        count: Numerals(language).integer(count))
    }
  }

  /// The number of features with each kind of gap, without the kinds that do not occur.
  static func counts(_ gaps: [LayerTable.Gap]) -> [(gap: LayerTable.Gap, count: Int)] {
    kinds.compactMap { kind in
      let count = gaps.count { $0 == kind }
      return count > 0 ? (kind, count) : nil
    }
  }

  /// The pattern of a true zero, which is a class of its own: dots on paper.
  static func zero(_ theme: Theme) -> PatternFill {
    PatternFill("zero", .dotted(width: 1.1), side: 7, theme.grey, on: theme.paper)
  }

  static func css(_ theme: Theme) -> String {
    ".zero{stroke:\(theme.grey.css)}\n" + kinds.map { ".\(name($0)){stroke:\(theme.grey.css)}\n" }.joined()
      + ".secret-key{fill:\(theme.border.css)}\n"
  }

  /// Patterns of the kinds that occur: fine lines on paper for what is not known, with another slant for each
  /// reason, and grey with `s` for what is secret.
  static func patterns(_ gaps: [(gap: LayerTable.Gap, count: Int)], _ theme: Theme) -> [PatternFill] {
    gaps.map { gap, _ in
      let style = name(gap)
      func lines(_ mark: PatternFill.Mark, _ side: Int) -> PatternFill {
        PatternFill(style, mark, side: side, theme.grey, on: theme.paper)
      }
      switch gap {
      case .none, .missing: return lines(.rising(width: 0.55), 7)
      case .notAvailable: return lines(.falling(width: 0.55), 7)
      case .notApplicable: return lines(.level(width: 0.55), 5)
      case .secret:
        let ink = theme.border.ink(from: [theme.ink, theme.paper])
        return PatternFill(style, .letter("s"), side: 15, ink, on: theme.border)
      }
    }
  }
}
