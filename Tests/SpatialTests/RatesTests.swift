import Bytes
import Statistics
import Testing

@Suite struct RatesTests {
  /// SciPy's chi-square quantiles, counts from 0 to 25 million.
  @Test func garwood() throws {
    let table = try Oracle.table("garwood")
    let counts = try table.numbers("count")
    let levels = try table.numbers("level")
    let lower = try table.numbers("lower")
    let upper = try table.numbers("upper")
    #expect(counts.count == 129)
    for row in counts.indices {
      let interval = Garwood(counts[row], level: levels[row])
      #expect(agree(interval.lower, lower[row], 1e-12), "\(counts[row]) \(levels[row]) \(interval)")
      #expect(agree(interval.upper, upper[row], 1e-12), "\(counts[row]) \(levels[row]) \(interval)")
    }
  }

  /// Garwood's own table: 95 % limits of 0, 1 and 10 events.
  @Test(arguments: [(0.0, 0.0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.39)]) func publishedLimits(
    _ count: Double, _ lower: Double, _ upper: Double
  ) {
    let interval = Garwood(count)
    #expect(agree(interval.lower, lower, 1e-3))
    #expect(agree(interval.upper, upper, 1e-3))
  }

  @Test func ratioAndPrecision() throws {
    let interval = Garwood(10)
    let ratio = try #require(interval.ratio(to: 5))
    #expect(ratio.value == 2 && ratio.lower == interval.lower / 5 && ratio.upper == interval.upper / 5)
    #expect(interval.ratio(to: 0) == nil)
    #expect(Garwood(0).relativeHalfWidth == .infinity)
    #expect(agree(interval.relativeHalfWidth, (18.390356 - 4.795389) / 20, 1e-6))
    // Fewer than 18 establishments give a rate less certain than ±50 %.
    let firstPrecise = (1...100).first { Garwood(Double($0)).relativeHalfWidth <= 0.5 }
    #expect(firstPrecise == 18)
  }

  @Test func funnelLimits() throws {
    let table = try Oracle.table("funnel")
    let expected = try table.numbers("expected")
    let levels = try table.numbers("level")
    let lower = try table.numbers("lower")
    let upper = try table.numbers("upper")
    #expect(expected.count == 22)
    for row in expected.indices {
      let limits = FunnelLimits(expected: expected[row], level: levels[row])
      for (limit, right) in [(limits.lower, lower[row]), (limits.upper, upper[row])] {
        let isRight = limit.map { agree($0, right, 1e-10) } ?? right.isNaN
        #expect(isRight, "\(expected[row]) \(levels[row]) \(limits)")
      }
    }
  }

  /// The curves have no steps: a little more expected moves the limits a little.
  @Test func funnelIsContinuous() throws {
    var last = FunnelLimits(expected: 0.5, level: 0.95)
    for step in 1...4000 {
      let limits = FunnelLimits(expected: 0.5 + Double(step) * 0.005, level: 0.95)
      #expect((try #require(limits.upper) - (try #require(last.upper))).magnitude < 0.1)
      #expect(((limits.lower ?? 0) - (last.lower ?? 0)).magnitude < 0.02)
      last = limits
    }
  }

  /// e^−E passes the tail there: at 95 % the limits exist from −ln 0.975 and −ln 0.025 on.
  @Test(arguments: [(0.95, 0.02531780798, 3.688879454), (0.998, 0.001000500334, 6.907755279)])
  func limitsExistWhereTheyAreNotBelowZero(level: Double, upper: Double, lower: Double) throws {
    #expect(FunnelLimits(expected: upper - 1e-9, level: level).upper == nil)
    #expect(try #require(FunnelLimits(expected: upper + 1e-9, level: level).upper) >= 0)
    #expect(FunnelLimits(expected: lower - 1e-8, level: level).lower == nil)
    #expect(try #require(FunnelLimits(expected: lower + 1e-8, level: level).lower) >= 0)
  }

  /// SciPy's Poisson tails, and what a Garwood interval says of the same counts.
  @Test func exactTails() throws {
    let table = try Oracle.table("tails")
    let (counts, expected) = (try table.numbers("count"), try table.numbers("expected"))
    let (atMost, atLeast) = (try table.numbers("at_most"), try table.numbers("at_least"))
    #expect(counts.count == 180)
    var outside = 0
    for row in counts.indices {
      let tails = PoissonTails(counts[row], expected: expected[row])
      #expect(agree(tails.atMost, atMost[row], 1e-10), "\(counts[row]) of \(expected[row])")
      #expect(agree(tails.atLeast, atLeast[row], 1e-10), "\(counts[row]) of \(expected[row])")
      for level in [0.95, 0.998] {
        let interval = try #require(Garwood(counts[row], level: level).ratio(to: expected[row]))
        let isOutside = interval.lower > 1 || interval.upper < 1
        #expect(tails.isOutside(level) == isOutside, "\(counts[row]) of \(expected[row])")
        outside += isOutside ? 1 : 0
      }
    }
    #expect((60...300).contains(outside))
  }

