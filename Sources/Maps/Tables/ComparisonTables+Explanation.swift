import Bytes
import Statistics
import Territory

extension ComparisonTables {
  /// Every number with its rows and formula.
  public static func explanation(_ comparison: Comparison, _ language: Language) -> String {
    let colon = Text(" : ", ": ")[language]
    var out = ""
    for row in comparison.rows {
      let date = row.facts.date.map { ", " + $0.label[language] } ?? ""
      let family = row.facts.family == .all ? "" : ", " + row.facts.family.label[language]
      let level = AreaLevel(rawValue: row.facts.level).map { " (\($0.label[language]))" } ?? ""
      out += "\(row.facts.label[language])\(level)\(family)\(date)\n"
      for (column, value) in zip(comparison.columns, row.values) {
        guard let working = value.working else { continue }
        let result = self.value(column, value, of: row).printed(language)
        let words = working[language]
        // A calculation equals its result; a source or a sentence follows it, unless it begins with it.
        let isSaid = words.hasPrefix(result) && !words.contains("÷")
        let link = isSaid ? "" : result + (words.contains("÷") && !words.contains("=") ? " = " : ", ")
        out += "  \(column.label[language])\(colon)\(link)\(words)\n"
        if let formula = formula(column, value) { out += "    \(formula[language])\n" }
        for figure in value.figures {
          out +=
            "    \(line(figure)[language])\(colon)\(part(figure, of: row)[language])\(figure.sourceLine[language])\(remark(figure)[language])\n"
        }
        for point in value.populations.flatMap(\.points) {
          let from = point.figure.map { line($0) + Text(same: colon) } ?? Text.empty
          let count = Text.printed { $0.decimal(point.value, 0) }
          let dated = point.isDated ? Text(same: ", ") + point.date.label : Text.empty
          let inhabitants = Text(" habitants", " inhabitants")
          out += "    \((from + count + inhabitants + dated + Text(same: ", ") + point.source)[language])\n"
        }
      }
      for warning in row.warnings { out += "  ! \(warning[language])\n" }
      out += "\n"
    }
    return out
  }

  /// Place of a figure: its line in the register, or the lines of the user's file that it adds up.
  private static func line(_ figure: Figure) -> Text {
    guard figure.line > 0 else { return Text(same: figure.note) }
    let place = Text("ligne \(figure.line)", "line \(figure.line)")
    return figure.file.isEmpty ? place : Text(same: figure.file + ", ") + place
  }

  /// The number and family of a part of a derived total, before its source.
  private static func part(_ figure: Figure, of row: Comparison.Row) -> Text {
    guard let family = figure.family, row.facts.establishments?.parts.contains(figure) == true else {
      return Text.empty
    }
    return figure.printedValue + Text(same: " ") + family.label + Text(same: ", ")
  }

  /// What the register remarks on a figure, after its source.
  private static func remark(_ figure: Figure) -> Text {
    figure.line == 0 || figure.noteWords.fr.isEmpty ? Text.empty : Text(same: " ; ") + figure.noteWords
  }

  /// The formula in words; `nil` when nothing was computed.
  private static func formula(_ column: Indicator, _ value: Evaluation) -> Text? {
    if column.id == "population" { return value.populations.contains(where: \.isInterpolated) ? column.formula : nil }
    let isCounted = value.figures.first.map { $0.line == 0 && $0.measure.id == column.id } ?? false
    return isCounted ? Text("somme des lignes du fichier", "sum of the file's rows") : column.formula
  }
}
