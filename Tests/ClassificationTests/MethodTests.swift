import Bytes
import Classification
import Testing

/// Breaks against mapclassify, R, classInt and exact fractions.
@Suite struct MethodTests {
  @Test(arguments: Oracle.cuts) func agreesWithMapclassify(cut: Oracle.Cut) throws {
    let values = try #require(Oracle.values[cut.column])
    let options = ClassOptions(classes: cut.classes, headLimit: 1)
    let found = try ClassBreaks(values, by: ClassMethods.named(cut.method), options)
    #expect(agree(found.upperBounds, cut.breaks), "\(found.upperBounds) \(cut.breaks)")
    #expect(found.counts == cut.counts)
    #expect(agree([found.adcm ?? .nan], [cut.adcm], 1e-10))
    #expect(found.method == cut.method)
  }

  /// GVF from its definition, class by class.
  @Test(arguments: Oracle.cuts.filter { $0.column.hasPrefix("density") }) func gvfIsOneMinusTheShareWithin(
    cut: Oracle.Cut
  ) throws {
    let values = try #require(Oracle.values[cut.column])
    let options = ClassOptions(classes: cut.classes)
    let found = try ClassBreaks(values, by: ClassMethods.named(cut.method), options)
    func squares(_ some: [Double]) -> Double {
      let mean = some.reduce(0, +) / Double(max(1, some.count))
      return some.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    var within = 0.0
    for (index, bound) in found.upperBounds.enumerated() {
      let below = index > 0 ? found.upperBounds[index - 1] : -.infinity
      within += squares(values.filter { $0 > below && $0 <= bound })
    }
    #expect(agree([found.gvf ?? .nan], [1 - within / squares(values)], 1e-9))
  }

  struct Reference: Sendable, CustomTestStringConvertible {
    let column: String
    let method: String
    let classes: Int
    let breaks: [Double]
    var testDescription: String { "\(column) \(method) \(classes)" }

    /// The column of that name, or the numbers the name spells.
    var values: [Double] { Oracle.values[column] ?? Oracle.numbers(column) }
  }

  static let references = Oracle.table("reference").rows.map { row in
    Reference(
      column: row.fields[0], method: row.fields[1], classes: Int(row.fields[2]) ?? 0,
      breaks: Oracle.numbers(row.fields[3]))
  }

  @Test(arguments: references.filter { $0.method != "pretty" }) func agreesWithR(reference: Reference) throws {
    let options = ClassOptions(classes: reference.classes)
    let found = try ClassBreaks(reference.values, by: ClassMethods.named(reference.method), options)
    #expect(agree(found.upperBounds, reference.breaks), "\(found.upperBounds) \(reference.breaks)")
    #expect(found.counts.reduce(0, +) == reference.values.count)
  }

  /// R's first number is no upper bound; the rest are ours, but for a last one below the maximum.
  @Test(arguments: references.filter { $0.method == "pretty" }) func prettyIsRs(reference: Reference) throws {
    let options = ClassOptions(classes: reference.classes)
    let found = try ClassBreaks(reference.values, by: ClassMethods.named("pretty"), options)
    #expect(agree(found.upperBounds, Array(reference.breaks.dropFirst())), "\(found.upperBounds)")
    #expect(found.counts.reduce(0, +) == reference.values.count)
  }

  @Test func summariesAreThoseOfPandas() throws {
    for row in Oracle.table("summaries").rows {
      let sample = Sample(try #require(Oracle.values[row.fields[0]]))
      let found = [
        Double(sample.count), sample.minimum, sample.quantile(1, of: 4), sample.quantile(2, of: 4),
        sample.quantile(3, of: 4), sample.maximum, sample.mean, sample.standardDeviation, sample.skewness,
      ]
      for (field, value) in zip(row.fields.dropFirst(), found) {
        #expect(agree([value ?? .nan], [Double(field) ?? .nan], 1e-9), "\(row.fields[0]) \(field)")
      }
    }
  }
}
