import Bytes
import Geometry
import Shapefiles
import Statistics
import Territory
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Times on real layers, printed: `CARTOPOLE_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter
/// SpatialTests.SpeedTests`. CARTOPOLE_FRANCE=FILE.shp, the communes of France written by `GeoData/rebuild --france`,
/// adds those. Without the variables, or in a debug build, skipped and said to be so.
@Suite(
  .serialized,
  .enabled(if: isOptimised && getenv("CARTOPOLE_BENCH") != nil, "needs CARTOPOLE_BENCH=1 and a release build"))
struct SpeedTests {
  private func seconds<T>(_ name: String, _ work: () throws -> T) rethrows -> (T, Double) {
    let start = ContinuousClock.now
    let result = try work()
    let time = (ContinuousClock.now - start) / .seconds(1)
    print(name, "seconds", time)
    return (result, time)
  }

  /// Every indicator on the communes of the Pôle with 9,999 permutations: less than half a second together.
  @Test func communesOfThePole() throws {
    let (layer, order) = try Oracle.layer("sud-essonne")
    let outlines = layer.outlines.selecting(order)
    let table = try Oracle.table("communes")
    let counts = try table.numbers("count")
    let populations = try table.numbers("population")
    let (_, time) = try seconds("132 communes, all indicators") {
      let queen = SpatialWeights(outlines, sharing: .point)
      let bayes = EmpiricalBayes(counts: counts, populations: populations)
      let gini = WeightedGini.value(zip(counts, populations).map { $0 / $1 }, weights: populations)
      let rates = bayes.rates
      let expected = populations.map { $0 * (bayes.mean ?? 0) }
      let intervals = zip(counts, expected).map { Garwood($0).ratio(to: $1) }
      let funnel = expected.flatMap {
        [FunnelLimits(expected: $0, level: 0.95), FunnelLimits(expected: $0, level: 0.998)]
      }
      let sample = SpatialSample(bayes.standardised, weights: queen)
      let moran = try #require(Moran(sample))
      let local = try #require(LocalMoran(sample))
      #expect(gini != nil && rates.count + intervals.count == 264 && funnel.count == 264)
      #expect(moran.index > 0 && local.p.count == 132)
    }
    #expect(time < 0.5)
  }

  /// Queen weights in well under a second, Moran with 999 permutations under 5 s, on 34,875 communes.
  @Test(.enabled(if: getenv("CARTOPOLE_FRANCE") != nil, "needs CARTOPOLE_FRANCE=FILE.shp")) func communesOfFrance()
    throws
  {
    let path = try #require(getenv("CARTOPOLE_FRANCE").map { String(cString: $0) })
    let layer = try CommuneLayer(try Shapefile.read(path), vintage: nil)
    print(layer.count, "communes", layer.outlines.pointCount, "points")
    let (queen, queenTime) = seconds("queen") { SpatialWeights(layer.outlines, sharing: .point) }
    let (rook, _) = seconds("rook") { SpatialWeights(layer.outlines, sharing: .border) }
    let (band, _) = seconds("10 km") {
      SpatialWeights(
        longitudes: layer.communes.map(\.longitude), latitudes: layer.communes.map(\.latitude), withinKm: 10)
    }
    print("pairs", queen.neighbours.count / 2, rook.neighbours.count / 2, band.neighbours.count / 2)
    print("islands", queen.islands.count)
    #expect(queenTime < 1)
    let sample = SpatialSample(layer.communes.map { log(1 + Double($0.population ?? 0)) }, weights: queen)
    for workers in [1, 2] {
      let (moran, time) = try seconds("Moran, 999 permutations, \(workers) workers") {
        try #require(Moran(sample, permutations: 999, workers: workers))
      }
      print("I", moran.index, "z", moran.zRandomisation, "p", moran.pPermutation ?? -1)
      #expect(time < 5)
      let (local, _) = try seconds("LISA, 999 permutations, \(workers) workers") {
        try #require(LocalMoran(sample, permutations: 999, workers: workers))
      }
      print("significant", local.clusters().filter { $0 != nil }.count)
    }
  }
}
