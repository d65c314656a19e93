import Bytes
import Cartography
import Classification
import Maps
import Statistics

/// A column of numbers in classes: its statistics, its classes, and those of other methods.
public struct ClassQuestion: Sendable {
  /// The column.
  public let column: NumericColumn
  /// The values of the column, sorted, with their statistics.
  public let sample: Sample
  /// Number of classes and other options of methods.
  public let options: ClassOptions

  /// Sorts the values of a column; the options are checked when classes are made.
  public init(_ column: NumericColumn, _ options: ClassOptions) {
    self.column = column
    self.options = options
    sample = Sample(column.values)
  }

  /// The classes of one method. Throws as `ClassBreaks` does.
  public func classes(by method: any ClassMethod.Type) throws(Problem) -> ClassBreaks {
    try ClassBreaks(sample, by: method, options)
  }

  /// A method in a comparison: its classes, or the reason why it has none.
  public struct Compared: Sendable {
    /// The method.
    public let method: any ClassMethod.Type
    /// Its classes; `nil` when it refuses.
    public let classes: ClassBreaks?
    /// Why it refuses; `nil` when it has classes.
    public let refusal: Problem?
  }

  /// The classes of every method; `manual` is left out when the options have no bounds.
  public func comparison() -> [Compared] {
    ClassMethods.all.filter { $0.name != "manual" || !options.breaks.isEmpty }.map { method in
      do throws(Problem) { return Compared(method: method, classes: try classes(by: method), refusal: nil) } catch {
        return Compared(method: method, classes: nil, refusal: error)
      }
    }
  }

  /// What a map with this number of classes would lack: enough colours,
  /// or colours that every reader tells apart.
  public func paletteNotes(_ breaks: ClassBreaks) -> [Text] {
    guard let low = sample.minimum, let high = sample.maximum else { return [] }
    let kind = Palette.Kind.fitting(low, high)
    do throws(Problem) { return try Palette.standard(kind, classes: breaks.upperBounds.count).notes } catch {
      return [error.what]
    }
  }

  // MARK: JSON

  /// `{schema, method, classes, breaks, counts, gvf, adcm}` and the statistics of the column.
  public func json(_ breaks: ClassBreaks, _ language: Language) -> JSON {
    .object(
      [("schema", .integer(1))] + members(breaks.method, breaks) + description
        + [notes(breaks.notes.map { $0[language] })])
  }

  /// The statistics of the column and `methods`, an object for each method;
  /// `breaks` and the rest are null when it refuses.
  public func json(_ comparison: [Compared], _ language: Language) -> JSON {
    let methods = JSON.array(comparison) { compared in
      let said = compared.classes?.notes.map { $0[language] } ?? [compared.refusal?.line(language) ?? ""]
      return .object(members(compared.method.name, compared.classes) + [notes(said)])
    }
    return .object([("schema", .integer(1))] + description + [("methods", methods)])
  }

  private func members(_ method: String, _ breaks: ClassBreaks?) -> [(key: String, value: JSON)] {
    [
      ("method", .string(method)), ("classes", .optional(breaks?.upperBounds.count)),
      ("breaks", breaks.map { .array($0.upperBounds, JSON.number) } ?? .null),
      ("counts", breaks.map { .array($0.counts, JSON.integer) } ?? .null), ("gvf", .optional(breaks?.gvf)),
      ("adcm", .optional(breaks?.adcm)),
    ]
  }

  private func notes(_ lines: [String]) -> (key: String, value: JSON) { ("notes", .array(lines, JSON.string)) }

  private var description: [(key: String, value: JSON)] {
    [("column", .string(column.name)), ("n", .integer(sample.count)), ("missing", .integer(sample.missing))]
      + figures.map { ($0.key, .optional($0.value)) }
  }

  // MARK: Tables

  /// The statistics of the column, in the order in which they are printed.
  private var figures: [(key: String, label: Text, value: Double?)] {
    [
      ("minimum", Text("minimum", "minimum"), sample.minimum),
      ("q1", Text("premier quartile", "first quartile"), sample.quantile(1, of: 4)),
      ("median", Text("médiane", "median"), sample.quantile(2, of: 4)),
      ("q3", Text("troisième quartile", "third quartile"), sample.quantile(3, of: 4)),
      ("maximum", Text("maximum", "maximum"), sample.maximum), ("mean", Text("moyenne", "mean"), sample.mean),
      ("sd", Text("écart-type s (n − 1)", "standard deviation s (n − 1)"), sample.standardDeviation),
      ("skewness", Text("asymétrie G₁", "skewness G₁"), sample.skewness),
    ]
  }