  /// Nothing where next to nothing is expected is no departure, and neither is the first establishment of a village.
  @Test func nothingIsNeverTooMuch() {
    for expected in [1e-9, 0.0005, 0.02, 0.3, 3.68] { #expect(!PoissonTails(0, expected: expected).isOutside(0.95)) }
    #expect(PoissonTails(0, expected: 3.69).isOutside(0.95))
    // 1 − e^−0.0797 is 7.7 %.
    #expect(!PoissonTails(1, expected: 0.0797).isOutside(0.95))
    #expect(!PoissonTails(1, expected: 0.227).isOutside(0.95))
    #expect(PoissonTails(1, expected: 0.02).isOutside(0.95) && !PoissonTails(1, expected: 0.02).isOutside(0.998))
  }

  @Test func empiricalBayesOfTheCommunes() throws {
    let table = try Oracle.table("communes")
    let counts = try table.numbers("count")
    let populations = try table.numbers("population")
    let bayes = EmpiricalBayes(counts: counts, populations: populations)
    #expect(bayes.variance > 0)
    let rates = try table.numbers("empirical_bayes")
    let standardised = try table.numbers("standardised")
    for row in counts.indices {
      #expect(agree(try #require(bayes.rates[row].value), rates[row], 1e-12))
      #expect(abs(try #require(bayes.standardised[row]) - standardised[row]) < 1e-11)
    }
  }

  /// By hand: rates equal to within chance, so A is cut at 0 and every rate is the mean.
  @Test func empiricalBayesWithoutVariance() {
    let bayes = EmpiricalBayes(counts: [1, 2, 1], populations: [100, 200, 100])
    #expect(bayes.mean == 0.01 && bayes.variance == 0)
    #expect(bayes.rates == [.number(0.01), .number(0.01), .number(0.01)])
    #expect(bayes.standardised == [0, 0, 0])
  }

  /// By hand: m = 60 ÷ 300, s² = (100·0.1² + 200·0.05²) ÷ 300 = 0.005, A = 0.005 − 0.2 ÷ 150; the other areas take no part.
  @Test func areasWithoutInhabitantsTakeNoPart() throws {
    let bayes = EmpiricalBayes(counts: [30, 0, 30, nil, 5], populations: [100, 0, 200, 50, nil])
    #expect(agree(bayes.variance, 0.005 - 0.2 / 150, 1e-12))
    #expect(bayes.rates[1] == .notApplicable)
    #expect(bayes.rates[3] == .notAvailable)
    #expect(bayes.rates[4] == .notAvailable)
    let a = 0.005 - 0.2 / 150
    #expect(agree(try #require(bayes.rates[0].value), 0.2 + a / (a + 0.002) * 0.1, 1e-12))
    #expect(bayes.standardised[1] == nil && bayes.standardised[3] == nil && bayes.standardised[4] == nil)
    #expect(EmpiricalBayes(counts: [0], populations: [0]).mean == nil)
    #expect(EmpiricalBayes(counts: [0, 0], populations: [5, 6]).rates == [.number(0), .number(0)])
    #expect(EmpiricalBayes(counts: [0, 0], populations: [5, 6]).standardised == [nil, nil])
  }

  @Test func quotients() {
    #expect(Quotients.location(part: 30, whole: 200, referencePart: 10, referenceWhole: 100) == .number(0.15 / 0.1))
    #expect(Quotients.location(part: nil, whole: 0, referencePart: 10, referenceWhole: 100) == .notAvailable)
    #expect(Quotients.location(part: 3, whole: 0, referencePart: 1, referenceWhole: 9) == .notApplicable)
    #expect(Quotients.location(part: 3, whole: 4, referencePart: 0, referenceWhole: 9) == .notApplicable)
    #expect(
      Quotients.relativeDensity(count: 4, inhabitants: 1000, referenceCount: 2, referenceInhabitants: 1000)
        == .number(2))
    #expect(Quotients.expected(inhabitants: 500, referenceCount: 2, referenceInhabitants: 1000) == .estimate(1))
    #expect(Quotients.expected(inhabitants: 500, referenceCount: nil, referenceInhabitants: 1) == .notAvailable)
  }

  /// PySAL's Gini: with equal weights, and with each value repeated as often as it weighs.
  @Test func gini() throws {
    let table = try Oracle.table("gini")
    let values = try table.lists("values")
    let weights = try table.lists("weights")
    let expected = try table.numbers("gini")
    #expect(expected.count == 6)
    for row in expected.indices {
      #expect(agree(try #require(WeightedGini.value(values[row], weights: weights[row])), expected[row], 1e-12))
    }
  }
}
