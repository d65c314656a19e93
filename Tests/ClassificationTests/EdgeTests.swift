import Bytes
import Classification
import Testing

/// Columns nobody likes: equal, missing, few values, wrong options.
@Suite struct EdgeTests {
  static let names = ClassMethods.all.map { $0.name }.filter { $0 != "manual" }

  @Test(arguments: names) func allEqualIsOneClassAndANote(name: String) throws {
    let found = try ClassBreaks([3, 3, .nan, 3], by: ClassMethods.named(name))
    #expect(found.upperBounds == [3])
    #expect(found.counts == [3])
    #expect(found.gvf == nil)
    #expect(found.adcm == 0)
    #expect(found.missing == 1)
    #expect(found.notes.map { $0[.en] } == ["all values are equal"])
  }

  @Test(arguments: names) func allMissingIsNoClassAndANote(name: String) throws {
    let found = try ClassBreaks([.nan, .infinity], by: ClassMethods.named(name))
    #expect(found.upperBounds.isEmpty)
    #expect(found.counts.isEmpty)
    #expect(found.adcm == nil)
    #expect(found.notes.map { $0[.en] } == ["every value is missing"])
  }

  @Test(arguments: names) func everyValueHasItsClass(name: String) throws {
    for (column, values) in Oracle.values {
      guard name != "geometric" || (values.min() ?? 0) > 0 else { continue }
      for classes in [1, 2, 5, 30] {
        let found = try ClassBreaks(values, by: ClassMethods.named(name), ClassOptions(classes: classes))
        let bounds = found.upperBounds
        #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }, "\(column)")
        #expect(found.counts.reduce(0, +) == values.count, "\(column)")
        let members = Classes(values, upperBounds: bounds)
        #expect(members.counts == found.counts, "\(column)")
        #expect((found.gvf ?? 0) >= -1e-12 && (found.gvf ?? 0) <= 1)
      }
    }
  }

  @Test func fewerValuesThanClasses() throws {
    let values = [1.0, 2, 2, 5, 5, 5]
    let jenks = try ClassBreaks(values, by: ClassMethods.named("jenks"), ClassOptions(classes: 6))
    #expect(jenks.upperBounds == [1, 2, 5])
    #expect(jenks.gvf == 1)
    #expect(jenks.notes.map { $0[.en] } == ["3 different values for the 6 classes asked"])
    let quantile = try ClassBreaks(values, by: ClassMethods.named("quantile"), ClassOptions(classes: 3))
    #expect(quantile.upperBounds == [2, 5])
    #expect(quantile.notes.map { $0[.fr] } == ["bornes répétées\u{202F}: 3 classes ramenées à 2"])
    let gaps = try ClassBreaks(values, by: ClassMethods.named("maximum-breaks"), ClassOptions(classes: 5))
    #expect(gaps.upperBounds == [1.5, 3.5, 5])
  }

  /// A quantile that falls on a value is that value, whatever the rounding of a share.
  @Test(arguments: 2...40) func quantilesOnValuesAreExact(parts: Int) throws {
    let values = (0...parts * 3).map { Double($0) / 10 }
    let found = try ClassBreaks(values, by: ClassMethods.named("quantile"), ClassOptions(classes: parts))
    #expect(found.upperBounds == (1...parts).map { values[3 * $0] })
  }

  @Test func geometricRootsAreExactWhereTheyAre() throws {
    let geometric = try ClassMethods.named("geometric")
    let tens = try ClassBreaks([1, 10, 100, 1000], by: geometric, ClassOptions(classes: 3))
    #expect(tens.upperBounds == [10, 100, 1000])
    #expect(tens.counts == [2, 1, 1])
    let threes = try ClassBreaks([2, 6, 18, 54, 162, 486], by: geometric, ClassOptions(classes: 5))
    #expect(threes.upperBounds == [6, 18, 54, 162, 486])
    let wide = try ClassBreaks([1e-200, 1, 1e200], by: geometric, ClassOptions(classes: 4))
    #expect(wide.counts == [1, 1, 0, 1])
  }

