import Bytes
import Disclosure
import Statistics

/// What an outsider can deduce of the cells that a run withholds.
public enum DisclosureTables {
  /// One row for each withheld cell of every measure checked. No row holds a true value.
  public static func intervals(_ checks: [(measure: Measure, audit: DisclosureAudit)]) -> Table {
    var rows: [[Table.Value]] = []
    for (measure, audit) in checks {
      for interval in audit.intervals {
        let isOpen = !interval.high.isFinite
        rows.append([
          .text(measure.id), .text(interval.id), .number(interval.low, decimals: 1),
          isOpen ? .word(Text("sans limite", "no limit"), key: "") : .number(interval.high, decimals: 1),
          .word(reason(interval), key: isSensitive(interval) ? "sensitive" : "complementary"),
          .flag(interval.isProtected, interval.isProtected ? Text("oui", "yes") : Text("NON", "NO")),
          .word(
            Text.joined(interval.insiders, separator: ", "), key: Text.joined(interval.insiders, separator: ", ").en),
        ])
      }
    }
    let short = checks.reduce(0) { $0 + $1.audit.failures.count }
    let cells = rows.count
    return Table(
      name: "disclosure",
      title: short == 0
        ? Numerals.count(
          cells, fr: ("case non publiée, protégée", "cases non publiées, toutes protégées"),
          en: ("cell not published, protected", "cells not published, all protected"))
        : Text.someCellsCanBeDeduced(short, cells),
      columns: [
        Table.Column("measure", Text("Mesure", "Measure")), Table.Column("cell", Text("Case", "Cell")),
        Table.Column("low", Text("Au moins", "At least")), Table.Column("high", Text("Au plus", "At most")),
        Table.Column("reason", Text("Raison", "Reason")), Table.Column("protected", Text("Protégée", "Protected")),
        Table.Column("insiders", Text("Exposée à", "Exposed to")),
      ], rows: rows, notes: [Text.whatAnOutsiderDeduces])
  }

  private static func isSensitive(_ interval: DeducedInterval) -> Bool {
    if case .sensitive = interval.reason { return true }
    return false
  }

  private static func reason(_ interval: DeducedInterval) -> Text {
    isSensitive(interval) ? Text("secret", "secret") : Text("complément", "complement")
  }
}
