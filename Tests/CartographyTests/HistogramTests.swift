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

  @Test func oddColumns() throws {
    #expect(Histogram(Sample([]), intervals: 4) == nil)
    #expect(try #require(Histogram(Sample([7, 7]), intervals: 4)).counts == [2])
    let wide = try #require(Histogram(Sample([-1.7e308, 0, 1.7e308]), intervals: 3))
    #expect(wide.counts == [1, 1, 1])
  }
}
