import Bytes
import Geometry
import Territory

/// The rule by which communes are neighbours.
public enum NeighbourRule: Sendable, Equatable {
  /// They have a point in common.
  case queen
  /// They have a border of positive length in common.
  case rook
  /// Their chefs-lieux are at most `km` kilometres apart along the geodesic.
  case distance(km: Double)
}

/// How the rate of establishments is spread over communes: Moran's I, local clusters and inequality.
public struct CommunePattern: Sendable {
  /// How a pattern is computed.
  public struct Options: Sendable {
    /// The rule by which communes are neighbours.
    public var neighbours = NeighbourRule.queen
    /// Number of random permutations; 0 leaves out the permutation test and the local clusters.
    public var permutations = 9_999
    /// Seed of the permutations; one seed gives the same result on every machine.
    public var seed: UInt64 = 1
    /// Whether Moran's I is computed from the rates themselves instead of standardised ones.
    public var isRaw = false

    /// Queen contiguity, 9,999 permutations, seed 1 and standardised rates.
    public init() {}
  }

  /// How the pattern was computed.
  public let options: Options
  /// Positions of the communes among the table's areas, ordered by code; the arrays below follow this order.
  public let areas: [Int]
  /// Establishments per inhabitant; not available where withheld or
  /// unknown, not applicable without inhabitants.
  public let rates: [Cell]
  /// What Moran's I is computed from: standardised rates, or the rates.
  public let values: [Double?]
  /// The communes that have a value and a neighbour, with their weights.
  public let sample: SpatialSample
  /// Moran's I; `nil` when fewer than four communes take part, or when all their values are equal.
  public let moran: Moran?
  /// Local Moran's I; `nil` without permutations, for fewer than three communes, or when all values are equal.
  public let local: LocalMoran?
  /// Gini coefficient of the rates, weighted by inhabitants; `nil` when it is not defined.
  public let gini: Double?

  /// Analyses the communes of a table of counts, after disclosure control.
  ///
  /// - `family`: position of the family in the table.
  ///
  /// Complexity: O(communes + neighbours × permutations).
  public init(_ counted: Comparison.Counted, family: Int, options: Options) {
    let table = counted.table
    let mesh = table.tally.mesh
    areas = table.areas.indices.filter { table.areas[$0].level == .commune }.sorted {
      table.areas[$0].code < table.areas[$1].code
    }
    let counts = areas.map { table.count(.establishments, area: $0, family: family)?.cell.value }
    let people = areas.map { counted.population.population(of: table.areas[$0], at: table.date)?.value }
    rates = zip(counts, people).map { Cell.ratio($0, $1) }
    let standardised = EmpiricalBayes(counts: counts, populations: people).standardised
    values = options.isRaw ? rates.map(\.value) : standardised
    let pieces = areas.map { table.areas[$0].pieces[0] }
    let weights: SpatialWeights
    switch options.neighbours {
    case .queen: weights = SpatialWeights(mesh.outlines(of: pieces), sharing: .point)
    case .rook: weights = SpatialWeights(mesh.outlines(of: pieces), sharing: .border)
    case .distance(let km):
      let communes = pieces.map { mesh.pieces[$0].commune }
      weights = SpatialWeights(longitudes: communes.map(\.longitude), latitudes: communes.map(\.latitude), withinKm: km)
    }
    sample = SpatialSample(values, weights: weights)
    moran = Moran(sample, permutations: options.permutations, seed: options.seed)
    local = options.permutations > 0 ? LocalMoran(sample, permutations: options.permutations, seed: options.seed) : nil
    let known = zip(rates, people).compactMap { rate, people in rate.value.flatMap { rate in people.map { (rate, $0) } }
    }
    gini = WeightedGini.value(known.map(\.0), weights: known.map(\.1))
    self.options = options
  }
}