  private var printing: PrintedBounds { PrintedBounds([sample.minimum ?? 0, sample.maximum ?? 0]) }

  /// The statistics of the column.
  public var summary: Table {
    let printing = printing
    var rows: [[Table.Value]] = [
      [.word(Text("valeurs n", "values n"), key: "n"), .integer(sample.count)],
      [.word(Text("manquantes", "missing"), key: "missing"), .integer(sample.missing)],
    ]
    for figure in figures {
      // A statistic that so few values cannot have is not unknown.
      let hasNone = figure.value == nil && sample.count > 0
      let value = figure.key == "skewness" ? .number(figure.value, decimals: 2) : printing.value(figure.value)
      rows.append([.word(figure.label, key: figure.key), hasNone ? .notApplicable : value])
    }
    return Table(
      name: "summary", title: Text(same: column.name),
      columns: [Table.Column("figure", Text("Indicateur", "Figure")), Table.Column("value", Text("Valeur", "Value"))],
      rows: rows)
  }

  /// The classes of one method with their bounds and counts.
  public func table(_ breaks: ClassBreaks) -> Table {
    let printing = PrintedBounds([sample.minimum ?? 0] + breaks.upperBounds)
    let rows = breaks.upperBounds.indices.map { step -> [Table.Value] in
      let below = step == 0 ? sample.minimum.map { min($0, breaks.upperBounds[0]) } : breaks.upperBounds[step - 1]
      return [
        .integer(step + 1), printing.value(below), printing.value(breaks.upperBounds[step]),
        .integer(breaks.counts[step]),
      ]
    }
    return Table(
      name: "classes", title: Text("Classes : \(breaks.method)", "Classes: \(breaks.method)"),
      columns: [
        Table.Column("class", Text("Classe", "Class")), Table.Column("above", Text("Plus de", "Over")),
        Table.Column("to", Text("À", "To")), Table.Column("count", Text("Valeurs", "Values")),
      ], rows: rows, notes: [fit(breaks), Self.convention])
  }

  /// Every method with its number of classes, its fit and its bounds, or why it refuses.
  public func table(_ comparison: [Compared]) -> Table {
    let printing = printing
    let rows = comparison.map { compared -> [Table.Value] in
      let bounds = compared.classes?.upperBounds ?? []
      let words = Text.joined(bounds.map { printing.text($0) }, separator: " · ")
      var machine = ByteWriter()
      for (index, bound) in bounds.enumerated() {
        if index > 0 { machine.raw(" ") }
        machine.shortest(bound)
      }
      let refusal = compared.refusal.map { $0.what } ?? Text(same: "")
      return [
        .text(compared.method.name), compared.classes.map { .integer($0.upperBounds.count) } ?? .notApplicable,
        compared.classes?.gvf.map { .number($0, decimals: 4) } ?? .notApplicable,
        compared.classes?.adcm.map { printing.value($0) } ?? .notApplicable,
        compared.classes == nil ? .word(refusal, key: "") : .word(words, key: machine.string),
      ]
    }
    return Table(
      name: "methods", title: Text("Méthodes comparées", "Methods compared"),
      columns: [
        Table.Column("method", Text("Méthode", "Method")), Table.Column("classes", Text("Classes", "Classes")),
        Table.Column("gvf", Text("GVF", "GVF")), Table.Column("adcm", Text("ADCM", "ADCM")),
        Table.Column("breaks", Text("Bornes supérieures", "Upper bounds")),
      ], rows: rows, notes: [Self.convention])
  }

  private func fit(_ breaks: ClassBreaks) -> Text {
    func words(_ language: Language) -> String {
      let numerals = Numerals(language)
      let none = Cell.notApplicable.printed(language)
      let gvf = breaks.gvf.map { numerals.decimal($0, 4) } ?? none
      let adcm = breaks.adcm.map { printing.text($0)[language] } ?? none
      return "GVF \(gvf), ADCM \(adcm)"
    }
    return Text(words(.fr), words(.en))
  }

  private static let convention = Text.classesIncludeUpperBound
}