  /// Nothing is lost of values 600 orders of magnitude apart: bounds are values, or their geometric means.
  @Test func valuesFarApartKeepTheirBounds() throws {
    let values = [1e-300, 1, 1e300]
    func bounds(_ name: String) throws -> [Double] {
      let found = try ClassBreaks(values, by: ClassMethods.named(name), ClassOptions(classes: 3))
      #expect(found.counts.reduce(0, +) == 3 && found.upperBounds.last == 1e300, "\(name)")
      return found.upperBounds
    }
    #expect(try bounds("jenks") == [1e-300, 1, 1e300])
    #expect(try bounds("geometric") == [1e-100, 1e100, 1e300])
    #expect(try bounds("quantile")[0] == 2.0 / 3)
    #expect(try bounds("maximum-breaks") == [0.5, 5e299, 1e300])
    let negative = try ClassBreaks(values.map(-), by: ClassMethods.named("jenks"), ClassOptions(classes: 3))
    #expect(negative.upperBounds == [-1e300, -1, -1e-300] && negative.counts == [1, 1, 1])
    let low = try ClassBreaks([1e-300, 2e-300, 1e300], by: ClassMethods.named("jenks"), ClassOptions(classes: 2))
    #expect(low.upperBounds == [2e-300, 1e300] && low.counts == [2, 1])
  }

  /// Mean + 2s of ±1e308 is more than a double holds.
  @Test func aBoundNoNumberHoldsIsRefused() throws {
    #expect { try ClassBreaks([-1e308, 1e308], by: ClassMethods.named("stddev")) } throws: {
      ($0 as? Problem)?.status == .badData
    }
    for name in ["quantile", "equal", "jenks", "headtail", "pretty", "maximum-breaks"] {
      let found = try ClassBreaks([-1e308, 0, 1e308], by: ClassMethods.named(name), ClassOptions(classes: 2))
      #expect(found.counts.reduce(0, +) == 3 && found.upperBounds.allSatisfy(\.isFinite), "\(name)")
    }
  }

  /// Jiang's rule: the second head holds 2 of 4 values, more than 0.4.
  @Test func headLimitStops() throws {
    let values = [1.0, 1, 1, 1, 1, 1, 10, 11, 30, 40]
    let headtail = try ClassMethods.named("headtail")
    let short = try ClassBreaks(values, by: headtail)
    #expect(short.upperBounds == [9.7, 22.75, 40])
    let long = try ClassBreaks(values, by: headtail, ClassOptions(headLimit: 1))
    #expect(long.upperBounds == [9.7, 22.75, 35, 40])
  }

  struct Refusal: Sendable {
    var values: [Double] = [1, 2, 3, 40]
    var method: String
    var options = ClassOptions()
    var status: Int32
    var line: String
  }

  static let refusals: [Refusal] = [
    Refusal(
      values: [0, 1, 2], method: "geometric", status: 65,
      line: "geometric wants values above 0; take another method, such as quantile or jenks"),
    Refusal(
      method: "manual", options: ClassOptions(breaks: [2, 30]), status: 65,
      line: "the value 40 is above the last bound, 30; give a last bound of at least 40"),
    Refusal(
      method: "manual", options: ClassOptions(breaks: [30, 2]), status: 64,
      line: "manual wants ascending bounds; such as ‹breaks› 100,300,1000"),
    Refusal(method: "manual", status: 64, line: "manual wants ascending bounds; such as ‹breaks› 100,300,1000"),
    Refusal(
      method: "jenks", options: ClassOptions(classes: 0), status: 64,
      line: "0 classes: impossible; ask for 1 to 100 classes"),
    Refusal(
      method: "headtail", options: ClassOptions(headLimit: 0), status: 64, line: "head limit 0.0 is not in ]0, 1]"),
  ]

  @Test(arguments: refusals) func refuses(refusal: Refusal) throws {
    #expect { try ClassBreaks(refusal.values, by: ClassMethods.named(refusal.method), refusal.options) } throws: {
      ($0 as? Problem)?.status.rawValue == refusal.status && ($0 as? Problem)?.line(.en) == refusal.line
    }
  }

  @Test func anUnknownMethodListsThoseThereAre() {
    #expect { try ClassMethods.named("kmeans") } throws: {
      let line = ($0 as? Problem)?.line(.en) ?? ""
      return ($0 as? Problem)?.status == .usage && Self.names.allSatisfy(line.contains)
    }
  }

  @Test func manualKeepsItsBounds() throws {
    let found = try ClassBreaks(
      [1, 100, 101, 300], by: ClassMethods.named("manual"), ClassOptions(breaks: [100, 300, 1000]))
    #expect(found.upperBounds == [100, 300, 1000])
    #expect(found.counts == [2, 2, 0])
  }
}
