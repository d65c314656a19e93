import Cartography
import Classification
import Testing

@Suite struct HistogramTests {
  @Test func everyValueIsInOneInterval() throws {
    let sample = Sample([0, 1, 2, 3, 4, 9.99, 10, .nan])
    let histogram = try #require(Histogram(sample, intervals: 5))
    #expect(histogram.counts == [2, 2, 1, 0, 2])
    #expect(histogram.edge(0) == 0)
    #expect(histogram.edge(5) == 10)
    #expect(histogram.share(2.5) == 0.25)
  }

  /// Each bar is cut by class; on an axis of ratios the intervals have equal ratios.
  @Test func classesAndRatios() throws {
    let sample = Sample([1, 2, 3, 8, 9, 100])
    let plain = try #require(Histogram(sample, intervals: 3, upperBounds: [2, 8, 100]))
    #expect(plain.parts == [[2, 2, 1], [0, 0, 0], [0, 0, 1]])
    let ratios = try #require(Histogram(sample, intervals: 2, upperBounds: [2, 8, 100], isLogarithmic: true))
    #expect(ratios.parts == [[2, 2, 1], [0, 0, 1]])
    #expect(abs(ratios.edge(1) - 10) < 1e-12 && abs(ratios.share(10) - 0.5) < 1e-12)
    #expect(try !#require(Histogram(Sample([0, 1]), intervals: 2, isLogarithmic: true)).isLogarithmic)
  }

  @Test func oddColumns() throws {
    #expect(Histogram(Sample([]), intervals: 4) == nil)
    #expect(try #require(Histogram(Sample([7, 7]), intervals: 4)).counts == [2])
    let wide = try #require(Histogram(Sample([-1.7e308, 0, 1.7e308]), intervals: 3))
    #expect(wide.counts == [1, 1, 1])
  }
}
