import Bytes
import Geometry
import Statistics
import Testing

@Suite struct MoranTests {
  /// The oracle's communes: queen weights and the values of a column of rates.
  private static func sample(_ rate: String) throws -> SpatialSample {
    let (layer, order) = try Oracle.layer("sud-essonne")
    let table = try Oracle.table("communes")
    let weights = SpatialWeights(layer.outlines.selecting(order), sharing: .point)
    let counts = try table.numbers("count")
    let populations = try table.numbers("population")
    let values =
      rate == "raw"
      ? zip(counts, populations).map { $0 / $1 } : EmpiricalBayes(counts: counts, populations: populations).standardised
    return SpatialSample(values, weights: weights)
  }

  /// Four standard errors of the difference of two two-sided pseudo-p.
  private static func margin(_ p: Double, _ ours: Int, _ theirs: Int) -> Double {
    let half = p / 2
    let variance = half * (1 - half) * (1 / Double(ours) + 1 / Double(theirs))
    return 4 * 2 * variance.squareRoot() + 2 / Double(ours)
  }

  @Test(arguments: ["raw", "standardised"]) func globalIndex(_ rate: String) throws {
    let table = try Oracle.table("moran")
    let row = try #require(
      zip(table.strings("rate"), table.strings("weights")).map { $0 + " " + $1 }.firstIndex(of: rate + " queen"))
    func expected(_ name: String) throws -> Double { try table.numbers(name)[row] }
    let moran = try #require(Moran(Self.sample(rate)))
    #expect(abs(moran.index - (try expected("I"))) < 1e-9)
    #expect(abs(moran.expected - (try expected("expected"))) < 1e-12)
    #expect(agree(moran.varianceNormality, try expected("variance_normality"), 1e-9))
    #expect(agree(moran.varianceRandomisation, try expected("variance_randomisation"), 1e-9))
    #expect(abs(moran.zNormality - (try expected("z_normality"))) < 1e-9)
    #expect(abs(moran.zRandomisation - (try expected("z_randomisation"))) < 1e-9)
    #expect(agree(moran.pNormality, try expected("p_normality"), 1e-7))
    #expect(agree(moran.pRandomisation, try expected("p_randomisation"), 1e-7))
    let p = try expected("p_permutation")
    let ours = try #require(moran.pPermutation)
    #expect(abs(ours - p) < Self.margin(p, 9_999, 99_999), "\(ours) \(p)")
  }

  @Test(arguments: ["raw", "standardised"]) func localIndex(_ rate: String) throws {
    let table = try Oracle.table("communes")
    let local = try #require(LocalMoran(Self.sample(rate)))
    let index = try table.numbers(rate + "_index")
    let p = try table.numbers(rate + "_p")
    #expect(local.quadrant.map(\.rawValue) == (try table.strings(rate + "_quadrant")))
    for area in index.indices {
      #expect(abs(local.index[area] - index[area]) < 1e-9)
      #expect(abs(local.p[area] - p[area]) < Self.margin(p[area], 9_999, 99_999), "\(area)")
    }
    #expect(local.adjusted == BenjaminiHochberg.adjusted(local.p))
    let clusters = local.clusters()
    #expect(clusters == zip(local.quadrant, local.adjusted).map { $1 <= 0.05 ? $0 : nil })
    #expect(rate == "raw" || clusters.contains { $0 != nil })
  }

  /// The local indices add up to (n − 1) ÷ n · S₀ · I.
  @Test func localAndGlobalAgree() throws {
    let sample = try Self.sample("raw")
    let moran = try #require(Moran(sample, permutations: 0))
    let local = try #require(LocalMoran(sample, permutations: 1))
    #expect(moran.pPermutation == nil)
    #expect(abs(local.index.reduce(0, +) - 131.0 / 132 * 132 * moran.index) < 1e-9)
  }

  @Test func weightsOfAnyKind() throws {
    let table = try Oracle.table("graph")
    let lists = try table.lists("neighbours")
    let given = try table.lists("weights")
    var offsets = [0]
    for list in lists { offsets.append(offsets.last! + list.count) }
    let weights = SpatialWeights(
      offsets: offsets, neighbours: lists.flatMap { $0.map { Int32($0) } }, weights: given.flatMap { $0 })
    let moran = try #require(Moran(SpatialSample(table.numbers("value"), weights: weights), permutations: 99))
    #expect(abs(moran.index - (try table.numbers("I")[0])) < 1e-9)
    #expect(abs(moran.zNormality - (try table.numbers("z_normality")[0])) < 1e-9)
    #expect(abs(moran.zRandomisation - (try table.numbers("z_randomisation")[0])) < 1e-9)
  }

  /// The seed alone decides.
  @Test func workersDoNotMatter() throws {
    let sample = try Self.sample("standardised")
    let one = try #require(LocalMoran(sample, permutations: 999, seed: 5, workers: 1))
    let index = try #require(Moran(sample, permutations: 500, seed: 5, workers: 1))
    for workers in 2...5 {
      #expect(LocalMoran(sample, permutations: 999, seed: 5, workers: workers) == one)
      #expect(Moran(sample, permutations: 500, seed: 5, workers: workers) == index)
    }
    let other = try #require(LocalMoran(sample, permutations: 999, seed: 6))
    #expect(other.p != one.p && other.index == one.index)
  }

  /// Three areas in a row, values 0, 1, 5: every conditional permutation can be listed.
  ///
  /// The first keeps 0 and its neighbour is 1 or 5 with the same chance: M₊ is all that are ≥ 1, M₋ those that are 1.
  @Test func smallestCase() throws {
    let chain = SpatialWeights(offsets: [0, 1, 3, 4], neighbours: [1, 0, 2, 1], weights: [1, 1, 1, 1])
    let sample = SpatialSample([0, 1, 5], weights: chain)
    let local = try #require(LocalMoran(sample, permutations: 9_999))
    // The middle one's neighbours are always the two others: every permutation ties.
    #expect(local.p[1] == 1 && local.p[0] > 0.97 && local.p[2] > 0.97)
    // z = −2, −1, 3; m₂ = 14 ÷ 2; lags −1, 0.5, −1.
    #expect(zip(local.index, [2.0 / 7, -0.5 / 7, -3.0 / 7]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(local.quadrant == [.lowLow, .lowHigh, .highLow])
    #expect(Moran(sample) == nil)
    #expect(LocalMoran(SpatialSample([2, 2, 2], weights: chain)) == nil)
  }

  /// A checkerboard has the most negative I there is, a ramp a high one.
  @Test func patterns() throws {
    let size = 8
    var offsets = [0]
    var neighbours: [Int32] = []
    for row in 0..<size {
      for column in 0..<size {
        for (other, across) in [(row - 1, column), (row, column - 1), (row, column + 1), (row + 1, column)]
        where (0..<size).contains(other) && (0..<size).contains(across) {
          neighbours.append(Int32(other * size + across))
        }
        offsets.append(neighbours.count)
      }
    }
    let weights = SpatialWeights(offsets: offsets, neighbours: neighbours, weights: neighbours.map { _ in 1 })
    let board = (0..<size * size).map { Double(($0 / size + $0 % size) % 2) }
    let checks = try #require(Moran(SpatialSample(board, weights: weights)))
    #expect(abs(checks.index + 1) < 1e-12)
    #expect(checks.pPermutation == 2.0 / 10_000)
    let ramp = try #require(Moran(SpatialSample((0..<64).map { Double($0 / size) }, weights: weights)))
    #expect(ramp.index > 0.8 && ramp.pPermutation == 2.0 / 10_000)
  }

  @Test func falseDiscoveryRate() throws {
    let table = try Oracle.table("discovery")
    let given = try table.lists("p")
    let expected = try table.lists("adjusted")
    #expect(given.count == 4)
    for row in given.indices {
      let adjusted = BenjaminiHochberg.adjusted(given[row])
      #expect(zip(adjusted, expected[row]).allSatisfy { agree($0, $1, 1e-14) })
    }
    #expect(BenjaminiHochberg.adjusted([]) == [])
  }
}
